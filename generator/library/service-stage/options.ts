// Generated from generator/library/service-stage/values.ts; do not edit: run npm run generate.
// Longer than most files: it has an interface for each object of the values.
/** The types of values, as they may be written. */
import type {
  AffinityOverrides,
  HorizontalPodAutoscalerBehaviorOverrides,
  LifecycleOverrides,
  PodDNSConfigOverrides,
  PodOSOverrides,
  PodResourcesOverrides,
  PodSecurityContextOverrides,
  ProbeOverrides,
  ResourceRequirementsOverrides,
  SecurityContextOverrides,
  SessionAffinityConfigOverrides,
} from "../../values/kubernetes/overrides.ts";
import type {
  Affinity,
  ContainerResizePolicy,
  ContainerRestartRule,
  HorizontalPodAutoscalerBehavior,
  HostAlias,
  IngressTLS,
  Lifecycle,
  MetricSpec,
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

/** The options of a ServiceStage: the values of the chart service-stage */
export interface ServiceStageOptions<Port extends string = string> {
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
  /** Number of pods, unless autoscaling is enabled; absent: 1, or what an autoscaler or kubectl scale has set */
  readonly replicas?: number | undefined;
  /** How an upgrade replaces pods */
  readonly strategy?: StrategyOptions | undefined;
  /** Whether changes of the pods wait until this is false; helm upgrade --wait waits too */
  readonly paused?: boolean | undefined;
  /** Time for which a new pod must be ready before it counts as available, in seconds */
  readonly minReadySeconds?: number | undefined;
  /** Seconds without progress after which an upgrade counts as failed; absent: 600 */
  readonly progressDeadlineSeconds?: number | undefined;
  /** Number of old ReplicaSets to keep for kubectl rollout undo; absent: 10 */
  readonly revisionHistoryLimit?: number | undefined;
  /** The Service for clients */
  readonly service?: ServiceOptions<Port> | undefined;
  /** How the Service is reached over HTTP from outside the cluster */
  readonly ingress?: IngressOptions | undefined;
  /** A HorizontalPodAutoscaler; it needs resource requests for what it measures */
  readonly autoscaling?: AutoscalingOptions | undefined;
}

/** The values that an environment sets of a ServiceStage: values of the chart service-stage */
export interface ServiceStageOverrides {
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
  /** Number of pods, unless autoscaling is enabled; absent: 1, or what an autoscaler or kubectl scale has set */
  readonly replicas?: number | undefined;
  /** How an upgrade replaces pods */
  readonly strategy?: StrategyOverrides | undefined;
  /** Whether changes of the pods wait until this is false; helm upgrade --wait waits too */
  readonly paused?: boolean | undefined;
  /** Time for which a new pod must be ready before it counts as available, in seconds */
  readonly minReadySeconds?: number | undefined;
  /** Seconds without progress after which an upgrade counts as failed; absent: 600 */
  readonly progressDeadlineSeconds?: number | undefined;
  /** Number of old ReplicaSets to keep for kubectl rollout undo; absent: 10 */
  readonly revisionHistoryLimit?: number | undefined;
  /** The Service for clients */
  readonly service?: ServiceOverrides | undefined;
  /** How the Service is reached over HTTP from outside the cluster */
  readonly ingress?: IngressOverrides | undefined;
  /** A HorizontalPodAutoscaler; it needs resource requests for what it measures */
  readonly autoscaling?: AutoscalingOverrides | undefined;
}

/** How an upgrade replaces pods */
export interface StrategyOptions {
  /** How pods are replaced. Absent: Recreate if a volume of type claim allows only ReadWriteOnce or ReadWriteOncePod, because a new pod could wait forever for the claim of the old one; else RollingUpdate */
  readonly type?: "RollingUpdate" | "Recreate" | undefined;
  /** Limits of a RollingUpdate; ignored for Recreate */
  readonly rollingUpdate?: RollingUpdateOptions | undefined;
}

/** The Service for clients */
export interface ServiceOptions<Port extends string = string> {
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
  /**
   * Whether its name resolves to the addresses of the pods, for type ClusterIP
   * @default false
   */
  readonly headless?: boolean | undefined;
}

/** How the Service is reached over HTTP from outside the cluster */
export interface IngressOptions {
  /**
   * Whether the chart creates an Ingress
   * @default false
   */
  readonly enabled?: boolean | undefined;
  /** IngressClass; empty: the cluster's default */
  readonly className?: string | undefined;
  /** Its annotations */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** Hosts by id */
  readonly hosts?: { readonly [name: string]: HostOptions } | undefined;
  /** What answers requests that no host and path matches */
  readonly defaultBackend?: DefaultBackendOptions | undefined;
  /** TLS certificates: the hosts of each, and the Secret that holds it */
  readonly tls?: readonly IngressTLS[] | undefined;
}

/** A HorizontalPodAutoscaler; it needs resource requests for what it measures */
export interface AutoscalingOptions {
  /**
   * Whether the number of pods follows their load; replicas is then ignored
   * @default false
   */
  readonly enabled?: boolean | undefined;
  /**
   * Minimum number of pods
   * @default 1
   */
  readonly minReplicas?: number | undefined;
  /**
   * Maximum number of pods
   * @default 3
   */
  readonly maxReplicas?: number | undefined;
  /** Target CPU usage of the pods, in percent of their requests; absent, and no other metric: 80 */
  readonly targetCPUUtilizationPercentage?: number | undefined;
  /** Target memory usage of the pods, in percent of their requests */
  readonly targetMemoryUtilizationPercentage?: number | undefined;
  /** More metrics; the one that requests the most pods decides */
  readonly metrics?: readonly MetricSpec[] | undefined;
  /** How fast the autoscaler adds and removes pods */
  readonly behavior?: HorizontalPodAutoscalerBehavior | undefined;
}

/** How an upgrade replaces pods */
export interface StrategyOverrides {
  /** How pods are replaced. Absent: Recreate if a volume of type claim allows only ReadWriteOnce or ReadWriteOncePod, because a new pod could wait forever for the claim of the old one; else RollingUpdate */
  readonly type?: "RollingUpdate" | "Recreate" | undefined;
  /** Limits of a RollingUpdate; ignored for Recreate */
  readonly rollingUpdate?: RollingUpdateOverrides | undefined;
}

/** The Service for clients */
export interface ServiceOverrides {
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
  /**
   * Whether its name resolves to the addresses of the pods, for type ClusterIP
   * @default false
   */
  readonly headless?: boolean | undefined;
}

/** How the Service is reached over HTTP from outside the cluster */
export interface IngressOverrides {
  /**
   * Whether the chart creates an Ingress
   * @default false
   */
  readonly enabled?: boolean | undefined;
  /** IngressClass; empty: the cluster's default */
  readonly className?: string | undefined;
  /** Its annotations */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /** Hosts by id */
  readonly hosts?: { readonly [name: string]: HostOverrides | undefined } | undefined;
  /** What answers requests that no host and path matches */
  readonly defaultBackend?: DefaultBackendOverrides | undefined;
  /** TLS certificates: the hosts of each, and the Secret that holds it */
  readonly tls?: readonly IngressTLS[] | undefined;
}

/** A HorizontalPodAutoscaler; it needs resource requests for what it measures */
export interface AutoscalingOverrides {
  /**
   * Whether the number of pods follows their load; replicas is then ignored
   * @default false
   */
  readonly enabled?: boolean | undefined;
  /**
   * Minimum number of pods
   * @default 1
   */
  readonly minReplicas?: number | undefined;
  /**
   * Maximum number of pods
   * @default 3
   */
  readonly maxReplicas?: number | undefined;
  /** Target CPU usage of the pods, in percent of their requests; absent, and no other metric: 80 */
  readonly targetCPUUtilizationPercentage?: number | undefined;
  /** Target memory usage of the pods, in percent of their requests */
  readonly targetMemoryUtilizationPercentage?: number | undefined;
  /** More metrics; the one that requests the most pods decides */
  readonly metrics?: readonly MetricSpec[] | undefined;
  /** How fast the autoscaler adds and removes pods */
  readonly behavior?: HorizontalPodAutoscalerBehaviorOverrides | undefined;
}

/** Limits of a RollingUpdate; ignored for Recreate */
export interface RollingUpdateOptions {
  /**
   * Pods above the desired number, as a number or a percentage
   * @default "25%"
   */
  readonly maxSurge?: string | number | undefined;
  /**
   * Pods below the desired number, as a number or a percentage
   * @default "25%"
   */
  readonly maxUnavailable?: string | number | undefined;
}

/** A host */
export interface HostOptions {
  /**
   * Whether the host is served
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Host name, with an optional wildcard as its first label; empty: every host */
  readonly host?: string | undefined;
  /** Paths by id; empty: all of them, to the only port of the Service */
  readonly paths?: { readonly [name: string]: PathOptions } | undefined;
}

/** What answers requests that no host and path matches */
export interface DefaultBackendOptions {
  /** Port of the backend: the name of an entry of service.ports; required when there are several */
  readonly port?: string | undefined;
  /** Object of the namespace that answers in place of the Service, of a kind that the controller knows */
  readonly resource?: ResourceOptions | undefined;
}

/** Limits of a RollingUpdate; ignored for Recreate */
export interface RollingUpdateOverrides {
  /**
   * Pods above the desired number, as a number or a percentage
   * @default "25%"
   */
  readonly maxSurge?: string | number | undefined;
  /**
   * Pods below the desired number, as a number or a percentage
   * @default "25%"
   */
  readonly maxUnavailable?: string | number | undefined;
}

/** A host */
export interface HostOverrides {
  /**
   * Whether the host is served
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Host name, with an optional wildcard as its first label; empty: every host */
  readonly host?: string | undefined;
  /** Paths by id; empty: all of them, to the only port of the Service */
  readonly paths?: { readonly [name: string]: PathOverrides | undefined } | undefined;
}

/** What answers requests that no host and path matches */
export interface DefaultBackendOverrides {
  /** Port of the backend: the name of an entry of service.ports; required when there are several */
  readonly port?: string | undefined;
  /** Object of the namespace that answers in place of the Service, of a kind that the controller knows */
  readonly resource?: ResourceOverrides | undefined;
}

/** A path */
export interface PathOptions {
  /**
   * Whether the path is served
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Position; ties are sorted by name
   * @default 0
   */
  readonly order?: number | undefined;
  /**
   * Path
   * @default "/"
   */
  readonly path?: string | undefined;
  /**
   * How requests match it
   * @default "Prefix"
   */
  readonly pathType?: "Prefix" | "Exact" | "ImplementationSpecific" | undefined;
  /** Port of the backend: the name of an entry of service.ports; required when there are several */
  readonly port?: string | undefined;
  /** Object of the namespace that answers in place of the Service, of a kind that the controller knows */
  readonly resource?: ResourceOptions | undefined;
}

/** Object of the namespace that answers in place of the Service, of a kind that the controller knows */
export interface ResourceOptions {
  /** Group of its API */
  readonly apiGroup: string;
  /** Kind */
  readonly kind: string;
  /** Name */
  readonly name: string;
}

/** A path */
export interface PathOverrides {
  /**
   * Whether the path is served
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Position; ties are sorted by name
   * @default 0
   */
  readonly order?: number | undefined;
  /**
   * Path
   * @default "/"
   */
  readonly path?: string | undefined;
  /**
   * How requests match it
   * @default "Prefix"
   */
  readonly pathType?: "Prefix" | "Exact" | "ImplementationSpecific" | undefined;
  /** Port of the backend: the name of an entry of service.ports; required when there are several */
  readonly port?: string | undefined;
  /** Object of the namespace that answers in place of the Service, of a kind that the controller knows */
  readonly resource?: ResourceOverrides | undefined;
}

/** Object of the namespace that answers in place of the Service, of a kind that the controller knows */
export interface ResourceOverrides {
  /** Group of its API */
  readonly apiGroup?: string | undefined;
  /** Kind */
  readonly kind?: string | undefined;
  /** Name */
  readonly name?: string | undefined;
}
