// Generated from generator/library/stateful-stage/values.ts; do not edit: run npm run generate.
// Longer than most files: it has an interface for each object of the values.
/** The types of values, as they may be written. */
import type {
  AffinityOverrides,
  LabelSelectorOverrides,
  LifecycleOverrides,
  PodDNSConfigOverrides,
  PodOSOverrides,
  PodResourcesOverrides,
  PodSecurityContextOverrides,
  ProbeOverrides,
  ResourceRequirementsOverrides,
  RollingUpdateStatefulSetStrategyOverrides,
  SecurityContextOverrides,
  SessionAffinityConfigOverrides,
  StatefulSetOrdinalsOverrides,
  TypedLocalObjectReferenceOverrides,
  TypedObjectReferenceOverrides,
} from "../../values/kubernetes/overrides.ts";
import type {
  Affinity,
  ContainerResizePolicy,
  ContainerRestartRule,
  HostAlias,
  LabelSelector,
  Lifecycle,
  PodDNSConfig,
  PodOS,
  PodReadinessGate,
  PodResourceClaim,
  PodResources,
  PodSchedulingGate,
  PodSecurityContext,
  Probe,
  ResourceRequirements,
  RollingUpdateStatefulSetStrategy,
  SecurityContext,
  SessionAffinityConfig,
  StatefulSetOrdinals,
  Toleration,
  TopologySpreadConstraint,
  TypedLocalObjectReference,
  TypedObjectReference,
} from "../../values/kubernetes/types.ts";
import type { ExtraObjectOptions, ExtraObjectOverrides } from "../../values/objects/extra-object.ts";
import type {
  ConfigMapOptions,
  ConfigMapOverrides,
  ContainerPortOptions,
  ContainerPortOverrides,
  GlobalOptions,
  GlobalOverrides,
  ImageOptions,
  ImageOverrides,
  MountOptions,
  MountOverrides,
  NetworkPolicyOptions,
  NetworkPolicyOverrides,
  ServiceAccountOptions,
  ServiceAccountOverrides,
  ServicePortOptions,
  ServicePortOverrides,
  ServiceStageInitContainerOptions,
  ServiceStageInitContainerOverrides,
  ServiceStageSidecarOptions,
  ServiceStageSidecarOverrides,
  ServiceStageVolumeOptions,
  ServiceStageVolumeOverrides,
  TestsOptions,
  TestsOverrides,
  VariableOptions,
  VariableOverrides,
  VariableSourceOptions,
  VariableSourceOverrides,
} from "../common/options.ts";

/** The options of a StatefulStage: the values of the chart stateful-stage */
export interface StatefulStageOptions<Port extends string = string> {
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
  readonly ports?: { readonly [K in Port]?: ContainerPortOptions | undefined } | undefined;
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
  readonly volumes?: { readonly [name: string]: ServiceStageVolumeOptions } | undefined;
  /** ConfigMaps that the chart creates, by id; changing their data restarts the pods */
  readonly configMaps?: { readonly [name: string]: ConfigMapOptions } | undefined;
  /** Containers that run in order before the main one starts, by name */
  readonly initContainers?: { readonly [name: string]: ServiceStageInitContainerOptions } | undefined;
  /** Containers that run alongside the main one, by name */
  readonly sidecars?: { readonly [name: string]: ServiceStageSidecarOptions } | undefined;
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
  /** Number of pods; absent: 1, or what an autoscaler or kubectl scale has set */
  readonly replicas?: number | undefined;
  /** Numbers of the pods: `start` is that of the first one, 0 unless given */
  readonly ordinals?: StatefulSetOrdinals | undefined;
  /**
   * Whether pods start and stop one after the other, or in parallel
   * @default "OrderedReady"
   */
  readonly podManagementPolicy?: "OrderedReady" | "Parallel" | undefined;
  /** How a change of the pods is rolled out */
  readonly updateStrategy?: UpdateStrategyOptions | undefined;
  /**
   * Time for which a pod must be ready before it counts as available, in seconds
   * @default 0
   */
  readonly minReadySeconds?: number | undefined;
  /**
   * Number of old revisions to keep
   * @default 10
   */
  readonly revisionHistoryLimit?: number | undefined;
  /** The Service for clients */
  readonly service?: StatefulStageServiceOptions<Port> | undefined;
  /** The headless Service, which gives each pod a DNS name; its ports are those of the container */
  readonly headless?: HeadlessServiceOptions | undefined;
  /** Claims of each replica by id, and where its containers mount them; a claim outlives its replica. Only the mounts can change after installation */
  readonly persistence?: { readonly [name: string]: ReplicaClaimOptions } | undefined;
  /** Whether the claims of persistence, and their data, are kept when they are no longer used */
  readonly persistentVolumeClaimRetentionPolicy?: PersistentVolumeClaimRetentionPolicyOptions | undefined;
}

