import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { helmVersions } from "../../../helm-versions.ts";
import { pick, useVolumes, type Values } from "../render-volumes.ts";

for (const version of helmVersions) {
  describe(`the claims of csi-volume under Helm ${version}`, () => {
    const chart = useVolumes(version);

    const classOf = async (values: Values): Promise<unknown> =>
      (pick(await chart.render(values), "PersistentVolumeClaim")["spec"] as Record<string, unknown>)[
        "storageClassName"
      ];

    it("have the class of the cluster, of all stages, none, or their own", async () => {
      const claim = { size: "1Gi" };
      const shared = { defaultStorageClass: "shared" };
      assert.equal(await classOf({ volumes: { data: { claim } } }), undefined);
      assert.equal(await classOf({ global: shared, volumes: { data: { claim } } }), "shared");
      assert.equal(
        await classOf({ global: shared, volumes: { data: { claim: { ...claim, storageClassName: "" } } } }),
        "",
      );
      assert.equal(
        await classOf({ global: shared, volumes: { data: { claim: { ...claim, storageClassName: "own" } } } }),
        "own",
      );
    });

    it("name a StorageClass of the chart by its id", async () => {
      const objects = await chart.render({
        storageClasses: { fast: { provisioner: "my-csi-driver" } },
        volumes: { data: { claim: { size: "1Gi", ownStorageClass: "fast", storageClassName: "standard" } } },
      } satisfies Values);
      const { storageClassName } = pick(objects, "PersistentVolumeClaim")["spec"] as { storageClassName: string };
      assert.equal(storageClassName, pick(objects, "StorageClass").metadata.name);
      assert.match(storageClassName, /^eu-etl-csi-volume-fast-[0-9a-f]{8}$/);
    });

    it("bind to what exists and start from what exists", async () => {
      const dataSource = { apiGroup: "snapshot.storage.k8s.io", kind: "VolumeSnapshot", name: "yesterday" };
      const objects = await chart.render({
        volumes: {
          named: { claim: { size: "1Gi", volumeName: "disk-1", storageClassName: "" } },
          chosen: { claim: { size: "1Gi", selector: { matchLabels: { disk: "fast" } } } },
          restored: { claim: { size: "1Gi", dataSource, volumeAttributesClassName: "gold" } },
          populated: { claim: { size: "1Gi", dataSourceRef: { ...dataSource, kind: "Backup" } } },
        },
      } satisfies Values);
      const specOf = (id: string): unknown => pick(objects, "PersistentVolumeClaim", `etl-csi-volume-${id}`)["spec"];
      const common = {
        accessModes: ["ReadWriteOnce"],
        volumeMode: "Filesystem",
        resources: { requests: { storage: "1Gi" } },
      };
      assert.deepEqual(specOf("named"), { ...common, volumeName: "disk-1", storageClassName: "" });
      assert.deepEqual(specOf("chosen"), { ...common, selector: { matchLabels: { disk: "fast" } } });
      assert.deepEqual(specOf("restored"), { ...common, dataSource, volumeAttributesClassName: "gold" });
      assert.deepEqual(specOf("populated"), { ...common, dataSourceRef: { ...dataSource, kind: "Backup" } });
    });

    it("are not made for an entry that is off or has a claim already", async () => {
      const objects = await chart.render({
        volumes: {
          off: { enabled: false, claim: { size: "1Gi" } },
          existing: { claim: { existingClaim: "shared" } },
          elsewhere: { claim: { create: false } },
        },
      } satisfies Values);
      assert.deepEqual(objects, []);
    });

    it("have names that are neither too long nor collide", async () => {
      const csi = (volumeHandle: string) => ({ csi: { driver: "my-csi-driver", volumeHandle } });
      const long = "a-volume-with-a-name-that-is-as-long-as-a-label-may-be-and-no-mor";
      const values: Values = {
        storageClasses: {
          [`${long.slice(0, 62)}1`]: { provisioner: "x" },
          [`${long.slice(0, 62)}2`]: { provisioner: "x" },
        },
        volumes: {
          [`${long.slice(0, 62)}1`]: { claim: { size: "1Gi" }, static: csi("1") },
          [`${long.slice(0, 62)}2`]: { claim: { size: "1Gi" }, static: csi("2") },
        },
      };
      const release = "r2345678901234567890123456789012345678901234567890123";
      const objects = await chart.render(values, { release, namespace: "n".repeat(63) });
      const names = objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
      assert.equal(new Set(names).size, 6);
      for (const { metadata } of objects) assert.match(metadata.name ?? "", /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])$/);
      const volumes = objects.filter(({ kind }) => kind === "PersistentVolume");
      assert.deepEqual(
        volumes.map((one) => (one["spec"] as { claimRef: { name: string } }).claimRef.name),
        objects.filter(({ kind }) => kind === "PersistentVolumeClaim").map(({ metadata }) => metadata.name),
      );
    });
  });
}
