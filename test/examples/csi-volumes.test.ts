import assert from "node:assert/strict";
import { it } from "mocha";
import { describeExample } from "./render-example.ts";

describeExample("csi-volumes", { namespace: "default" }, ({ objects, find }) => {
  const onlyClass = (release: string) => {
    const [storageClass, ...others] = objects(release).filter(({ kind }) => kind === "StorageClass");
    assert.ok(storageClass !== undefined && others.length === 0);
    const { apiVersion: _, kind: __, metadata, ...rest } = storageClass;
    return { name: metadata.name, rest };
  };

  it("sets every field of a PersistentVolume", () => {
    assert.deepEqual(find("everything", "PersistentVolume", "everything")["spec"], {
      capacity: { storage: "10Gi" },
      accessModes: ["ReadOnlyMany"],
      volumeMode: "Filesystem",
      persistentVolumeReclaimPolicy: "Retain",
      mountOptions: ["noatime"],
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [
            { matchExpressions: [{ key: "topology.kubernetes.io/zone", operator: "In", values: ["zone-a"] }] },
          ],
        },
      },
      claimRef: { namespace: "default", name: "everything-csi-volume-data" },
      csi: {
        driver: "my-csi-driver",
        volumeHandle: "unique-volume-handle",
        readOnly: true,
        fsType: "ext4",
        volumeAttributes: { tier: "fast" },
        controllerPublishSecretRef: { name: "attach", namespace: "storage" },
        nodeStageSecretRef: { name: "stage", namespace: "storage" },
        nodePublishSecretRef: { name: "publish", namespace: "storage" },
        controllerExpandSecretRef: { name: "grow", namespace: "storage" },
        nodeExpandSecretRef: { name: "grow-on-node", namespace: "storage" },
      },
    });
  });

  it("makes a class whose name changes with what cannot change in it, and claims from it", () => {
    const { name, rest } = onlyClass("dynamic");
    assert.match(name, /^default-dynamic-csi-volume-fast-[0-9a-f]{8}$/);
    assert.deepEqual(rest, {
      provisioner: "my-csi-driver",
      parameters: { tier: "fast", "csi.storage.k8s.io/fstype": "ext4" },
      reclaimPolicy: "Retain",
      volumeBindingMode: "WaitForFirstConsumer",
      allowVolumeExpansion: true,
    });
    assert.deepEqual(find("dynamic", "PersistentVolumeClaim", "dynamic-csi-volume-data")["spec"], {
      accessModes: ["ReadWriteOnce"],
      volumeMode: "Filesystem",
      resources: { requests: { storage: "10Gi" } },
      storageClassName: name,
    });
  });

  it("knows an Azure disk, and a class that makes more", () => {
    const disk =
      "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/my-group/providers/Microsoft.Compute/disks/my-disk";
    assert.partialDeepStrictEqual(
      find("azure-disk", "PersistentVolume", "default-azure-disk-csi-volume-existing")["spec"],
      {
        accessModes: ["ReadWriteOnce"],
        csi: { driver: "disk.csi.azure.com", volumeHandle: disk, fsType: "ext4" },
      },
    );
    assert.deepEqual(onlyClass("azure-disk").rest, {
      provisioner: "disk.csi.azure.com",
      parameters: { skuName: "Premium_LRS" },
      reclaimPolicy: "Retain",
      volumeBindingMode: "WaitForFirstConsumer",
      allowVolumeExpansion: true,
    });
  });

  it("knows an Azure file share over SMB, mounted for the pods' user, and a class that makes more", () => {
    const mountOptions = [
      "dir_mode=0770",
      "file_mode=0770",
      "uid=65532",
      "gid=65532",
      "mfsymlinks",
      "cache=strict",
      "nosharesock",
    ];
    assert.partialDeepStrictEqual(
      find("azure-file-smb", "PersistentVolume", "default-azure-file-smb-csi-volume-existing")["spec"],
      {
        accessModes: ["ReadWriteMany"],
        mountOptions,
        csi: {
          driver: "file.csi.azure.com",
          volumeHandle: "myaccount-my-share",
          volumeAttributes: { resourceGroup: "my-group", shareName: "my-share" },
          nodeStageSecretRef: { name: "azure-file", namespace: "storage" },
        },
      },
    );
    assert.deepEqual(onlyClass("azure-file-smb").rest, {
      provisioner: "file.csi.azure.com",
      parameters: { skuName: "Standard_LRS" },
      reclaimPolicy: "Retain",
      volumeBindingMode: "Immediate",
      allowVolumeExpansion: true,
      mountOptions,
    });
  });

  it("knows an Azure file share over NFS, and a class that makes more", () => {
    assert.partialDeepStrictEqual(
      find("azure-file-nfs", "PersistentVolume", "default-azure-file-nfs-csi-volume-existing")["spec"],
      {
        accessModes: ["ReadWriteMany"],
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
    );
    assert.deepEqual(onlyClass("azure-file-nfs").rest, {
      provisioner: "file.csi.azure.com",
      parameters: { protocol: "nfs", skuName: "Premium_LRS" },
      reclaimPolicy: "Retain",
      volumeBindingMode: "Immediate",
      allowVolumeExpansion: true,
      mountOptions: ["nconnect=4"],
    });
  });

  it("leaves the storage and its claims when it is uninstalled", () => {
    for (const release of ["everything", "dynamic", "azure-disk", "azure-file-smb", "azure-file-nfs"]) {
      const kept = objects(release).filter(({ kind }) => kind !== "StorageClass");
      assert.ok(kept.length > 0);
      for (const { metadata } of kept) {
        assert.equal(Object(metadata["annotations"])["helm.sh/resource-policy"], "keep", metadata.name);
      }
    }
  });
});
