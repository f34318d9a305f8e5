/** The values of a volume: the claim that pods name, and its PersistentVolume where that is static. */
import Type from "typebox";
import * as format from "../../values/formats.ts";
import {
  absent,
  annotations,
  boolean,
  closed,
  enumOf,
  kubernetes,
  labels,
  listOf,
  mapOf,
  optional,
} from "../../values/model.ts";
import {
  claimAccessModes,
  claimSizeLimit,
  claimSourceValues,
  claimStorageClassName,
  oneClaimSource,
} from "../workload/values/claim-values.ts";

/** How the claims of volumes are shared, unless they say so. */
export const ACCESS_MODES = ["ReadWriteOnce"] as const;

/** Parameters for a driver, by its own names. */
export function parameters(options: { readonly description: string; readonly examples: readonly object[] }) {
  return mapOf(format.keys.visible, Type.String({ description: "Text, numbers and booleans in quotes" }), options);
}

/** How the node mounts volumes. */
export function mountOptions() {
  return listOf(format.nonEmptyString({ description: "An option" }), {
    description: "Options of the mount; the driver documents them",
    examples: [["noatime"]],
  });
}

const secretRef = (call: string) =>
  optional(
    closed(
      {
        name: format.objectName({
          description: `Name of the Secret that the driver gets when it ${call}`,
          examples: ["storage-credentials"],
        }),
        namespace: format.nameOrEmpty({ description: "Its namespace; empty: that of the claim", default: "" }),
      },
      { description: `The Secret that the driver gets when it ${call}` },
    ),
  );

const csi = closed(
  {
    driver: format.driverName({ description: "The driver, as the cluster knows it", examples: ["disk.csi.azure.com"] }),
    volumeHandle: format.nonEmptyString({
      description: "The driver's identifier of the storage; unique in the cluster",
      examples: ["unique-volume-handle"],
    }),
    readOnly: optional(boolean({ description: "Whether the driver attaches the storage for reading only" })),
    fsType: optional(format.nonEmptyString({ description: "File system", examples: ["ext4"] })),
    volumeAttributes: parameters({
      description: "Attributes of the storage for the driver, in addition to its handle",
      examples: [{ protocol: "nfs" }],
    }),
    controllerPublishSecretRef: secretRef("attaches the storage to a node"),
    nodeStageSecretRef: secretRef("mounts the storage on a node"),
    nodePublishSecretRef: secretRef("mounts the storage into a pod"),
    controllerExpandSecretRef: secretRef("makes the storage larger"),
    nodeExpandSecretRef: secretRef("makes the file system larger"),
  },
  { description: "The storage, as its CSI driver knows it" },
);

const persistentVolume = closed(
  {
    enabled: boolean({
      description:
        "Whether the chart creates the PersistentVolume; otherwise the cluster finds or creates one for the claim",
      default: true,
    }),
    name: format.objectNameOrEmpty({
      description: "Exact name; empty: made of the namespace, the name of the objects and the id",
      default: "",
    }),
    labels: labels({ description: "More labels of the PersistentVolume alone" }),
    annotations: annotations({ description: "Annotations of the PersistentVolume alone" }),
    capacity: optional(format.size({ description: "Size of the storage; absent: claim.size", examples: ["10Gi"] })),
    reclaimPolicy: enumOf(["Retain", "Delete"], {
      description: "What happens to the storage when the claim is deleted",
      default: "Retain",
    }),
    mountOptions: mountOptions(),
    nodeAffinity: optional(kubernetes("VolumeNodeAffinity", { description: "Nodes that can reach the storage" })),
    csi,
  },
  { description: "A PersistentVolume over storage that exists, bound to this claim and no other" },
);

const { dataSource, dataSourceRef } = claimSourceValues("the volume");

const claim = closed(
  {
    create: boolean({ description: "Whether the chart creates the claim", default: true }),
    name: format.objectNameOrEmpty({
      description: "Exact name; empty: the name of the objects and the id",
      default: "",
    }),
    existingClaim: format.objectNameOrEmpty({
      description: "Name of a claim that exists; the chart then creates none",
      default: "",
    }),
    accessModes: claimAccessModes(ACCESS_MODES),
    size: optional(
      format.size({
        description: "Size; required for a claim that the chart creates; it can only grow",
        examples: ["10Gi"],
      }),
    ),
    sizeLimit: claimSizeLimit("the claim"),
    ownStorageClass: format.nameOrEmpty({
      description: "An entry of storageClasses; overrides storageClassName",
      default: "",
    }),
    storageClassName: claimStorageClassName(),
    volumeMode: enumOf(["Filesystem", "Block"], {
      description: "Whether pods get a directory or a block device",
      default: "Filesystem",
    }),
    volumeName: format.objectNameOrEmpty({
      description: "A PersistentVolume that exists, of the class that storageClassName says",
      default: "",
    }),
    selector: kubernetes("LabelSelector", {
      description: "Labels of the PersistentVolumes to bind to",
      default: {},
    }),
    dataSource,
    dataSourceRef,
    labels: labels({ description: "More labels of the claim alone" }),
    annotations: annotations({ description: "Annotations of the claim alone" }),
    volumeAttributesClassName: optional(
      format.objectName({ description: "VolumeAttributesClass; unlike a StorageClass it may change" }),
    ),
  },
  {
    description: "The claim that pods name",
    allOf: [oneClaimSource],
  },
);

const withoutClaim = {
  properties: {
    claim: {
      anyOf: [
        { properties: { create: { const: false } }, required: ["create"] },
        { properties: { existingClaim: { minLength: 1 } }, required: ["existingClaim"] },
      ],
    },
  },
  required: ["claim"],
};
const isStatic = { not: { properties: { enabled: { const: false } }, required: ["enabled"] } };
const withSize = { required: ["claim"], properties: { claim: { required: ["size"] } } };

const isBound = absent("the claim is bound to the volume in static");

const volumeRules = [
  { if: { not: withoutClaim }, then: withSize },
  {
    if: { properties: { static: { ...isStatic, properties: { capacity: false } } }, required: ["static"] },
    then: withSize,
  },
  {
    // A claim with a volume of its own is bound directly: Kubernetes would accept these fields and ignore them.
    if: { properties: { static: isStatic }, required: ["static"] },
    then: {
      properties: {
        claim: {
          properties: {
            volumeName: { const: "" },
            selector: { maxProperties: 0 },
            dataSource: isBound,
            dataSourceRef: isBound,
          },
        },
      },
    },
  },
];

const volume = closed(
  {
    enabled: boolean({ description: "Whether the chart has the volume", default: true }),
    retain: boolean({
      description: "Whether uninstall keeps the claim and the PersistentVolume, and thus the data",
      default: true,
    }),
    labels: labels({ description: "More labels of both" }),
    annotations: annotations({ description: "Annotations of both" }),
    claim,
    static: optional(persistentVolume),
  },
  { description: "A volume", allOf: volumeRules },
);

/** Volumes by id. */
export function volumes() {
  return mapOf(format.keys.name, volume, {
    description:
      "Volumes by id: a claim that pods refer to, and with static a PersistentVolume for existing storage; without, the " +
      "cluster creates the storage",
    examples: [{ data: { claim: { size: "10Gi" } } }],
  });
}
