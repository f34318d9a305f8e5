// Generated from generator/library/batch-job/values.ts; do not edit: run npm run generate.
// Longer than most files: it has an interface for each object of the values.
/** The types of values, as they may be written. */
import type {
  AffinityOverrides,
  ConfigMapVolumeSourceOverrides,
  CSIVolumeSourceOverrides,
  DownwardAPIVolumeSourceOverrides,
  EmptyDirVolumeSourceOverrides,
  FCVolumeSourceOverrides,
  HostPathVolumeSourceOverrides,
  ImageVolumeSourceOverrides,
  ISCSIVolumeSourceOverrides,
  LifecycleOverrides,
  NFSVolumeSourceOverrides,
  PodDNSConfigOverrides,
  PodFailurePolicyOverrides,
  PodOSOverrides,
  PodResourcesOverrides,
  PodSecurityContextOverrides,
  ProbeOverrides,
  ProjectedVolumeSourceOverrides,
  ResourceRequirementsOverrides,
  SecretVolumeSourceOverrides,
  SecurityContextOverrides,
  SuccessPolicyOverrides,
} from "../../values/kubernetes/overrides.ts";
import type {
  Affinity,
  ConfigMapVolumeSource,
  ContainerResizePolicy,
  ContainerRestartRule,
  CSIVolumeSource,
  DownwardAPIVolumeSource,
  EmptyDirVolumeSource,
  FCVolumeSource,
  HostAlias,
  HostPathVolumeSource,
  ImageVolumeSource,
  ISCSIVolumeSource,
  Lifecycle,
  NFSVolumeSource,
  PodDNSConfig,
  PodFailurePolicy,
  PodOS,
  PodReadinessGate,
  PodResourceClaim,
  PodResources,
  PodSchedulingGate,
  PodSecurityContext,
  Probe,
  ProjectedVolumeSource,
  ResourceRequirements,
  SecretVolumeSource,
  SecurityContext,
  SuccessPolicy,
  Toleration,
  TopologySpreadConstraint,
} from "../../values/kubernetes/types.ts";
import type { ExtraObjectOptions, ExtraObjectOverrides } from "../../values/objects/extra-object.ts";
import type { VolumeReference } from "../../values/references.ts";
import type {
  ClaimOptions,
  ClaimOverrides,
  ConfigMapOptions,
  ConfigMapOverrides,
  ContainerPortOptions,
  ContainerPortOverrides,
  EphemeralOptions,
  EphemeralOverrides,
  GlobalOptions,
  GlobalOverrides,
  ImageOptions,
  ImageOverrides,
  MountOptions,
  MountOverrides,
  NetworkPolicyOptions,
  NetworkPolicyOverrides,
  PipelineVolumeOptions,
  PipelineVolumeOverrides,
  ServiceAccountOptions,
  ServiceAccountOverrides,
  SideImageOptions,
  SideImageOverrides,
  TestsOptions,
  TestsOverrides,
  VariableOptions,
  VariableOverrides,
  VariableSourceOptions,
  VariableSourceOverrides,
} from "../common/options.ts";

