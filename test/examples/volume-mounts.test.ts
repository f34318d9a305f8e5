import assert from "node:assert/strict";
import { it } from "mocha";
import { describeExample, mountsOf, podOf, volumesOf } from "./render-example.ts";

describeExample("volume-mounts", { namespace: "default" }, ({ objects, find }) => {
  const jobOf = (release: string) => podOf(find(release, "Job", `${release}-batch-job`));
  const mainMounts = (release: string) => mountsOf(jobOf(release))["main"]?.filter(({ name }) => name !== "tmp");

  it("mounts a claim that exists, and one that the chart makes and uninstall leaves", () => {
    assert.partialDeepStrictEqual(volumesOf(jobOf("claims")), {
      existing: { persistentVolumeClaim: { claimName: "shared-data" } },
      own: { persistentVolumeClaim: { claimName: "claims-batch-job-own" } },
    });
    assert.deepEqual(mainMounts("claims"), [
      { name: "existing", mountPath: "/existing" },
      { name: "own", mountPath: "/own" },
    ]);
    const { metadata, spec } = find("claims", "PersistentVolumeClaim", "claims-batch-job-own");
    assert.deepEqual(metadata["annotations"], { "helm.sh/resource-policy": "keep" });
    assert.deepEqual(spec, {
      accessModes: ["ReadWriteOnce"],
      storageClassName: "standard",
      resources: { requests: { storage: "1Gi" } },
    });
  });

  it("mounts directories, a generic ephemeral volume and an inline volume of a CSI driver", () => {
    assert.partialDeepStrictEqual(volumesOf(jobOf("ephemeral")), {
      cache: { emptyDir: { sizeLimit: "1Gi" } },
      memory: { emptyDir: { medium: "Memory", sizeLimit: "64Mi" } },
      scratch: {
        ephemeral: {
          volumeClaimTemplate: {
            spec: {
              accessModes: ["ReadWriteOnce"],
              storageClassName: "standard",
              resources: { requests: { storage: "1Gi" } },
            },
          },
        },
      },
      inline: { csi: { driver: "inline.storage.example.com", fsType: "ext4", volumeAttributes: { size: "1Gi" } } },
    });
    const paths = mainMounts("ephemeral")?.map(({ name, mountPath }) => [name, mountPath]);
    assert.deepEqual(paths, [
      ["cache", "/cache"],
      ["inline", "/inline"],
      ["memory", "/memory"],
      ["scratch", "/scratch"],
    ]);
  });

  it("mounts ConfigMaps, Secrets and several sources in one directory, for reading only", () => {
    assert.partialDeepStrictEqual(volumesOf(jobOf("files")), {
      config: { configMap: { name: "site", optional: true } },
      settings: { configMap: { name: "files-batch-job-settings" } },
      secret: { secret: { secretName: "credentials", defaultMode: 288 } },
      all: {
        projected: {
          sources: [
            { configMap: { name: "site", items: [{ key: "site.conf", path: "site/site.conf" }] } },
            { secret: { name: "credentials", items: [{ key: "password", path: "password", mode: 288 }] } },
            { downwardAPI: { items: [{ path: "labels", fieldRef: { fieldPath: "metadata.labels" } }] } },
            { serviceAccountToken: { path: "token", audience: "vault", expirationSeconds: 3600 } },
          ],
        },
      },
    });
    assert.ok(mainMounts("files")?.every(({ readOnly }) => readOnly === true));
    assert.deepEqual(find("files", "ConfigMap", "files-batch-job-settings")["data"], { "app.conf": "debug=false\n" });
  });

  it("mounts a directory of the node where the values say so twice", () => {
    const pod = podOf(find("host-path", "CronJob", "host-path-batch-job"));
    assert.deepEqual(volumesOf(pod)["host"], { hostPath: { path: "/var/log", type: "Directory" } });
    const host = mountsOf(pod)["main"]?.find(({ name }) => name === "host");
    assert.deepEqual(host, { name: "host", mountPath: "/host", readOnly: true });
  });

  it("gives two tasks one claim, and each a directory of its own in it", () => {
    assert.deepEqual(
      objects("shared").map(({ kind, metadata }) => [kind, metadata.name]),
      [["PersistentVolumeClaim", "shared-data"]],
    );
    for (const release of ["first", "second"]) {
      assert.deepEqual(volumesOf(jobOf(release))["data"], { persistentVolumeClaim: { claimName: "shared-data" } });
      assert.deepEqual(mainMounts(release), [{ name: "data", mountPath: "/data", subPath: release }]);
    }
  });

  it("mounts a volume in several containers, and hands one over as a block device", () => {
    const pod = jobOf("several");
    assert.deepEqual(mainMounts("several"), [{ name: "data", mountPath: "/in", readOnly: true }]);
    assert.deepEqual(mountsOf(pod)["fill"], [
      { name: "data", mountPath: "/out" },
      { name: "tmp", mountPath: "/tmp" },
    ]);
    assert.deepEqual(pod.containers[0]?.volumeDevices, [{ name: "disk", devicePath: "/dev/xvda" }]);
    assert.deepEqual(volumesOf(pod)["disk"], { persistentVolumeClaim: { claimName: "raw-disk" } });
  });
});
