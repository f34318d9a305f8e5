/**
 * Every way to mount a volume into the pods of a stage. The field that names the source makes the kind of volume; a
 * `type` beside it is needed only where values files leave several.
 *
 *     helm install claims charts/batch-job --values examples/volume-mounts/values/claims.yaml
 */
import { BatchJob, CsiVolume } from "../../generator/mod.ts"; // elsewhere: from "chartwright"

const image = { repository: "busybox", tag: "1.36" };
const list = (...paths: string[]) => ["ls", "-la", ...paths];

/** Storage that outlives the pod, by claims: one that exists, and one that the chart makes and uninstall leaves. */
const claims = new BatchJob({
  image,
  command: list("/existing", "/own"),
  volumes: {
    existing: { mountPath: "/existing", existingClaim: "shared-data" },
    own: { mountPath: "/own", claim: { size: "1Gi", storageClassName: "standard" } },
  },
});

/** Storage that lives and dies with the pod: a directory, a claim, and an inline volume of a CSI driver. */
const ephemeral = new BatchJob({
  image,
  command: list("/cache", "/memory", "/scratch", "/inline"),
  volumes: {
    cache: { mountPath: "/cache", emptyDir: { sizeLimit: "1Gi" } },
    memory: { mountPath: "/memory", emptyDir: { medium: "Memory", sizeLimit: "64Mi" } },
    scratch: { mountPath: "/scratch", ephemeral: { size: "1Gi", storageClassName: "standard" } },
    inline: {
      mountPath: "/inline",
      csi: { driver: "inline.storage.example.com", fsType: "ext4", volumeAttributes: { size: "1Gi" } },
    },
  },
});

/** Files from the cluster's objects: ConfigMaps, Secrets, and several sources in one directory. */
const files = new BatchJob({
  image,
  command: list("/config", "/settings", "/secret", "/all"),
  configMaps: { settings: { data: { "app.conf": "debug=false\n" } } },
  volumes: {
    config: { mountPath: "/config", readOnly: true, configMap: { name: "site", optional: true } },
    settings: { mountPath: "/settings", readOnly: true, ownConfigMap: "settings" },
    secret: { mountPath: "/secret", readOnly: true, secret: { secretName: "credentials", defaultMode: 0o440 } },
    all: {
      mountPath: "/all",
      readOnly: true,
      projected: {
        sources: [
          { configMap: { name: "site", items: [{ key: "site.conf", path: "site/site.conf" }] } },
          { secret: { name: "credentials", items: [{ key: "password", path: "password", mode: 0o440 }] } },
          { downwardAPI: { items: [{ path: "labels", fieldRef: { fieldPath: "metadata.labels" } }] } },
          { serviceAccountToken: { path: "token", audience: "vault", expirationSeconds: 3600 } },
        ],
      },
    },
  },
});

/** A directory of the node: said twice, because the pod then sees, and may change, a part of the node. */
const hostPath = new BatchJob({
  kind: "CronJob",
  cron: { schedule: "@hourly" },
  image,
  command: list("/host"),
  volumes: {
    host: {
      mountPath: "/host",
      readOnly: true,
      allowHostPath: true,
      hostPath: { path: "/var/log", type: "Directory" },
    },
  },
});

/** A claim for several tasks ... */
const shared = new CsiVolume({ volumes: { data: { claim: { name: "shared-data", size: "1Gi" } } } });

/** ... of which each sees a directory of its own, and not the other's. */
const first = new BatchJob({
  image,
  command: ["sh", "-c", "date > /data/written-by-first"],
  volumes: { data: { mountPath: "/data", subPath: "first", existingClaim: "shared-data" } },
});
const second = new BatchJob({
  image,
  command: ["sh", "-c", "date > /data/written-by-second; ! test -e /data/written-by-first"],
  volumes: { data: { mountPath: "/data", subPath: "second", existingClaim: "shared-data" } },
});

/** One volume in several places and containers, and a block device. */
const several = new BatchJob({
  image,
  command: ["sh", "-c", "cat /in/input; ls -l /dev/xvda"],
  initContainers: { fill: { image, command: ["sh", "-c", "date > /out/input"] } },
  volumes: {
    data: {
      mountPath: "/in",
      readOnly: true,
      emptyDir: {},
      mounts: { out: { container: "fill", mountPath: "/out" } },
    },
    disk: { devicePath: "/dev/xvda", existingClaim: "raw-disk" },
  },
});

export default { claims, ephemeral, files, "host-path": hostPath, shared, first, second, several };

/** What must not be held against the objects: what other charts or the cluster's owners bring, and the host's directory. */
export const allowances = {
  external: ["PersistentVolumeClaim/raw-disk", "ConfigMap/site", "Secret/credentials"],
  allowPrivileged: ["CronJob/host-path-batch-job"],
};