/** The options of a BatchJob: the values of the chart batch-job */
export interface BatchJobOptions {
  /** Condition of an umbrella chart; ignored by a chart that is installed on its own */
  readonly enabled?: boolean | undefined;
  /** Shared by all charts of an umbrella; keys of other charts are allowed */
  readonly global?: GlobalOptions | undefined;
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
  /** The image of the main container */
  readonly image: ImageOptions;
  /** Replaces the image's entrypoint */
  readonly command?: readonly string[] | undefined;
  /** Arguments of the entrypoint */
  readonly args?: readonly string[] | undefined;
  /** Working directory; absent: the image's */
  readonly workingDir?: string | undefined;
  /** Environment variables by name: a string, or an object with its source. Variables with valueFrom or fromService come first, so that $(NAME) in a plain value finds them */
  readonly env?: { readonly [name: string]: string | VariableOptions } | undefined;
  /** ConfigMaps and Secrets whose keys become variables, by id */
  readonly envFrom?: { readonly [name: string]: VariableSourceOptions } | undefined;
  /** Ports of the container, by name */
  readonly ports?: { readonly [name: string]: ContainerPortOptions } | undefined;
  /** Requests and limits */
  readonly resources?: ResourceRequirements | undefined;
  /**
   * Security context of the container; fields that are left out keep their defaults
   * @default {"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"capabilities":{"drop":["ALL"]}}
   */
  readonly securityContext?: SecurityContext | undefined;
  /** File with the reason of the end, which Kubernetes shows; absent: /dev/termination-log */
  readonly terminationMessagePath?: string | undefined;
  /** Whether the end of the log is the reason where the file is empty and the container fails */
  readonly terminationMessagePolicy?: "File" | "FallbackToLogsOnError" | undefined;
  /** Exit codes with which the container is restarted in any case, or all containers of the pod; the first rule that matches counts */
  readonly restartPolicyRules?: readonly ContainerRestartRule[] | undefined;
  /** Whether the container has a standard input that stays open */
  readonly stdin?: boolean | undefined;
  /** Whether it is closed once a client has left it; needs stdin */
  readonly stdinOnce?: boolean | undefined;
  /** Whether the container has a terminal; needs stdin */
  readonly tty?: boolean | undefined;
  /** Handlers that run after the container starts and before it stops */
  readonly lifecycle?: Lifecycle | undefined;
  /** Checks whether the container has started */
  readonly startupProbe?: Probe | undefined;
  /** Checks whether the container is alive; it is restarted if not */
  readonly livenessProbe?: Probe | undefined;
  /** Checks whether the container can receive traffic */
  readonly readinessProbe?: Probe | undefined;
  /** Whether a change of the resources of a running pod restarts the container, by resource */
  readonly resizePolicy?: readonly ContainerResizePolicy[] | undefined;
  /** Whether the container is restarted when it ends; absent: as the pod says */
  readonly containerRestartPolicy?: "Never" | "OnFailure" | undefined;
  /**
   * Volumes by id: where they come from (the field that type names) and where the main container sees them
   * @default {"tmp":{"mountPath":"/tmp","allContainers":true,"emptyDir":{}}}
   */
  readonly volumes?: { readonly [name: string]: VolumeOptions } | undefined;
  /** ConfigMaps that the chart creates, by id; changing their data restarts the pods */
  readonly configMaps?: { readonly [name: string]: ConfigMapOptions } | undefined;
  /** Containers that run in order before the main one starts, by name */
  readonly initContainers?: { readonly [name: string]: InitContainerOptions } | undefined;
  /** Containers that run alongside the main one, by name */
  readonly sidecars?: { readonly [name: string]: SidecarOptions } | undefined;
  /**
   * Pod Security level that security contexts, namespaces of the node and volumes must satisfy: restricted refuses root users, added capabilities and volumes of other hosts; openshift too, and leaves runAsUser, runAsGroup and fsGroup to the cluster, even where they are set; baseline refuses privileged containers and namespaces of the node
   * @default "restricted"
   */
  readonly podSecurity?: "restricted" | "openshift" | "baseline" | "privileged" | undefined;
  /**
   * Security context of the pod; fields that are left out keep their defaults
   * @default {"runAsNonRoot":true,"runAsUser":65532,"runAsGroup":65532,"fsGroup":65532,"fsGroupChangePolicy":"OnRootMismatch","seccompProfile":{"type":"RuntimeDefault"}}
   */
  readonly podSecurityContext?: PodSecurityContext | undefined;
  /** The pods' identity */
  readonly serviceAccount?: ServiceAccountOptions | undefined;
  /** More labels of the controller: Job, CronJob and its Jobs, StatefulSet, Deployment */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Annotations of the controller, as labels */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** More labels of the pods */
  readonly podLabels?: { readonly [name: string]: string } | undefined;
  /** Annotations of the pods */
  readonly podAnnotations?: { readonly [name: string]: string } | undefined;
  /** Labels that a node must have */
  readonly nodeSelector?: { readonly [name: string]: string } | undefined;
  /** The one node on which the pods run; no scheduler places them then */
  readonly nodeName?: string | undefined;
  /** Taints that the pods tolerate */
  readonly tolerations?: readonly Toleration[] | undefined;
  /** Affinity to nodes, and affinity or anti-affinity to other pods */
  readonly affinity?: Affinity | undefined;
  /** How the pods spread over nodes and zones */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[] | undefined;
  /** Gates that others must remove before the pods are scheduled */
  readonly schedulingGates?: readonly PodSchedulingGate[] | undefined;
  /** PriorityClass of the pods */
  readonly priorityClassName?: string | undefined;
  /** Whether the pods may evict others of lower priority; must be that of their PriorityClass */
  readonly preemptionPolicy?: "PreemptLowerPriority" | "Never" | undefined;
  /** RuntimeClass of the pods */
  readonly runtimeClassName?: string | undefined;
  /** Scheduler of the pods */
  readonly schedulerName?: string | undefined;
  /** Devices that containers may use, by `claims` of their resources */
  readonly resourceClaims?: readonly PodResourceClaim[] | undefined;
  /** Operating system of the containers */
  readonly os?: PodOS | undefined;
  /** Host name of the pods; absent: their names */
  readonly hostname?: string | undefined;
  /** Headless Service whose DNS has an address for each pod: hostname.subdomain.namespace.svc */
  readonly subdomain?: string | undefined;
  /** Host name that the containers see, without a name in DNS */
  readonly hostnameOverride?: string | undefined;
  /** Whether the host name is the fully qualified name */
  readonly setHostnameAsFQDN?: boolean | undefined;
  /** Entries of the pods' /etc/hosts */
  readonly hostAliases?: readonly HostAlias[] | undefined;
  /** Which DNS servers the pods ask: those of the cluster, of the node, or of dnsConfig alone (None) */
  readonly dnsPolicy?: "ClusterFirst" | "ClusterFirstWithHostNet" | "Default" | "None" | undefined;
  /** More DNS servers, search domains and options */
  readonly dnsConfig?: PodDNSConfig | undefined;
  /** Whether containers get a variable for each Service of the namespace */
  readonly enableServiceLinks?: boolean | undefined;
  /** Requests and limits of all containers together: the `resources` of a pod */
  readonly podResources?: PodResources | undefined;
  /** Whether the pods use the network of their node */
  readonly hostNetwork?: boolean | undefined;
  /** Whether the pods see the processes of their node */
  readonly hostPID?: boolean | undefined;
  /** Whether the pods share the memory and semaphores of their node */
  readonly hostIPC?: boolean | undefined;
  /** Whether user ids in the pods are those of their node; false: root in a pod is nobody */
  readonly hostUsers?: boolean | undefined;
  /** Whether the containers of a pod see one another's processes */
  readonly shareProcessNamespace?: boolean | undefined;
  /** Conditions that others must set before the pods count as ready */
  readonly readinessGates?: readonly PodReadinessGate[] | undefined;
  /** Grace period between SIGTERM and SIGKILL, in seconds */
  readonly terminationGracePeriodSeconds?: number | undefined;
  /** Traffic that the pods are allowed; all of it unless enabled */
  readonly networkPolicy?: NetworkPolicyOptions | undefined;
  /** Additional Kubernetes objects, by id; they get the chart's labels. A map with the single key $from stands for a name, the selector labels, a claim or an address of the chart or of a stage */
  readonly extraObjects?: { readonly [name: string]: ExtraObjectOptions } | undefined;
  /** What helm test checks: that Services answer and that the Job has succeeded */
  readonly tests?: TestsOptions | undefined;
  /** A Job runs once, a CronJob on a schedule; absent: a CronJob where cron.schedule is set, else a Job */
  readonly kind?: "Job" | "CronJob" | undefined;
  /**
   * Whether a failed container is restarted in its pod
   * @default "Never"
   */
  readonly restartPolicy?: "Never" | "OnFailure" | undefined;
  /** Deadline of each pod, in seconds; it then fails, and the Job may retry it */
  readonly activeDeadlineSeconds?: number | undefined;
  /** How the Job runs */
  readonly job?: JobOptions | undefined;
  /** When a CronJob runs */
  readonly cron?: CronOptions | undefined;
  /** How objects are named */
  readonly naming?: NamingOptions | undefined;
}

