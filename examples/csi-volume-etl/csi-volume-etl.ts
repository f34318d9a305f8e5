/**
 * Extract, transform and load over one volume of a CSI driver, which outlives the tasks and the release: what one run
 * writes is there in the next, after `helm uninstall` and another install too.
 *
 *     chartwright generate examples/csi-volume-etl/csi-volume-etl.ts
 *     helm install etl charts/csi-volume-etl --namespace etl --create-namespace
 */
import { BatchJob, CsiVolume, definePipeline } from "../../generator/mod.ts"; // elsewhere: from "chartwright"

const busybox = { repository: "busybox", tag: "1.36" };

// Storage that exists: the chart makes the PersistentVolume for it, and a claim that is bound to no other volume.
const storage = new CsiVolume({
  volumes: {
    data: {
      claim: { size: "10Gi", accessModes: ["ReadWriteOnce"] },
      static: { csi: { driver: "my-csi-driver", volumeHandle: "unique-volume-handle", fsType: "ext4" } },
    },
  },
});

const data = { mountPath: "/data", pipelineVolume: storage.volume("data") };

export default definePipeline({
  name: "csi-volume-etl",
  version: "0.1.0",
  description: "Extract, transform and load over one CSI volume",
  // One Job: its containers run one after the other, so that a volume for one node is enough.
  ordering: "inPod",
  volumes: { storage },
  stages: {
    extract: new BatchJob({
      image: busybox,
      command: ["sh", "-c", "date > /data/extracted"],
      volumes: { data },
    }),
    transform: new BatchJob({
      dependsOn: ["extract"],
      image: busybox,
      command: ["sh", "-c", "sed s/^/transformed:/ /data/extracted > /data/transformed"],
      volumes: { data },
    }),
    load: new BatchJob({
      dependsOn: ["transform"],
      image: busybox,
      // A line for each run: the volume keeps those of the runs before.
      command: ["sh", "-c", "cat /data/transformed >> /data/loaded"],
      volumes: { data },
    }),
  },
  environments: {
    // On a cluster without the driver: its default StorageClass makes the storage, and uninstall removes it.
    dev: { storage: { volumes: { data: { retain: false, claim: { size: "1Gi" }, static: { enabled: false } } } } },
  },
});
