// Generated from generator/library/stateful-stage/values.ts; do not edit: run npm run generate.
// Longer than most files: it has an interface for each object of the values.
/** What may be written where values are. */
import type {
  AffinityOverrides,
  LabelSelectorOverrides,
  LifecycleOverrides,
  PodSecurityContextOverrides,
  ProbeOverrides,
  ResourceRequirementsOverrides,
  RollingUpdateStatefulSetStrategyOverrides,
  SecurityContextOverrides,
  SessionAffinityConfigOverrides,
  TypedLocalObjectReferenceOverrides,
  TypedObjectReferenceOverrides,
} from "../../values/kubernetes/overrides.ts";
import type {
  Affinity,
  HostAlias,
  LabelSelector,
  Lifecycle,
  PodSecurityContext,
  Probe,
  ResourceRequirements,
  RollingUpdateStatefulSetStrategy,
  SecurityContext,
  SessionAffinityConfig,
  Toleration,
  TopologySpreadConstraint,
  TypedLocalObjectReference,
  TypedObjectReference,
} from "../../values/kubernetes/types.ts";
import type {
  ConfigMapOptions,
  ConfigMapOverrides,
  ContainerPortOptions,
  ContainerPortOverrides,
  ExtraObjectOptions,
  ExtraObjectOverrides,
  GlobalOptions,
  GlobalOverrides,
  ImageOptions,
  ImageOverrides,
  InitContainerOptions,
  InitContainerOverrides,
  MountOptions,
  MountOverrides,
  NetworkPolicyOptions,
  NetworkPolicyOverrides,
  ServiceAccountOptions,
  ServiceAccountOverrides,
  ServicePortOptions,
  ServicePortOverrides,
  ServiceStageSidecarOptions,
  ServiceStageSidecarOverrides,
  TestsOptions,
  TestsOverrides,
  VariableOptions,
  VariableOverrides,
  VariableSourceOptions,
  VariableSourceOverrides,
  VolumeOptions,
  VolumeOverrides,
} from "../common/options.ts";

