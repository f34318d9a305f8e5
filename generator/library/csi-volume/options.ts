// Generated from generator/library/csi-volume/values.ts; do not edit: run npm run generate.
// Longer than most files: it has an interface for each object of the values.
/** The types of values, as they may be written. */
import type {
  LabelSelectorOverrides,
  TypedLocalObjectReferenceOverrides,
  TypedObjectReferenceOverrides,
  VolumeNodeAffinityOverrides,
} from "../../values/kubernetes/overrides.ts";
import type {
  LabelSelector,
  TopologySelectorTerm,
  TypedLocalObjectReference,
  TypedObjectReference,
  VolumeNodeAffinity,
} from "../../values/kubernetes/types.ts";
import type { ExtraObjectOptions, ExtraObjectOverrides } from "../../values/objects/extra-object.ts";
import type { GlobalPipelineOptions, GlobalPipelineOverrides } from "../common/options.ts";

/** The options of a CsiVolume: the values of the chart csi-volume */
export interface CsiVolumeOptions<Id extends string = string> {
  /** Condition of an umbrella chart; ignored by a chart that is installed on its own */
  readonly enabled?: boolean | undefined;
  /** Shared by all charts of an umbrella; keys of other charts are allowed */
  readonly global?: CsiVolumeGlobalOptions | undefined;
  /** Replaces the chart's name in names and labels */
  readonly nameOverride?: string | undefined;
  /** Replaces the full name of the objects */
  readonly fullnameOverride?: string | undefined;
  /** Namespace of the objects; empty: the release's */
  readonly namespaceOverride?: string | undefined;
  /** Labels of every object of this chart */
  readonly commonLabels?: { readonly [name: string]: string } | undefined;
  /** Annotations of every object of this chart */
  readonly commonAnnotations?: { readonly [name: string]: string } | undefined;
  /** Volumes by id: a claim that pods refer to, and with static a PersistentVolume for existing storage; without, the cluster creates the storage */
  readonly volumes: { readonly [K in Id]: PersistentVolumeOptions };
  /** StorageClasses by id; a claim names one by ownStorageClass */
  readonly storageClasses?: { readonly [name: string]: StorageClassOptions } | undefined;
  /** Additional Kubernetes objects, by id; they get the chart's labels. A map with the single key $from stands for a name, the selector labels, a claim or an address of the chart or of a stage */
  readonly extraObjects?: { readonly [name: string]: ExtraObjectOptions } | undefined;
}

/** The values that an environment sets of a CsiVolume: values of the chart csi-volume */
export interface CsiVolumeOverrides<Id extends string = string> {
  /** Condition of an umbrella chart; ignored by a chart that is installed on its own */
  readonly enabled?: boolean | undefined;
  /** Shared by all charts of an umbrella; keys of other charts are allowed */
  readonly global?: CsiVolumeGlobalOverrides | undefined;
  /** Replaces the chart's name in names and labels */
  readonly nameOverride?: string | undefined;
  /** Replaces the full name of the objects */
  readonly fullnameOverride?: string | undefined;
  /** Namespace of the objects; empty: the release's */
  readonly namespaceOverride?: string | undefined;
  /** Labels of every object of this chart */
  readonly commonLabels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations of every object of this chart */
  readonly commonAnnotations?: { readonly [name: string]: string | undefined } | undefined;
  /** Volumes by id: a claim that pods refer to, and with static a PersistentVolume for existing storage; without, the cluster creates the storage */
  readonly volumes?: { readonly [K in Id]?: PersistentVolumeOverrides | undefined } | undefined;
  /** StorageClasses by id; a claim names one by ownStorageClass */
  readonly storageClasses?: { readonly [name: string]: StorageClassOverrides | undefined } | undefined;
  /** Additional Kubernetes objects, by id; they get the chart's labels. A map with the single key $from stands for a name, the selector labels, a claim or an address of the chart or of a stage */
  readonly extraObjects?: { readonly [name: string]: ExtraObjectOverrides | undefined } | undefined;
}

