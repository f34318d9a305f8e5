// Generated from generator/values/kubernetes/definitions.json; do not edit: run npm run generate.
// Longer than most files: it has an interface for each type that charts pass through.
/** Kubernetes' own types, as far as values hold them: those of Kubernetes 1.36. */

/** A range of IP addresses: 192.168.1.0/24, 2001:db8::/64. */
export type AddressRange = string;

/** Affinity is a group of affinity scheduling rules. */
export interface Affinity {
  /** Node affinity is a group of node affinity scheduling rules. */
  readonly nodeAffinity?: NodeAffinity;
  /** Pod affinity is a group of inter pod affinity scheduling rules. */
  readonly podAffinity?: PodAffinity;
  /** Pod anti affinity is a group of inter pod anti affinity scheduling rules. */
  readonly podAntiAffinity?: PodAntiAffinity;
}

/** AppArmorProfile defines a pod or container's AppArmor settings. */
export interface AppArmorProfile {
  /** localhostProfile indicates a profile loaded on the node that should be used. */
  readonly localhostProfile?: string;
  /** type indicates which kind of AppArmor profile will be applied. */
  readonly type: "Localhost" | "RuntimeDefault" | "Unconfined";
}

/** The name of a CSI driver as the cluster knows it: disk.csi.azure.com. */
export type CSIDriverName = string;

/** Represents a source location of a volume to mount, managed by an external CSI driver */
export interface CSIVolumeSource {
  /** The name of a CSI driver as the cluster knows it: disk.csi.azure.com. */
  readonly driver: string;
  /** fsType to mount. Ex. "ext4", "xfs", "ntfs". */
  readonly fsType?: string;
  /** LocalObjectReference contains enough information to let you locate the referenced object inside the same namespace. */
  readonly nodePublishSecretRef?: LocalObjectReference;
  /** readOnly specifies a read-only configuration for the volume. */
  readonly readOnly?: boolean;
  /** volumeAttributes stores driver-specific properties that are passed to the CSI driver. */
  readonly volumeAttributes?: { readonly [name: string]: string };
}

/** Adds and removes POSIX capabilities from running containers. */
export interface Capabilities {
  /** Added capabilities */
  readonly add?: readonly Capability[];
  /** Removed capabilities */
  readonly drop?: readonly Capability[];
}

/** A capability of Linux, without CAP_, or ALL. */
export type Capability =
  | "ALL"
  | "AUDIT_CONTROL"
  | "AUDIT_READ"
  | "AUDIT_WRITE"
  | "BLOCK_SUSPEND"
  | "BPF"
  | "CHECKPOINT_RESTORE"
  | "CHOWN"
  | "DAC_OVERRIDE"
  | "DAC_READ_SEARCH"
  | "FOWNER"
  | "FSETID"
  | "IPC_LOCK"
  | "IPC_OWNER"
  | "KILL"
  | "LEASE"
  | "LINUX_IMMUTABLE"
  | "MAC_ADMIN"
  | "MAC_OVERRIDE"
  | "MKNOD"
  | "NET_ADMIN"
  | "NET_BIND_SERVICE"
  | "NET_BROADCAST"
  | "NET_RAW"
  | "PERFMON"
  | "SETFCAP"
  | "SETGID"
  | "SETPCAP"
  | "SETUID"
  | "SYSLOG"
  | "SYS_ADMIN"
  | "SYS_BOOT"
  | "SYS_CHROOT"
  | "SYS_MODULE"
  | "SYS_NICE"
  | "SYS_PACCT"
  | "SYS_PTRACE"
  | "SYS_RAWIO"
  | "SYS_RESOURCE"
  | "SYS_TIME"
  | "SYS_TTY_CONFIG"
  | "WAKE_ALARM";

/** ClientIPConfig represents the configurations of Client IP based session affinity. */
export interface ClientIPConfig {
  /** timeoutSeconds specifies the seconds of ClientIP type session sticky time. */
  readonly timeoutSeconds?: number;
}

/** ClusterTrustBundleProjection describes how to select a set of ClusterTrustBundle objects and project their contents into the pod filesystem. */
export interface ClusterTrustBundleProjection {
  /** A label selector is a label query over a set of resources. */
  readonly labelSelector?: LabelSelector;
  /** Select a single ClusterTrustBundle by object name. */
  readonly name?: string;
  /** If true, don't block pod startup if the referenced ClusterTrustBundle(s) aren't available. */
  readonly optional?: boolean;
  /** A path inside of a volume, without .. in it. */
  readonly path: string;
  /** Select all ClusterTrustBundles that match this signer name. */
  readonly signerName?: string;
}

/** ConfigMapEnvSource selects a ConfigMap to populate the environment variables with. */
export interface ConfigMapEnvSource {
  /** The name of an object: lower case letters, digits, - and . */
  readonly name: string;
  /** Specify whether the ConfigMap must be defined */
  readonly optional?: boolean;
}

/** A key of a ConfigMap or Secret: letters, digits, -, _ and . */
export type ConfigMapKey = string;

/** Selects a key from a ConfigMap. */
export interface ConfigMapKeySelector {
  /** A key of a ConfigMap or Secret: letters, digits, -, _ and . */
  readonly key: string;
  /** The name of an object: lower case letters, digits, - and . */
  readonly name: string;
  /** Specify whether the ConfigMap or its key must be defined */
  readonly optional?: boolean;
}

/** Adapts a ConfigMap into a projected volume. */
export interface ConfigMapProjection {
  /** items if unspecified, each key-value pair in the Data field of the referenced ConfigMap will be projected into the volume as a file ... */
  readonly items?: readonly KeyToPath[];
  /** The name of an object: lower case letters, digits, - and . */
  readonly name: string;
  /** optional specify whether the ConfigMap or its keys must be defined */
  readonly optional?: boolean;
}

/** Adapts a ConfigMap into a volume. */
export interface ConfigMapVolumeSource {
  /** defaultMode is optional: mode bits used to set permissions on created files by default. */
  readonly defaultMode?: number;
  /** items if unspecified, each key-value pair in the Data field of the referenced ConfigMap will be projected into the volume as a file ... */
  readonly items?: readonly KeyToPath[];
  /** The name of an object: lower case letters, digits, - and . */
  readonly name: string;
  /** optional specify whether the ConfigMap or its keys must be defined */
  readonly optional?: boolean;
}

/** ContainerResizePolicy represents resource resize policy for the container. */
export interface ContainerResizePolicy {
  /** Name of the resource to which this resource resize policy applies. */
  readonly resourceName: "cpu" | "memory";
  /** Restart policy to apply when specified resource is resized. */
  readonly restartPolicy: "NotRequired" | "RestartContainer";
}

/** ContainerResourceMetricSource indicates how to scale on a resource metric known to Kubernetes, as specified in requests and limits. */
export interface ContainerResourceMetricSource {
  /** container is the name of the container in the pods of the scaling target */
  readonly container: string;
  /** name is the name of the resource in question. */
  readonly name: string;
  /** MetricTarget defines the target value, average value, or average utilization of a specific metric */
  readonly target: MetricTarget;
}

/** Amounts by resource: cpu, memory, ephemeral-storage, hugepages-SIZE, or example.com/device. */
export type ContainerResources = {
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly cpu?: string | number;
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly "ephemeral-storage"?: string | number;
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly memory?: string | number;
  /** A whole number that is not negative: 1, 512Mi. */
  readonly [key: `hugepages-${string}`]: string | number;
  /** A whole number that is not negative: 1, 512Mi. */
  readonly [key: `${string}/${string}`]: string | number;
};

/** ContainerRestartRule describes how a container exit is handled. */
export interface ContainerRestartRule {
  /** Specifies the action taken on a container exit if the requirements are satisfied. */
  readonly action: "Restart" | "RestartAllContainers";
  /** ContainerRestartRuleOnExitCodes describes the condition for handling an exited container based on its exit codes. */
  readonly exitCodes: ContainerRestartRuleOnExitCodes;
}

