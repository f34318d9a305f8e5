// Generated from generator/library/service-stage/values.ts; do not edit: run npm run generate.
// Longer than most files: it has an interface for each object of the values.
/** What may be written where values are. */
import type {
  AffinityOverrides,
  HorizontalPodAutoscalerBehaviorOverrides,
  LifecycleOverrides,
  PodSecurityContextOverrides,
  ProbeOverrides,
  ResourceRequirementsOverrides,
  SecurityContextOverrides,
  SessionAffinityConfigOverrides,
} from "../../values/kubernetes/overrides.ts";
import type {
  Affinity,
  HorizontalPodAutoscalerBehavior,
  HostAlias,
  IngressTLS,
  Lifecycle,
  MetricSpec,
  PodSecurityContext,
  Probe,
  ResourceRequirements,
  SecurityContext,
  SessionAffinityConfig,
  Toleration,
  TopologySpreadConstraint,
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

/** What a ServiceStage is made of: the values of the chart service-stage */
export interface ServiceStageOptions {
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
   * Pods, unless autoscaling counts them
   * @default 1
   */
  readonly replicas?: number | undefined;
  /** How an upgrade replaces pods */
  readonly strategy?: StrategyOptions | undefined;
  /** Seconds for which a new pod must be ready before it counts */
  readonly minReadySeconds?: number | undefined;
  /** Seconds without progress after which an upgrade counts as failed; absent: 600 */
  readonly progressDeadlineSeconds?: number | undefined;
  /** Old ReplicaSets that are kept for kubectl rollout undo; absent: 10 */
  readonly revisionHistoryLimit?: number | undefined;
  /** The Service for clients */
  readonly service?: ServiceOptions | undefined;
  /** How the Service is reached over HTTP from outside the cluster */
  readonly ingress?: IngressOptions | undefined;
  /** A HorizontalPodAutoscaler; it needs requests for what it measures */
  readonly autoscaling?: AutoscalingOptions | undefined;
}

/** What an environment sets of a ServiceStage: values of the chart service-stage */
export interface ServiceStageOverrides {
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
   * Pods, unless autoscaling counts them
   * @default 1
   */
  readonly replicas?: number | undefined;
  /** How an upgrade replaces pods */
  readonly strategy?: StrategyOverrides | undefined;
  /** Seconds for which a new pod must be ready before it counts */
  readonly minReadySeconds?: number | undefined;
  /** Seconds without progress after which an upgrade counts as failed; absent: 600 */
  readonly progressDeadlineSeconds?: number | undefined;
  /** Old ReplicaSets that are kept for kubectl rollout undo; absent: 10 */
  readonly revisionHistoryLimit?: number | undefined;
  /** The Service for clients */
  readonly service?: ServiceOverrides | undefined;
  /** How the Service is reached over HTTP from outside the cluster */
  readonly ingress?: IngressOverrides | undefined;
  /** A HorizontalPodAutoscaler; it needs requests for what it measures */
  readonly autoscaling?: AutoscalingOverrides | undefined;
}

/** How an upgrade replaces pods */
export interface StrategyOptions {
  /** How pods are replaced. Absent: Recreate where a volume of type claim admits no more than ReadWriteOnce or ReadWriteOncePod, because a new pod could wait for ever for the claim that the old one holds; else RollingUpdate */
  readonly type?: "RollingUpdate" | "Recreate" | undefined;
  /** The pace of a RollingUpdate; without meaning for Recreate */
  readonly rollingUpdate?: RollingUpdateOptions | undefined;
}

/** The Service for clients */
export interface ServiceOptions {
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
  /**
   * Whether its name resolves to the pods themselves instead of one address, for type ClusterIP
   * @default false
   */
  readonly headless?: boolean | undefined;
}

/** How the Service is reached over HTTP from outside the cluster */
export interface IngressOptions {
  /**
   * Whether the chart makes an Ingress
   * @default false
   */
  readonly enabled?: boolean | undefined;
  /** IngressClass; empty: the cluster's default */
  readonly className?: string | undefined;
  /** Its annotations */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** Hosts by id */
  readonly hosts?: { readonly [name: string]: HostOptions } | undefined;
  /** Certificates: the hosts of each, and the Secret that holds it */
  readonly tls?: readonly IngressTLS[] | undefined;
}

/** A HorizontalPodAutoscaler; it needs requests for what it measures */
export interface AutoscalingOptions {
  /**
   * Whether the number of pods follows their load; replicas is then unused
   * @default false
   */
  readonly enabled?: boolean | undefined;
  /**
   * Fewest pods
   * @default 1
   */
  readonly minReplicas?: number | undefined;
  /**
   * Most pods
   * @default 3
   */
  readonly maxReplicas?: number | undefined;
  /** CPU that the pods shall use on average, in percent of what they request; absent, and no other metric: 80 */
  readonly targetCPUUtilizationPercentage?: number | undefined;
  /** Memory that the pods shall use on average, in percent of what they request */
  readonly targetMemoryUtilizationPercentage?: number | undefined;
  /** More metrics; the one that wants most pods wins */
  readonly metrics?: readonly MetricSpec[] | undefined;
  /** How fast pods come and go */
  readonly behavior?: HorizontalPodAutoscalerBehavior | undefined;
}

/** How an upgrade replaces pods */
export interface StrategyOverrides {
  /** How pods are replaced. Absent: Recreate where a volume of type claim admits no more than ReadWriteOnce or ReadWriteOncePod, because a new pod could wait for ever for the claim that the old one holds; else RollingUpdate */
  readonly type?: "RollingUpdate" | "Recreate" | undefined;
  /** The pace of a RollingUpdate; without meaning for Recreate */
  readonly rollingUpdate?: RollingUpdateOverrides | undefined;
}

/** The Service for clients */
export interface ServiceOverrides {
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
  /**
   * Whether its name resolves to the pods themselves instead of one address, for type ClusterIP
   * @default false
   */
  readonly headless?: boolean | undefined;
}

/** How the Service is reached over HTTP from outside the cluster */
export interface IngressOverrides {
  /**
   * Whether the chart makes an Ingress
   * @default false
   */
  readonly enabled?: boolean | undefined;
  /** IngressClass; empty: the cluster's default */
  readonly className?: string | undefined;
  /** Its annotations */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /** Hosts by id */
  readonly hosts?: { readonly [name: string]: HostOverrides | undefined } | undefined;
  /** Certificates: the hosts of each, and the Secret that holds it */
  readonly tls?: readonly IngressTLS[] | undefined;
}

/** A HorizontalPodAutoscaler; it needs requests for what it measures */
export interface AutoscalingOverrides {
  /**
   * Whether the number of pods follows their load; replicas is then unused
   * @default false
   */
  readonly enabled?: boolean | undefined;
  /**
   * Fewest pods
   * @default 1
   */
  readonly minReplicas?: number | undefined;
  /**
   * Most pods
   * @default 3
   */
  readonly maxReplicas?: number | undefined;
  /** CPU that the pods shall use on average, in percent of what they request; absent, and no other metric: 80 */
  readonly targetCPUUtilizationPercentage?: number | undefined;
  /** Memory that the pods shall use on average, in percent of what they request */
  readonly targetMemoryUtilizationPercentage?: number | undefined;
  /** More metrics; the one that wants most pods wins */
  readonly metrics?: readonly MetricSpec[] | undefined;
  /** How fast pods come and go */
  readonly behavior?: HorizontalPodAutoscalerBehaviorOverrides | undefined;
}

/** The pace of a RollingUpdate; without meaning for Recreate */
export interface RollingUpdateOptions {
  /**
   * Pods that may be there beyond the wanted number
   * @default "25%"
   */
  readonly maxSurge?: string | number | undefined;
  /**
   * Pods of the wanted number that may be missing
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
  /** Host name, perhaps with a wildcard as its first label; empty: every host */
  readonly host?: string | undefined;
  /** Paths by id; empty: all of them, to the only port of the Service */
  readonly paths?: { readonly [name: string]: PathOptions } | undefined;
}

/** The pace of a RollingUpdate; without meaning for Recreate */
export interface RollingUpdateOverrides {
  /**
   * Pods that may be there beyond the wanted number
   * @default "25%"
   */
  readonly maxSurge?: string | number | undefined;
  /**
   * Pods of the wanted number that may be missing
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
  /** Host name, perhaps with a wildcard as its first label; empty: every host */
  readonly host?: string | undefined;
  /** Paths by id; empty: all of them, to the only port of the Service */
  readonly paths?: { readonly [name: string]: PathOverrides | undefined } | undefined;
}

/** A path */
export interface PathOptions {
  /**
   * Whether the path is served
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Where it stands; equal ones by name
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
  /** Where it leads: the name of an entry of service.ports; needed when that has several */
  readonly port?: string | undefined;
}

/** A path */
export interface PathOverrides {
  /**
   * Whether the path is served
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Where it stands; equal ones by name
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
  /** Where it leads: the name of an entry of service.ports; needed when that has several */
  readonly port?: string | undefined;
}
