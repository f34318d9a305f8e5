// Generated from generator/values/kubernetes/definitions.json; do not edit: run npm run generate.
// Longer than most files: it has an interface for each type that charts pass through.
/** What a values file may set of Kubernetes' own types: every field is optional, and lists are whole. */
import type {
  Capability,
  DownwardAPIVolumeFile,
  HPAScalingPolicy,
  HTTPHeader,
  KeyToPath,
  LabelSelectorRequirement,
  NodeSelectorTerm,
  PodAffinityTerm,
  PodDNSConfigOption,
  PodFailurePolicyRule,
  PreferredSchedulingTerm,
  ResourceClaim,
  SuccessPolicyRule,
  Sysctl,
  VolumeProjection,
  WeightedPodAffinityTerm,
} from "./types.ts";

/** Affinity is a group of affinity scheduling rules. */
export interface AffinityOverrides {
  /** Node affinity is a group of node affinity scheduling rules. */
  readonly nodeAffinity?: NodeAffinityOverrides | undefined;
  /** Pod affinity is a group of inter pod affinity scheduling rules. */
  readonly podAffinity?: PodAffinityOverrides | undefined;
  /** Pod anti affinity is a group of inter pod anti affinity scheduling rules. */
  readonly podAntiAffinity?: PodAntiAffinityOverrides | undefined;
}

/** AppArmorProfile defines a pod or container's AppArmor settings. */
export interface AppArmorProfileOverrides {
  /** localhostProfile indicates a profile loaded on the node that should be used. */
  readonly localhostProfile?: string | undefined;
  /** type indicates which kind of AppArmor profile will be applied. */
  readonly type?: "Localhost" | "RuntimeDefault" | "Unconfined" | undefined;
}

/** Represents a source location of a volume to mount, managed by an external CSI driver */
export interface CSIVolumeSourceOverrides {
  /** The name of a CSI driver as the cluster knows it: disk.csi.azure.com. */
  readonly driver?: string | undefined;
  /** fsType to mount. Ex. "ext4", "xfs", "ntfs". */
  readonly fsType?: string | undefined;
  /** LocalObjectReference contains enough information to let you locate the referenced object inside the same namespace. */
  readonly nodePublishSecretRef?: LocalObjectReferenceOverrides | undefined;
  /** readOnly specifies a read-only configuration for the volume. */
  readonly readOnly?: boolean | undefined;
  /** volumeAttributes stores driver-specific properties that are passed to the CSI driver. */
  readonly volumeAttributes?: { readonly [name: string]: string | undefined } | undefined;
}

/** Adds and removes POSIX capabilities from running containers. */
export interface CapabilitiesOverrides {
  /** Added capabilities */
  readonly add?: readonly Capability[] | undefined;
  /** Removed capabilities */
  readonly drop?: readonly Capability[] | undefined;
}

/** ClientIPConfig represents the configurations of Client IP based session affinity. */
export interface ClientIPConfigOverrides {
  /** timeoutSeconds specifies the seconds of ClientIP type session sticky time. */
  readonly timeoutSeconds?: number | undefined;
}

/** Selects a key from a ConfigMap. */
export interface ConfigMapKeySelectorOverrides {
  /** A key of a ConfigMap or Secret: letters, digits, -, _ and . */
  readonly key?: string | undefined;
  /** The name of an object: lower case letters, digits, - and . */
  readonly name?: string | undefined;
  /** Specify whether the ConfigMap or its key must be defined */
  readonly optional?: boolean | undefined;
}

/** Adapts a ConfigMap into a volume. */
export interface ConfigMapVolumeSourceOverrides {
  /** defaultMode is optional: mode bits used to set permissions on created files by default. */
  readonly defaultMode?: number | undefined;
  /** items if unspecified, each key-value pair in the Data field of the referenced ConfigMap will be projected into the volume as a file ... */
  readonly items?: readonly KeyToPath[] | undefined;
  /** The name of an object: lower case letters, digits, - and . */
  readonly name?: string | undefined;
  /** optional specify whether the ConfigMap or its keys must be defined */
  readonly optional?: boolean | undefined;
}