/** The values that an environment sets of a StatefulStage: values of the chart stateful-stage */
export interface StatefulStageOverrides {
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
  readonly volumes?: { readonly [name: string]: ServiceStageVolumeOverrides | undefined } | undefined;
  /** ConfigMaps that the chart creates, by id; changing their data restarts the pods */
  readonly configMaps?: { readonly [name: string]: ConfigMapOverrides | undefined } | undefined;
  /** Containers that run in order before the main one starts, by name */
  readonly initContainers?: { readonly [name: string]: ServiceStageInitContainerOverrides | undefined } | undefined;
  /** Containers that run alongside the main one, by name */
  readonly sidecars?: { readonly [name: string]: ServiceStageSidecarOverrides | undefined } | undefined;
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
  /** Number of pods; absent: 1, or what an autoscaler or kubectl scale has set */
  readonly replicas?: number | undefined;
  /** Numbers of the pods: `start` is that of the first one, 0 unless given */
  readonly ordinals?: StatefulSetOrdinalsOverrides | undefined;
  /**
   * Whether pods start and stop one after the other, or in parallel
   * @default "OrderedReady"
   */
  readonly podManagementPolicy?: "OrderedReady" | "Parallel" | undefined;
  /** How a change of the pods is rolled out */
  readonly updateStrategy?: UpdateStrategyOverrides | undefined;
  /**
   * Time for which a pod must be ready before it counts as available, in seconds
   * @default 0
   */
  readonly minReadySeconds?: number | undefined;
  /**
   * Number of old revisions to keep
   * @default 10
   */
  readonly revisionHistoryLimit?: number | undefined;
  /** The Service for clients */
  readonly service?: StatefulStageServiceOverrides | undefined;
  /** The headless Service, which gives each pod a DNS name; its ports are those of the container */
  readonly headless?: HeadlessServiceOverrides | undefined;
  /** Claims of each replica by id, and where its containers mount them; a claim outlives its replica. Only the mounts can change after installation */
  readonly persistence?: { readonly [name: string]: ReplicaClaimOverrides | undefined } | undefined;
  /** Whether the claims of persistence, and their data, are kept when they are no longer used */
  readonly persistentVolumeClaimRetentionPolicy?: PersistentVolumeClaimRetentionPolicyOverrides | undefined;
}

/** How a change of the pods is rolled out */
export interface UpdateStrategyOptions {
  /**
   * Whether a change replaces the pods, or takes effect as each is deleted
   * @default "RollingUpdate"
   */
  readonly type?: "RollingUpdate" | "OnDelete" | undefined;
  /** Which pods a change replaces, with type RollingUpdate */
  readonly rollingUpdate?: RollingUpdateStatefulSetStrategy | undefined;
}