/** The values that an environment sets of a BatchJob: values of the chart batch-job */
export interface BatchJobOverrides {
  /** Condition of an umbrella chart; ignored by a chart that is installed on its own */
  readonly enabled?: boolean | undefined;
  /** Shared by all charts of an umbrella; keys of other charts are allowed */
  readonly global?: GlobalOverrides | undefined;
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
  /** The image of the main container */
  readonly image?: ImageOverrides | undefined;
  /** Replaces the image's entrypoint */
  readonly command?: readonly string[] | undefined;
  /** Arguments of the entrypoint */
  readonly args?: readonly string[] | undefined;
  /** Working directory; absent: the image's */
  readonly workingDir?: string | undefined;
  /** Environment variables by name: a string, or an object with its source. Variables with valueFrom or fromService come first, so that $(NAME) in a plain value finds them */
  readonly env?: { readonly [name: string]: string | VariableOverrides | undefined } | undefined;
  /** ConfigMaps and Secrets whose keys become variables, by id */
  readonly envFrom?: { readonly [name: string]: VariableSourceOverrides | undefined } | undefined;
  /** Ports of the container, by name */
  readonly ports?: { readonly [name: string]: ContainerPortOverrides | undefined } | undefined;
  /** Requests and limits */
  readonly resources?: ResourceRequirementsOverrides | undefined;
  /**
   * Security context of the container; fields that are left out keep their defaults
   * @default {"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"capabilities":{"drop":["ALL"]}}
   */
  readonly securityContext?: SecurityContextOverrides | undefined;
  /** File with the reason of the end, which Kubernetes shows; absent: /dev/termination-log */
  readonly terminationMessagePath?: string | undefined;
  /** Whether the end of the log is the reason where the file is empty and the container fails */
  readonly terminationMessagePolicy?: "File" | "FallbackToLogsOnError" | undefined;
  /** Exit codes with which the container is restarted in any case, or all containers of the pod; the first rule that matches counts */
  readonly restartPolicyRules?: readonly ContainerRestartRule[] | undefined;
  /** Whether the container has a standard input that stays open */
  readonly stdin?: boolean | undefined;
  /** Whether it is closed once a client has left it; needs stdin */
  readonly stdinOnce?: boolean | undefined;
  /** Whether the container has a terminal; needs stdin */
  readonly tty?: boolean | undefined;
  /** Handlers that run after the container starts and before it stops */
  readonly lifecycle?: LifecycleOverrides | undefined;
  /** Checks whether the container has started */
  readonly startupProbe?: ProbeOverrides | undefined;
  /** Checks whether the container is alive; it is restarted if not */
  readonly livenessProbe?: ProbeOverrides | undefined;
  /** Checks whether the container can receive traffic */
  readonly readinessProbe?: ProbeOverrides | undefined;
  /** Whether a change of the resources of a running pod restarts the container, by resource */
  readonly resizePolicy?: readonly ContainerResizePolicy[] | undefined;
  /** Whether the container is restarted when it ends; absent: as the pod says */
  readonly containerRestartPolicy?: "Never" | "OnFailure" | undefined;
  /**
   * Volumes by id: where they come from (the field that type names) and where the main container sees them
   * @default {"tmp":{"mountPath":"/tmp","allContainers":true,"emptyDir":{}}}
   */
  readonly volumes?: { readonly [name: string]: VolumeOverrides | undefined } | undefined;
  /** ConfigMaps that the chart creates, by id; changing their data restarts the pods */
  readonly configMaps?: { readonly [name: string]: ConfigMapOverrides | undefined } | undefined;
  /** Containers that run in order before the main one starts, by name */
  readonly initContainers?: { readonly [name: string]: InitContainerOverrides | undefined } | undefined;
  /** Containers that run alongside the main one, by name */
  readonly sidecars?: { readonly [name: string]: SidecarOverrides | undefined } | undefined;
  /**
   * Pod Security level that security contexts, namespaces of the node and volumes must satisfy: restricted refuses root users, added capabilities and volumes of other hosts; openshift too, and leaves runAsUser, runAsGroup and fsGroup to the cluster, even where they are set; baseline refuses privileged containers and namespaces of the node
   * @default "restricted"
   */
  readonly podSecurity?: "restricted" | "openshift" | "baseline" | "privileged" | undefined;
  /**
   * Security context of the pod; fields that are left out keep their defaults
   * @default {"runAsNonRoot":true,"runAsUser":65532,"runAsGroup":65532,"fsGroup":65532,"fsGroupChangePolicy":"OnRootMismatch","seccompProfile":{"type":"RuntimeDefault"}}
   */
  readonly podSecurityContext?: PodSecurityContextOverrides | undefined;
  /** The pods' identity */
  readonly serviceAccount?: ServiceAccountOverrides | undefined;
  /** More labels of the controller: Job, CronJob and its Jobs, StatefulSet, Deployment */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations of the controller, as labels */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /** More labels of the pods */
  readonly podLabels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations of the pods */
  readonly podAnnotations?: { readonly [name: string]: string | undefined } | undefined;
  /** Labels that a node must have */
  readonly nodeSelector?: { readonly [name: string]: string | undefined } | undefined;
  /** The one node on which the pods run; no scheduler places them then */
  readonly nodeName?: string | undefined;
  /** Taints that the pods tolerate */
  readonly tolerations?: readonly Toleration[] | undefined;
  /** Affinity to nodes, and affinity or anti-affinity to other pods */
  readonly affinity?: AffinityOverrides | undefined;
  /** How the pods spread over nodes and zones */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[] | undefined;
  /** Gates that others must remove before the pods are scheduled */
  readonly schedulingGates?: readonly PodSchedulingGate[] | undefined;
  /** PriorityClass of the pods */
  readonly priorityClassName?: string | undefined;
  /** Whether the pods may evict others of lower priority; must be that of their PriorityClass */
  readonly preemptionPolicy?: "PreemptLowerPriority" | "Never" | undefined;
  /** RuntimeClass of the pods */
  readonly runtimeClassName?: string | undefined;
  /** Scheduler of the pods */
  readonly schedulerName?: string | undefined;
  /** Devices that containers may use, by `claims` of their resources */
  readonly resourceClaims?: readonly PodResourceClaim[] | undefined;
  /** Operating system of the containers */
  readonly os?: PodOSOverrides | undefined;
  /** Host name of the pods; absent: their names */
  readonly hostname?: string | undefined;
  /** Headless Service whose DNS has an address for each pod: hostname.subdomain.namespace.svc */
  readonly subdomain?: string | undefined;
  /** Host name that the containers see, without a name in DNS */
  readonly hostnameOverride?: string | undefined;
  /** Whether the host name is the fully qualified name */
  readonly setHostnameAsFQDN?: boolean | undefined;
  /** Entries of the pods' /etc/hosts */
  readonly hostAliases?: readonly HostAlias[] | undefined;
  /** Which DNS servers the pods ask: those of the cluster, of the node, or of dnsConfig alone (None) */
  readonly dnsPolicy?: "ClusterFirst" | "ClusterFirstWithHostNet" | "Default" | "None" | undefined;
  /** More DNS servers, search domains and options */
  readonly dnsConfig?: PodDNSConfigOverrides | undefined;
  /** Whether containers get a variable for each Service of the namespace */
  readonly enableServiceLinks?: boolean | undefined;
  /** Requests and limits of all containers together: the `resources` of a pod */
  readonly podResources?: PodResourcesOverrides | undefined;
  /** Whether the pods use the network of their node */
  readonly hostNetwork?: boolean | undefined;
  /** Whether the pods see the processes of their node */
  readonly hostPID?: boolean | undefined;
  /** Whether the pods share the memory and semaphores of their node */
  readonly hostIPC?: boolean | undefined;
  /** Whether user ids in the pods are those of their node; false: root in a pod is nobody */
  readonly hostUsers?: boolean | undefined;
  /** Whether the containers of a pod see one another's processes */
  readonly shareProcessNamespace?: boolean | undefined;
  /** Conditions that others must set before the pods count as ready */
  readonly readinessGates?: readonly PodReadinessGate[] | undefined;
  /** Grace period between SIGTERM and SIGKILL, in seconds */
  readonly terminationGracePeriodSeconds?: number | undefined;
  /** Traffic that the pods are allowed; all of it unless enabled */
  readonly networkPolicy?: NetworkPolicyOverrides | undefined;
  /** Additional Kubernetes objects, by id; they get the chart's labels. A map with the single key $from stands for a name, the selector labels, a claim or an address of the chart or of a stage */
  readonly extraObjects?: { readonly [name: string]: ExtraObjectOverrides | undefined } | undefined;
  /** What helm test checks: that Services answer and that the Job has succeeded */
  readonly tests?: TestsOverrides | undefined;
  /** A Job runs once, a CronJob on a schedule; absent: a CronJob where cron.schedule is set, else a Job */
  readonly kind?: "Job" | "CronJob" | undefined;
  /**
   * Whether a failed container is restarted in its pod
   * @default "Never"
   */
  readonly restartPolicy?: "Never" | "OnFailure" | undefined;
  /** Deadline of each pod, in seconds; it then fails, and the Job may retry it */
  readonly activeDeadlineSeconds?: number | undefined;
  /** How the Job runs */
  readonly job?: JobOverrides | undefined;
  /** When a CronJob runs */
  readonly cron?: CronOverrides | undefined;
  /** How objects are named */
  readonly naming?: NamingOverrides | undefined;
}