/** What a StatefulStage is made of: the values of the chart stateful-stage */
export interface StatefulStageOptions {
  /** Read by the condition of an umbrella chart; no meaning for a chart alone */
  readonly enabled?: boolean | undefined;
  /** Shared by all charts of an umbrella; other charts' keys may stand here too */
  readonly global?: GlobalOptions | undefined;
  /** Replaces the chart's name in names and labels */
  readonly nameOverride?: string | undefined;
  /** Replaces the whole name of the objects */
  readonly fullnameOverride?: string | undefined;
  /** Namespace of the objects; empty: the release's */
  readonly namespaceOverride?: string | undefined;
  /** Labels of every object of this chart */
  readonly commonLabels?: { readonly [name: string]: string } | undefined;
  /** Annotations of every object of this chart */
  readonly commonAnnotations?: { readonly [name: string]: string } | undefined;
  /** The image of the main container */
  readonly image: ImageOptions;
  /** Replaces the image's entry point */
  readonly command?: readonly string[] | undefined;
  /** Arguments of the entry point */
  readonly args?: readonly string[] | undefined;
  /** Working directory; absent: the image's */
  readonly workingDir?: string | undefined;
  /** Environment variables by name: a string, or an object that says where the value comes from. Variables with valueFrom or fromService come first, so that $(NAME) in a plain value finds them */
  readonly env?: { readonly [name: string]: string | VariableOptions } | undefined;
  /** ConfigMaps and Secrets whose keys become variables, by id */
  readonly envFrom?: { readonly [name: string]: VariableSourceOptions } | undefined;
  /** Ports of the container, by name */
  readonly ports?: { readonly [name: string]: ContainerPortOptions } | undefined;
  /** Requests and limits */
  readonly resources?: ResourceRequirements | undefined;
  /** Handlers that run after the start and before the stop */
  readonly lifecycle?: Lifecycle | undefined;
  /** Tells when the container has started */
  readonly startupProbe?: Probe | undefined;
  /** Tells when the container must be restarted */
  readonly livenessProbe?: Probe | undefined;
  /** Tells when the container can serve */
  readonly readinessProbe?: Probe | undefined;
  /**
   * What the container may do; what is left out keeps its default
   * @default {"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"capabilities":{"drop":["ALL"]}}
   */
  readonly securityContext?: SecurityContext | undefined;
  /**
   * Volumes by id: where they come from (the field that type names) and where the main container sees them
   * @default {"tmp":{"mountPath":"/tmp","allContainers":true,"emptyDir":{}}}
   */
  readonly volumes?: { readonly [name: string]: VolumeOptions } | undefined;
  /** ConfigMaps that the chart makes, by id; a change of their data rolls the pods */
  readonly configMaps?: { readonly [name: string]: ConfigMapOptions } | undefined;
  /** Containers that run, one after the other, before the main one starts, by name */
  readonly initContainers?: { readonly [name: string]: InitContainerOptions } | undefined;
  /** Containers that run beside the main one, by name */
  readonly sidecars?: { readonly [name: string]: ServiceStageSidecarOptions } | undefined;
  /**
   * The most that the security contexts below may ask for: at restricted, root users, added capabilities and privileged containers are refused; at baseline, privileged containers are
   * @default "restricted"
   */
  readonly podSecurity?: "restricted" | "baseline" | "privileged" | undefined;
  /**
   * Who the pod's processes run as; what is left out keeps its default
   * @default {"runAsNonRoot":true,"runAsUser":65532,"runAsGroup":65532,"fsGroup":65532,"fsGroupChangePolicy":"OnRootMismatch","seccompProfile":{"type":"RuntimeDefault"}}
   */
  readonly podSecurityContext?: PodSecurityContext | undefined;
  /** The pods' identity */
  readonly serviceAccount?: ServiceAccountOptions | undefined;
  /** More labels of the pods */
  readonly podLabels?: { readonly [name: string]: string } | undefined;
  /** Annotations of the pods */
  readonly podAnnotations?: { readonly [name: string]: string } | undefined;
  /** Labels that a node must have */
  readonly nodeSelector?: { readonly [name: string]: string } | undefined;
  /** Taints that the pods tolerate */
  readonly tolerations?: readonly Toleration[] | undefined;
  /** Nodes and pods to be near or far from */
  readonly affinity?: Affinity | undefined;
  /** How the pods spread over nodes and zones */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[] | undefined;
  /** PriorityClass of the pods */
  readonly priorityClassName?: string | undefined;
  /** RuntimeClass of the pods */
  readonly runtimeClassName?: string | undefined;
  /** Scheduler of the pods */
  readonly schedulerName?: string | undefined;
  /** Seconds between the signal to stop and the kill */
  readonly terminationGracePeriodSeconds?: number | undefined;
  /** Lines of the pods' /etc/hosts */
  readonly hostAliases?: readonly HostAlias[] | undefined;
  /** Which traffic the pods may have; all of it while this is off */
  readonly networkPolicy?: NetworkPolicyOptions | undefined;
  /** Whole objects beside the chart's own, by id; they get its labels */
  readonly extraObjects?: { readonly [name: string]: ExtraObjectOptions } | undefined;
  /** What helm test runs: it sees to it that Services answer and that a Job has succeeded */
  readonly tests?: TestsOptions | undefined;
  /**
   * Pods
   * @default 1
   */
  readonly replicas?: number | undefined;
  /**
   * Whether pods start and stop one after the other, or at once
   * @default "OrderedReady"
   */
  readonly podManagementPolicy?: "OrderedReady" | "Parallel" | undefined;
  /** How a change of the pods is rolled out */
  readonly updateStrategy?: UpdateStrategyOptions | undefined;
  /**
   * Seconds that a pod must be ready before it counts
   * @default 0
   */
  readonly minReadySeconds?: number | undefined;
  /**
   * Old revisions that are kept
   * @default 10
   */
  readonly revisionHistoryLimit?: number | undefined;
  /** The Service for clients */
  readonly service?: StatefulStageServiceOptions | undefined;
  /** The headless Service, which gives each pod a name of its own; its ports are those of the container */
  readonly headless?: HeadlessServiceOptions | undefined;
  /** Claims of each replica by id, and where its containers see them; a claim outlives its replica. All but the mounts cannot change once it is installed */
  readonly persistence?: { readonly [name: string]: ReplicaClaimOptions } | undefined;
  /** Whether the claims of persistence, and their data, outlive what used them */
  readonly persistentVolumeClaimRetentionPolicy?: PersistentVolumeClaimRetentionPolicyOptions | undefined;
}