/** ContainerRestartRuleOnExitCodes describes the condition for handling an exited container based on its exit codes. */
export interface ContainerRestartRuleOnExitCodes {
  /** Represents the relationship between the container exit code(s) and the specified values. */
  readonly operator: "In" | "NotIn";
  /** Specifies the set of values to check for container exit codes. */
  readonly values?: readonly number[];
}

/** CrossVersionObjectReference contains enough information to let you identify the referred resource. */
export interface CrossVersionObjectReference {
  /** apiVersion is the API version of the referent */
  readonly apiVersion?: string;
  /** kind is the kind of the referent */
  readonly kind: string;
  /** name is the name of the referent */
  readonly name: string;
}

/** DeploymentStrategy describes how to replace existing pods with new ones. */
export interface DeploymentStrategy {
  /** Spec to control the desired behavior of rolling update. */
  readonly rollingUpdate?: RollingUpdateDeployment;
  /** Type of deployment. Can be "Recreate" or "RollingUpdate". */
  readonly type?: "Recreate" | "RollingUpdate";
}

/** Represents downward API info for projecting into a projected volume. */
export interface DownwardAPIProjection {
  /** Items is a list of DownwardAPIVolume file */
  readonly items?: readonly DownwardAPIVolumeFile[];
}

/** DownwardAPIVolumeFile represents information to create the file containing the pod field */
export interface DownwardAPIVolumeFile {
  /** ObjectFieldSelector selects an APIVersioned field of an object. */
  readonly fieldRef?: ObjectFieldSelector;
  /** Optional: mode bits used to set permissions on this file, must be an octal value between 0000 and 0777 or a decimal value between 0 and 511. */
  readonly mode?: number;
  /** A path inside of a volume, without .. in it. */
  readonly path: string;
  /** ResourceFieldSelector represents container resources (cpu, memory) and their output format */
  readonly resourceFieldRef?: ResourceFieldSelector;
}

/** DownwardAPIVolumeSource represents a volume containing downward API info. */
export interface DownwardAPIVolumeSource {
  /** Optional: mode bits to use on created files by default. */
  readonly defaultMode?: number;
  /** Items is a list of downward API volume file */
  readonly items?: readonly DownwardAPIVolumeFile[];
}

/** Represents an empty directory for a pod. */
export interface EmptyDirVolumeSource {
  /** medium represents what type of storage medium should back this directory. */
  readonly medium?: string;
  /** sizeLimit is the total amount of local storage required for this EmptyDir volume. */
  readonly sizeLimit?: string | number;
}

/** EnvFromSource represents the source of a set of ConfigMaps or Secrets */
export interface EnvFromSource {
  /** ConfigMapEnvSource selects a ConfigMap to populate the environment variables with. */
  readonly configMapRef?: ConfigMapEnvSource;
  /** Optional text to prepend to the name of each environment variable. */
  readonly prefix?: string;
  /** SecretEnvSource selects a Secret to populate the environment variables with. */
  readonly secretRef?: SecretEnvSource;
}

/** EnvVarSource represents a source for the value of an EnvVar. */
export interface EnvVarSource {
  /** Selects a key from a ConfigMap. */
  readonly configMapKeyRef?: ConfigMapKeySelector;
  /** ObjectFieldSelector selects an APIVersioned field of an object. */
  readonly fieldRef?: ObjectFieldSelector;
  /** FileKeySelector selects a key of the env file. */
  readonly fileKeyRef?: FileKeySelector;
  /** ResourceFieldSelector represents container resources (cpu, memory) and their output format */
  readonly resourceFieldRef?: ResourceFieldSelector;
  /** SecretKeySelector selects a key of a Secret. */
  readonly secretKeyRef?: SecretKeySelector;
  /** The source that is used. */
  readonly type?: "configMapKeyRef" | "secretKeyRef" | "fieldRef" | "resourceFieldRef" | "fileKeyRef";
}

/** ExecAction describes a "run in container" action. */
export interface ExecAction {
  /** Command is the command line to execute inside the container, the working directory for the command is root in the container's filesystem. */
  readonly command: readonly string[];
}

/** ExternalMetricSource indicates how to scale on a metric not associated with any Kubernetes object. */
export interface ExternalMetricSource {
  /** MetricIdentifier defines the name and optionally selector for a metric */
  readonly metric: MetricIdentifier;
  /** MetricTarget defines the target value, average value, or average utilization of a specific metric */
  readonly target: MetricTarget;
}

/** Represents a Fibre Channel volume. */
export interface FCVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string;
  /** lun is Optional: FC target lun number */
  readonly lun?: number;
  /** readOnly is Optional: Defaults to false (read/write). */
  readonly readOnly?: boolean;
  /** targetWWNs is Optional: FC target worldwide names (WWNs) */
  readonly targetWWNs?: readonly string[];
  /** wwids Optional: FC volume world wide identifiers Either wwids or combination of targetWWNs and lun must be set, but not both simultaneously. */
  readonly wwids?: readonly string[];
}

/** FileKeySelector selects a key of the env file. */
export interface FileKeySelector {
  /** The key within the env file. */
  readonly key: string;
  /** Specify whether the file or its key must be defined. */
  readonly optional?: boolean;
  /** A path inside of a volume, without .. in it. */
  readonly path: string;
  /** The name of the volume mount containing the env file. */
  readonly volumeName: string;
}

/** GRPCAction specifies an action involving a GRPC service. */
export interface GRPCAction {
  /** Port number of the gRPC service. */
  readonly port: number;
  /** Service is the name of the service to place in the gRPC HealthCheckRequest. */
  readonly service?: string;
}

/** HPAScalingPolicy is a single policy which must hold true for a specified past interval. */
export interface HPAScalingPolicy {
  /** periodSeconds specifies the window of time for which the policy should hold true. */
  readonly periodSeconds: number;
  /** type is used to specify the scaling policy. */
  readonly type: "Percent" | "Pods";
  /** value contains the amount of change which is permitted by the policy. */
  readonly value: number;
}

/** HPAScalingRules configures the scaling behavior for one direction via scaling Policy Rules and a configurable metric tolerance. */
export interface HPAScalingRules {
  /** policies is a list of potential scaling polices which can be used during scaling. */
  readonly policies?: readonly HPAScalingPolicy[];
  /** selectPolicy is used to specify which policy should be used. */
  readonly selectPolicy?: "Disabled" | "Max" | "Min";
  /** stabilizationWindowSeconds is the number of seconds for which past recommendations should be considered while scaling up or scaling down. */
  readonly stabilizationWindowSeconds?: number;
  /** tolerance is the tolerance on the ratio between the current and desired metric value under which no updates are made to the desired ... */
  readonly tolerance?: string | number;
}

/** HTTPGetAction describes an action based on HTTP Get requests. */
export interface HTTPGetAction {
  /** Host name to connect to, defaults to the pod IP. */
  readonly host?: string;
  /** Custom headers to set in the request. */
  readonly httpHeaders?: readonly HTTPHeader[];
  /** Path to access on the HTTP server. */
  readonly path?: string;
  /** The number of a port, or the name that a container gives it. */
  readonly port: string | number;
  /** Scheme to use for connecting to the host. */
  readonly scheme?: "HTTP" | "HTTPS";
}

/** HTTPHeader describes a custom header to be used in HTTP probes */
export interface HTTPHeader {
  /** The header field name. */
  readonly name: string;
  /** The header field value */
  readonly value: string;
}

/** HorizontalPodAutoscalerBehavior configures the scaling behavior of the target in both Up and Down directions. */
export interface HorizontalPodAutoscalerBehavior {
  /** HPAScalingRules configures the scaling behavior for one direction via scaling Policy Rules and a configurable metric tolerance. */
  readonly scaleDown?: HPAScalingRules;
  /** HPAScalingRules configures the scaling behavior for one direction via scaling Policy Rules and a configurable metric tolerance. */
  readonly scaleUp?: HPAScalingRules;
}