/** The Service for clients */
export interface StatefulStageServiceOptions<Port extends string = string> {
  /**
   * Whether the chart creates a Service for clients; it needs ports too
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Type of the Service
   * @default "ClusterIP"
   */
  readonly type?: "ClusterIP" | "NodePort" | "LoadBalancer" | undefined;
  /** Ports of the Service, by name; without ports there is no Service for clients */
  readonly ports?: { readonly [K in Port]?: ServicePortOptions | undefined } | undefined;
  /** More labels */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Its annotations */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /**
   * Whether a client's connections go to the same pod
   * @default "None"
   */
  readonly sessionAffinity?: "None" | "ClientIP" | undefined;
  /** Timeout of the session affinity, with sessionAffinity ClientIP */
  readonly sessionAffinityConfig?: SessionAffinityConfig | undefined;
  /** Whether traffic from inside the cluster stays on its node */
  readonly internalTrafficPolicy?: "Cluster" | "Local" | undefined;
  /** Whether traffic from outside stays on the node that it enters, for types NodePort and LoadBalancer */
  readonly externalTrafficPolicy?: "Cluster" | "Local" | undefined;
  /** Pods to which traffic goes first: those of the client's zone (PreferClose too) or of its node */
  readonly trafficDistribution?: "PreferSameZone" | "PreferSameNode" | "PreferClose" | undefined;
  /** Its address, from the range of the cluster's Services; it cannot change; absent: the cluster picks one */
  readonly clusterIP?: string | undefined;
  /** Its addresses, one an IP family; the first one is clusterIP */
  readonly clusterIPs?: readonly string[] | undefined;
  /** Addresses outside of the cluster's control, of which nodes pass traffic to the Service */
  readonly externalIPs?: readonly string[] | undefined;
  /** Whether it has the addresses of pods that are not ready, too */
  readonly publishNotReadyAddresses?: boolean | undefined;
  /** Port on every node that says whether it has pods, for type LoadBalancer with externalTrafficPolicy Local; absent: the cluster picks one */
  readonly healthCheckNodePort?: number | undefined;
  /** Whether each port has a port on every node, for type LoadBalancer; absent: true */
  readonly allocateLoadBalancerNodePorts?: boolean | undefined;
  /** Address of the load balancer, for type LoadBalancer; not every cluster heeds it */
  readonly loadBalancerIP?: string | undefined;
  /** Class of the load balancer, for type LoadBalancer */
  readonly loadBalancerClass?: string | undefined;
  /** CIDRs of clients that may connect from outside, for type LoadBalancer; empty: all */
  readonly loadBalancerSourceRanges?: readonly string[] | undefined;
  /** Whether it has IPv4, IPv6 or both */
  readonly ipFamilyPolicy?: "SingleStack" | "PreferDualStack" | "RequireDualStack" | undefined;
  /** IP families, the primary one first; empty: the cluster's */
  readonly ipFamilies?: readonly ("IPv4" | "IPv6")[] | undefined;
}

/** The headless Service, which gives each pod a DNS name; its ports are those of the container */
export interface HeadlessServiceOptions {
  /** Its name, which is the DNS domain of the pods; empty: the name of the objects with -headless */
  readonly name?: string | undefined;
  /**
   * Whether DNS resolves names of pods that are not ready yet, so that replicas find each other at startup
   * @default true
   */
  readonly publishNotReadyAddresses?: boolean | undefined;
  /** Whether it has IPv4, IPv6 or both */
  readonly ipFamilyPolicy?: "SingleStack" | "PreferDualStack" | "RequireDualStack" | undefined;
  /** IP families, the primary one first; empty: the cluster's */
  readonly ipFamilies?: readonly ("IPv4" | "IPv6")[] | undefined;
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
  /** Path of the block device in the container */
  readonly devicePath?: string | undefined;
  /**
   * Whether init containers and sidecars mount it too
   * @default false
   */
  readonly allContainers?: boolean | undefined;
  /** More mounts of the volume, by id */
  readonly mounts?: { readonly [name: string]: MountOptions } | undefined;
  /** Size of each claim */
  readonly size: string;
  /** Limit of the size that each claim may get; at least its size */
  readonly sizeLimit?: string | undefined;
  /**
   * How nodes and pods may share the volume
   * @default ["ReadWriteOnce"]
   */
  readonly accessModes?:
    | readonly ("ReadWriteOnce" | "ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOncePod")[]
    | undefined;
  /** StorageClass; absent: global.defaultStorageClass, else the cluster's default; empty: no dynamic provisioning */
  readonly storageClassName?: string | undefined;
  /** PersistentVolume to bind to */
  readonly volumeName?: string | undefined;
  /** Labels of each claim */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Annotations of each claim */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** Labels of the PersistentVolumes to bind to */
  readonly selector?: LabelSelector | undefined;
  /** Snapshot or claim of the namespace that each claim starts from */
  readonly dataSource?: TypedLocalObjectReference | undefined;
  /** Object that each claim starts from, of any kind that a populator of the cluster knows */
  readonly dataSourceRef?: TypedObjectReference | undefined;
  /** VolumeAttributesClass of each claim */
  readonly volumeAttributesClassName?: string | undefined;
  /**
   * Whether containers get a directory (mountPath) or a block device (devicePath)
   * @default "Filesystem"
   */
  readonly volumeMode?: "Filesystem" | "Block" | undefined;
}