/** A volume */
export interface VolumeOptions {
  /** The field that is used; required if several are set */
  readonly type?:
    | "existingClaim"
    | "claim"
    | "pipelineVolume"
    | "ephemeral"
    | "csi"
    | "emptyDir"
    | "configMap"
    | "ownConfigMap"
    | "secret"
    | "projected"
    | "downwardAPI"
    | "image"
    | "nfs"
    | "iscsi"
    | "fc"
    | "hostPath"
    | undefined;
  /**
   * Whether the pod has the volume
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Whether the volume keeps its name in a pod that stages share, where others look for it, such as a webhook or a driver; otherwise it begins with the name of the stage
   * @default false
   */
  readonly keepName?: boolean | undefined;
  /** Path at which the container mounts it */
  readonly mountPath?: string | undefined;
  /** Directory or file of the volume to mount instead of its root */
  readonly subPath?: string | undefined;
  /** The same, with variables of the container: $(POD_NAME) */
  readonly subPathExpr?: string | undefined;
  /** Whether the mount is read-only */
  readonly readOnly?: boolean | undefined;
  /** Whether what is mounted below it is read-only too; needs readOnly */
  readonly recursiveReadOnly?: "Disabled" | "IfPossible" | "Enabled" | undefined;
  /** Whether the container sees what its node mounts there later, and the node what the container mounts; Bidirectional needs a privileged container */
  readonly mountPropagation?: "None" | "HostToContainer" | "Bidirectional" | undefined;
  /** Path of the block device in the container; a claim that the chart creates then has volumeMode Block */
  readonly devicePath?: string | undefined;
  /**
   * Whether init containers and sidecars mount it too
   * @default false
   */
  readonly allContainers?: boolean | undefined;
  /** More mounts of the volume, by id */
  readonly mounts?: { readonly [name: string]: MountOptions } | undefined;
  /**
   * Allows hostPath, which exposes a directory of the node to the pod
   * @default false
   */
  readonly allowHostPath?: boolean | undefined;
  /** Name of a PersistentVolumeClaim that exists */
  readonly existingClaim?: string | undefined;
  /** A PersistentVolumeClaim that the chart creates */
  readonly claim?: ClaimOptions | undefined;
  /** A claim of another stage; only in a pipeline */
  readonly pipelineVolume?: PipelineVolumeOptions | VolumeReference | undefined;
  /** A claim with the lifetime of the pod */
  readonly ephemeral?: EphemeralOptions | undefined;
  /** An inline volume of a CSI driver */
  readonly csi?: CSIVolumeSource | undefined;
  /** An empty directory with the lifetime of the pod */
  readonly emptyDir?: EmptyDirVolumeSource | undefined;
  /** Keys of a ConfigMap as files */
  readonly configMap?: ConfigMapVolumeSource | undefined;
  /** An entry of configMaps as files */
  readonly ownConfigMap?: string | undefined;
  /** Keys of a Secret as files */
  readonly secret?: SecretVolumeSource | undefined;
  /** Several sources in one directory */
  readonly projected?: ProjectedVolumeSource | undefined;
  /** Fields of the pod as files */
  readonly downwardAPI?: DownwardAPIVolumeSource | undefined;
  /** The files of an image or another OCI artifact; read-only */
  readonly image?: ImageVolumeSource | undefined;
  /** A directory of an NFS server; podSecurity restricted refuses it */
  readonly nfs?: NFSVolumeSource | undefined;
  /** An iSCSI disk; podSecurity restricted refuses it */
  readonly iscsi?: ISCSIVolumeSource | undefined;
  /** A Fibre Channel disk; podSecurity restricted refuses it */
  readonly fc?: FCVolumeSource | undefined;
  /** A directory of the node; needs allowHostPath */
  readonly hostPath?: HostPathVolumeSource | undefined;
}

