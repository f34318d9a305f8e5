import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkObjects } from "../../../generator/rules/check-objects.ts";
import { helmVersions } from "../../helm-versions.ts";
import { pick, useVolumes, type Values } from "./render-volumes.ts";

const own = { driver: "my-csi-driver", volumeHandle: "unique-volume-handle" };

for (const version of helmVersions) {
  describe(`the static volumes of csi-volume under Helm ${version}`, () => {
    const chart = useVolumes(version);

    it("are a PersistentVolume and a claim, each for the other alone", async () => {
      const objects = await chart.render({
        volumes: {
          data: {
            claim: { name: "my-pvc", size: "10Gi" },
            static: { name: "my-pv", csi: { ...own, fsType: "ext4" } },
          },
        },
      } satisfies Values);
      assert.deepEqual(pick(objects, "PersistentVolume", "my-pv")["spec"], {
        capacity: { storage: "10Gi" },
        accessModes: ["ReadWriteOnce"],
        volumeMode: "Filesystem",
        persistentVolumeReclaimPolicy: "Retain",
        claimRef: { namespace: "eu", name: "my-pvc" },
        csi: { driver: "my-csi-driver", volumeHandle: "unique-volume-handle", fsType: "ext4" },
      });
      assert.deepEqual(pick(objects, "PersistentVolumeClaim", "my-pvc")["spec"], {
        accessModes: ["ReadWriteOnce"],
        volumeMode: "Filesystem",
        resources: { requests: { storage: "10Gi" } },
        storageClassName: "",
        volumeName: "my-pv",
      });
      assert.equal(objects.length, 2);
      assert.deepEqual(checkObjects(objects, { releaseNamespace: "eu" }), []);
    });

    it("have labels and annotations that their claim has not, and its VolumeAttributesClass", async () => {
      const objects = await chart.render({
        volumes: {
          data: {
            annotations: { "example.com/both": "yes" },
            claim: { name: "my-pvc", size: "10Gi", labels: { claim: "only" }, volumeAttributesClassName: "fast" },
            static: { name: "my-pv", csi: own, labels: { volume: "only" }, annotations: { "example.com/both": "no" } },
          },
        },
      } satisfies Values);
      const volume = pick(objects, "PersistentVolume", "my-pv");
      const claim = pick(objects, "PersistentVolumeClaim", "my-pvc");
      assert.equal(Object(volume.metadata.labels).volume, "only");
      assert.equal(Object(volume.metadata.labels).claim, undefined);
      assert.equal(Object(claim.metadata.labels).claim, "only");
      assert.equal(Object(claim.metadata.labels).volume, undefined);
      assert.equal(Object(volume.metadata.annotations)["example.com/both"], "no");
      assert.equal(Object(claim.metadata.annotations)["example.com/both"], "yes");
      for (const { spec } of [volume, claim]) assert.equal(Object(spec).volumeAttributesClassName, "fast");
    });

    it("have every field of a CSI source; a Secret's namespace is that of the claim unless it is named", async () => {
      const affinity = {
        required: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: "zone", operator: "In", values: ["a", "b"] }] }],
        },
      } as const;
      const objects = await chart.render({
        volumes: {
          data: {
            claim: { size: "10Gi", accessModes: ["ReadOnlyMany"], volumeMode: "Block", storageClassName: "manual" },
            static: {
              capacity: "20Gi",
              reclaimPolicy: "Delete",
              mountOptions: ["ro", "vers=4.1"],
              nodeAffinity: affinity,
              csi: {
                ...own,
                readOnly: true,
                fsType: "xfs",
                volumeAttributes: { "example.com/tier": "yes", shares: "1" },
                controllerPublishSecretRef: { name: "a" },
                nodePublishSecretRef: { name: "b" },
                nodeStageSecretRef: { name: "c", namespace: "storage" },
                controllerExpandSecretRef: { name: "d" },
                nodeExpandSecretRef: { name: "e" },
              },
            },
          },
        },
      } satisfies Values);
      assert.deepEqual(pick(objects, "PersistentVolume")["spec"], {
        capacity: { storage: "20Gi" },
        accessModes: ["ReadOnlyMany"],
        volumeMode: "Block",
        persistentVolumeReclaimPolicy: "Delete",
        storageClassName: "manual",
        mountOptions: ["ro", "vers=4.1"],
        nodeAffinity: affinity,
        claimRef: { namespace: "eu", name: "etl-csi-volume-data" },
        csi: {
          driver: "my-csi-driver",
          volumeHandle: "unique-volume-handle",
          readOnly: true,
          fsType: "xfs",
          volumeAttributes: { "example.com/tier": "yes", shares: "1" },
          controllerPublishSecretRef: { name: "a", namespace: "eu" },
          nodePublishSecretRef: { name: "b", namespace: "eu" },
          nodeStageSecretRef: { name: "c", namespace: "storage" },
          controllerExpandSecretRef: { name: "d", namespace: "eu" },
          nodeExpandSecretRef: { name: "e", namespace: "eu" },
        },
      });
      assert.deepEqual(pick(objects, "PersistentVolumeClaim")["spec"], {
        accessModes: ["ReadOnlyMany"],
        volumeMode: "Block",
        resources: { requests: { storage: "10Gi" } },
        storageClassName: "manual",
        volumeName: "eu-etl-csi-volume-data",
      });
      assert.deepEqual(checkObjects(objects, { releaseNamespace: "eu" }), []);
    });

    it("belong to the cluster, carry the namespace in their names, and are left by uninstall", async () => {
      const objects = await chart.render({
        namespaceOverride: "storage",
        commonAnnotations: { team: "data" },
        volumes: {
          kept: { claim: { size: "1Gi" }, static: { csi: own }, labels: { app: "etl" }, annotations: { team: "own" } },
          lost: { retain: false, claim: { size: "1Gi" }, static: { csi: { ...own, volumeHandle: "other" } } },
        },
      } satisfies Values);
      for (const [kind, name] of [
        ["PersistentVolume", "storage-etl-csi-volume-kept"],
        ["PersistentVolumeClaim", "etl-csi-volume-kept"],
      ] as const) {
        const { metadata } = pick(objects, kind, name);
        assert.equal(metadata["namespace"], kind === "PersistentVolume" ? undefined : "storage");
        assert.deepEqual(metadata["annotations"], { team: "own", "helm.sh/resource-policy": "keep" });
        assert.equal((metadata["labels"] as Record<string, string>)["app"], "etl");
      }
      const lost = pick(objects, "PersistentVolume", "storage-etl-csi-volume-lost");
      assert.deepEqual(lost.metadata["annotations"], { team: "data" });
    });

    it("may wait for a claim that someone else makes", async () => {
      const objects = await chart.render({
        volumes: {
          theirs: { claim: { existingClaim: "shared" }, static: { capacity: "5Gi", csi: own } },
          later: {
            claim: { create: false, name: "later", size: "6Gi" },
            static: { csi: { ...own, volumeHandle: "other" } },
          },
        },
      } satisfies Values);
      const specs = objects.map((object) => object["spec"] as { capacity: object; claimRef: object });
      assert.deepEqual(
        specs.map(({ capacity, claimRef }) => [capacity, claimRef]),
        [
          [{ storage: "6Gi" }, { namespace: "eu", name: "later" }],
          [{ storage: "5Gi" }, { namespace: "eu", name: "shared" }],
        ],
      );
    });

    it("are replaced by the cluster's where an environment disables static", async () => {
      const base: Values = { volumes: { data: { claim: { size: "10Gi" }, static: { csi: own } } } };
      const objects = await chart.render(base, { set: ["volumes.data.static.enabled=false"] });
      assert.deepEqual(pick(objects, "PersistentVolumeClaim")["spec"], {
        accessModes: ["ReadWriteOnce"],
        volumeMode: "Filesystem",
        resources: { requests: { storage: "10Gi" } },
      });
      assert.equal(objects.length, 1);
    });
  });
}