/** Shared by all charts of an umbrella; keys of other charts are allowed */
export interface CsiVolumeGlobalOptions {
  /** StorageClass of all claims that do not set one; empty: the cluster's default */
  readonly defaultStorageClass?: string | undefined;
  /** Labels of every object */
  readonly commonLabels?: { readonly [name: string]: string } | undefined;
  /** Settings that a pipeline chart shares with its stages */
  readonly pipeline?: GlobalPipelineOptions | undefined;
}

/** A volume */
export interface PersistentVolumeOptions {
  /**
   * Whether the chart has the volume
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Whether uninstall keeps the claim and the PersistentVolume, and thus the data
   * @default true
   */
  readonly retain?: boolean | undefined;
  /** More labels of both */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Annotations of both */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** The claim that pods name */
  readonly claim?: PersistentVolumeClaimOptions | undefined;
  /** A PersistentVolume over storage that exists, bound to this claim and no other */
  readonly static?: StaticVolumeOptions | undefined;
}

/** A StorageClass */
export interface StorageClassOptions {
  /**
   * Whether the chart has the class
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Whether uninstall, and a change of its name, keep the class; claims can only grow while it exists
   * @default false
   */
  readonly retain?: boolean | undefined;
  /** More labels */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Annotations */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** Exact name, without a hash; empty: made of the namespace, the name of the objects, the id and the hash */
  readonly name?: string | undefined;
  /**
   * Whether the name ends in a hash of the immutable fields provisioner, parameters, reclaimPolicy and volumeBindingMode: a change of these then creates a new class
   * @default true
   */
  readonly nameSuffixHash?: boolean | undefined;
  /** The driver that creates the volumes */
  readonly provisioner: string;
  /** Parameters for the driver */
  readonly parameters?: { readonly [name: string]: string } | undefined;
  /**
   * What happens to the storage when the claim is deleted
   * @default "Retain"
   */
  readonly reclaimPolicy?: "Retain" | "Delete" | undefined;
  /**
   * Whether a volume is created with its claim, or where the first pod that uses it runs; until then helm install --wait waits
   * @default "Immediate"
   */
  readonly volumeBindingMode?: "Immediate" | "WaitForFirstConsumer" | undefined;
  /**
   * Whether claims may grow
   * @default true
   */
  readonly allowVolumeExpansion?: boolean | undefined;
  /** Options of the mount; the driver documents them */
  readonly mountOptions?: readonly string[] | undefined;
  /** Topologies in which volumes may be created */
  readonly allowedTopologies?: readonly TopologySelectorTerm[] | undefined;
  /**
   * Whether claims that set no class get this one
   * @default false
   */
  readonly isDefault?: boolean | undefined;
}

/** Shared by all charts of an umbrella; keys of other charts are allowed */
export interface CsiVolumeGlobalOverrides {
  /** StorageClass of all claims that do not set one; empty: the cluster's default */
  readonly defaultStorageClass?: string | undefined;
  /** Labels of every object */
  readonly commonLabels?: { readonly [name: string]: string | undefined } | undefined;
  /** Settings that a pipeline chart shares with its stages */
  readonly pipeline?: GlobalPipelineOverrides | undefined;
}

/** A volume */
export interface PersistentVolumeOverrides {
  /**
   * Whether the chart has the volume
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Whether uninstall keeps the claim and the PersistentVolume, and thus the data
   * @default true
   */
  readonly retain?: boolean | undefined;
  /** More labels of both */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations of both */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /** The claim that pods name */
  readonly claim?: PersistentVolumeClaimOverrides | undefined;
  /** A PersistentVolume over storage that exists, bound to this claim and no other */
  readonly static?: StaticVolumeOverrides | undefined;
}