/** Whether the claims of persistence, and their data, are kept when they are no longer used */
export interface PersistentVolumeClaimRetentionPolicyOptions {
  /**
   * What happens to the claims of persistence when the StatefulSet is deleted
   * @default "Retain"
   */
  readonly whenDeleted?: "Retain" | "Delete" | undefined;
  /**
   * What happens to the claims of replicas that are removed by scaling down
   * @default "Retain"
   */
  readonly whenScaled?: "Retain" | "Delete" | undefined;
}

/** How a change of the pods is rolled out */
export interface UpdateStrategyOverrides {
  /**
   * Whether a change replaces the pods, or takes effect as each is deleted
   * @default "RollingUpdate"
   */
  readonly type?: "RollingUpdate" | "OnDelete" | undefined;
  /** Which pods a change replaces, with type RollingUpdate */
  readonly rollingUpdate?: RollingUpdateStatefulSetStrategyOverrides | undefined;
}

/** The Service for clients */
export interface StatefulStageServiceOverrides {
  /**
   * Whether the chart creates a Service for clients; it needs ports too
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Type of the Service
   * @default "ClusterIP"
   */
  readonly type?: "ClusterIP" | "NodePort" | "LoadBalancer" | undefined;
  /** Ports of the Service, by name; without ports there is no Service for clients */
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
  /** Timeout of the session affinity, with sessionAffinity ClientIP */
  readonly sessionAffinityConfig?: SessionAffinityConfigOverrides | undefined;
  /** Whether traffic from inside the cluster stays on its node */
  readonly internalTrafficPolicy?: "Cluster" | "Local" | undefined;
  /** Whether traffic from outside stays on the node that it enters, for types NodePort and LoadBalancer */
  readonly externalTrafficPolicy?: "Cluster" | "Local" | undefined;
  /** Pods to which traffic goes first: those of the client's zone (PreferClose too) or of its node */
  readonly trafficDistribution?: "PreferSameZone" | "PreferSameNode" | "PreferClose" | undefined;
  /** Its address, from the range of the cluster's Services; it cannot change; absent: the cluster picks one */
  readonly clusterIP?: string | undefined;
  /** Its addresses, one an IP family; the first one is clusterIP */
  readonly clusterIPs?: readonly string[] | undefined;
  /** Addresses outside of the cluster's control, of which nodes pass traffic to the Service */
  readonly externalIPs?: readonly string[] | undefined;
  /** Whether it has the addresses of pods that are not ready, too */
  readonly publishNotReadyAddresses?: boolean | undefined;
  /** Port on every node that says whether it has pods, for type LoadBalancer with externalTrafficPolicy Local; absent: the cluster picks one */
  readonly healthCheckNodePort?: number | undefined;
  /** Whether each port has a port on every node, for type LoadBalancer; absent: true */
  readonly allocateLoadBalancerNodePorts?: boolean | undefined;
  /** Address of the load balancer, for type LoadBalancer; not every cluster heeds it */
  readonly loadBalancerIP?: string | undefined;
  /** Class of the load balancer, for type LoadBalancer */
  readonly loadBalancerClass?: string | undefined;
  /** CIDRs of clients that may connect from outside, for type LoadBalancer; empty: all */
  readonly loadBalancerSourceRanges?: readonly string[] | undefined;
  /** Whether it has IPv4, IPv6 or both */
  readonly ipFamilyPolicy?: "SingleStack" | "PreferDualStack" | "RequireDualStack" | undefined;
  /** IP families, the primary one first; empty: the cluster's */
  readonly ipFamilies?: readonly ("IPv4" | "IPv6")[] | undefined;
}