/** What an environment sets of a StatefulStage: values of the chart stateful-stage */
export interface StatefulStageOverrides {
  /** Read by the condition of an umbrella chart; no meaning for a chart alone */
  readonly enabled?: boolean | undefined;
  /** Shared by all charts of an umbrella; other charts' keys may stand here too */
  readonly global?: GlobalOverrides | undefined;
  /** Replaces the chart's name in names and labels */
  readonly nameOverride?: string | undefined;
  /** Replaces the whole name of the objects */
  readonly fullnameOverride?: string | undefined;
  /** Namespace of the objects; empty: the release's */
  readonly namespaceOverride?: string | undefined;
  /** Labels of every object of this chart */
  readonly commonLabels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations of every object of this chart */
  readonly commonAnnotations?: { readonly [name: string]: string | undefined } | undefined;
  /** The image of the main container */
  readonly image?: ImageOverrides | undefined;
  /** Replaces the image's entry point */
  readonly command?: readonly string[] | undefined;
  /** Arguments of the entry point */
  readonly args?: readonly string[] | undefined;
  /** Working directory; absent: the image's */
  readonly workingDir?: string | undefined;
  /** Environment variables by name: a string, or an object that says where the value comes from. Variables with valueFrom or fromService come first, so that $(NAME) in a plain value finds them */
  readonly env?: { readonly [name: string]: string | VariableOverrides | undefined } | undefined;
  /** ConfigMaps and Secrets whose keys become variables, by id */
  readonly envFrom?: { readonly [name: string]: VariableSourceOverrides | undefined } | undefined;
  /** Ports of the container, by name */
  readonly ports?: { readonly [name: string]: ContainerPortOverrides | undefined } | undefined;
  /** Requests and limits */
  readonly resources?: ResourceRequirementsOverrides | undefined;
  /** Handlers that run after the start and before the stop */
  readonly lifecycle?: LifecycleOverrides | undefined;
  /** Tells when the container has started */
  readonly startupProbe?: ProbeOverrides | undefined;
  /** Tells when the container must be restarted */
  readonly livenessProbe?: ProbeOverrides | undefined;
  /** Tells when the container can serve */
  readonly readinessProbe?: ProbeOverrides | undefined;
  /**
   * What the container may do; what is left out keeps its default
   * @default {"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"capabilities":{"drop":["ALL"]}}
   */
  readonly securityContext?: SecurityContextOverrides | undefined;
  /**
   * Volumes by id: where they come from (the field that type names) and where the main container sees them
   * @default {"tmp":{"mountPath":"/tmp","allContainers":true,"emptyDir":{}}}
   */
  readonly volumes?: { readonly [name: string]: VolumeOverrides | undefined } | undefined;
  /** ConfigMaps that the chart makes, by id; a change of their data rolls the pods */
  readonly configMaps?: { readonly [name: string]: ConfigMapOverrides | undefined } | undefined;
  /** Containers that run, one after the other, before the main one starts, by name */
  readonly initContainers?: { readonly [name: string]: InitContainerOverrides | undefined } | undefined;
  /** Containers that run beside the main one, by name */
  readonly sidecars?: { readonly [name: string]: ServiceStageSidecarOverrides | undefined } | undefined;
  /**
   * The most that the security contexts below may ask for: at restricted, root users, added capabilities and privileged containers are refused; at baseline, privileged containers are
   * @default "restricted"
   */
  readonly podSecurity?: "restricted" | "baseline" | "privileged" | undefined;
  /**
   * Who the pod's processes run as; what is left out keeps its default
   * @default {"runAsNonRoot":true,"runAsUser":65532,"runAsGroup":65532,"fsGroup":65532,"fsGroupChangePolicy":"OnRootMismatch","seccompProfile":{"type":"RuntimeDefault"}}
   */
  readonly podSecurityContext?: PodSecurityContextOverrides | undefined;
  /** The pods' identity */
  readonly serviceAccount?: ServiceAccountOverrides | undefined;
  /** More labels of the pods */
  readonly podLabels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations of the pods */
  readonly podAnnotations?: { readonly [name: string]: string | undefined } | undefined;
  /** Labels that a node must have */
  readonly nodeSelector?: { readonly [name: string]: string | undefined } | undefined;
  /** Taints that the pods tolerate */
  readonly tolerations?: readonly Toleration[] | undefined;
  /** Nodes and pods to be near or far from */
  readonly affinity?: AffinityOverrides | undefined;
  /** How the pods spread over nodes and zones */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[] | undefined;
  /** PriorityClass of the pods */
  readonly priorityClassName?: string | undefined;
  /** RuntimeClass of the pods */
  readonly runtimeClassName?: string | undefined;
  /** Scheduler of the pods */
  readonly schedulerName?: string | undefined;
  /** Seconds between the signal to stop and the kill */
  readonly terminationGracePeriodSeconds?: number | undefined;
  /** Lines of the pods' /etc/hosts */
  readonly hostAliases?: readonly HostAlias[] | undefined;
  /** Which traffic the pods may have; all of it while this is off */
  readonly networkPolicy?: NetworkPolicyOverrides | undefined;
  /** Whole objects beside the chart's own, by id; they get its labels */
  readonly extraObjects?: { readonly [name: string]: ExtraObjectOverrides | undefined } | undefined;
  /** What helm test runs: it sees to it that Services answer and that a Job has succeeded */
  readonly tests?: TestsOverrides | undefined;
  /**
   * Pods
   * @default 1
   */
  readonly replicas?: number | undefined;
  /**
   * Whether pods start and stop one after the other, or at once
   * @default "OrderedReady"
   */
  readonly podManagementPolicy?: "OrderedReady" | "Parallel" | undefined;
  /** How a change of the pods is rolled out */
  readonly updateStrategy?: UpdateStrategyOverrides | undefined;
  /**
   * Seconds that a pod must be ready before it counts
   * @default 0
   */
  readonly minReadySeconds?: number | undefined;
  /**
   * Old revisions that are kept
   * @default 10
   */
  readonly revisionHistoryLimit?: number | undefined;
  /** The Service for clients */
  readonly service?: StatefulStageServiceOverrides | undefined;
  /** The headless Service, which gives each pod a name of its own; its ports are those of the container */
  readonly headless?: HeadlessServiceOverrides | undefined;
  /** Claims of each replica by id, and where its containers see them; a claim outlives its replica. All but the mounts cannot change once it is installed */
  readonly persistence?: { readonly [name: string]: ReplicaClaimOverrides | undefined } | undefined;
  /** Whether the claims of persistence, and their data, outlive what used them */
  readonly persistentVolumeClaimRetentionPolicy?: PersistentVolumeClaimRetentionPolicyOverrides | undefined;
}

