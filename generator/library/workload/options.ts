// Generated from generator/library/workload/values/values.ts; do not edit: run npm run generate.
// Longer than most files: it has an interface for each object of the values.
/** The types of values, as they may be written. */
import type {
  Affinity,
  ContainerResizePolicy,
  ContainerRestartRule,
  HostAlias,
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
  SecurityContext,
  SessionAffinityConfig,
  Toleration,
  TopologySpreadConstraint,
} from "../../values/kubernetes/types.ts";
import type { ExtraObjectOptions } from "../../values/objects/extra-object.ts";
import type {
  ConfigMapOptions,
  ContainerPortOptions,
  GlobalOptions,
  ImageOptions,
  NetworkPolicyOptions,
  ServiceAccountOptions,
  ServicePortOptions,
  ServiceStageInitContainerOptions,
  ServiceStageVolumeOptions,
  SideImageOptions,
  TestsOptions,
  VariableOptions,
  VariableSourceOptions,
} from "../common/options.ts";

/** What a stage sets of the values that every workload has */
export interface WorkloadOptions {
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
  readonly volumes?: { readonly [name: string]: ServiceStageVolumeOptions } | undefined;
  /** ConfigMaps that the chart creates, by id; changing their data restarts the pods */
  readonly configMaps?: { readonly [name: string]: ConfigMapOptions } | undefined;
  /** Containers that run in order before the main one starts, by name */
  readonly initContainers?: { readonly [name: string]: ServiceStageInitContainerOptions } | undefined;
  /** Containers that run alongside the main one, by name */
  readonly sidecars?: { readonly [name: string]: WorkloadSidecarOptions } | undefined;
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
}

/** What a stage sets of the values of a workload with a Service in front of it */
export interface ServerOptions {
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
  readonly volumes?: { readonly [name: string]: ServiceStageVolumeOptions } | undefined;
  /** ConfigMaps that the chart creates, by id; changing their data restarts the pods */
  readonly configMaps?: { readonly [name: string]: ConfigMapOptions } | undefined;
  /** Containers that run in order before the main one starts, by name */
  readonly initContainers?: { readonly [name: string]: ServiceStageInitContainerOptions } | undefined;
  /** Containers that run alongside the main one, by name */
  readonly sidecars?: { readonly [name: string]: WorkloadSidecarOptions } | undefined;
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
  /** The Service for clients */
  readonly service?: ServerServiceOptions | undefined;
}

/** A container that runs alongside the main one */
export interface WorkloadSidecarOptions {
  /**
   * Whether the container runs
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Position among the sidecars; ties are sorted by name, absent: 0. Of a native one: among the init containers and native sidecars, absent: after them */
  readonly order?: number | undefined;
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

/** The Service for clients */
export interface ServerServiceOptions {
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