/** HostAlias holds the mapping between IP and hostnames that will be injected as an entry in the pod's hosts file. */
export interface HostAlias {
  /** Hostnames for the above IP address. */
  readonly hostnames?: readonly string[];
  /** IP address of the host file entry. */
  readonly ip: string;
}

/** Represents a host path mapped into a pod. */
export interface HostPathVolumeSource {
  /** path of the directory on the host. */
  readonly path: string;
  /** type for HostPath Volume Defaults to "" */
  readonly type?:
    | ""
    | "BlockDevice"
    | "CharDevice"
    | "Directory"
    | "DirectoryOrCreate"
    | "File"
    | "FileOrCreate"
    | "Socket";
}

/** IPBlock describes a particular CIDR that is allowed to the pods matched by a NetworkPolicySpec's podSelector. */
export interface IPBlock {
  /** A range of IP addresses: 192.168.1.0/24, 2001:db8::/64. */
  readonly cidr: string;
  /** except is a slice of CIDRs that should not be included within an IPBlock Valid examples are "192.168.1.0/24" or "2001:db8::/64" Except ... */
  readonly except?: readonly string[];
}

/** Represents an ISCSI disk. */
export interface ISCSIVolumeSource {
  /** chapAuthDiscovery defines whether support iSCSI Discovery CHAP authentication */
  readonly chapAuthDiscovery?: boolean;
  /** chapAuthSession defines whether support iSCSI Session CHAP authentication */
  readonly chapAuthSession?: boolean;
  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: string;
  /** initiatorName is the custom iSCSI Initiator Name. */
  readonly initiatorName?: string;
  /** iqn is the target iSCSI Qualified Name. */
  readonly iqn: string;
  /** iscsiInterface is the interface Name that uses an iSCSI transport. */
  readonly iscsiInterface?: string;
  /** lun represents iSCSI Target Lun number. */
  readonly lun: number;
  /** portals is the iSCSI Target Portal List. */
  readonly portals?: readonly string[];
  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: boolean;
  /** LocalObjectReference contains enough information to let you locate the referenced object inside the same namespace. */
  readonly secretRef?: LocalObjectReference;
  /** targetPortal is iSCSI Target Portal. */
  readonly targetPortal: string;
}

/** ImageVolumeSource represents a image volume resource. */
export interface ImageVolumeSource {
  /** Policy for pulling OCI objects. */
  readonly pullPolicy?: "Always" | "IfNotPresent" | "Never";
  /** Required: Image or artifact reference to be used. */
  readonly reference: string;
}

/** IngressTLS describes the transport layer security associated with an ingress. */
export interface IngressTLS {
  /** hosts is a list of hosts included in the TLS certificate. */
  readonly hosts?: readonly string[];
  /** The name of an object: lower case letters, digits, - and . */
  readonly secretName?: string;
}

/** A number or a string. */
export type IntOrString = string | number;

/** Maps a string key to a path within a volume. */
export interface KeyToPath {
  /** A key of a ConfigMap or Secret: letters, digits, -, _ and . */
  readonly key: string;
  /** mode is Optional: mode bits used to set permissions on this file. */
  readonly mode?: number;
  /** A path inside of a volume, without .. in it. */
  readonly path: string;
}

/** A label selector is a label query over a set of resources. */
export interface LabelSelector {
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?: readonly LabelSelectorRequirement[];
  /** Labels, by key, that must all be there with these values. */
  readonly matchLabels?: MatchLabels;
}

/** A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface LabelSelectorRequirement {
  /** A name as keys of labels have it, its prefix optional: example.com/name. */
  readonly key: string;
  /** operator represents a key's relationship to a set of values. */
  readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
  /** values is an array of string values. */
  readonly values?: readonly string[];
}

/** The value of a label: up to 63 letters, digits, -, _ and . */
export type LabelValue = string;

/** Lifecycle describes actions that the management system should take in response to container lifecycle events. */
export interface Lifecycle {
  /** LifecycleHandler defines a specific action that should be taken in a lifecycle hook. */
  readonly postStart?: LifecycleHandler;
  /** LifecycleHandler defines a specific action that should be taken in a lifecycle hook. */
  readonly preStop?: LifecycleHandler;
}

/** LifecycleHandler defines a specific action that should be taken in a lifecycle hook. */
export interface LifecycleHandler {
  /** ExecAction describes a "run in container" action. */
  readonly exec?: ExecAction;
  /** HTTPGetAction describes an action based on HTTP Get requests. */
  readonly httpGet?: HTTPGetAction;
  /** SleepAction describes a "sleep" action. */
  readonly sleep?: SleepAction;
  /** TCPSocketAction describes an action based on opening a socket */
  readonly tcpSocket?: TCPSocketAction;
  /** The action that is used. */
  readonly type?: "exec" | "httpGet" | "tcpSocket" | "sleep";
}

/** LocalObjectReference contains enough information to let you locate the referenced object inside the same namespace. */
export interface LocalObjectReference {
  /** The name of an object: lower case letters, digits, - and . */
  readonly name: string;
}

/** Labels, by key, that must all be there with these values. */
export interface MatchLabels {
  /** The value of a label: up to 63 letters, digits, -, _ and . */
  readonly [key: string]: string;
}

/** MetricIdentifier defines the name and optionally selector for a metric */
export interface MetricIdentifier {
  /** name is the name of the given metric */
  readonly name: string;
  /** A label selector is a label query over a set of resources. */
  readonly selector?: LabelSelector;
}

/** MetricSpec specifies how to scale based on a single metric (only type and one other matching field should be set at once). */
export interface MetricSpec {
  /** ContainerResourceMetricSource indicates how to scale on a resource metric known to Kubernetes, as specified in requests and limits. */
  readonly containerResource?: ContainerResourceMetricSource;
  /** ExternalMetricSource indicates how to scale on a metric not associated with any Kubernetes object. */
  readonly external?: ExternalMetricSource;
  /** ObjectMetricSource indicates how to scale on a metric describing a kubernetes object (for example, hits-per-second on an Ingress object). */
  readonly object?: ObjectMetricSource;
  /** PodsMetricSource indicates how to scale on a metric describing each pod in the current scale target. */
  readonly pods?: PodsMetricSource;
  /** ResourceMetricSource indicates how to scale on a resource metric known to Kubernetes, as specified in requests and limits. */
  readonly resource?: ResourceMetricSource;
  /** type is the type of metric source. */
  readonly type: "ContainerResource" | "External" | "Object" | "Pods" | "Resource";
}

/** MetricTarget defines the target value, average value, or average utilization of a specific metric */
export interface MetricTarget {
  /** averageUtilization is the target value of the average of the resource metric across all relevant pods. */
  readonly averageUtilization?: number;
  /** averageValue is the target value of the average of the metric across all relevant pods (as a quantity) */
  readonly averageValue?: string | number;
  /** type represents whether the metric type is Utilization, Value, or AverageValue */
  readonly type: "AverageValue" | "Utilization" | "Value";
  /** value is the target value of the metric (as a quantity). */
  readonly value?: string | number;
}

/** Represents an NFS mount that lasts the lifetime of a pod. */
export interface NFSVolumeSource {
  /** path that is exported by the NFS server. */
  readonly path: string;
  /** readOnly here will force the NFS export to be mounted with read-only permissions. */
  readonly readOnly?: boolean;
  /** server is the hostname or IP address of the NFS server. */
  readonly server: string;
}

/** NetworkPolicyEgressRule describes a particular set of traffic that is allowed out of pods matched by a NetworkPolicySpec's podSelector. */
export interface NetworkPolicyEgressRule {
  /** ports is a list of destination ports for outgoing traffic. */
  readonly ports?: readonly NetworkPolicyPort[];
  /** to is a list of destinations for outgoing traffic of pods selected for this rule. */
  readonly to?: readonly NetworkPolicyPeer[];
}

