import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "mocha";
import { checkObjects } from "../../../../generator/rules/check-objects.ts";
import { helmVersions } from "../../../helm-versions.ts";
import { compute, pick, useVolumes, type Values } from "../render-volumes.ts";

type ClassValues = NonNullable<NonNullable<Values["storageClasses"]>[string]>;

for (const version of helmVersions) {
  describe(`the StorageClasses of csi-volume under Helm ${version}`, () => {
    const chart = useVolumes(version);

    const render = async (fast: ClassValues) =>
      pick(await chart.render({ storageClasses: { fast } } satisfies Values), "StorageClass");
    const nameOf = async (fast: ClassValues) => (await render(fast)).metadata.name;

    it("have every field", async () => {
      const topology = { matchLabelExpressions: [{ key: "topology.kubernetes.io/zone", values: ["a"] }] };
      const full = await render({
        name: "azure-disk",
        provisioner: "disk.csi.azure.com",
        parameters: { skuName: "Premium_LRS", maxShares: "2", "csi.storage.k8s.io/fstype": "ext4" },
        reclaimPolicy: "Delete",
        volumeBindingMode: "WaitForFirstConsumer",
        allowVolumeExpansion: false,
        mountOptions: ["noatime"],
        allowedTopologies: [topology],
        isDefault: true,
        annotations: { team: "data" },
        labels: { tier: "fast" },
      });
      const { metadata, ...fields } = full;
      assert.deepEqual(fields, {
        apiVersion: "storage.k8s.io/v1",
        kind: "StorageClass",
        provisioner: "disk.csi.azure.com",
        parameters: { skuName: "Premium_LRS", maxShares: "2", "csi.storage.k8s.io/fstype": "ext4" },
        reclaimPolicy: "Delete",
        volumeBindingMode: "WaitForFirstConsumer",
        allowVolumeExpansion: false,
        mountOptions: ["noatime"],
        allowedTopologies: [topology],
      });
      assert.equal(metadata.name, "azure-disk");
      assert.equal(metadata["namespace"], undefined);
      assert.deepEqual(metadata["annotations"], {
        "storageclass.kubernetes.io/is-default-class": "true",
        team: "data",
      });
      assert.equal((metadata["labels"] as Record<string, string>)["tier"], "fast");
      assert.deepEqual(checkObjects([full], { releaseNamespace: "eu" }), []);
    });

    it("keep the storage of deleted claims and let claims grow by default", async () => {
      const { metadata, ...fields } = await render({ provisioner: "my-csi-driver" });
      assert.deepEqual(fields, {
        apiVersion: "storage.k8s.io/v1",
        kind: "StorageClass",
        provisioner: "my-csi-driver",
        reclaimPolicy: "Retain",
        volumeBindingMode: "Immediate",
        allowVolumeExpansion: true,
      });
      assert.equal(metadata["annotations"], undefined);
    });

    it("end in a hash of what cannot change in a class", async () => {
      const json =
        '{"parameters":{"tier":"a\\u0026b"},"provisioner":"my-csi-driver","reclaimPolicy":"Retain","volumeBindingMode":"Immediate"}';
      const hash = createHash("sha256").update(json).digest("hex").slice(0, 8);
      const provisioner = "my-csi-driver";
      const parameters = { tier: "a&b" };
      const name = `eu-etl-csi-volume-fast-${hash}`;
      assert.equal(await nameOf({ provisioner, parameters }), name);
      assert.deepEqual(compute("storageClassNames", { fast: { provisioner, parameters } }, "eu-etl-csi-volume"), {
        fast: name,
      });
      assert.equal(await nameOf({ provisioner, parameters, mountOptions: ["ro"], allowVolumeExpansion: false }), name);
      for (const change of [
        { parameters: { tier: "c" } },
        { provisioner: "other" },
        { reclaimPolicy: "Delete" as const },
        { volumeBindingMode: "WaitForFirstConsumer" as const },
      ]) {
        assert.notEqual(await nameOf({ provisioner, parameters, ...change }), name, JSON.stringify(change));
      }
    });

    it("have no hash where it is disabled or the name is exact", async () => {
      assert.equal(await nameOf({ provisioner: "x", nameSuffixHash: false }), "eu-etl-csi-volume-fast");
      assert.equal(await nameOf({ provisioner: "x", name: "fast" }), "fast");
      const classes = { a: { provisioner: "x", nameSuffixHash: false }, b: { provisioner: "x", name: "fast" } };
      assert.deepEqual(compute("storageClassNames", classes, "eu-etl"), { a: "eu-etl-a", b: "fast" });
    });

    it("are kept by uninstall only on request", async () => {
      const kept = await render({ provisioner: "x", retain: true });
      assert.deepEqual(kept.metadata["annotations"], { "helm.sh/resource-policy": "keep" });
    });
  });
}