/** A StorageClass */
export interface StorageClassOverrides {
  /**
   * Whether the chart has the class
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Whether uninstall, and a change of its name, keep the class; claims can only grow while it exists
   * @default false
   */
  readonly retain?: boolean | undefined;
  /** More labels */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /** Exact name, without a hash; empty: made of the namespace, the name of the objects, the id and the hash */
  readonly name?: string | undefined;
  /**
   * Whether the name ends in a hash of the immutable fields provisioner, parameters, reclaimPolicy and volumeBindingMode: a change of these then creates a new class
   * @default true
   */
  readonly nameSuffixHash?: boolean | undefined;
  /** The driver that creates the volumes */
  readonly provisioner?: string | undefined;
  /** Parameters for the driver */
  readonly parameters?: { readonly [name: string]: string | undefined } | undefined;
  /**
   * What happens to the storage when the claim is deleted
   * @default "Retain"
   */
  readonly reclaimPolicy?: "Retain" | "Delete" | undefined;
  /**
   * Whether a volume is created with its claim, or where the first pod that uses it runs; until then helm install --wait waits
   * @default "Immediate"
   */
  readonly volumeBindingMode?: "Immediate" | "WaitForFirstConsumer" | undefined;
  /**
   * Whether claims may grow
   * @default true
   */
  readonly allowVolumeExpansion?: boolean | undefined;
  /** Options of the mount; the driver documents them */
  readonly mountOptions?: readonly string[] | undefined;
  /** Topologies in which volumes may be created */
  readonly allowedTopologies?: readonly TopologySelectorTerm[] | undefined;
  /**
   * Whether claims that set no class get this one
   * @default false
   */
  readonly isDefault?: boolean | undefined;
}

/** The claim that pods name */
export interface PersistentVolumeClaimOptions {
  /**
   * Whether the chart creates the claim
   * @default true
   */
  readonly create?: boolean | undefined;
  /** Exact name; empty: the name of the objects and the id */
  readonly name?: string | undefined;
  /** Name of a claim that exists; the chart then creates none */
  readonly existingClaim?: string | undefined;
  /**
   * How nodes and pods may share the volume
   * @default ["ReadWriteOnce"]
   */
  readonly accessModes?:
    | readonly ("ReadWriteOnce" | "ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOncePod")[]
    | undefined;
  /** Size; required for a claim that the chart creates; it can only grow */
  readonly size?: string | undefined;
  /** Limit of the size that the claim may get; at least its size */
  readonly sizeLimit?: string | undefined;
  /** An entry of storageClasses; overrides storageClassName */
  readonly ownStorageClass?: string | undefined;
  /** StorageClass; absent: global.defaultStorageClass, else the cluster's default; empty: no dynamic provisioning */
  readonly storageClassName?: string | undefined;
  /**
   * Whether pods get a directory or a block device
   * @default "Filesystem"
   */
  readonly volumeMode?: "Filesystem" | "Block" | undefined;
  /** A PersistentVolume that exists, of the class that storageClassName says */
  readonly volumeName?: string | undefined;
  /** Labels of the PersistentVolumes to bind to */
  readonly selector?: LabelSelector | undefined;
  /** Snapshot or claim of the namespace that the volume starts from */
  readonly dataSource?: TypedLocalObjectReference | undefined;
  /** Object that the volume starts from, of any kind that a populator of the cluster knows */
  readonly dataSourceRef?: TypedObjectReference | undefined;
  /** More labels of the claim alone */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Annotations of the claim alone */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** VolumeAttributesClass; unlike a StorageClass it may change */
  readonly volumeAttributesClassName?: string | undefined;
}

/** A PersistentVolume over storage that exists, bound to this claim and no other */
export interface StaticVolumeOptions {
  /**
   * Whether the chart creates the PersistentVolume; otherwise the cluster finds or creates one for the claim
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Exact name; empty: made of the namespace, the name of the objects and the id */
  readonly name?: string | undefined;
  /** More labels of the PersistentVolume alone */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Annotations of the PersistentVolume alone */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** Size of the storage; absent: claim.size */
  readonly capacity?: string | undefined;
  /**
   * What happens to the storage when the claim is deleted
   * @default "Retain"
   */
  readonly reclaimPolicy?: "Retain" | "Delete" | undefined;
  /** Options of the mount; the driver documents them */
  readonly mountOptions?: readonly string[] | undefined;
  /** Nodes that can reach the storage */
  readonly nodeAffinity?: VolumeNodeAffinity | undefined;
  /** The storage, as its CSI driver knows it */
  readonly csi: CsiOptions;
}