/** Amounts by resource: cpu, memory, ephemeral-storage, hugepages-SIZE, or example.com/device. */
export type ContainerResourcesOverrides = {
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly cpu?: string | number | undefined;
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly "ephemeral-storage"?: string | number | undefined;
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly memory?: string | number | undefined;
  /** A whole number that is not negative: 1, 512Mi. */
  readonly [key: `hugepages-${string}`]: string | number | undefined;
  /** A whole number that is not negative: 1, 512Mi. */
  readonly [key: `${string}/${string}`]: string | number | undefined;
};

/** DownwardAPIVolumeSource represents a volume containing downward API info. */
export interface DownwardAPIVolumeSourceOverrides {
  /** Optional: mode bits to use on created files by default. */
  readonly defaultMode?: number | undefined;
  /** Items is a list of downward API volume file */
  readonly items?: readonly DownwardAPIVolumeFile[] | undefined;
}

/** Represents an empty directory for a pod. */
export interface EmptyDirVolumeSourceOverrides {
  /** medium represents what type of storage medium should back this directory. */
  readonly medium?: string | undefined;
  /** sizeLimit is the total amount of local storage required for this EmptyDir volume. */
  readonly sizeLimit?: string | number | undefined;
}

/** EnvVarSource represents a source for the value of an EnvVar. */
export interface EnvVarSourceOverrides {
  /** Selects a key from a ConfigMap. */
  readonly configMapKeyRef?: ConfigMapKeySelectorOverrides | undefined;
  /** ObjectFieldSelector selects an APIVersioned field of an object. */
  readonly fieldRef?: ObjectFieldSelectorOverrides | undefined;
  /** FileKeySelector selects a key of the env file. */
  readonly fileKeyRef?: FileKeySelectorOverrides | undefined;
  /** ResourceFieldSelector represents container resources (cpu, memory) and their output format */
  readonly resourceFieldRef?: ResourceFieldSelectorOverrides | undefined;
  /** SecretKeySelector selects a key of a Secret. */
  readonly secretKeyRef?: SecretKeySelectorOverrides | undefined;
  /** The source that is used. */
  readonly type?: "configMapKeyRef" | "secretKeyRef" | "fieldRef" | "resourceFieldRef" | "fileKeyRef" | undefined;
}

/** ExecAction describes a "run in container" action. */
export interface ExecActionOverrides {
  /** Command is the command line to execute inside the container, the working directory for the command is root in the container's filesystem. */
  readonly command?: readonly string[] | undefined;
}

/** Represents a Fibre Channel volume. */
export interface FCVolumeSourceOverrides {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: string | undefined;
  /** lun is Optional: FC target lun number */
  readonly lun?: number | undefined;
  /** readOnly is Optional: Defaults to false (read/write). */
  readonly readOnly?: boolean | undefined;
  /** targetWWNs is Optional: FC target worldwide names (WWNs) */
  readonly targetWWNs?: readonly string[] | undefined;
  /** wwids Optional: FC volume world wide identifiers Either wwids or combination of targetWWNs and lun must be set, but not both simultaneously. */
  readonly wwids?: readonly string[] | undefined;
}

/** FileKeySelector selects a key of the env file. */
export interface FileKeySelectorOverrides {
  /** The key within the env file. */
  readonly key?: string | undefined;
  /** Specify whether the file or its key must be defined. */
  readonly optional?: boolean | undefined;
  /** A path inside of a volume, without .. in it. */
  readonly path?: string | undefined;
  /** The name of the volume mount containing the env file. */
  readonly volumeName?: string | undefined;
}

/** GRPCAction specifies an action involving a GRPC service. */
export interface GRPCActionOverrides {
  /** Port number of the gRPC service. */
  readonly port?: number | undefined;
  /** Service is the name of the service to place in the gRPC HealthCheckRequest. */
  readonly service?: string | undefined;
}

/** HPAScalingRules configures the scaling behavior for one direction via scaling Policy Rules and a configurable metric tolerance. */
export interface HPAScalingRulesOverrides {
  /** policies is a list of potential scaling polices which can be used during scaling. */
  readonly policies?: readonly HPAScalingPolicy[] | undefined;
  /** selectPolicy is used to specify which policy should be used. */
  readonly selectPolicy?: "Disabled" | "Max" | "Min" | undefined;
  /** stabilizationWindowSeconds is the number of seconds for which past recommendations should be considered while scaling up or scaling down. */
  readonly stabilizationWindowSeconds?: number | undefined;
  /** tolerance is the tolerance on the ratio between the current and desired metric value under which no updates are made to the desired ... */
  readonly tolerance?: string | number | undefined;
}