/** A container that completes before the main one starts */
export interface InitContainerOptions {
  /**
   * Whether the container runs
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Position; ties are sorted by name
   * @default 0
   */
  readonly order?: number | undefined;
  /**
   * Whether the container keeps its name in a pod that stages share, where others look for it, such as a webhook or a driver; otherwise it begins with the name of the stage
   * @default false
   */
  readonly keepName?: boolean | undefined;
  /** The container's image */
  readonly image: SideImageOptions;
  /** Replaces the image's entrypoint */
  readonly command?: readonly string[] | undefined;
  /** Arguments of the entrypoint */
  readonly args?: readonly string[] | undefined;
  /** Working directory; absent: the image's */
  readonly workingDir?: string | undefined;
  /** Environment variables by name: a string, or an object with its source. Variables with valueFrom or fromService come first, so that $(NAME) in a plain value finds them */
  readonly env?: { readonly [name: string]: string | VariableOptions } | undefined;
  /** ConfigMaps and Secrets whose keys become variables, by id */
  readonly envFrom?: { readonly [name: string]: VariableSourceOptions } | undefined;
  /** Ports of the container, by name */
  readonly ports?: { readonly [name: string]: ContainerPortOptions } | undefined;
  /** Requests and limits */
  readonly resources?: ResourceRequirements | undefined;
  /**
   * Security context of the container; fields that are left out keep their defaults
   * @default {"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"capabilities":{"drop":["ALL"]}}
   */
  readonly securityContext?: SecurityContext | undefined;
  /** File with the reason of the end, which Kubernetes shows; absent: /dev/termination-log */
  readonly terminationMessagePath?: string | undefined;
  /** Whether the end of the log is the reason where the file is empty and the container fails */
  readonly terminationMessagePolicy?: "File" | "FallbackToLogsOnError" | undefined;
  /** Exit codes with which the container is restarted in any case, or all containers of the pod; the first rule that matches counts */
  readonly restartPolicyRules?: readonly ContainerRestartRule[] | undefined;
  /** Whether the container has a standard input that stays open */
  readonly stdin?: boolean | undefined;
  /** Whether it is closed once a client has left it; needs stdin */
  readonly stdinOnce?: boolean | undefined;
  /** Whether the container has a terminal; needs stdin */
  readonly tty?: boolean | undefined;
  /** Whether the container is restarted when it ends; absent: as the pod says */
  readonly restartPolicy?: "Never" | "OnFailure" | undefined;
}