/** NetworkPolicyIngressRule describes a particular set of traffic that is allowed to the pods matched by a NetworkPolicySpec's podSelector. */
export interface NetworkPolicyIngressRule {
  /** from is a list of sources which should be able to access the pods selected for this rule. */
  readonly from?: readonly NetworkPolicyPeer[];
  /** ports is a list of ports which should be made accessible on the pods selected for this rule. */
  readonly ports?: readonly NetworkPolicyPort[];
}

/** NetworkPolicyPeer describes a peer to allow traffic to/from. */
export interface NetworkPolicyPeer {
  /** IPBlock describes a particular CIDR that is allowed to the pods matched by a NetworkPolicySpec's podSelector. */
  readonly ipBlock?: IPBlock;
  /** A label selector is a label query over a set of resources. */
  readonly namespaceSelector?: LabelSelector;
  /** A label selector is a label query over a set of resources. */
  readonly podSelector?: LabelSelector;
}

/** NetworkPolicyPort describes a port to allow traffic on */
export interface NetworkPolicyPort {
  /** endPort indicates that the range of ports from port to endPort if set, inclusive, should be allowed by the policy. */
  readonly endPort?: number;
  /** The number of a port, or the name that a container gives it. */
  readonly port?: string | number;
  /** protocol represents the protocol (TCP, UDP, or SCTP) which traffic must match. */
  readonly protocol?: "SCTP" | "TCP" | "UDP";
}

/** Node affinity is a group of node affinity scheduling rules. */
export interface NodeAffinity {
  /** The scheduler will prefer to schedule pods to nodes that satisfy the affinity expressions specified by this field. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly PreferredSchedulingTerm[];
  /** A node selector represents the union of the results of one or more label queries over a set of nodes. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector;
}

/** A node selector represents the union of the results of one or more label queries over a set of nodes. */
export interface NodeSelector {
  /** Required. A list of node selector terms. */
  readonly nodeSelectorTerms: readonly NodeSelectorTerm[];
}

/** A node selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface NodeSelectorRequirement {
  /** A name as keys of labels have it, its prefix optional: example.com/name. */
  readonly key: string;
  /** Represents a key's relationship to a set of values. */
  readonly operator: "DoesNotExist" | "Exists" | "Gt" | "In" | "Lt" | "NotIn";
  /** An array of string values. */
  readonly values?: readonly string[];
}

/** A null or empty node selector term matches no objects. */
export interface NodeSelectorTerm {
  /** A list of node selector requirements by node's labels. */
  readonly matchExpressions?: readonly NodeSelectorRequirement[];
  /** A list of node selector requirements by node's fields. */
  readonly matchFields?: readonly NodeSelectorRequirement[];
}

/** ObjectFieldSelector selects an APIVersioned field of an object. */
export interface ObjectFieldSelector {
  /** Version of the schema the FieldPath is written in terms of, defaults to "v1". */
  readonly apiVersion?: string;
  /** Path of the field to select in the specified API version. */
  readonly fieldPath: string;
}

/** ObjectMetricSource indicates how to scale on a metric describing a kubernetes object (for example, hits-per-second on an Ingress object). */
export interface ObjectMetricSource {
  /** CrossVersionObjectReference contains enough information to let you identify the referred resource. */
  readonly describedObject: CrossVersionObjectReference;
  /** MetricIdentifier defines the name and optionally selector for a metric */
  readonly metric: MetricIdentifier;
  /** MetricTarget defines the target value, average value, or average utilization of a specific metric */
  readonly target: MetricTarget;
}

/** The name of an object: lower case letters, digits, - and . */
export type ObjectName = string;

/** A number of pods, or a share of them: 1, 25%. */
export type PercentOrCount = string | number;