/** How a change of the pods is rolled out */
export interface UpdateStrategyOptions {
  /**
   * Whether a change replaces the pods, or waits until each is deleted
   * @default "RollingUpdate"
   */
  readonly type?: "RollingUpdate" | "OnDelete" | undefined;
  /** Which pods a change replaces, with type RollingUpdate */
  readonly rollingUpdate?: RollingUpdateStatefulSetStrategy | undefined;
}

/** The Service for clients */
export interface StatefulStageServiceOptions {
  /**
   * Whether there is a Service for clients; it needs ports too
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * From where it can be reached
   * @default "ClusterIP"
   */
  readonly type?: "ClusterIP" | "NodePort" | "LoadBalancer" | undefined;
  /** Ports of the Service by name; without one there is no Service for clients */
  readonly ports?: { readonly [name: string]: ServicePortOptions } | undefined;
  /** More labels */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Its annotations */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /**
   * Whether a client's connections go to the same pod
   * @default "None"
   */
  readonly sessionAffinity?: "None" | "ClientIP" | undefined;
  /** How long they do, with sessionAffinity ClientIP */
  readonly sessionAffinityConfig?: SessionAffinityConfig | undefined;
  /** Whether traffic of the cluster's own stays on its node */
  readonly internalTrafficPolicy?: "Cluster" | "Local" | undefined;
  /** Whether traffic from outside stays on the node that it enters, for types NodePort and LoadBalancer */
  readonly externalTrafficPolicy?: "Cluster" | "Local" | undefined;
  /** Which load balancer serves it, for type LoadBalancer */
  readonly loadBalancerClass?: string | undefined;
  /** Addresses that may reach it from outside, for type LoadBalancer; empty: all */
  readonly loadBalancerSourceRanges?: readonly string[] | undefined;
  /** Whether it has IPv4 and IPv6 */
  readonly ipFamilyPolicy?: "SingleStack" | "PreferDualStack" | "RequireDualStack" | undefined;
  /** IP families, the first one first; empty: the cluster's */
  readonly ipFamilies?: readonly ("IPv4" | "IPv6")[] | undefined;
}