/** A container that runs alongside the main one */
export interface SidecarOptions {
  /**
   * Whether the container runs
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Position among the sidecars; ties are sorted by name, absent: 0. Of a native one: among the init containers and native sidecars, absent: after them */
  readonly order?: number | undefined;
  /**
   * Whether the container keeps its name in a pod that stages share, where others look for it, such as a webhook or a driver; otherwise it begins with the name of the stage
   * @default false
   */
  readonly keepName?: boolean | undefined;
  /**
   * Whether it starts before the main container and stops after it, as a restartable init container
   * @default true
   */
  readonly native?: boolean | undefined;
  /** The container's image */
  readonly image: SideImageOptions;
  /** Replaces the image's entrypoint */
  readonly command?: readonly string[] | undefined;
  /** Arguments of the entrypoint */
  readonly args?: readonly string[] | undefined;
  /** Working directory; absent: the image's */
  readonly workingDir?: string | undefined;
  /** Environment variables by name: a string, or an object with its source. Variables with valueFrom or fromService come first, so that $(NAME) in a plain value finds them */
  readonly env?: { readonly [name: string]: string | VariableOptions } | undefined;
  /** ConfigMaps and Secrets whose keys become variables, by id */
  readonly envFrom?: { readonly [name: string]: VariableSourceOptions } | undefined;
  /** Ports of the container, by name */
  readonly ports?: { readonly [name: string]: ContainerPortOptions } | undefined;
  /** Requests and limits */
  readonly resources?: ResourceRequirements | undefined;
  /**
   * Security context of the container; fields that are left out keep their defaults
   * @default {"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"capabilities":{"drop":["ALL"]}}
   */
  readonly securityContext?: SecurityContext | undefined;
  /** File with the reason of the end, which Kubernetes shows; absent: /dev/termination-log */
  readonly terminationMessagePath?: string | undefined;
  /** Whether the end of the log is the reason where the file is empty and the container fails */
  readonly terminationMessagePolicy?: "File" | "FallbackToLogsOnError" | undefined;
  /** Exit codes with which the container is restarted in any case, or all containers of the pod; the first rule that matches counts */
  readonly restartPolicyRules?: readonly ContainerRestartRule[] | undefined;
  /** Whether the container has a standard input that stays open */
  readonly stdin?: boolean | undefined;
  /** Whether it is closed once a client has left it; needs stdin */
  readonly stdinOnce?: boolean | undefined;
  /** Whether the container has a terminal; needs stdin */
  readonly tty?: boolean | undefined;
  /** Handlers that run after the container starts and before it stops */
  readonly lifecycle?: Lifecycle | undefined;
  /** Checks whether the container has started */
  readonly startupProbe?: Probe | undefined;
  /** Checks whether the container is alive; it is restarted if not */
  readonly livenessProbe?: Probe | undefined;
  /** Checks whether the container can receive traffic */
  readonly readinessProbe?: Probe | undefined;
  /** Whether a change of the resources of a running pod restarts the container, by resource */
  readonly resizePolicy?: readonly ContainerResizePolicy[] | undefined;
  /** Whether the container is restarted when it ends; absent: as the pod says */
  readonly restartPolicy?: "Never" | "OnFailure" | undefined;
}

/** How the Job runs */
export interface JobOptions {
  /** Pods that run at once */
  readonly parallelism?: number | undefined;
  /** Pods that must succeed */
  readonly completions?: number | undefined;
  /** Whether each pod has an index of its own */
  readonly completionMode?: "NonIndexed" | "Indexed" | undefined;
  /**
   * Failed pods before the Job fails
   * @default 4
   */
  readonly backoffLimit?: number | undefined;
  /** Failed pods of one index before the index fails; needs Indexed and Never */
  readonly backoffLimitPerIndex?: number | undefined;
  /** Failed indexes before the Job fails; needs backoffLimitPerIndex */
  readonly maxFailedIndexes?: number | undefined;
  /** Deadline of the Job, in seconds; it then fails */
  readonly activeDeadlineSeconds?: number | undefined;
  /** Time before a finished Job is deleted, in seconds; the next upgrade then runs it again */
  readonly ttlSecondsAfterFinished?: number | undefined;
  /**
   * Whether the Job starts no pods until this is false
   * @default false
   */
  readonly suspend?: boolean | undefined;
  /** When a pod is replaced: as soon as it terminates, or once it has failed */
  readonly podReplacementPolicy?: "TerminatingOrFailed" | "Failed" | undefined;
  /** How failures of pods are handled; needs restartPolicy Never */
  readonly podFailurePolicy?: PodFailurePolicy | undefined;
  /** Controller that runs the Job instead of Kubernetes' own */
  readonly managedBy?: string | undefined;
  /** When an Indexed Job counts as succeeded */
  readonly successPolicy?: SuccessPolicy | undefined;
}

/** When a CronJob runs */
export interface CronOptions {
  /** When it runs: five cron fields, or a macro such as @daily */
  readonly schedule?: string | undefined;
  /** Time zone of the schedule; absent: that of the cluster's controller */
  readonly timeZone?: string | undefined;
  /**
   * What happens when a run is due while the previous one is still running
   * @default "Forbid"
   */
  readonly concurrencyPolicy?: "Allow" | "Forbid" | "Replace" | undefined;
  /** Deadline for starting a missed run, in seconds */
  readonly startingDeadlineSeconds?: number | undefined;
  /**
   * Number of succeeded Jobs to keep
   * @default 3
   */
  readonly successfulJobsHistoryLimit?: number | undefined;
  /**
   * Number of failed Jobs to keep
   * @default 1
   */
  readonly failedJobsHistoryLimit?: number | undefined;
  /**
   * Whether runs are suspended
   * @default false
   */
  readonly suspend?: boolean | undefined;
}

/** How objects are named */
export interface NamingOptions {
  /**
   * Whether a Job's name ends in a hash of its immutable fields, so that an upgrade that changes them runs a new Job
   * @default true
   */
  readonly hashSuffix?: boolean | undefined;
}