/** The headless Service, which gives each pod a DNS name; its ports are those of the container */
export interface HeadlessServiceOverrides {
  /** Its name, which is the DNS domain of the pods; empty: the name of the objects with -headless */
  readonly name?: string | undefined;
  /**
   * Whether DNS resolves names of pods that are not ready yet, so that replicas find each other at startup
   * @default true
   */
  readonly publishNotReadyAddresses?: boolean | undefined;
  /** Whether it has IPv4, IPv6 or both */
  readonly ipFamilyPolicy?: "SingleStack" | "PreferDualStack" | "RequireDualStack" | undefined;
  /** IP families, the primary one first; empty: the cluster's */
  readonly ipFamilies?: readonly ("IPv4" | "IPv6")[] | undefined;
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
  /** Path of the block device in the container */
  readonly devicePath?: string | undefined;
  /**
   * Whether init containers and sidecars mount it too
   * @default false
   */
  readonly allContainers?: boolean | undefined;
  /** More mounts of the volume, by id */
  readonly mounts?: { readonly [name: string]: MountOverrides | undefined } | undefined;
  /** Size of each claim */
  readonly size?: string | undefined;
  /** Limit of the size that each claim may get; at least its size */
  readonly sizeLimit?: string | undefined;
  /**
   * How nodes and pods may share the volume
   * @default ["ReadWriteOnce"]
   */
  readonly accessModes?:
    | readonly ("ReadWriteOnce" | "ReadOnlyMany" | "ReadWriteMany" | "ReadWriteOncePod")[]
    | undefined;
  /** StorageClass; absent: global.defaultStorageClass, else the cluster's default; empty: no dynamic provisioning */
  readonly storageClassName?: string | undefined;
  /** PersistentVolume to bind to */
  readonly volumeName?: string | undefined;
  /** Labels of each claim */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations of each claim */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /** Labels of the PersistentVolumes to bind to */
  readonly selector?: LabelSelectorOverrides | undefined;
  /** Snapshot or claim of the namespace that each claim starts from */
  readonly dataSource?: TypedLocalObjectReferenceOverrides | undefined;
  /** Object that each claim starts from, of any kind that a populator of the cluster knows */
  readonly dataSourceRef?: TypedObjectReferenceOverrides | undefined;
  /** VolumeAttributesClass of each claim */
  readonly volumeAttributesClassName?: string | undefined;
  /**
   * Whether containers get a directory (mountPath) or a block device (devicePath)
   * @default "Filesystem"
   */
  readonly volumeMode?: "Filesystem" | "Block" | undefined;
}

/** Whether the claims of persistence, and their data, are kept when they are no longer used */
export interface PersistentVolumeClaimRetentionPolicyOverrides {
  /**
   * What happens to the claims of persistence when the StatefulSet is deleted
   * @default "Retain"
   */
  readonly whenDeleted?: "Retain" | "Delete" | undefined;
  /**
   * What happens to the claims of replicas that are removed by scaling down
   * @default "Retain"
   */
  readonly whenScaled?: "Retain" | "Delete" | undefined;
}