/** HTTPGetAction describes an action based on HTTP Get requests. */
export interface HTTPGetActionOverrides {
  /** Host name to connect to, defaults to the pod IP. */
  readonly host?: string | undefined;
  /** Custom headers to set in the request. */
  readonly httpHeaders?: readonly HTTPHeader[] | undefined;
  /** Path to access on the HTTP server. */
  readonly path?: string | undefined;
  /** The number of a port, or the name that a container gives it. */
  readonly port?: string | number | undefined;
  /** Scheme to use for connecting to the host. */
  readonly scheme?: "HTTP" | "HTTPS" | undefined;
}

/** HorizontalPodAutoscalerBehavior configures the scaling behavior of the target in both Up and Down directions. */
export interface HorizontalPodAutoscalerBehaviorOverrides {
  /** HPAScalingRules configures the scaling behavior for one direction via scaling Policy Rules and a configurable metric tolerance. */
  readonly scaleDown?: HPAScalingRulesOverrides | undefined;
  /** HPAScalingRules configures the scaling behavior for one direction via scaling Policy Rules and a configurable metric tolerance. */
  readonly scaleUp?: HPAScalingRulesOverrides | undefined;
}

/** Represents a host path mapped into a pod. */
export interface HostPathVolumeSourceOverrides {
  /** path of the directory on the host. */
  readonly path?: string | undefined;
  /** type for HostPath Volume Defaults to "" */
  readonly type?:
    | ""
    | "BlockDevice"
    | "CharDevice"
    | "Directory"
    | "DirectoryOrCreate"
    | "File"
    | "FileOrCreate"
    | "Socket"
    | undefined;
}

/** Represents an ISCSI disk. */
export interface ISCSIVolumeSourceOverrides {
  /** chapAuthDiscovery defines whether support iSCSI Discovery CHAP authentication */
  readonly chapAuthDiscovery?: boolean | undefined;
  /** chapAuthSession defines whether support iSCSI Session CHAP authentication */
  readonly chapAuthSession?: boolean | undefined;
  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: string | undefined;
  /** initiatorName is the custom iSCSI Initiator Name. */
  readonly initiatorName?: string | undefined;
  /** iqn is the target iSCSI Qualified Name. */
  readonly iqn?: string | undefined;
  /** iscsiInterface is the interface Name that uses an iSCSI transport. */
  readonly iscsiInterface?: string | undefined;
  /** lun represents iSCSI Target Lun number. */
  readonly lun?: number | undefined;
  /** portals is the iSCSI Target Portal List. */
  readonly portals?: readonly string[] | undefined;
  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: boolean | undefined;
  /** LocalObjectReference contains enough information to let you locate the referenced object inside the same namespace. */
  readonly secretRef?: LocalObjectReferenceOverrides | undefined;
  /** targetPortal is iSCSI Target Portal. */
  readonly targetPortal?: string | undefined;
}

/** ImageVolumeSource represents a image volume resource. */
export interface ImageVolumeSourceOverrides {
  /** Policy for pulling OCI objects. */
  readonly pullPolicy?: "Always" | "IfNotPresent" | "Never" | undefined;
  /** Required: Image or artifact reference to be used. */
  readonly reference?: string | undefined;
}

/** A label selector is a label query over a set of resources. */
export interface LabelSelectorOverrides {
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?: readonly LabelSelectorRequirement[] | undefined;
  /** Labels, by key, that must all be there with these values. */
  readonly matchLabels?: MatchLabelsOverrides | undefined;
}

/** Lifecycle describes actions that the management system should take in response to container lifecycle events. */
export interface LifecycleOverrides {
  /** LifecycleHandler defines a specific action that should be taken in a lifecycle hook. */
  readonly postStart?: LifecycleHandlerOverrides | undefined;
  /** LifecycleHandler defines a specific action that should be taken in a lifecycle hook. */
  readonly preStop?: LifecycleHandlerOverrides | undefined;
}

