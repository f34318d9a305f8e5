import assert from "node:assert/strict";
import { it } from "mocha";
import { describeExample, podOf, volumesOf } from "./render-example.ts";

describeExample("nightly-etl", { release: "etl", namespace: "etl" }, ({ objects, find }) => {
  /** The names of all that runs, and of all storage, in an environment. */
  const listMain = (environment: string) =>
    objects(environment)
      .filter(({ kind }) => /Job$|^PersistentVolume/.test(kind))
      .map(({ kind, metadata }) => `${kind}/${metadata.name.replace(/-[0-9a-f]{8}$/, "")}`)
      .sort();

  it("runs the four stages one after the other in the pod of one CronJob", () => {
    const { restartPolicy, initContainers = [], containers } = podOf(find("values", "CronJob", "etl-report"));
    assert.equal(restartPolicy, "Never");
    // An init container that restarts would be a sidecar: the next one would not wait for its end.
    assert.ok(initContainers.every((container) => container.restartPolicy === undefined));
    assert.deepEqual(
      [...initContainers, ...containers].map(({ name, image }) => [name, image]),
      [
        ["extract", "python:3.13-slim"],
        ["transform", "python:3.13-slim"],
        ["load", "busybox:1.36"],
        ["report", "busybox:1.36"],
      ],
    );
  });

  it("starts the pod every night, one at a time, and gives up after two hours", () => {
    assert.partialDeepStrictEqual(find("values", "CronJob", "etl-report")["spec"], {
      schedule: "0 2 * * *",
      timeZone: "Europe/Berlin",
      concurrencyPolicy: "Forbid",
      startingDeadlineSeconds: 3600,
      jobTemplate: { spec: { backoffLimit: 2, activeDeadlineSeconds: 7200 } },
    });
  });

  it("mounts one claim at /data in all stages, and the sample orders in the first", () => {
    const pod = podOf(find("values", "CronJob", "etl-report"));
    const sources = volumesOf(pod);
    const mounts = [...(pod.initContainers ?? []), ...pod.containers].map(({ name, volumeMounts = [] }) => [
      name,
      ...volumeMounts
        .filter((mount) => mount.mountPath !== "/tmp")
        .map((mount) => [mount.mountPath, sources[mount.name]]),
    ]);
    const data = ["/data", { persistentVolumeClaim: { claimName: "etl-storage-data" } }];
    assert.deepEqual(mounts, [
      ["extract", data, ["/sample", { configMap: { name: "etl-extract-sample" } }]],
      ["transform", data],
      ["load", data],
      ["report", data],
    ]);
  });

  it("is a Job in dev, which runs at once over a claim that uninstall removes", () => {
    assert.deepEqual(listMain("dev"), ["Job/etl-report", "PersistentVolumeClaim/etl-storage-data"]);
    assert.partialDeepStrictEqual(find("dev", "Job", "etl-report")["spec"], {
      backoffLimit: 2,
      activeDeadlineSeconds: 600,
    });
    const { metadata, spec } = find("dev", "PersistentVolumeClaim", "etl-storage-data");
    assert.equal(metadata["annotations"], undefined);
    assert.deepEqual(spec, {
      accessModes: ["ReadWriteOnce"],
      volumeMode: "Filesystem",
      resources: { requests: { storage: "1Gi" } },
    });
  });

  it("has a disk that exists in prod, whose claim is bound to it and is kept after the release", () => {
    assert.deepEqual(listMain("prod"), [
      "CronJob/etl-report",
      "PersistentVolume/etl-etl-storage-data",
      "PersistentVolumeClaim/etl-storage-data",
    ]);
    const volume = find("prod", "PersistentVolume", "etl-etl-storage-data");
    assert.partialDeepStrictEqual(volume["spec"], {
      capacity: { storage: "100Gi" },
      persistentVolumeReclaimPolicy: "Retain",
      claimRef: { namespace: "etl", name: "etl-storage-data" },
      csi: { driver: "ebs.csi.aws.com", volumeHandle: "vol-0123456789abcdef0", fsType: "ext4" },
    });
    const { metadata, spec } = find("prod", "PersistentVolumeClaim", "etl-storage-data");
    assert.deepEqual(metadata["annotations"], { "helm.sh/resource-policy": "keep" });
    assert.partialDeepStrictEqual(spec, {
      resources: { requests: { storage: "100Gi" } },
      storageClassName: "",
      volumeName: "etl-etl-storage-data",
    });
  });

  it("fetches the orders of the shop in prod, over HTTPS and by nothing else", () => {
    const pod = podOf(find("prod", "CronJob", "etl-report"));
    assert.deepEqual(pod.initContainers?.[0]?.env, [
      { name: "SOURCE_URL", value: "https://shop.example.com/exports/orders.csv" },
    ]);
    assert.deepEqual(Object.keys(volumesOf(pod)), [
      "storage-data",
      "extract-tmp",
      "transform-tmp",
      "load-tmp",
      "report-tmp",
    ]);
    assert.deepEqual(Object(find("prod", "NetworkPolicy", "etl-report")["spec"]).egress, [
      {
        ports: [
          { port: 53, protocol: "UDP" },
          { port: 53, protocol: "TCP" },
        ],
      },
      { ports: [{ port: 443, protocol: "TCP" }] },
    ]);
  });

  it("takes the images of prod from the registry of prod", () => {
    const pod = podOf(find("prod", "CronJob", "etl-report"));
    assert.deepEqual(pod.imagePullSecrets, [{ name: "registry-credentials" }]);
    assert.deepEqual(
      [...(pod.initContainers ?? []), ...pod.containers].map(({ image }) => image),
      [
        "registry.example.com/python:3.13-slim",
        "registry.example.com/python:3.13-slim",
        "registry.example.com/busybox:1.36",
        "registry.example.com/busybox:1.36",
      ],
    );
  });
});