/** The claim that pods name */
export interface PersistentVolumeClaimOverrides {
  /**
   * Whether the chart creates the claim
   * @default true
   */
  readonly create?: boolean | undefined;
  /** Exact name; empty: the name of the objects and the id */
  readonly name?: string | undefined;
  /** Name of a claim that exists; the chart then creates none */
  readonly existingClaim?: string | undefined;
  /**
   * How nodes and pods may share the volume
   * @default ["ReadWriteOnce"]
   */
  readonly accessModes?:
    | readonly ("ReadWriteOnce" | "ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOncePod")[]
    | undefined;
  /** Size; required for a claim that the chart creates; it can only grow */
  readonly size?: string | undefined;
  /** Limit of the size that the claim may get; at least its size */
  readonly sizeLimit?: string | undefined;
  /** An entry of storageClasses; overrides storageClassName */
  readonly ownStorageClass?: string | undefined;
  /** StorageClass; absent: global.defaultStorageClass, else the cluster's default; empty: no dynamic provisioning */
  readonly storageClassName?: string | undefined;
  /**
   * Whether pods get a directory or a block device
   * @default "Filesystem"
   */
  readonly volumeMode?: "Filesystem" | "Block" | undefined;
  /** A PersistentVolume that exists, of the class that storageClassName says */
  readonly volumeName?: string | undefined;
  /** Labels of the PersistentVolumes to bind to */
  readonly selector?: LabelSelectorOverrides | undefined;
  /** Snapshot or claim of the namespace that the volume starts from */
  readonly dataSource?: TypedLocalObjectReferenceOverrides | undefined;
  /** Object that the volume starts from, of any kind that a populator of the cluster knows */
  readonly dataSourceRef?: TypedObjectReferenceOverrides | undefined;
  /** More labels of the claim alone */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations of the claim alone */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /** VolumeAttributesClass; unlike a StorageClass it may change */
  readonly volumeAttributesClassName?: string | undefined;
}

/** A PersistentVolume over storage that exists, bound to this claim and no other */
export interface StaticVolumeOverrides {
  /**
   * Whether the chart creates the PersistentVolume; otherwise the cluster finds or creates one for the claim
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Exact name; empty: made of the namespace, the name of the objects and the id */
  readonly name?: string | undefined;
  /** More labels of the PersistentVolume alone */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations of the PersistentVolume alone */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /** Size of the storage; absent: claim.size */
  readonly capacity?: string | undefined;
  /**
   * What happens to the storage when the claim is deleted
   * @default "Retain"
   */
  readonly reclaimPolicy?: "Retain" | "Delete" | undefined;
  /** Options of the mount; the driver documents them */
  readonly mountOptions?: readonly string[] | undefined;
  /** Nodes that can reach the storage */
  readonly nodeAffinity?: VolumeNodeAffinityOverrides | undefined;
  /** The storage, as its CSI driver knows it */
  readonly csi?: CsiOverrides | undefined;
}

/** The storage, as its CSI driver knows it */
export interface CsiOptions {
  /** The driver, as the cluster knows it */
  readonly driver: string;
  /** The driver's identifier of the storage; unique in the cluster */
  readonly volumeHandle: string;
  /** Whether the driver attaches the storage for reading only */
  readonly readOnly?: boolean | undefined;
  /** File system */
  readonly fsType?: string | undefined;
  /** Attributes of the storage for the driver, in addition to its handle */
  readonly volumeAttributes?: { readonly [name: string]: string } | undefined;
  /** The Secret that the driver gets when it attaches the storage to a node */
  readonly controllerPublishSecretRef?: ControllerPublishSecretRefOptions | undefined;
  /** The Secret that the driver gets when it mounts the storage on a node */
  readonly nodeStageSecretRef?: NodeStageSecretRefOptions | undefined;
  /** The Secret that the driver gets when it mounts the storage into a pod */
  readonly nodePublishSecretRef?: NodePublishSecretRefOptions | undefined;
  /** The Secret that the driver gets when it makes the storage larger */
  readonly controllerExpandSecretRef?: ControllerExpandSecretRefOptions | undefined;
  /** The Secret that the driver gets when it makes the file system larger */
  readonly nodeExpandSecretRef?: NodeExpandSecretRefOptions | undefined;
}