/** LifecycleHandler defines a specific action that should be taken in a lifecycle hook. */
export interface LifecycleHandlerOverrides {
  /** ExecAction describes a "run in container" action. */
  readonly exec?: ExecActionOverrides | undefined;
  /** HTTPGetAction describes an action based on HTTP Get requests. */
  readonly httpGet?: HTTPGetActionOverrides | undefined;
  /** SleepAction describes a "sleep" action. */
  readonly sleep?: SleepActionOverrides | undefined;
  /** TCPSocketAction describes an action based on opening a socket */
  readonly tcpSocket?: TCPSocketActionOverrides | undefined;
  /** The action that is used. */
  readonly type?: "exec" | "httpGet" | "tcpSocket" | "sleep" | undefined;
}

/** LocalObjectReference contains enough information to let you locate the referenced object inside the same namespace. */
export interface LocalObjectReferenceOverrides {
  /** The name of an object: lower case letters, digits, - and . */
  readonly name?: string | undefined;
}

/** Labels, by key, that must all be there with these values. */
export interface MatchLabelsOverrides {
  /** The value of a label: up to 63 letters, digits, -, _ and . */
  readonly [key: string]: string | undefined;
}

/** Represents an NFS mount that lasts the lifetime of a pod. */
export interface NFSVolumeSourceOverrides {
  /** path that is exported by the NFS server. */
  readonly path?: string | undefined;
  /** readOnly here will force the NFS export to be mounted with read-only permissions. */
  readonly readOnly?: boolean | undefined;
  /** server is the hostname or IP address of the NFS server. */
  readonly server?: string | undefined;
}