/** A volume */
export interface VolumeOverrides {
  /** The field that is used; required if several are set */
  readonly type?:
    | "existingClaim"
    | "claim"
    | "pipelineVolume"
    | "ephemeral"
    | "csi"
    | "emptyDir"
    | "configMap"
    | "ownConfigMap"
    | "secret"
    | "projected"
    | "downwardAPI"
    | "image"
    | "nfs"
    | "iscsi"
    | "fc"
    | "hostPath"
    | undefined;
  /**
   * Whether the pod has the volume
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Whether the volume keeps its name in a pod that stages share, where others look for it, such as a webhook or a driver; otherwise it begins with the name of the stage
   * @default false
   */
  readonly keepName?: boolean | undefined;
  /** Path at which the container mounts it */
  readonly mountPath?: string | undefined;
  /** Directory or file of the volume to mount instead of its root */
  readonly subPath?: string | undefined;
  /** The same, with variables of the container: $(POD_NAME) */
  readonly subPathExpr?: string | undefined;
  /** Whether the mount is read-only */
  readonly readOnly?: boolean | undefined;
  /** Whether what is mounted below it is read-only too; needs readOnly */
  readonly recursiveReadOnly?: "Disabled" | "IfPossible" | "Enabled" | undefined;
  /** Whether the container sees what its node mounts there later, and the node what the container mounts; Bidirectional needs a privileged container */
  readonly mountPropagation?: "None" | "HostToContainer" | "Bidirectional" | undefined;
  /** Path of the block device in the container; a claim that the chart creates then has volumeMode Block */
  readonly devicePath?: string | undefined;
  /**
   * Whether init containers and sidecars mount it too
   * @default false
   */
  readonly allContainers?: boolean | undefined;
  /** More mounts of the volume, by id */
  readonly mounts?: { readonly [name: string]: MountOverrides | undefined } | undefined;
  /**
   * Allows hostPath, which exposes a directory of the node to the pod
   * @default false
   */
  readonly allowHostPath?: boolean | undefined;
  /** Name of a PersistentVolumeClaim that exists */
  readonly existingClaim?: string | undefined;
  /** A PersistentVolumeClaim that the chart creates */
  readonly claim?: ClaimOverrides | undefined;
  /** A claim of another stage; only in a pipeline */
  readonly pipelineVolume?: PipelineVolumeOverrides | VolumeReference | undefined;
  /** A claim with the lifetime of the pod */
  readonly ephemeral?: EphemeralOverrides | undefined;
  /** An inline volume of a CSI driver */
  readonly csi?: CSIVolumeSourceOverrides | undefined;
  /** An empty directory with the lifetime of the pod */
  readonly emptyDir?: EmptyDirVolumeSourceOverrides | undefined;
  /** Keys of a ConfigMap as files */
  readonly configMap?: ConfigMapVolumeSourceOverrides | undefined;
  /** An entry of configMaps as files */
  readonly ownConfigMap?: string | undefined;
  /** Keys of a Secret as files */
  readonly secret?: SecretVolumeSourceOverrides | undefined;
  /** Several sources in one directory */
  readonly projected?: ProjectedVolumeSourceOverrides | undefined;
  /** Fields of the pod as files */
  readonly downwardAPI?: DownwardAPIVolumeSourceOverrides | undefined;
  /** The files of an image or another OCI artifact; read-only */
  readonly image?: ImageVolumeSourceOverrides | undefined;
  /** A directory of an NFS server; podSecurity restricted refuses it */
  readonly nfs?: NFSVolumeSourceOverrides | undefined;
  /** An iSCSI disk; podSecurity restricted refuses it */
  readonly iscsi?: ISCSIVolumeSourceOverrides | undefined;
  /** A Fibre Channel disk; podSecurity restricted refuses it */
  readonly fc?: FCVolumeSourceOverrides | undefined;
  /** A directory of the node; needs allowHostPath */
  readonly hostPath?: HostPathVolumeSourceOverrides | undefined;
}

/** A container that completes before the main one starts */
export interface InitContainerOverrides {
  /**
   * Whether the container runs
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Position; ties are sorted by name
   * @default 0
   */
  readonly order?: number | undefined;
  /**
   * Whether the container keeps its name in a pod that stages share, where others look for it, such as a webhook or a driver; otherwise it begins with the name of the stage
   * @default false
   */
  readonly keepName?: boolean | undefined;
  /** The container's image */
  readonly image?: SideImageOverrides | undefined;
  /** Replaces the image's entrypoint */
  readonly command?: readonly string[] | undefined;
  /** Arguments of the entrypoint */
  readonly args?: readonly string[] | undefined;
  /** Working directory; absent: the image's */
  readonly workingDir?: string | undefined;
  /** Environment variables by name: a string, or an object with its source. Variables with valueFrom or fromService come first, so that $(NAME) in a plain value finds them */
  readonly env?: { readonly [name: string]: string | VariableOverrides | undefined } | undefined;
  /** ConfigMaps and Secrets whose keys become variables, by id */
  readonly envFrom?: { readonly [name: string]: VariableSourceOverrides | undefined } | undefined;
  /** Ports of the container, by name */
  readonly ports?: { readonly [name: string]: ContainerPortOverrides | undefined } | undefined;
  /** Requests and limits */
  readonly resources?: ResourceRequirementsOverrides | undefined;
  /**
   * Security context of the container; fields that are left out keep their defaults
   * @default {"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"capabilities":{"drop":["ALL"]}}
   */
  readonly securityContext?: SecurityContextOverrides | undefined;
  /** File with the reason of the end, which Kubernetes shows; absent: /dev/termination-log */
  readonly terminationMessagePath?: string | undefined;
  /** Whether the end of the log is the reason where the file is empty and the container fails */
  readonly terminationMessagePolicy?: "File" | "FallbackToLogsOnError" | undefined;
  /** Exit codes with which the container is restarted in any case, or all containers of the pod; the first rule that matches counts */
  readonly restartPolicyRules?: readonly ContainerRestartRule[] | undefined;
  /** Whether the container has a standard input that stays open */
  readonly stdin?: boolean | undefined;
  /** Whether it is closed once a client has left it; needs stdin */
  readonly stdinOnce?: boolean | undefined;
  /** Whether the container has a terminal; needs stdin */
  readonly tty?: boolean | undefined;
  /** Whether the container is restarted when it ends; absent: as the pod says */
  readonly restartPolicy?: "Never" | "OnFailure" | undefined;
}