/** The headless Service, which gives each pod a name of its own; its ports are those of the container */
export interface HeadlessServiceOptions {
  /** Its name, the domain of the pods; empty: the name of the objects and -headless */
  readonly name?: string | undefined;
  /**
   * Whether pods have their names before they are ready, so that replicas find one another at their start
   * @default true
   */
  readonly publishNotReadyAddresses?: boolean | undefined;
  /** More labels */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Its annotations */
  readonly annotations?: { readonly [name: string]: string } | undefined;
}

/** A claim for each replica */
export interface ReplicaClaimOptions {
  /**
   * Whether the replicas have the claim
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Where the container sees it */
  readonly mountPath?: string | undefined;
  /** Directory or file of the volume to mount instead of its root */
  readonly subPath?: string | undefined;
  /** Whether the mount refuses writes */
  readonly readOnly?: boolean | undefined;
  /** Where the container sees a block volume */
  readonly devicePath?: string | undefined;
  /**
   * Whether init containers and sidecars get the mount too
   * @default false
   */
  readonly allContainers?: boolean | undefined;
  /** More mounts of the volume, by id */
  readonly mounts?: { readonly [name: string]: MountOptions } | undefined;
  /** Size of each claim */
  readonly size: string;
  /**
   * How nodes and pods may share the volume
   * @default ["ReadWriteOnce"]
   */
  readonly accessModes?:
    | readonly ("ReadWriteOnce" | "ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOncePod")[]
    | undefined;
  /** StorageClass; absent: global.defaultStorageClass, else the cluster's default; empty: no dynamic provisioning */
  readonly storageClassName?: string | undefined;
  /**
   * Whether containers see a directory (mountPath) or a block device (devicePath)
   * @default "Filesystem"
   */
  readonly volumeMode?: "Filesystem" | "Block" | undefined;
  /** Labels of each claim */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Annotations of each claim */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** Labels of the PersistentVolumes to bind to */
  readonly selector?: LabelSelector | undefined;
  /** Snapshot or claim of the namespace that each claim starts from */
  readonly dataSource?: TypedLocalObjectReference | undefined;
  /** Object that each claim starts from, also one of another kind or namespace */
  readonly dataSourceRef?: TypedObjectReference | undefined;
  /** VolumeAttributesClass of each claim */
  readonly volumeAttributesClassName?: string | undefined;
}

/** Whether the claims of persistence, and their data, outlive what used them */
export interface PersistentVolumeClaimRetentionPolicyOptions {
  /**
   * What becomes of the claims of persistence when the StatefulSet is deleted
   * @default "Retain"
   */
  readonly whenDeleted?: "Retain" | "Delete" | undefined;
  /**
   * What becomes of the claims of replicas that are scaled away
   * @default "Retain"
   */
  readonly whenScaled?: "Retain" | "Delete" | undefined;
}

/** How a change of the pods is rolled out */
export interface UpdateStrategyOverrides {
  /**
   * Whether a change replaces the pods, or waits until each is deleted
   * @default "RollingUpdate"
   */
  readonly type?: "RollingUpdate" | "OnDelete" | undefined;
  /** Which pods a change replaces, with type RollingUpdate */
  readonly rollingUpdate?: RollingUpdateStatefulSetStrategyOverrides | undefined;
}