/** Node affinity is a group of node affinity scheduling rules. */
export interface NodeAffinityOverrides {
  /** The scheduler will prefer to schedule pods to nodes that satisfy the affinity expressions specified by this field. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly PreferredSchedulingTerm[] | undefined;
  /** A node selector represents the union of the results of one or more label queries over a set of nodes. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelectorOverrides | undefined;
}

/** A node selector represents the union of the results of one or more label queries over a set of nodes. */
export interface NodeSelectorOverrides {
  /** Required. A list of node selector terms. */
  readonly nodeSelectorTerms?: readonly NodeSelectorTerm[] | undefined;
}

/** ObjectFieldSelector selects an APIVersioned field of an object. */
export interface ObjectFieldSelectorOverrides {
  /** Version of the schema the FieldPath is written in terms of, defaults to "v1". */
  readonly apiVersion?: string | undefined;
  /** Path of the field to select in the specified API version. */
  readonly fieldPath?: string | undefined;
}

/** Pod affinity is a group of inter pod affinity scheduling rules. */
export interface PodAffinityOverrides {
  /** The scheduler will prefer to schedule pods to nodes that satisfy the affinity expressions specified by this field. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[] | undefined;
  /** If the affinity requirements specified by this field are not met at scheduling time, the pod will not be scheduled onto the node. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[] | undefined;
}

/** Amounts by resource: cpu, memory, or hugepages-SIZE. */
export interface PodAmountsOverrides {
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly cpu?: string | number | undefined;
  /** An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi. */
  readonly memory?: string | number | undefined;
  /** A whole number that is not negative: 1, 512Mi. */
  readonly [key: string]: string | number | undefined;
}

/** Pod anti affinity is a group of inter pod anti affinity scheduling rules. */
export interface PodAntiAffinityOverrides {
  /** The scheduler will prefer to schedule pods to nodes that satisfy the anti-affinity expressions specified by this field. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[] | undefined;
  /** If the anti-affinity requirements specified by this field are not met at scheduling time, the pod will not be scheduled onto the node. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[] | undefined;
}

/** PodDNSConfig defines the DNS parameters of a pod in addition to those generated from DNSPolicy. */
export interface PodDNSConfigOverrides {
  /** A list of DNS name server IP addresses. */
  readonly nameservers?: readonly string[] | undefined;
  /** A list of DNS resolver options. */
  readonly options?: readonly PodDNSConfigOption[] | undefined;
  /** A list of DNS search domains for host-name lookup. */
  readonly searches?: readonly string[] | undefined;
}

/** PodFailurePolicy describes how failed pods influence the backoffLimit. */
export interface PodFailurePolicyOverrides {
  /** A list of pod failure policy rules. */
  readonly rules?: readonly PodFailurePolicyRule[] | undefined;
}

/** PodOS defines the OS parameters of a pod. */
export interface PodOSOverrides {
  /** Name is the name of the operating system. */
  readonly name?: "linux" | undefined;
}

/** What all containers of a pod may use together, and what is reserved for them. */
export interface PodResourcesOverrides {
  /** Amounts by resource: cpu, memory, or hugepages-SIZE. */
  readonly limits?: PodAmountsOverrides | undefined;
  /** Amounts by resource: cpu, memory, or hugepages-SIZE. */
  readonly requests?: PodAmountsOverrides | undefined;
}

/** PodSecurityContext holds pod-level security attributes and common container settings. */
export interface PodSecurityContextOverrides {
  /** AppArmorProfile defines a pod or container's AppArmor settings. */
  readonly appArmorProfile?: AppArmorProfileOverrides | undefined;
  /** A special supplemental group that applies to all containers in a pod. */
  readonly fsGroup?: number | undefined;
  /** fsGroupChangePolicy defines behavior of changing ownership and permission of the volume before being exposed inside Pod. */
  readonly fsGroupChangePolicy?: "Always" | "OnRootMismatch" | undefined;
  /** The GID to run the entrypoint of the container process. */
  readonly runAsGroup?: number | undefined;
  /** Indicates that the container must run as a non-root user. */
  readonly runAsNonRoot?: boolean | undefined;
  /** The UID to run the entrypoint of the container process. */
  readonly runAsUser?: number | undefined;
  /** seLinuxChangePolicy defines how the container's SELinux label is applied to all volumes used by the Pod. */
  readonly seLinuxChangePolicy?: string | undefined;
  /** SELinuxOptions are the labels to be applied to the container */
  readonly seLinuxOptions?: SELinuxOptionsOverrides | undefined;
  /** SeccompProfile defines a pod/container's seccomp profile settings. */
  readonly seccompProfile?: SeccompProfileOverrides | undefined;
  /** A list of groups applied to the first process run in each container, in addition to the container's primary GID and fsGroup (if specified). */
  readonly supplementalGroups?: readonly number[] | undefined;
  /** Defines how supplemental groups of the first container processes are calculated. */
  readonly supplementalGroupsPolicy?: "Merge" | "Strict" | undefined;
  /** Sysctls hold a list of namespaced sysctls used for the pod. */
  readonly sysctls?: readonly Sysctl[] | undefined;
  /** WindowsSecurityContextOptions contain Windows-specific options and credentials. */
  readonly windowsOptions?: WindowsSecurityContextOptionsOverrides | undefined;
}

/** Probe describes a health check to be performed against a container to determine whether it is alive or ready to receive traffic. */
export interface ProbeOverrides {
  /** ExecAction describes a "run in container" action. */
  readonly exec?: ExecActionOverrides | undefined;
  /** Minimum consecutive failures for the probe to be considered failed after having succeeded. */
  readonly failureThreshold?: number | undefined;
  /** GRPCAction specifies an action involving a GRPC service. */
  readonly grpc?: GRPCActionOverrides | undefined;
  /** HTTPGetAction describes an action based on HTTP Get requests. */
  readonly httpGet?: HTTPGetActionOverrides | undefined;
  /** Number of seconds after the container has started before liveness probes are initiated. */
  readonly initialDelaySeconds?: number | undefined;
  /** How often (in seconds) to perform the probe. */
  readonly periodSeconds?: number | undefined;
  /** Minimum consecutive successes for the probe to be considered successful after having failed. */
  readonly successThreshold?: number | undefined;
  /** TCPSocketAction describes an action based on opening a socket */
  readonly tcpSocket?: TCPSocketActionOverrides | undefined;
  /** Optional duration in seconds the pod needs to terminate gracefully upon probe failure. */
  readonly terminationGracePeriodSeconds?: number | undefined;
  /** Number of seconds after which the probe times out. */
  readonly timeoutSeconds?: number | undefined;
  /** The action that is used. */
  readonly type?: "httpGet" | "tcpSocket" | "exec" | "grpc" | undefined;
}

/** Represents a projected volume source */
export interface ProjectedVolumeSourceOverrides {
  /** defaultMode are the mode bits used to set permissions on created files by default. */
  readonly defaultMode?: number | undefined;
  /** sources is the list of volume projections. */
  readonly sources?: readonly VolumeProjection[] | undefined;
}

/** ResourceFieldSelector represents container resources (cpu, memory) and their output format */
export interface ResourceFieldSelectorOverrides {
  /** Container name: required for volumes, optional for env vars */
  readonly containerName?: string | undefined;
  /** Specifies the output format of the exposed resources, defaults to "1" */
  readonly divisor?: string | number | undefined;
  /** Required: resource to select */
  readonly resource?: string | undefined;
}

/** ResourceRequirements describes the compute resource requirements. */
export interface ResourceRequirementsOverrides {
  /** Claims lists the names of resources, defined in spec.resourceClaims, that are used by this container. */
  readonly claims?: readonly ResourceClaim[] | undefined;
  /** Amounts by resource: cpu, memory, ephemeral-storage, hugepages-SIZE, or example.com/device. */
  readonly limits?: ContainerResourcesOverrides | undefined;
  /** Amounts by resource: cpu, memory, ephemeral-storage, hugepages-SIZE, or example.com/device. */
  readonly requests?: ContainerResourcesOverrides | undefined;
}

/** RollingUpdateStatefulSetStrategy is used to communicate parameter for RollingUpdateStatefulSetStrategyType. */
export interface RollingUpdateStatefulSetStrategyOverrides {
  /** The maximum number of pods that can be unavailable during the update. */
  readonly maxUnavailable?: string | number | undefined;
  /** Partition indicates the ordinal at which the StatefulSet should be partitioned for updates. */
  readonly partition?: number | undefined;
}

/** SELinuxOptions are the labels to be applied to the container */
export interface SELinuxOptionsOverrides {
  /** Level is SELinux level label that applies to the container. */
  readonly level?: string | undefined;
  /** Role is a SELinux role label that applies to the container. */
  readonly role?: string | undefined;
  /** Type is a SELinux type label that applies to the container. */
  readonly type?: string | undefined;
  /** User is a SELinux user label that applies to the container. */
  readonly user?: string | undefined;
}

/** SeccompProfile defines a pod/container's seccomp profile settings. */
export interface SeccompProfileOverrides {
  /** A path inside of a volume, without .. in it. */
  readonly localhostProfile?: string | undefined;
  /** type indicates which kind of seccomp profile will be applied. */
  readonly type?: "Localhost" | "RuntimeDefault" | "Unconfined" | undefined;
}

/** SecretKeySelector selects a key of a Secret. */
export interface SecretKeySelectorOverrides {
  /** A key of a ConfigMap or Secret: letters, digits, -, _ and . */
  readonly key?: string | undefined;
  /** The name of an object: lower case letters, digits, - and . */
  readonly name?: string | undefined;
  /** Specify whether the Secret or its key must be defined */
  readonly optional?: boolean | undefined;
}

/** Adapts a Secret into a volume. */
export interface SecretVolumeSourceOverrides {
  /** defaultMode is Optional: mode bits used to set permissions on created files by default. */
  readonly defaultMode?: number | undefined;
  /** items If unspecified, each key-value pair in the Data field of the referenced Secret will be projected into the volume as a file whose ... */
  readonly items?: readonly KeyToPath[] | undefined;
  /** optional field specify whether the Secret or its keys must be defined */
  readonly optional?: boolean | undefined;
  /** The name of an object: lower case letters, digits, - and . */
  readonly secretName?: string | undefined;
}

/** SecurityContext holds security configuration that will be applied to a container. */
export interface SecurityContextOverrides {
  /** AllowPrivilegeEscalation controls whether a process can gain more privileges than its parent process. */
  readonly allowPrivilegeEscalation?: boolean | undefined;
  /** AppArmorProfile defines a pod or container's AppArmor settings. */
  readonly appArmorProfile?: AppArmorProfileOverrides | undefined;
  /** Adds and removes POSIX capabilities from running containers. */
  readonly capabilities?: CapabilitiesOverrides | undefined;
  /** Run container in privileged mode. */
  readonly privileged?: boolean | undefined;
  /** procMount denotes the type of proc mount to use for the containers. */
  readonly procMount?: "Default" | "Unmasked" | undefined;
  /** Whether this container has a read-only root filesystem. */
  readonly readOnlyRootFilesystem?: boolean | undefined;
  /** The GID to run the entrypoint of the container process. */
  readonly runAsGroup?: number | undefined;
  /** Indicates that the container must run as a non-root user. */
  readonly runAsNonRoot?: boolean | undefined;
  /** The UID to run the entrypoint of the container process. */
  readonly runAsUser?: number | undefined;
  /** SELinuxOptions are the labels to be applied to the container */
  readonly seLinuxOptions?: SELinuxOptionsOverrides | undefined;
  /** SeccompProfile defines a pod/container's seccomp profile settings. */
  readonly seccompProfile?: SeccompProfileOverrides | undefined;
  /** WindowsSecurityContextOptions contain Windows-specific options and credentials. */
  readonly windowsOptions?: WindowsSecurityContextOptionsOverrides | undefined;
}

/** SessionAffinityConfig represents the configurations of session affinity. */
export interface SessionAffinityConfigOverrides {
  /** ClientIPConfig represents the configurations of Client IP based session affinity. */
  readonly clientIP?: ClientIPConfigOverrides | undefined;
}

/** SleepAction describes a "sleep" action. */
export interface SleepActionOverrides {
  /** Seconds is the number of seconds to sleep. */
  readonly seconds?: number | undefined;
}

/** StatefulSetOrdinals describes the policy used for replica ordinal assignment in this StatefulSet. */
export interface StatefulSetOrdinalsOverrides {
  /** start is the number representing the first replica's index. */
  readonly start?: number | undefined;
}

/** SuccessPolicy describes when a Job can be declared as succeeded based on the success of some indexes. */
export interface SuccessPolicyOverrides {
  /** rules represents the list of alternative rules for the declaring the Jobs as successful before .status.succeeded >= .spec.completions. */
  readonly rules?: readonly SuccessPolicyRule[] | undefined;
}

/** TCPSocketAction describes an action based on opening a socket */
export interface TCPSocketActionOverrides {
  /** Optional: Host name to connect to, defaults to the pod IP. */
  readonly host?: string | undefined;
  /** The number of a port, or the name that a container gives it. */
  readonly port?: string | number | undefined;
}

/** TypedLocalObjectReference contains enough information to let you locate the typed referenced object inside the same namespace. */
export interface TypedLocalObjectReferenceOverrides {
  /** APIGroup is the group for the resource being referenced. */
  readonly apiGroup?: string | undefined;
  /** Kind is the type of resource being referenced */
  readonly kind?: string | undefined;
  /** Name is the name of resource being referenced */
  readonly name?: string | undefined;
}

/** TypedObjectReference contains enough information to let you locate the typed referenced object */
export interface TypedObjectReferenceOverrides {
  /** APIGroup is the group for the resource being referenced. */
  readonly apiGroup?: string | undefined;
  /** Kind is the type of resource being referenced */
  readonly kind?: string | undefined;
  /** Name is the name of resource being referenced */
  readonly name?: string | undefined;
}

/** VolumeNodeAffinity defines constraints that limit what nodes this volume can be accessed from. */
export interface VolumeNodeAffinityOverrides {
  /** A node selector represents the union of the results of one or more label queries over a set of nodes. */
  readonly required?: NodeSelectorOverrides | undefined;
}

/** WindowsSecurityContextOptions contain Windows-specific options and credentials. */
export interface WindowsSecurityContextOptionsOverrides {
  /** GMSACredentialSpec is where the GMSA admission webhook inlines the contents of the GMSA credential spec named by the ... */
  readonly gmsaCredentialSpec?: string | undefined;
  /** The name of an object: lower case letters, digits, - and . */
  readonly gmsaCredentialSpecName?: string | undefined;
  /** HostProcess determines if a container should be run as a 'Host Process' container. */
  readonly hostProcess?: boolean | undefined;
  /** The UserName in Windows to run the entrypoint of the container process. */
  readonly runAsUserName?: string | undefined;
}