/** The storage, as its CSI driver knows it */
export interface CsiOverrides {
  /** The driver, as the cluster knows it */
  readonly driver?: string | undefined;
  /** The driver's identifier of the storage; unique in the cluster */
  readonly volumeHandle?: string | undefined;
  /** Whether the driver attaches the storage for reading only */
  readonly readOnly?: boolean | undefined;
  /** File system */
  readonly fsType?: string | undefined;
  /** Attributes of the storage for the driver, in addition to its handle */
  readonly volumeAttributes?: { readonly [name: string]: string | undefined } | undefined;
  /** The Secret that the driver gets when it attaches the storage to a node */
  readonly controllerPublishSecretRef?: ControllerPublishSecretRefOverrides | undefined;
  /** The Secret that the driver gets when it mounts the storage on a node */
  readonly nodeStageSecretRef?: NodeStageSecretRefOverrides | undefined;
  /** The Secret that the driver gets when it mounts the storage into a pod */
  readonly nodePublishSecretRef?: NodePublishSecretRefOverrides | undefined;
  /** The Secret that the driver gets when it makes the storage larger */
  readonly controllerExpandSecretRef?: ControllerExpandSecretRefOverrides | undefined;
  /** The Secret that the driver gets when it makes the file system larger */
  readonly nodeExpandSecretRef?: NodeExpandSecretRefOverrides | undefined;
}

/** The Secret that the driver gets when it attaches the storage to a node */
export interface ControllerPublishSecretRefOptions {
  /** Name of the Secret that the driver gets when it attaches the storage to a node */
  readonly name: string;
  /** Its namespace; empty: that of the claim */
  readonly namespace?: string | undefined;
}

/** The Secret that the driver gets when it mounts the storage on a node */
export interface NodeStageSecretRefOptions {
  /** Name of the Secret that the driver gets when it mounts the storage on a node */
  readonly name: string;
  /** Its namespace; empty: that of the claim */
  readonly namespace?: string | undefined;
}

/** The Secret that the driver gets when it mounts the storage into a pod */
export interface NodePublishSecretRefOptions {
  /** Name of the Secret that the driver gets when it mounts the storage into a pod */
  readonly name: string;
  /** Its namespace; empty: that of the claim */
  readonly namespace?: string | undefined;
}

/** The Secret that the driver gets when it makes the storage larger */
export interface ControllerExpandSecretRefOptions {
  /** Name of the Secret that the driver gets when it makes the storage larger */
  readonly name: string;
  /** Its namespace; empty: that of the claim */
  readonly namespace?: string | undefined;
}

/** The Secret that the driver gets when it makes the file system larger */
export interface NodeExpandSecretRefOptions {
  /** Name of the Secret that the driver gets when it makes the file system larger */
  readonly name: string;
  /** Its namespace; empty: that of the claim */
  readonly namespace?: string | undefined;
}

/** The Secret that the driver gets when it attaches the storage to a node */
export interface ControllerPublishSecretRefOverrides {
  /** Name of the Secret that the driver gets when it attaches the storage to a node */
  readonly name?: string | undefined;
  /** Its namespace; empty: that of the claim */
  readonly namespace?: string | undefined;
}

/** The Secret that the driver gets when it mounts the storage on a node */
export interface NodeStageSecretRefOverrides {
  /** Name of the Secret that the driver gets when it mounts the storage on a node */
  readonly name?: string | undefined;
  /** Its namespace; empty: that of the claim */
  readonly namespace?: string | undefined;
}

/** The Secret that the driver gets when it mounts the storage into a pod */
export interface NodePublishSecretRefOverrides {
  /** Name of the Secret that the driver gets when it mounts the storage into a pod */
  readonly name?: string | undefined;
  /** Its namespace; empty: that of the claim */
  readonly namespace?: string | undefined;
}

/** The Secret that the driver gets when it makes the storage larger */
export interface ControllerExpandSecretRefOverrides {
  /** Name of the Secret that the driver gets when it makes the storage larger */
  readonly name?: string | undefined;
  /** Its namespace; empty: that of the claim */
  readonly namespace?: string | undefined;
}

/** The Secret that the driver gets when it makes the file system larger */
export interface NodeExpandSecretRefOverrides {
  /** Name of the Secret that the driver gets when it makes the file system larger */
  readonly name?: string | undefined;
  /** Its namespace; empty: that of the claim */
  readonly namespace?: string | undefined;
}
