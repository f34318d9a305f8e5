import { limitParameter } from "./csi-driver/make-volume.ts";
import { testLabels } from "./test-label.ts";

/** Name of the CSI driver: that which the examples name. */
export const driverName = "my-csi-driver";

/** Name of the StorageClass of claims that name none; the newest default wins where a cluster has one already. */
export const defaultClass = "chartwright-tests";

/** Name of a StorageClass whose volumes hold no more than their claims request. */
export const limitedClass = "chartwright-tests-limited";

/** What the cluster must know of the driver, and the default StorageClass, whose volumes the driver provides. */
export const storageObjects = {
  apiVersion: "v1",
  kind: "List",
  items: [
    {
      apiVersion: "storage.k8s.io/v1",
      kind: "CSIDriver",
      metadata: { name: driverName, labels: testLabels },
      spec: {
        attachRequired: false,
        podInfoOnMount: true,
        // A volume's directory is root's: the kubelet gives it to the pod's group.
        fsGroupPolicy: "File",
        volumeLifecycleModes: ["Persistent", "Ephemeral"],
      },
    },
    {
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
      metadata: {
        name: defaultClass,
        labels: testLabels,
        annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
      },
      provisioner: driverName,
      parameters: { tier: "standard" },
      reclaimPolicy: "Delete",
      volumeBindingMode: "Immediate",
    },
    {
      apiVersion: "storage.k8s.io/v1",
      kind: "StorageClass",
      metadata: { name: limitedClass, labels: testLabels },
      provisioner: driverName,
      parameters: { [limitParameter]: "true" },
      reclaimPolicy: "Delete",
      volumeBindingMode: "Immediate",
    },
  ],
} as const;