/** The Service for clients */
export interface StatefulStageServiceOverrides {
  /**
   * Whether there is a Service for clients; it needs ports too
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * From where it can be reached
   * @default "ClusterIP"
   */
  readonly type?: "ClusterIP" | "NodePort" | "LoadBalancer" | undefined;
  /** Ports of the Service by name; without one there is no Service for clients */
  readonly ports?: { readonly [name: string]: ServicePortOverrides | undefined } | undefined;
  /** More labels */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** Its annotations */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /**
   * Whether a client's connections go to the same pod
   * @default "None"
   */
  readonly sessionAffinity?: "None" | "ClientIP" | undefined;
  /** How long they do, with sessionAffinity ClientIP */
  readonly sessionAffinityConfig?: SessionAffinityConfigOverrides | undefined;
  /** Whether traffic of the cluster's own stays on its node */
  readonly internalTrafficPolicy?: "Cluster" | "Local" | undefined;
  /** Whether traffic from outside stays on the node that it enters, for types NodePort and LoadBalancer */
  readonly externalTrafficPolicy?: "Cluster" | "Local" | undefined;
  /** Which load balancer serves it, for type LoadBalancer */
  readonly loadBalancerClass?: string | undefined;
  /** Addresses that may reach it from outside, for type LoadBalancer; empty: all */
  readonly loadBalancerSourceRanges?: readonly string[] | undefined;
  /** Whether it has IPv4 and IPv6 */
  readonly ipFamilyPolicy?: "SingleStack" | "PreferDualStack" | "RequireDualStack" | undefined;
  /** IP families, the first one first; empty: the cluster's */
  readonly ipFamilies?: readonly ("IPv4" | "IPv6")[] | undefined;
}

/** The headless Service, which gives each pod a name of its own; its ports are those of the container */
export interface HeadlessServiceOverrides {
  /** Its name, the domain of the pods; empty: the name of the objects and -headless */
  readonly name?: string | undefined;
  /**
   * Whether pods have their names before they are ready, so that replicas find one another at their start
   * @default true
   */
  readonly publishNotReadyAddresses?: boolean | undefined;
  /** More labels */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** Its annotations */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
}

/** A claim for each replica */
export interface ReplicaClaimOverrides {
  /**
   * Whether the replicas have the claim
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Where the container sees it */
  readonly mountPath?: string | undefined;
  /** Directory or file of the volume to mount instead of its root */
  readonly subPath?: string | undefined;
  /** Whether the mount refuses writes */
  readonly readOnly?: boolean | undefined;
  /** Where the container sees a block volume */
  readonly devicePath?: string | undefined;
  /**
   * Whether init containers and sidecars get the mount too
   * @default false
   */
  readonly allContainers?: boolean | undefined;
  /** More mounts of the volume, by id */
  readonly mounts?: { readonly [name: string]: MountOverrides | undefined } | undefined;
  /** Size of each claim */
  readonly size?: string | undefined;
  /**
   * How nodes and pods may share the volume
   * @default ["ReadWriteOnce"]
   */
  readonly accessModes?:
    | readonly ("ReadWriteOnce" | "ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOncePod")[]
    | undefined;
  /** StorageClass; absent: global.defaultStorageClass, else the cluster's default; empty: no dynamic provisioning */
  readonly storageClassName?: string | undefined;
  /**
   * Whether containers see a directory (mountPath) or a block device (devicePath)
   * @default "Filesystem"
   */
  readonly volumeMode?: "Filesystem" | "Block" | undefined;
  /** Labels of each claim */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations of each claim */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /** Labels of the PersistentVolumes to bind to */
  readonly selector?: LabelSelectorOverrides | undefined;
  /** Snapshot or claim of the namespace that each claim starts from */
  readonly dataSource?: TypedLocalObjectReferenceOverrides | undefined;
  /** Object that each claim starts from, also one of another kind or namespace */
  readonly dataSourceRef?: TypedObjectReferenceOverrides | undefined;
  /** VolumeAttributesClass of each claim */
  readonly volumeAttributesClassName?: string | undefined;
}

/** Whether the claims of persistence, and their data, outlive what used them */
export interface PersistentVolumeClaimRetentionPolicyOverrides {
  /**
   * What becomes of the claims of persistence when the StatefulSet is deleted
   * @default "Retain"
   */
  readonly whenDeleted?: "Retain" | "Delete" | undefined;
  /**
   * What becomes of the claims of replicas that are scaled away
   * @default "Retain"
   */
  readonly whenScaled?: "Retain" | "Delete" | undefined;
}