/** Pod affinity is a group of inter pod affinity scheduling rules. */
export interface PodAffinity {
  /** The scheduler will prefer to schedule pods to nodes that satisfy the affinity expressions specified by this field. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[];
  /** If the affinity requirements specified by this field are not met at scheduling time, the pod will not be scheduled onto the node. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
}

/** Defines a set of pods (namely those matching the labelSelector relative to the given namespace(s)) that this pod should be co-located or ... */
export interface PodAffinityTerm {
  /** A label selector is a label query over a set of resources. */
  readonly labelSelector: LabelSelector;
  /** MatchLabelKeys is a set of pod label keys to select which pods will be taken into consideration. */
  readonly matchLabelKeys?: readonly string[];
  /** MismatchLabelKeys is a set of pod label keys to select which pods will be taken into consideration. */
  readonly mismatchLabelKeys?: readonly string[];
  /** A label selector is a label query over a set of resources. */
  readonly namespaceSelector?: LabelSelector;
  /** namespaces specifies a static list of namespace names that the term applies to. */
  readonly namespaces?: readonly string[];
  /** A name as keys of labels have it, its prefix optional: example.com/name. */
  readonly topologyKey: string;
}

/** Amounts by resource: cpu, memory, or hugepages-SIZE. */
export interface PodAmounts {
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly cpu?: string | number;
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly memory?: string | number;
  /** A whole number that is not negative: 1, 512Mi. */
  readonly [key: string]: string | number | undefined;
}

/** Pod anti affinity is a group of inter pod anti affinity scheduling rules. */
export interface PodAntiAffinity {
  /** The scheduler will prefer to schedule pods to nodes that satisfy the anti-affinity expressions specified by this field. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[];
  /** If the anti-affinity requirements specified by this field are not met at scheduling time, the pod will not be scheduled onto the node. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
}

/** PodCertificateProjection provides a private key and X.509 certificate in the pod filesystem. */
export interface PodCertificateProjection {
  /** A path inside of a volume, without .. in it. */
  readonly certificateChainPath?: string;
  /** A path inside of a volume, without .. in it. */
  readonly credentialBundlePath?: string;
  /** A path inside of a volume, without .. in it. */
  readonly keyPath?: string;
  /** The type of keypair Kubelet will generate for the pod. */
  readonly keyType: "ECDSAP256" | "ECDSAP384" | "ECDSAP521" | "ED25519" | "RSA3072" | "RSA4096";
  /** maxExpirationSeconds is the maximum lifetime permitted for the certificate. */
  readonly maxExpirationSeconds?: number;
  /** Kubelet's generated CSRs will be addressed to this signer. */
  readonly signerName: string;
  /** userAnnotations allow pod authors to pass additional information to the signer implementation. */
  readonly userAnnotations?: { readonly [name: string]: string };
}

/** PodDNSConfig defines the DNS parameters of a pod in addition to those generated from DNSPolicy. */
export interface PodDNSConfig {
  /** A list of DNS name server IP addresses. */
  readonly nameservers?: readonly string[];
  /** A list of DNS resolver options. */
  readonly options?: readonly PodDNSConfigOption[];
  /** A list of DNS search domains for host-name lookup. */
  readonly searches?: readonly string[];
}

/** PodDNSConfigOption defines DNS resolver options of a pod. */
export interface PodDNSConfigOption {
  /** Name is this DNS resolver option's name. */
  readonly name: string;
  /** Value is this DNS resolver option's value. */
  readonly value?: string;
}

/** PodFailurePolicy describes how failed pods influence the backoffLimit. */
export interface PodFailurePolicy {
  /** A list of pod failure policy rules. */
  readonly rules: readonly PodFailurePolicyRule[];
}

/** PodFailurePolicyOnExitCodesRequirement describes the requirement for handling a failed pod based on its container exit codes. */
export interface PodFailurePolicyOnExitCodesRequirement {
  /** Restricts the check for exit codes to the container with the specified name. */
  readonly containerName?: string;
  /** Represents the relationship between the container exit code(s) and the specified values. */
  readonly operator: "In" | "NotIn";
  /** Specifies the set of values. */
  readonly values: readonly number[];
}

/** PodFailurePolicyOnPodConditionsPattern describes a pattern for matching an actual pod condition type. */
export interface PodFailurePolicyOnPodConditionsPattern {
  /** Specifies the required Pod condition status. */
  readonly status?: "False" | "True" | "Unknown";
  /** A name as keys of labels have it, its prefix optional: example.com/name. */
  readonly type: string;
}

/** PodFailurePolicyRule describes how a pod failure is handled when the requirements are met. */
export interface PodFailurePolicyRule {
  /** Specifies the action taken on a pod failure when the requirements are satisfied. */
  readonly action: "Count" | "FailIndex" | "FailJob" | "Ignore";
  /** PodFailurePolicyOnExitCodesRequirement describes the requirement for handling a failed pod based on its container exit codes. */
  readonly onExitCodes?: PodFailurePolicyOnExitCodesRequirement;
  /** Represents the requirement on the pod conditions. */
  readonly onPodConditions?: readonly PodFailurePolicyOnPodConditionsPattern[];
}

/** PodOS defines the OS parameters of a pod. */
export interface PodOS {
  /** Name is the name of the operating system. */
  readonly name: "linux";
}

/** Amounts that a pod takes besides its containers. */
export interface PodOverhead {
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly cpu?: string | number;
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly "ephemeral-storage"?: string | number;
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly memory?: string | number;
}

/** PodReadinessGate contains the reference to a pod condition */
export interface PodReadinessGate {
  /** A name as keys of labels have it, its prefix optional: example.com/name. */
  readonly conditionType: string;
}

/** PodResourceClaim references exactly one ResourceClaim, either directly or by naming a ResourceClaimTemplate which is then turned into a ... */
export interface PodResourceClaim {
  /** Name uniquely identifies this resource claim inside the pod. */
  readonly name: string;
  /** The name of an object: lower case letters, digits, - and . */
  readonly resourceClaimName?: string;
  /** The name of an object: lower case letters, digits, - and . */
  readonly resourceClaimTemplateName?: string;
}

/** What all containers of a pod may use together, and what is reserved for them. */
export interface PodResources {
  /** Amounts by resource: cpu, memory, or hugepages-SIZE. */
  readonly limits?: PodAmounts;
  /** Amounts by resource: cpu, memory, or hugepages-SIZE. */
  readonly requests?: PodAmounts;
}

/** PodSchedulingGate is associated to a Pod to guard its scheduling. */
export interface PodSchedulingGate {
  /** A name as keys of labels have it, its prefix optional: example.com/name. */
  readonly name: string;
}

/** PodSecurityContext holds pod-level security attributes and common container settings. */
export interface PodSecurityContext {
  /** AppArmorProfile defines a pod or container's AppArmor settings. */
  readonly appArmorProfile?: AppArmorProfile;
  /** A special supplemental group that applies to all containers in a pod. */
  readonly fsGroup?: number;
  /** fsGroupChangePolicy defines behavior of changing ownership and permission of the volume before being exposed inside Pod. */
  readonly fsGroupChangePolicy?: "Always" | "OnRootMismatch";
  /** The GID to run the entrypoint of the container process. */
  readonly runAsGroup?: number;
  /** Indicates that the container must run as a non-root user. */
  readonly runAsNonRoot?: boolean;
  /** The UID to run the entrypoint of the container process. */
  readonly runAsUser?: number;
  /** seLinuxChangePolicy defines how the container's SELinux label is applied to all volumes used by the Pod. */
  readonly seLinuxChangePolicy?: string;
  /** SELinuxOptions are the labels to be applied to the container */
  readonly seLinuxOptions?: SELinuxOptions;
  /** SeccompProfile defines a pod/container's seccomp profile settings. */
  readonly seccompProfile?: SeccompProfile;
  /** A list of groups applied to the first process run in each container, in addition to the container's primary GID and fsGroup (if specified). */
  readonly supplementalGroups?: readonly number[];
  /** Defines how supplemental groups of the first container processes are calculated. */
  readonly supplementalGroupsPolicy?: "Merge" | "Strict";
  /** Sysctls hold a list of namespaced sysctls used for the pod. */
  readonly sysctls?: readonly Sysctl[];
  /** WindowsSecurityContextOptions contain Windows-specific options and credentials. */
  readonly windowsOptions?: WindowsSecurityContextOptions;
}

/** PodsMetricSource indicates how to scale on a metric describing each pod in the current scale target. */
export interface PodsMetricSource {
  /** MetricIdentifier defines the name and optionally selector for a metric */
  readonly metric: MetricIdentifier;
  /** MetricTarget defines the target value, average value, or average utilization of a specific metric */
  readonly target: MetricTarget;
}

/** The number of a port, or the name that a container gives it. */
export type PortNumberOrName = string | number;

/** An empty preferred scheduling term matches all objects with implicit weight 0 (i.e. it's a no-op). */
export interface PreferredSchedulingTerm {
  /** A null or empty node selector term matches no objects. */
  readonly preference: NodeSelectorTerm;
  /** Weight associated with matching the corresponding nodeSelectorTerm, in the range 1-100. */
  readonly weight: number;
}

/** Probe describes a health check to be performed against a container to determine whether it is alive or ready to receive traffic. */
export interface Probe {
  /** ExecAction describes a "run in container" action. */
  readonly exec?: ExecAction;
  /** Minimum consecutive failures for the probe to be considered failed after having succeeded. */
  readonly failureThreshold?: number;
  /** GRPCAction specifies an action involving a GRPC service. */
  readonly grpc?: GRPCAction;
  /** HTTPGetAction describes an action based on HTTP Get requests. */
  readonly httpGet?: HTTPGetAction;
  /** Number of seconds after the container has started before liveness probes are initiated. */
  readonly initialDelaySeconds?: number;
  /** How often (in seconds) to perform the probe. */
  readonly periodSeconds?: number;
  /** Minimum consecutive successes for the probe to be considered successful after having failed. */
  readonly successThreshold?: number;
  /** TCPSocketAction describes an action based on opening a socket */
  readonly tcpSocket?: TCPSocketAction;
  /** Optional duration in seconds the pod needs to terminate gracefully upon probe failure. */
  readonly terminationGracePeriodSeconds?: number;
  /** Number of seconds after which the probe times out. */
  readonly timeoutSeconds?: number;
  /** The action that is used. */
  readonly type?: "httpGet" | "tcpSocket" | "exec" | "grpc";
}

/** Represents a projected volume source */
export interface ProjectedVolumeSource {
  /** defaultMode are the mode bits used to set permissions on created files by default. */
  readonly defaultMode?: number;
  /** sources is the list of volume projections. */
  readonly sources?: readonly VolumeProjection[];
}

/** A name as keys of labels have it, its prefix optional: example.com/name. */
export type QualifiedName = string;

/** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
export type Quantity = string | number;

/** A path inside of a volume, without .. in it. */
export type RelativePath = string;

/** ResourceClaim references one entry in PodSpec.ResourceClaims. */
export interface ResourceClaim {
  /** Name must match the name of one entry in pod.spec.resourceClaims of the Pod where this field is used. */
  readonly name: string;
  /** Request is the name chosen for a request in the referenced claim. */
  readonly request?: string;
}

/** ResourceFieldSelector represents container resources (cpu, memory) and their output format */
export interface ResourceFieldSelector {
  /** Container name: required for volumes, optional for env vars */
  readonly containerName?: string;
  /** Specifies the output format of the exposed resources, defaults to "1" */
  readonly divisor?: string | number;
  /** Required: resource to select */
  readonly resource: string;
}

/** ResourceMetricSource indicates how to scale on a resource metric known to Kubernetes, as specified in requests and limits. */
export interface ResourceMetricSource {
  /** name is the name of the resource in question. */
  readonly name: string;
  /** MetricTarget defines the target value, average value, or average utilization of a specific metric */
  readonly target: MetricTarget;
}

/** ResourceRequirements describes the compute resource requirements. */
export interface ResourceRequirements {
  /** Claims lists the names of resources, defined in spec.resourceClaims, that are used by this container. */
  readonly claims?: readonly ResourceClaim[];
  /** Amounts by resource: cpu, memory, ephemeral-storage, hugepages-SIZE, or example.com/device. */
  readonly limits?: ContainerResources;
  /** Amounts by resource: cpu, memory, ephemeral-storage, hugepages-SIZE, or example.com/device. */
  readonly requests?: ContainerResources;
}

/** Spec to control the desired behavior of rolling update. */
export interface RollingUpdateDeployment {
  /** The maximum number of pods that can be scheduled above the desired number of pods. */
  readonly maxSurge?: string | number;
  /** The maximum number of pods that can be unavailable during the update. */
  readonly maxUnavailable?: string | number;
}

/** RollingUpdateStatefulSetStrategy is used to communicate parameter for RollingUpdateStatefulSetStrategyType. */
export interface RollingUpdateStatefulSetStrategy {
  /** The maximum number of pods that can be unavailable during the update. */
  readonly maxUnavailable?: string | number;
  /** Partition indicates the ordinal at which the StatefulSet should be partitioned for updates. */
  readonly partition?: number;
}

/** SELinuxOptions are the labels to be applied to the container */
export interface SELinuxOptions {
  /** Level is SELinux level label that applies to the container. */
  readonly level?: string;
  /** Role is a SELinux role label that applies to the container. */
  readonly role?: string;
  /** Type is a SELinux type label that applies to the container. */
  readonly type?: string;
  /** User is a SELinux user label that applies to the container. */
  readonly user?: string;
}

/** SeccompProfile defines a pod/container's seccomp profile settings. */
export interface SeccompProfile {
  /** A path inside of a volume, without .. in it. */
  readonly localhostProfile?: string;
  /** type indicates which kind of seccomp profile will be applied. */
  readonly type: "Localhost" | "RuntimeDefault" | "Unconfined";
}

/** SecretEnvSource selects a Secret to populate the environment variables with. */
export interface SecretEnvSource {
  /** The name of an object: lower case letters, digits, - and . */
  readonly name: string;
  /** Specify whether the Secret must be defined */
  readonly optional?: boolean;
}

/** SecretKeySelector selects a key of a Secret. */
export interface SecretKeySelector {
  /** A key of a ConfigMap or Secret: letters, digits, -, _ and . */
  readonly key: string;
  /** The name of an object: lower case letters, digits, - and . */
  readonly name: string;
  /** Specify whether the Secret or its key must be defined */
  readonly optional?: boolean;
}

/** Adapts a secret into a projected volume. */
export interface SecretProjection {
  /** items if unspecified, each key-value pair in the Data field of the referenced Secret will be projected into the volume as a file whose ... */
  readonly items?: readonly KeyToPath[];
  /** The name of an object: lower case letters, digits, - and . */
  readonly name: string;
  /** optional field specify whether the Secret or its key must be defined */
  readonly optional?: boolean;
}

/** SecretReference represents a Secret Reference. */
export interface SecretReference {
  /** The name of an object: lower case letters, digits, - and . */
  readonly name: string;
  /** namespace defines the space within which the secret name must be unique. */
  readonly namespace: string;
}

/** Adapts a Secret into a volume. */
export interface SecretVolumeSource {
  /** defaultMode is Optional: mode bits used to set permissions on created files by default. */
  readonly defaultMode?: number;
  /** items If unspecified, each key-value pair in the Data field of the referenced Secret will be projected into the volume as a file whose ... */
  readonly items?: readonly KeyToPath[];
  /** optional field specify whether the Secret or its keys must be defined */
  readonly optional?: boolean;
  /** The name of an object: lower case letters, digits, - and . */
  readonly secretName: string;
}

/** SecurityContext holds security configuration that will be applied to a container. */
export interface SecurityContext {
  /** AllowPrivilegeEscalation controls whether a process can gain more privileges than its parent process. */
  readonly allowPrivilegeEscalation?: boolean;
  /** AppArmorProfile defines a pod or container's AppArmor settings. */
  readonly appArmorProfile?: AppArmorProfile;
  /** Adds and removes POSIX capabilities from running containers. */
  readonly capabilities?: Capabilities;
  /** Run container in privileged mode. */
  readonly privileged?: boolean;
  /** procMount denotes the type of proc mount to use for the containers. */
  readonly procMount?: "Default" | "Unmasked";
  /** Whether this container has a read-only root filesystem. */
  readonly readOnlyRootFilesystem?: boolean;
  /** The GID to run the entrypoint of the container process. */
  readonly runAsGroup?: number;
  /** Indicates that the container must run as a non-root user. */
  readonly runAsNonRoot?: boolean;
  /** The UID to run the entrypoint of the container process. */
  readonly runAsUser?: number;
  /** SELinuxOptions are the labels to be applied to the container */
  readonly seLinuxOptions?: SELinuxOptions;
  /** SeccompProfile defines a pod/container's seccomp profile settings. */
  readonly seccompProfile?: SeccompProfile;
  /** WindowsSecurityContextOptions contain Windows-specific options and credentials. */
  readonly windowsOptions?: WindowsSecurityContextOptions;
}

/** ServiceAccountTokenProjection represents a projected service account token volume. */
export interface ServiceAccountTokenProjection {
  /** audience is the intended audience of the token. */
  readonly audience?: string;
  /** expirationSeconds is the requested duration of validity of the service account token. */
  readonly expirationSeconds?: number;
  /** A path inside of a volume, without .. in it. */
  readonly path: string;
}

/** SessionAffinityConfig represents the configurations of session affinity. */
export interface SessionAffinityConfig {
  /** ClientIPConfig represents the configurations of Client IP based session affinity. */
  readonly clientIP?: ClientIPConfig;
}

/** SleepAction describes a "sleep" action. */
export interface SleepAction {
  /** Seconds is the number of seconds to sleep. */
  readonly seconds: number;
}

/** StatefulSetOrdinals describes the policy used for replica ordinal assignment in this StatefulSet. */
export interface StatefulSetOrdinals {
  /** start is the number representing the first replica's index. */
  readonly start?: number;
}

/** StatefulSetPersistentVolumeClaimRetentionPolicy describes the policy used for PVCs created from the StatefulSet VolumeClaimTemplates. */
export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
  /** WhenDeleted specifies what happens to PVCs created from StatefulSet VolumeClaimTemplates when the StatefulSet is deleted. */
  readonly whenDeleted?: "Delete" | "Retain";
  /** WhenScaled specifies what happens to PVCs created from StatefulSet VolumeClaimTemplates when the StatefulSet is scaled down. */
  readonly whenScaled?: "Delete" | "Retain";
}

/** StatefulSetUpdateStrategy indicates the strategy that the StatefulSet controller will use to perform updates. */
export interface StatefulSetUpdateStrategy {
  /** RollingUpdateStatefulSetStrategy is used to communicate parameter for RollingUpdateStatefulSetStrategyType. */
  readonly rollingUpdate?: RollingUpdateStatefulSetStrategy;
  /** Type indicates the type of the StatefulSetUpdateStrategy. */
  readonly type?: "OnDelete" | "RollingUpdate";
}

/** The size of a volume. */
export type StorageResources = {
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly storage?: string | number;
};

/** SuccessPolicy describes when a Job can be declared as succeeded based on the success of some indexes. */
export interface SuccessPolicy {
  /** rules represents the list of alternative rules for the declaring the Jobs as successful before .status.succeeded >= .spec.completions. */
  readonly rules: readonly SuccessPolicyRule[];
}

/** SuccessPolicyRule describes rule for declaring a Job as succeeded. */
export interface SuccessPolicyRule {
  /** succeededCount specifies the minimal required size of the actual set of the succeeded indexes for the Job. */
  readonly succeededCount?: number;
  /** succeededIndexes specifies the set of indexes which need to be contained in the actual set of the succeeded indexes for the Job. */
  readonly succeededIndexes?: string;
}

/** Sysctl defines a kernel parameter to be set */
export interface Sysctl {
  /** Name of a property to set */
  readonly name: string;
  /** Value of a property to set */
  readonly value: string;
}

/** TCPSocketAction describes an action based on opening a socket */
export interface TCPSocketAction {
  /** Optional: Host name to connect to, defaults to the pod IP. */
  readonly host?: string;
  /** The number of a port, or the name that a container gives it. */
  readonly port: string | number;
}

/** A time zone of the IANA database: Europe/Berlin, Etc/UTC. */
export type TimeZone = string;

/** The pod this Toleration is attached to tolerates any taint that matches the triple <key,value,effect> using the matching operator ... */
export interface Toleration {
  /** Effect indicates the taint effect to match. */
  readonly effect?: "NoExecute" | "NoSchedule" | "PreferNoSchedule";
  /** A name as keys of labels have it, its prefix optional: example.com/name. */
  readonly key?: string;
  /** Operator represents a key's relationship to the value. */
  readonly operator?: "Equal" | "Exists";
  /** TolerationSeconds represents the period of time the toleration tolerates the taint. */
  readonly tolerationSeconds?: number;
  /** The value of a label: up to 63 letters, digits, -, _ and . */
  readonly value?: string;
}

/** A topology selector requirement is a selector that matches given label. */
export interface TopologySelectorLabelRequirement {
  /** A name as keys of labels have it, its prefix optional: example.com/name. */
  readonly key: string;
  /** An array of string values. */
  readonly values: readonly string[];
}

/** A topology selector term represents the result of label queries. */
export interface TopologySelectorTerm {
  /** A list of topology selector requirements by labels. */
  readonly matchLabelExpressions: readonly TopologySelectorLabelRequirement[];
}

/** TopologySpreadConstraint specifies how to spread matching pods among the given topology. */
export interface TopologySpreadConstraint {
  /** A label selector is a label query over a set of resources. */
  readonly labelSelector: LabelSelector;
  /** MatchLabelKeys is a set of pod label keys to select the pods over which spreading will be calculated. */
  readonly matchLabelKeys?: readonly string[];
  /** MaxSkew describes the degree to which pods may be unevenly distributed. */
  readonly maxSkew: number;
  /** MinDomains indicates a minimum number of eligible domains. */
  readonly minDomains?: number;
  /** NodeAffinityPolicy indicates how we will treat Pod's nodeAffinity/nodeSelector when calculating pod topology spread skew. */
  readonly nodeAffinityPolicy?: "Honor" | "Ignore";
  /** NodeTaintsPolicy indicates how we will treat node taints when calculating pod topology spread skew. */
  readonly nodeTaintsPolicy?: "Honor" | "Ignore";
  /** A name as keys of labels have it, its prefix optional: example.com/name. */
  readonly topologyKey: string;
  /** WhenUnsatisfiable indicates how to deal with a pod if it doesn't satisfy the spread constraint. */
  readonly whenUnsatisfiable: "DoNotSchedule" | "ScheduleAnyway";
}

/** TypedLocalObjectReference contains enough information to let you locate the typed referenced object inside the same namespace. */
export interface TypedLocalObjectReference {
  /** APIGroup is the group for the resource being referenced. */
  readonly apiGroup?: string;
  /** Kind is the type of resource being referenced */
  readonly kind: string;
  /** Name is the name of resource being referenced */
  readonly name: string;
}

/** TypedObjectReference contains enough information to let you locate the typed referenced object */
export interface TypedObjectReference {
  /** APIGroup is the group for the resource being referenced. */
  readonly apiGroup?: string;
  /** Kind is the type of resource being referenced */
  readonly kind: string;
  /** Name is the name of resource being referenced */
  readonly name: string;
}

/** VolumeNodeAffinity defines constraints that limit what nodes this volume can be accessed from. */
export interface VolumeNodeAffinity {
  /** A node selector represents the union of the results of one or more label queries over a set of nodes. */
  readonly required: NodeSelector;
}

/** Projection that may be projected along with other supported volume types. */
export interface VolumeProjection {
  /** ClusterTrustBundleProjection describes how to select a set of ClusterTrustBundle objects and project their contents into the pod filesystem. */
  readonly clusterTrustBundle?: ClusterTrustBundleProjection;
  /** Adapts a ConfigMap into a projected volume. */
  readonly configMap?: ConfigMapProjection;
  /** Represents downward API info for projecting into a projected volume. */
  readonly downwardAPI?: DownwardAPIProjection;
  /** PodCertificateProjection provides a private key and X.509 certificate in the pod filesystem. */
  readonly podCertificate?: PodCertificateProjection;
  /** Adapts a secret into a projected volume. */
  readonly secret?: SecretProjection;
  /** ServiceAccountTokenProjection represents a projected service account token volume. */
  readonly serviceAccountToken?: ServiceAccountTokenProjection;
}

/** VolumeResourceRequirements describes the storage resource requirements for a volume. */
export interface VolumeResourceRequirements {
  /** The size of a volume. */
  readonly limits?: StorageResources;
  /** The size of a volume. */
  readonly requests?: StorageResources;
}

/** The weights of all of the matched WeightedPodAffinityTerm fields are added per-node to find the most preferred node(s) */
export interface WeightedPodAffinityTerm {
  /** Defines a set of pods (namely those matching the labelSelector relative to the given namespace(s)) that this pod should be co-located or ... */
  readonly podAffinityTerm: PodAffinityTerm;
  /** weight associated with matching the corresponding podAffinityTerm, in the range 1-100. */
  readonly weight: number;
}

/** A whole number that is not negative: 1, 512Mi. */
export type WholeQuantity = string | number;

/** WindowsSecurityContextOptions contain Windows-specific options and credentials. */
export interface WindowsSecurityContextOptions {
  /** GMSACredentialSpec is where the GMSA admission webhook inlines the contents of the GMSA credential spec named by the ... */
  readonly gmsaCredentialSpec?: string;
  /** The name of an object: lower case letters, digits, - and . */
  readonly gmsaCredentialSpecName?: string;
  /** HostProcess determines if a container should be run as a 'Host Process' container. */
  readonly hostProcess?: boolean;
  /** The UserName in Windows to run the entrypoint of the container process. */
  readonly runAsUserName?: string;
}

/** All of them by name. */
export interface KubernetesTypes {
  readonly AddressRange: AddressRange;
  readonly Affinity: Affinity;
  readonly AppArmorProfile: AppArmorProfile;
  readonly CSIDriverName: CSIDriverName;
  readonly CSIVolumeSource: CSIVolumeSource;
  readonly Capabilities: Capabilities;
  readonly Capability: Capability;
  readonly ClientIPConfig: ClientIPConfig;
  readonly ClusterTrustBundleProjection: ClusterTrustBundleProjection;
  readonly ConfigMapEnvSource: ConfigMapEnvSource;
  readonly ConfigMapKey: ConfigMapKey;
  readonly ConfigMapKeySelector: ConfigMapKeySelector;
  readonly ConfigMapProjection: ConfigMapProjection;
  readonly ConfigMapVolumeSource: ConfigMapVolumeSource;
  readonly ContainerResizePolicy: ContainerResizePolicy;
  readonly ContainerResourceMetricSource: ContainerResourceMetricSource;
  readonly ContainerResources: ContainerResources;
  readonly ContainerRestartRule: ContainerRestartRule;
  readonly ContainerRestartRuleOnExitCodes: ContainerRestartRuleOnExitCodes;
  readonly CrossVersionObjectReference: CrossVersionObjectReference;
  readonly DeploymentStrategy: DeploymentStrategy;
  readonly DownwardAPIProjection: DownwardAPIProjection;
  readonly DownwardAPIVolumeFile: DownwardAPIVolumeFile;
  readonly DownwardAPIVolumeSource: DownwardAPIVolumeSource;
  readonly EmptyDirVolumeSource: EmptyDirVolumeSource;
  readonly EnvFromSource: EnvFromSource;
  readonly EnvVarSource: EnvVarSource;
  readonly ExecAction: ExecAction;
  readonly ExternalMetricSource: ExternalMetricSource;
  readonly FCVolumeSource: FCVolumeSource;
  readonly FileKeySelector: FileKeySelector;
  readonly GRPCAction: GRPCAction;
  readonly HPAScalingPolicy: HPAScalingPolicy;
  readonly HPAScalingRules: HPAScalingRules;
  readonly HTTPGetAction: HTTPGetAction;
  readonly HTTPHeader: HTTPHeader;
  readonly HorizontalPodAutoscalerBehavior: HorizontalPodAutoscalerBehavior;
  readonly HostAlias: HostAlias;
  readonly HostPathVolumeSource: HostPathVolumeSource;
  readonly IPBlock: IPBlock;
  readonly ISCSIVolumeSource: ISCSIVolumeSource;
  readonly ImageVolumeSource: ImageVolumeSource;
  readonly IngressTLS: IngressTLS;
  readonly IntOrString: IntOrString;
  readonly KeyToPath: KeyToPath;
  readonly LabelSelector: LabelSelector;
  readonly LabelSelectorRequirement: LabelSelectorRequirement;
  readonly LabelValue: LabelValue;
  readonly Lifecycle: Lifecycle;
  readonly LifecycleHandler: LifecycleHandler;
  readonly LocalObjectReference: LocalObjectReference;
  readonly MatchLabels: MatchLabels;
  readonly MetricIdentifier: MetricIdentifier;
  readonly MetricSpec: MetricSpec;
  readonly MetricTarget: MetricTarget;
  readonly NFSVolumeSource: NFSVolumeSource;
  readonly NetworkPolicyEgressRule: NetworkPolicyEgressRule;
  readonly NetworkPolicyIngressRule: NetworkPolicyIngressRule;
  readonly NetworkPolicyPeer: NetworkPolicyPeer;
  readonly NetworkPolicyPort: NetworkPolicyPort;
  readonly NodeAffinity: NodeAffinity;
  readonly NodeSelector: NodeSelector;
  readonly NodeSelectorRequirement: NodeSelectorRequirement;
  readonly NodeSelectorTerm: NodeSelectorTerm;
  readonly ObjectFieldSelector: ObjectFieldSelector;
  readonly ObjectMetricSource: ObjectMetricSource;
  readonly ObjectName: ObjectName;
  readonly PercentOrCount: PercentOrCount;
  readonly PodAffinity: PodAffinity;
  readonly PodAffinityTerm: PodAffinityTerm;
  readonly PodAmounts: PodAmounts;
  readonly PodAntiAffinity: PodAntiAffinity;
  readonly PodCertificateProjection: PodCertificateProjection;
  readonly PodDNSConfig: PodDNSConfig;
  readonly PodDNSConfigOption: PodDNSConfigOption;
  readonly PodFailurePolicy: PodFailurePolicy;
  readonly PodFailurePolicyOnExitCodesRequirement: PodFailurePolicyOnExitCodesRequirement;
  readonly PodFailurePolicyOnPodConditionsPattern: PodFailurePolicyOnPodConditionsPattern;
  readonly PodFailurePolicyRule: PodFailurePolicyRule;
  readonly PodOS: PodOS;
  readonly PodOverhead: PodOverhead;
  readonly PodReadinessGate: PodReadinessGate;
  readonly PodResourceClaim: PodResourceClaim;
  readonly PodResources: PodResources;
  readonly PodSchedulingGate: PodSchedulingGate;
  readonly PodSecurityContext: PodSecurityContext;
  readonly PodsMetricSource: PodsMetricSource;
  readonly PortNumberOrName: PortNumberOrName;
  readonly PreferredSchedulingTerm: PreferredSchedulingTerm;
  readonly Probe: Probe;
  readonly ProjectedVolumeSource: ProjectedVolumeSource;
  readonly QualifiedName: QualifiedName;
  readonly Quantity: Quantity;
  readonly RelativePath: RelativePath;
  readonly ResourceClaim: ResourceClaim;
  readonly ResourceFieldSelector: ResourceFieldSelector;
  readonly ResourceMetricSource: ResourceMetricSource;
  readonly ResourceRequirements: ResourceRequirements;
  readonly RollingUpdateDeployment: RollingUpdateDeployment;
  readonly RollingUpdateStatefulSetStrategy: RollingUpdateStatefulSetStrategy;
  readonly SELinuxOptions: SELinuxOptions;
  readonly SeccompProfile: SeccompProfile;
  readonly SecretEnvSource: SecretEnvSource;
  readonly SecretKeySelector: SecretKeySelector;
  readonly SecretProjection: SecretProjection;
  readonly SecretReference: SecretReference;
  readonly SecretVolumeSource: SecretVolumeSource;
  readonly SecurityContext: SecurityContext;
  readonly ServiceAccountTokenProjection: ServiceAccountTokenProjection;
  readonly SessionAffinityConfig: SessionAffinityConfig;
  readonly SleepAction: SleepAction;
  readonly StatefulSetOrdinals: StatefulSetOrdinals;
  readonly StatefulSetPersistentVolumeClaimRetentionPolicy: StatefulSetPersistentVolumeClaimRetentionPolicy;
  readonly StatefulSetUpdateStrategy: StatefulSetUpdateStrategy;
  readonly StorageResources: StorageResources;
  readonly SuccessPolicy: SuccessPolicy;
  readonly SuccessPolicyRule: SuccessPolicyRule;
  readonly Sysctl: Sysctl;
  readonly TCPSocketAction: TCPSocketAction;
  readonly TimeZone: TimeZone;
  readonly Toleration: Toleration;
  readonly TopologySelectorLabelRequirement: TopologySelectorLabelRequirement;
  readonly TopologySelectorTerm: TopologySelectorTerm;
  readonly TopologySpreadConstraint: TopologySpreadConstraint;
  readonly TypedLocalObjectReference: TypedLocalObjectReference;
  readonly TypedObjectReference: TypedObjectReference;
  readonly VolumeNodeAffinity: VolumeNodeAffinity;
  readonly VolumeProjection: VolumeProjection;
  readonly VolumeResourceRequirements: VolumeResourceRequirements;
  readonly WeightedPodAffinityTerm: WeightedPodAffinityTerm;
  readonly WholeQuantity: WholeQuantity;
  readonly WindowsSecurityContextOptions: WindowsSecurityContextOptions;
}

// Fields that kubernetes-types, which has the types of manifests, does not have yet.
import type {} from "kubernetes-types/autoscaling/v2.d.ts";

declare module "kubernetes-types/autoscaling/v2.d.ts" {
  interface HPAScalingRules {
    /** tolerance is the tolerance on the ratio between the current and desired metric value under which no updates are made to the desired ... */
    tolerance?: string | number;
  }
}

import type {} from "kubernetes-types/core/v1.d.ts";

declare module "kubernetes-types/core/v1.d.ts" {
  interface Container {
    /** What happens when the container ends, by exit code. */
    restartPolicyRules?: ContainerRestartRule[];
  }
  interface EnvVarSource {
    /** FileKeySelector selects a key of the env file. */
    fileKeyRef?: FileKeySelector;
  }
  interface PodResourceClaim {
    /** The name of an object: lower case letters, digits, - and . */
    resourceClaimName?: string;
    /** The name of an object: lower case letters, digits, - and . */
    resourceClaimTemplateName?: string;
  }
  interface PodSecurityContext {
    /** seLinuxChangePolicy defines how the container's SELinux label is applied to all volumes used by the Pod. */
    seLinuxChangePolicy?: string;
    /** Defines how supplemental groups of the first container processes are calculated. */
    supplementalGroupsPolicy?: "Merge" | "Strict";
  }
  interface PodSpec {
    /** The host name that the containers see; without a name in DNS. */
    hostnameOverride?: string;
    /** What all containers of the pod may use together. */
    resources?: PodResources;
  }
  interface ResourceClaim {
    /** Request is the name chosen for a request in the referenced claim. */
    request?: string;
  }
  interface VolumeProjection {
    /** PodCertificateProjection provides a private key and X.509 certificate in the pod filesystem. */
    podCertificate?: PodCertificateProjection;
  }
}