/** A container that runs alongside the main one */
export interface SidecarOverrides {
  /**
   * Whether the container runs
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Position among the sidecars; ties are sorted by name, absent: 0. Of a native one: among the init containers and native sidecars, absent: after them */
  readonly order?: number | undefined;
  /**
   * Whether the container keeps its name in a pod that stages share, where others look for it, such as a webhook or a driver; otherwise it begins with the name of the stage
   * @default false
   */
  readonly keepName?: boolean | undefined;
  /**
   * Whether it starts before the main container and stops after it, as a restartable init container
   * @default true
   */
  readonly native?: boolean | undefined;
  /** The container's image */
  readonly image?: SideImageOverrides | undefined;
  /** Replaces the image's entrypoint */
  readonly command?: readonly string[] | undefined;
  /** Arguments of the entrypoint */
  readonly args?: readonly string[] | undefined;
  /** Working directory; absent: the image's */
  readonly workingDir?: string | undefined;
  /** Environment variables by name: a string, or an object with its source. Variables with valueFrom or fromService come first, so that $(NAME) in a plain value finds them */
  readonly env?: { readonly [name: string]: string | VariableOverrides | undefined } | undefined;
  /** ConfigMaps and Secrets whose keys become variables, by id */
  readonly envFrom?: { readonly [name: string]: VariableSourceOverrides | undefined } | undefined;
  /** Ports of the container, by name */
  readonly ports?: { readonly [name: string]: ContainerPortOverrides | undefined } | undefined;
  /** Requests and limits */
  readonly resources?: ResourceRequirementsOverrides | undefined;
  /**
   * Security context of the container; fields that are left out keep their defaults
   * @default {"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"capabilities":{"drop":["ALL"]}}
   */
  readonly securityContext?: SecurityContextOverrides | undefined;
  /** File with the reason of the end, which Kubernetes shows; absent: /dev/termination-log */
  readonly terminationMessagePath?: string | undefined;
  /** Whether the end of the log is the reason where the file is empty and the container fails */
  readonly terminationMessagePolicy?: "File" | "FallbackToLogsOnError" | undefined;
  /** Exit codes with which the container is restarted in any case, or all containers of the pod; the first rule that matches counts */
  readonly restartPolicyRules?: readonly ContainerRestartRule[] | undefined;
  /** Whether the container has a standard input that stays open */
  readonly stdin?: boolean | undefined;
  /** Whether it is closed once a client has left it; needs stdin */
  readonly stdinOnce?: boolean | undefined;
  /** Whether the container has a terminal; needs stdin */
  readonly tty?: boolean | undefined;
  /** Handlers that run after the container starts and before it stops */
  readonly lifecycle?: LifecycleOverrides | undefined;
  /** Checks whether the container has started */
  readonly startupProbe?: ProbeOverrides | undefined;
  /** Checks whether the container is alive; it is restarted if not */
  readonly livenessProbe?: ProbeOverrides | undefined;
  /** Checks whether the container can receive traffic */
  readonly readinessProbe?: ProbeOverrides | undefined;
  /** Whether a change of the resources of a running pod restarts the container, by resource */
  readonly resizePolicy?: readonly ContainerResizePolicy[] | undefined;
  /** Whether the container is restarted when it ends; absent: as the pod says */
  readonly restartPolicy?: "Never" | "OnFailure" | undefined;
}

/** How the Job runs */
export interface JobOverrides {
  /** Pods that run at once */
  readonly parallelism?: number | undefined;
  /** Pods that must succeed */
  readonly completions?: number | undefined;
  /** Whether each pod has an index of its own */
  readonly completionMode?: "NonIndexed" | "Indexed" | undefined;
  /**
   * Failed pods before the Job fails
   * @default 4
   */
  readonly backoffLimit?: number | undefined;
  /** Failed pods of one index before the index fails; needs Indexed and Never */
  readonly backoffLimitPerIndex?: number | undefined;
  /** Failed indexes before the Job fails; needs backoffLimitPerIndex */
  readonly maxFailedIndexes?: number | undefined;
  /** Deadline of the Job, in seconds; it then fails */
  readonly activeDeadlineSeconds?: number | undefined;
  /** Time before a finished Job is deleted, in seconds; the next upgrade then runs it again */
  readonly ttlSecondsAfterFinished?: number | undefined;
  /**
   * Whether the Job starts no pods until this is false
   * @default false
   */
  readonly suspend?: boolean | undefined;
  /** When a pod is replaced: as soon as it terminates, or once it has failed */
  readonly podReplacementPolicy?: "TerminatingOrFailed" | "Failed" | undefined;
  /** How failures of pods are handled; needs restartPolicy Never */
  readonly podFailurePolicy?: PodFailurePolicyOverrides | undefined;
  /** Controller that runs the Job instead of Kubernetes' own */
  readonly managedBy?: string | undefined;
  /** When an Indexed Job counts as succeeded */
  readonly successPolicy?: SuccessPolicyOverrides | undefined;
}

/** When a CronJob runs */
export interface CronOverrides {
  /** When it runs: five cron fields, or a macro such as @daily */
  readonly schedule?: string | undefined;
  /** Time zone of the schedule; absent: that of the cluster's controller */
  readonly timeZone?: string | undefined;
  /**
   * What happens when a run is due while the previous one is still running
   * @default "Forbid"
   */
  readonly concurrencyPolicy?: "Allow" | "Forbid" | "Replace" | undefined;
  /** Deadline for starting a missed run, in seconds */
  readonly startingDeadlineSeconds?: number | undefined;
  /**
   * Number of succeeded Jobs to keep
   * @default 3
   */
  readonly successfulJobsHistoryLimit?: number | undefined;
  /**
   * Number of failed Jobs to keep
   * @default 1
   */
  readonly failedJobsHistoryLimit?: number | undefined;
  /**
   * Whether runs are suspended
   * @default false
   */
  readonly suspend?: boolean | undefined;
}

/** How objects are named */
export interface NamingOverrides {
  /**
   * Whether a Job's name ends in a hash of its immutable fields, so that an upgrade that changes them runs a new Job
   * @default true
   */
  readonly hashSuffix?: boolean | undefined;
}
