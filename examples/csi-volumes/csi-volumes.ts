/**
 * Volumes of CSI drivers: made by hand over storage that exists (static), or by a StorageClass when they are claimed
 * (dynamic); with the drivers for Azure disks and Azure file shares as worked examples.
 *
 *     helm install azure-disk charts/csi-volume --values examples/csi-volumes/values/azure-disk.yaml
 */
import { CsiVolume } from "../../generator/mod.ts"; // elsewhere: from "chartwright"

const secret = (name: string) => ({ name, namespace: "storage" });

/** Storage that exists, with everything that can be said of it. */
const everything = new CsiVolume({
  volumes: {
    data: {
      claim: { size: "10Gi", accessModes: ["ReadOnlyMany"] },
      static: {
        name: "everything",
        capacity: "10Gi",
        reclaimPolicy: "Retain",
        mountOptions: ["noatime"],
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: "topology.kubernetes.io/zone", operator: "In", values: ["zone-a"] }] },
            ],
          },
        },
        csi: {
          driver: "my-csi-driver",
          volumeHandle: "unique-volume-handle",
          readOnly: true,
          fsType: "ext4",
          volumeAttributes: { tier: "fast" },
          controllerPublishSecretRef: secret("attach"),
          nodeStageSecretRef: secret("stage"),
          nodePublishSecretRef: secret("publish"),
          controllerExpandSecretRef: secret("grow"),
          nodeExpandSecretRef: secret("grow-on-node"),
        },
      },
    },
  },
});

/** Storage that a driver makes when it is claimed. */
const dynamic = new CsiVolume({
  storageClasses: {
    fast: {
      provisioner: "my-csi-driver",
      parameters: { tier: "fast", "csi.storage.k8s.io/fstype": "ext4" },
      volumeBindingMode: "WaitForFirstConsumer",
    },
  },
  volumes: { data: { claim: { size: "10Gi", ownStorageClass: "fast" } } },
});

/** An Azure disk: one that exists, and a class that makes more. A disk is for one node. */
const azureDisk = new CsiVolume({
  storageClasses: {
    premium: {
      provisioner: "disk.csi.azure.com",
      parameters: { skuName: "Premium_LRS" },
      // The disk is made in the zone of the first pod that uses it.
      volumeBindingMode: "WaitForFirstConsumer",
    },
  },
  volumes: {
    existing: {
      claim: { size: "10Gi" },
      static: {
        csi: {
          driver: "disk.csi.azure.com",
          volumeHandle:
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/my-group/providers/Microsoft.Compute/disks/my-disk",
          fsType: "ext4",
        },
      },
    },
    made: { claim: { size: "64Gi", ownStorageClass: "premium" } },
  },
});

const smb = ["dir_mode=0770", "file_mode=0770", "uid=65532", "gid=65532", "mfsymlinks", "cache=strict", "nosharesock"];

/** An Azure file share over SMB, for many nodes. The mount decides who owns its files: fsGroup does not. */
const azureFileSmb = new CsiVolume({
  storageClasses: {
    smb: { provisioner: "file.csi.azure.com", parameters: { skuName: "Standard_LRS" }, mountOptions: smb },
  },
  volumes: {
    existing: {
      claim: { size: "100Gi", accessModes: ["ReadWriteMany"] },
      static: {
        mountOptions: smb,
        csi: {
          driver: "file.csi.azure.com",
          // Any name that no other volume of the cluster has, without "#".
          volumeHandle: "myaccount-my-share",
          volumeAttributes: { resourceGroup: "my-group", shareName: "my-share" },
          // A Secret with azurestorageaccountname and azurestorageaccountkey.
          nodeStageSecretRef: secret("azure-file"),
        },
      },
    },
    made: { claim: { size: "100Gi", accessModes: ["ReadWriteMany"], ownStorageClass: "smb" } },
  },
});

/** An Azure file share over NFS, which only premium accounts have: no Secret, the network decides who may mount it. */
const azureFileNfs = new CsiVolume({
  storageClasses: {
    nfs: {
      provisioner: "file.csi.azure.com",
      parameters: { protocol: "nfs", skuName: "Premium_LRS" },
      mountOptions: ["nconnect=4"],
    },
  },
  volumes: {
    existing: {
      claim: { size: "100Gi", accessModes: ["ReadWriteMany"] },
      static: {
        mountOptions: ["nconnect=4"],
        csi: {
          driver: "file.csi.azure.com",
          volumeHandle: "mypremiumaccount-my-share",
          volumeAttributes: {
            resourceGroup: "my-group",
            storageAccount: "mypremiumaccount",
            shareName: "my-share",
            protocol: "nfs",
          },
        },
      },
    },
    made: { claim: { size: "100Gi", accessModes: ["ReadWriteMany"], ownStorageClass: "nfs" } },
  },
});

export default {
  everything,
  dynamic,
  "azure-disk": azureDisk,
  "azure-file-smb": azureFileSmb,
  "azure-file-nfs": azureFileNfs,
};
