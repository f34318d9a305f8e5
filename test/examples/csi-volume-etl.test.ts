import assert from "node:assert/strict";
import { it } from "mocha";
import { describeExample, mountsOf, podOf, volumesOf } from "./render-example.ts";

describeExample("csi-volume-etl", { release: "etl", namespace: "etl" }, ({ objects, find }) => {
  it("makes the PersistentVolume over the driver's storage, which is kept after its claim and the release", () => {
    const { metadata, spec } = find("values", "PersistentVolume", "etl-etl-storage-data");
    assert.deepEqual(metadata["annotations"], { "helm.sh/resource-policy": "keep" });
    assert.deepEqual(spec, {
      capacity: { storage: "10Gi" },
      accessModes: ["ReadWriteOnce"],
      volumeMode: "Filesystem",
      persistentVolumeReclaimPolicy: "Retain",
      claimRef: { namespace: "etl", name: "etl-storage-data" },
      csi: { driver: "my-csi-driver", volumeHandle: "unique-volume-handle", fsType: "ext4" },
    });
  });

  it("makes the claim that is bound to that volume and no other, and is kept after the release", () => {
    const { metadata, spec } = find("values", "PersistentVolumeClaim", "etl-storage-data");
    assert.equal(metadata["namespace"], "etl");
    assert.deepEqual(metadata["annotations"], { "helm.sh/resource-policy": "keep" });
    assert.deepEqual(spec, {
      accessModes: ["ReadWriteOnce"],
      volumeMode: "Filesystem",
      resources: { requests: { storage: "10Gi" } },
      storageClassName: "",
      volumeName: "etl-etl-storage-data",
    });
  });

  it("runs extract, transform and load one after the other in the pod of one Job", () => {
    const jobs = objects("values").filter(({ kind }) => kind === "Job");
    assert.equal(jobs.length, 1);
    const { restartPolicy, initContainers = [], containers } = podOf(find("values", "Job", "etl-load"));
    assert.equal(restartPolicy, "Never");
    // An init container that restarts would be a sidecar: the next one would not wait for its end.
    assert.ok(initContainers.every((container) => container.restartPolicy === undefined));
    const steps = [...initContainers, ...containers].map(({ name, image, command }) => [
      name,
      image,
      ...(command ?? []),
    ]);
    assert.deepEqual(steps, [
      ["extract", "busybox:1.36", "sh", "-c", "date > /data/extracted"],
      ["transform", "busybox:1.36", "sh", "-c", "sed s/^/transformed:/ /data/extracted > /data/transformed"],
      ["load", "busybox:1.36", "sh", "-c", "cat /data/transformed >> /data/loaded"],
    ]);
  });

  it("mounts the one claim at /data in all of them", () => {
    const pod = podOf(find("values", "Job", "etl-load"));
    const claims = Object.entries(volumesOf(pod)).filter(([, source]) => "persistentVolumeClaim" in source);
    const [[volume, source] = [], ...others] = claims;
    assert.deepEqual([source, others], [{ persistentVolumeClaim: { claimName: "etl-storage-data" } }, []]);
    for (const [container, mounts] of Object.entries(mountsOf(pod))) {
      const data = mounts.filter(({ name }) => name === volume);
      assert.deepEqual(data, [{ name: volume, mountPath: "/data" }], container);
    }
  });

  it("claims storage of the cluster's own in dev, and deletes all of it", () => {
    assert.ok(objects("dev").every(({ kind }) => kind !== "PersistentVolume"));
    const { metadata, spec } = find("dev", "PersistentVolumeClaim", "etl-storage-data");
    assert.equal(metadata["annotations"], undefined);
    assert.deepEqual(spec, {
      accessModes: ["ReadWriteOnce"],
      volumeMode: "Filesystem",
      resources: { requests: { storage: "1Gi" } },
    });
  });
});
