// Generated from the values models of the library charts; do not edit: run npm run generate.
// Longer than most files: it has an interface for each object of the values.
/** The types that the values of several charts share. */
import type {
  ConfigMapVolumeSourceOverrides,
  CSIVolumeSourceOverrides,
  DownwardAPIVolumeSourceOverrides,
  EmptyDirVolumeSourceOverrides,
  EnvVarSourceOverrides,
  FCVolumeSourceOverrides,
  HostPathVolumeSourceOverrides,
  ImageVolumeSourceOverrides,
  ISCSIVolumeSourceOverrides,
  LabelSelectorOverrides,
  LifecycleOverrides,
  NFSVolumeSourceOverrides,
  ProbeOverrides,
  ProjectedVolumeSourceOverrides,
  ResourceRequirementsOverrides,
  SecretVolumeSourceOverrides,
  SecurityContextOverrides,
  TypedLocalObjectReferenceOverrides,
  TypedObjectReferenceOverrides,
} from "../../values/kubernetes/overrides.ts";
import type {
  ConfigMapVolumeSource,
  ContainerResizePolicy,
  ContainerRestartRule,
  CSIVolumeSource,
  DownwardAPIVolumeSource,
  EmptyDirVolumeSource,
  EnvVarSource,
  FCVolumeSource,
  HostPathVolumeSource,
  ImageVolumeSource,
  ISCSIVolumeSource,
  LabelSelector,
  Lifecycle,
  LocalObjectReference,
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  NFSVolumeSource,
  Probe,
  ProjectedVolumeSource,
  ResourceRequirements,
  SecretVolumeSource,
  SecurityContext,
  TypedLocalObjectReference,
  TypedObjectReference,
} from "../../values/kubernetes/types.ts";
import type { AddressReference, VolumeReference } from "../../values/references.ts";

/** Shared by all charts of an umbrella; keys of other charts are allowed */
export interface GlobalOptions {
  /** Registry of all images that do not set one */
  readonly imageRegistry?: string | undefined;
  /** Names of the Secrets that pull all images */
  readonly imagePullSecrets?: readonly string[] | undefined;
  /** StorageClass of all claims that do not set one; empty: the cluster's default */
  readonly defaultStorageClass?: string | undefined;
  /** Labels of every object */
  readonly commonLabels?: { readonly [name: string]: string } | undefined;
  /** Settings that a pipeline chart shares with its stages */
  readonly pipeline?: GlobalPipelineOptions | undefined;
}

/** The image of the main container */
export interface ImageOptions {
  /** Registry; empty: global.imageRegistry, else the runtime's default */
  readonly registry?: string | undefined;
  /** Image name without tag and digest */
  readonly repository: string;
  /** Tag; required unless there is a digest */
  readonly tag?: string | undefined;
  /** Digest; overrides the tag */
  readonly digest?: string | undefined;
  /**
   * When the image is pulled
   * @default "IfNotPresent"
   */
  readonly pullPolicy?: "Always" | "IfNotPresent" | "Never" | undefined;
  /** Names of the Secrets that pull the image */
  readonly pullSecrets?: readonly string[] | undefined;
}

/** A value, or where it comes from */
export interface VariableOptions {
  /**
   * Whether the variable is set
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Position; ties are sorted by name
   * @default 0
   */
  readonly order?: number | undefined;
  /** The field that is used; required if several are set */
  readonly type?: "value" | "valueFrom" | "fromService" | undefined;
  /** The value */
  readonly value?: string | undefined;
  /** A field, resource, ConfigMap or Secret that holds the value */
  readonly valueFrom?: EnvVarSource | undefined;
  /** Address of another stage's Service; only in a pipeline */
  readonly fromService?: FromServiceOptions | AddressReference | undefined;
}

/** A source */
export interface VariableSourceOptions {
  /** The field that is used; required if several are set */
  readonly type?: "configMapRef" | "secretRef" | "ownConfigMap" | undefined;
  /**
   * Whether the source is read
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Position; ties are sorted by name
   * @default 0
   */
  readonly order?: number | undefined;
  /** Prefix of each variable's name */
  readonly prefix?: string | undefined;
  /** All keys of a ConfigMap */
  readonly configMapRef?: ConfigMapRefOptions | undefined;
  /** All keys of a Secret */
  readonly secretRef?: SecretRefOptions | undefined;
  /** An entry of configMaps */
  readonly ownConfigMap?: string | undefined;
}

/** A port */
export interface ContainerPortOptions {
  /**
   * Whether the port is declared
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Number of the port on which the container listens */
  readonly containerPort: number;
  /**
   * Protocol
   * @default "TCP"
   */
  readonly protocol?: "TCP" | "UDP" | "SCTP" | undefined;
  /** Port of the node that leads to it; needs podSecurity privileged */
  readonly hostPort?: number | undefined;
  /** Address of the node that has hostPort; absent: all of them */
  readonly hostIP?: string | undefined;
}

/** A ConfigMap */
export interface ConfigMapOptions {
  /**
   * Whether the chart creates the ConfigMap
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Texts by key */
  readonly data?: { readonly [name: string]: string } | undefined;
  /** Bytes by key, in base64; a key is that of a text or of bytes */
  readonly binaryData?: { readonly [name: string]: string } | undefined;
  /** Whether Kubernetes refuses other data, which then need an entry with another id */
  readonly immutable?: boolean | undefined;
  /** More labels */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** More annotations */
  readonly annotations?: { readonly [name: string]: string } | undefined;
}

/** The pods' identity */
export interface ServiceAccountOptions {
  /**
   * Whether the chart creates a ServiceAccount
   * @default true
   */
  readonly create?: boolean | undefined;
  /** Its name; empty: the name of the objects, or default if none is created */
  readonly name?: string | undefined;
  /** More labels */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Its annotations */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** Secrets that pull the images of all pods of the ServiceAccount */
  readonly imagePullSecrets?: readonly LocalObjectReference[] | undefined;
  /** Secrets that its pods may mount, where its annotations limit them to these */
  readonly secrets?: readonly LocalObjectReference[] | undefined;
  /**
   * Whether pods get a token for the Kubernetes API
   * @default false
   */
  readonly automountServiceAccountToken?: boolean | undefined;
}

/** Traffic that the pods are allowed; all of it unless enabled */
export interface NetworkPolicyOptions {
  /**
   * Whether the chart creates a NetworkPolicy for its pods
   * @default false
   */
  readonly enabled?: boolean | undefined;
  /** Ingress rules: who may connect to the pods */
  readonly ingress?: readonly NetworkPolicyIngressRule[] | undefined;
  /**
   * Directions of the traffic that is limited; in the other one, all of it is allowed
   * @default ["Ingress","Egress"]
   */
  readonly policyTypes?: readonly ("Ingress" | "Egress")[] | undefined;
  /** Egress rules: what the pods may connect to in addition to DNS */
  readonly egress?: readonly NetworkPolicyEgressRule[] | undefined;
  /** Stages of the pipeline that may connect to the pods */
  readonly fromStages?: readonly string[] | undefined;
  /** Stages of the pipeline that the pods may connect to */
  readonly toStages?: readonly string[] | undefined;
}

/** What helm test checks: that Services answer and that the Job has succeeded */
export interface TestsOptions {
  /**
   * Whether the chart has tests for helm test
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Timeout of a test, in seconds
   * @default 300
   */
  readonly timeoutSeconds?: number | undefined;
  /**
   * The container's image
   * @default {"repository":"curlimages/curl","tag":"8.16.0"}
   */
  readonly image?: ChartImageOptions | undefined;
}

/** Shared by all charts of an umbrella; keys of other charts are allowed */
export interface GlobalOverrides {
  /** Registry of all images that do not set one */
  readonly imageRegistry?: string | undefined;
  /** Names of the Secrets that pull all images */
  readonly imagePullSecrets?: readonly string[] | undefined;
  /** StorageClass of all claims that do not set one; empty: the cluster's default */
  readonly defaultStorageClass?: string | undefined;
  /** Labels of every object */
  readonly commonLabels?: { readonly [name: string]: string | undefined } | undefined;
  /** Settings that a pipeline chart shares with its stages */
  readonly pipeline?: GlobalPipelineOverrides | undefined;
}

/** The image of the main container */
export interface ImageOverrides {
  /** Registry; empty: global.imageRegistry, else the runtime's default */
  readonly registry?: string | undefined;
  /** Image name without tag and digest */
  readonly repository?: string | undefined;
  /** Tag; required unless there is a digest */
  readonly tag?: string | undefined;
  /** Digest; overrides the tag */
  readonly digest?: string | undefined;
  /**
   * When the image is pulled
   * @default "IfNotPresent"
   */
  readonly pullPolicy?: "Always" | "IfNotPresent" | "Never" | undefined;
  /** Names of the Secrets that pull the image */
  readonly pullSecrets?: readonly string[] | undefined;
}

/** A value, or where it comes from */
export interface VariableOverrides {
  /**
   * Whether the variable is set
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Position; ties are sorted by name
   * @default 0
   */
  readonly order?: number | undefined;
  /** The field that is used; required if several are set */
  readonly type?: "value" | "valueFrom" | "fromService" | undefined;
  /** The value */
  readonly value?: string | undefined;
  /** A field, resource, ConfigMap or Secret that holds the value */
  readonly valueFrom?: EnvVarSourceOverrides | undefined;
  /** Address of another stage's Service; only in a pipeline */
  readonly fromService?: FromServiceOverrides | AddressReference | undefined;
}

/** A source */
export interface VariableSourceOverrides {
  /** The field that is used; required if several are set */
  readonly type?: "configMapRef" | "secretRef" | "ownConfigMap" | undefined;
  /**
   * Whether the source is read
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Position; ties are sorted by name
   * @default 0
   */
  readonly order?: number | undefined;
  /** Prefix of each variable's name */
  readonly prefix?: string | undefined;
  /** All keys of a ConfigMap */
  readonly configMapRef?: ConfigMapRefOverrides | undefined;
  /** All keys of a Secret */
  readonly secretRef?: SecretRefOverrides | undefined;
  /** An entry of configMaps */
  readonly ownConfigMap?: string | undefined;
}

/** A port */
export interface ContainerPortOverrides {
  /**
   * Whether the port is declared
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Number of the port on which the container listens */
  readonly containerPort?: number | undefined;
  /**
   * Protocol
   * @default "TCP"
   */
  readonly protocol?: "TCP" | "UDP" | "SCTP" | undefined;
  /** Port of the node that leads to it; needs podSecurity privileged */
  readonly hostPort?: number | undefined;
  /** Address of the node that has hostPort; absent: all of them */
  readonly hostIP?: string | undefined;
}

/** A ConfigMap */
export interface ConfigMapOverrides {
  /**
   * Whether the chart creates the ConfigMap
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Texts by key */
  readonly data?: { readonly [name: string]: string | undefined } | undefined;
  /** Bytes by key, in base64; a key is that of a text or of bytes */
  readonly binaryData?: { readonly [name: string]: string | undefined } | undefined;
  /** Whether Kubernetes refuses other data, which then need an entry with another id */
  readonly immutable?: boolean | undefined;
  /** More labels */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** More annotations */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
}

/** The pods' identity */
export interface ServiceAccountOverrides {
  /**
   * Whether the chart creates a ServiceAccount
   * @default true
   */
  readonly create?: boolean | undefined;
  /** Its name; empty: the name of the objects, or default if none is created */
  readonly name?: string | undefined;
  /** More labels */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** Its annotations */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /** Secrets that pull the images of all pods of the ServiceAccount */
  readonly imagePullSecrets?: readonly LocalObjectReference[] | undefined;
  /** Secrets that its pods may mount, where its annotations limit them to these */
  readonly secrets?: readonly LocalObjectReference[] | undefined;
  /**
   * Whether pods get a token for the Kubernetes API
   * @default false
   */
  readonly automountServiceAccountToken?: boolean | undefined;
}

/** Traffic that the pods are allowed; all of it unless enabled */
export interface NetworkPolicyOverrides {
  /**
   * Whether the chart creates a NetworkPolicy for its pods
   * @default false
   */
  readonly enabled?: boolean | undefined;
  /** Ingress rules: who may connect to the pods */
  readonly ingress?: readonly NetworkPolicyIngressRule[] | undefined;
  /**
   * Directions of the traffic that is limited; in the other one, all of it is allowed
   * @default ["Ingress","Egress"]
   */
  readonly policyTypes?: readonly ("Ingress" | "Egress")[] | undefined;
  /** Egress rules: what the pods may connect to in addition to DNS */
  readonly egress?: readonly NetworkPolicyEgressRule[] | undefined;
  /** Stages of the pipeline that may connect to the pods */
  readonly fromStages?: readonly string[] | undefined;
  /** Stages of the pipeline that the pods may connect to */
  readonly toStages?: readonly string[] | undefined;
}

/** What helm test checks: that Services answer and that the Job has succeeded */
export interface TestsOverrides {
  /**
   * Whether the chart has tests for helm test
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Timeout of a test, in seconds
   * @default 300
   */
  readonly timeoutSeconds?: number | undefined;
  /**
   * The container's image
   * @default {"repository":"curlimages/curl","tag":"8.16.0"}
   */
  readonly image?: ChartImageOverrides | undefined;
}

/** A volume */
export interface ServiceStageVolumeOptions {
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
export interface ServiceStageInitContainerOptions {
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
export interface ServiceStageSidecarOptions {
  /**
   * Whether the container runs
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Position among the sidecars; ties are sorted by name, absent: 0. Of a native one: among the init containers and native sidecars, absent: after them */
  readonly order?: number | undefined;
  /**
   * Whether it starts before the main container and stops after it, as a restartable init container
   * @default false
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

/** A volume */
export interface ServiceStageVolumeOverrides {
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
export interface ServiceStageInitContainerOverrides {
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
export interface ServiceStageSidecarOverrides {
  /**
   * Whether the container runs
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Position among the sidecars; ties are sorted by name, absent: 0. Of a native one: among the init containers and native sidecars, absent: after them */
  readonly order?: number | undefined;
  /**
   * Whether it starts before the main container and stops after it, as a restartable init container
   * @default false
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

/** Settings that a pipeline chart shares with its stages */
export interface GlobalPipelineOptions {
  /** Part of every Job's hash: changing it runs all Jobs again */
  readonly runId?: string | undefined;
  /** The init container in which the stages of a pipeline wait for their dependencies */
  readonly gate?: GateOptions | undefined;
}

/** Address of another stage's Service; only in a pipeline */
export interface FromServiceOptions {
  /** Stage that has the Service */
  readonly stage: string;
  /** Name of its port; required for hostPort and url */
  readonly port?: string | undefined;
  /**
   * Format of the value: host, host:port or http://host:port
   * @default "host"
   */
  readonly format?: "host" | "hostPort" | "url" | undefined;
}

/** All keys of a ConfigMap */
export interface ConfigMapRefOptions {
  /** The ConfigMap's name */
  readonly name: string;
  /**
   * Whether the container starts without it
   * @default false
   */
  readonly optional?: boolean | undefined;
}

/** All keys of a Secret */
export interface SecretRefOptions {
  /** The Secret's name */
  readonly name: string;
  /**
   * Whether the container starts without it
   * @default false
   */
  readonly optional?: boolean | undefined;
}

/** One more mount */
export interface MountOptions {
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
   * Container that mounts it
   * @default "main"
   */
  readonly container?: string | undefined;
}

/** A PersistentVolumeClaim that the chart creates */
export interface ClaimOptions {
  /** Size of the claim */
  readonly size: string;
  /** Limit of the size that the claim may get; at least its size */
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
  /** Labels of the claim */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Annotations of the claim */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** Labels of the PersistentVolumes to bind to */
  readonly selector?: LabelSelector | undefined;
  /** Snapshot or claim of the namespace that the claim starts from */
  readonly dataSource?: TypedLocalObjectReference | undefined;
  /** Object that the claim starts from, of any kind that a populator of the cluster knows */
  readonly dataSourceRef?: TypedObjectReference | undefined;
  /** VolumeAttributesClass of the claim */
  readonly volumeAttributesClassName?: string | undefined;
  /**
   * Whether uninstall keeps the claim and its data
   * @default true
   */
  readonly retain?: boolean | undefined;
}

/** A claim of another stage; only in a pipeline */
export interface PipelineVolumeOptions {
  /** Volume stage of the pipeline */
  readonly stage: string;
  /** One of its volumes */
  readonly volume: string;
}

/** A claim with the lifetime of the pod */
export interface EphemeralOptions {
  /** Size of the claim */
  readonly size: string;
  /** Limit of the size that the claim may get; at least its size */
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
  /** Labels of the claim */
  readonly labels?: { readonly [name: string]: string } | undefined;
  /** Annotations of the claim */
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** Labels of the PersistentVolumes to bind to */
  readonly selector?: LabelSelector | undefined;
  /** Snapshot or claim of the namespace that the claim starts from */
  readonly dataSource?: TypedLocalObjectReference | undefined;
  /** Object that the claim starts from, of any kind that a populator of the cluster knows */
  readonly dataSourceRef?: TypedObjectReference | undefined;
  /** VolumeAttributesClass of the claim */
  readonly volumeAttributesClassName?: string | undefined;
}

/** The container's image */
export interface SideImageOptions {
  /** Registry; empty: global.imageRegistry, else the runtime's default */
  readonly registry?: string | undefined;
  /** Image name without tag and digest */
  readonly repository: string;
  /** Tag; required unless there is a digest */
  readonly tag?: string | undefined;
  /** Digest; overrides the tag */
  readonly digest?: string | undefined;
  /**
   * When the image is pulled
   * @default "IfNotPresent"
   */
  readonly pullPolicy?: "Always" | "IfNotPresent" | "Never" | undefined;
}

/** The container's image */
export interface ChartImageOptions {
  /** Registry; empty: global.imageRegistry, else the runtime's default */
  readonly registry?: string | undefined;
  /**
   * Image name without tag and digest
   * @default "curlimages/curl"
   */
  readonly repository?: string | undefined;
  /**
   * Tag
   * @default "8.16.0"
   */
  readonly tag?: string | undefined;
  /** Digest; overrides the tag */
  readonly digest?: string | undefined;
  /** When the image is pulled; unless set: always for the tag latest, else if it is not present */
  readonly pullPolicy?: "Always" | "IfNotPresent" | "Never" | undefined;
}

/** Settings that a pipeline chart shares with its stages */
export interface GlobalPipelineOverrides {
  /** Part of every Job's hash: changing it runs all Jobs again */
  readonly runId?: string | undefined;
  /** The init container in which the stages of a pipeline wait for their dependencies */
  readonly gate?: GateOverrides | undefined;
}

/** Address of another stage's Service; only in a pipeline */
export interface FromServiceOverrides {
  /** Stage that has the Service */
  readonly stage?: string | undefined;
  /** Name of its port; required for hostPort and url */
  readonly port?: string | undefined;
  /**
   * Format of the value: host, host:port or http://host:port
   * @default "host"
   */
  readonly format?: "host" | "hostPort" | "url" | undefined;
}

/** All keys of a ConfigMap */
export interface ConfigMapRefOverrides {
  /** The ConfigMap's name */
  readonly name?: string | undefined;
  /**
   * Whether the container starts without it
   * @default false
   */
  readonly optional?: boolean | undefined;
}

/** All keys of a Secret */
export interface SecretRefOverrides {
  /** The Secret's name */
  readonly name?: string | undefined;
  /**
   * Whether the container starts without it
   * @default false
   */
  readonly optional?: boolean | undefined;
}

/** One more mount */
export interface MountOverrides {
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
   * Container that mounts it
   * @default "main"
   */
  readonly container?: string | undefined;
}

/** A PersistentVolumeClaim that the chart creates */
export interface ClaimOverrides {
  /** Size of the claim */
  readonly size?: string | undefined;
  /** Limit of the size that the claim may get; at least its size */
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
  /** Labels of the claim */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations of the claim */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /** Labels of the PersistentVolumes to bind to */
  readonly selector?: LabelSelectorOverrides | undefined;
  /** Snapshot or claim of the namespace that the claim starts from */
  readonly dataSource?: TypedLocalObjectReferenceOverrides | undefined;
  /** Object that the claim starts from, of any kind that a populator of the cluster knows */
  readonly dataSourceRef?: TypedObjectReferenceOverrides | undefined;
  /** VolumeAttributesClass of the claim */
  readonly volumeAttributesClassName?: string | undefined;
  /**
   * Whether uninstall keeps the claim and its data
   * @default true
   */
  readonly retain?: boolean | undefined;
}

/** A claim of another stage; only in a pipeline */
export interface PipelineVolumeOverrides {
  /** Volume stage of the pipeline */
  readonly stage?: string | undefined;
  /** One of its volumes */
  readonly volume?: string | undefined;
}

/** A claim with the lifetime of the pod */
export interface EphemeralOverrides {
  /** Size of the claim */
  readonly size?: string | undefined;
  /** Limit of the size that the claim may get; at least its size */
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
  /** Labels of the claim */
  readonly labels?: { readonly [name: string]: string | undefined } | undefined;
  /** Annotations of the claim */
  readonly annotations?: { readonly [name: string]: string | undefined } | undefined;
  /** Labels of the PersistentVolumes to bind to */
  readonly selector?: LabelSelectorOverrides | undefined;
  /** Snapshot or claim of the namespace that the claim starts from */
  readonly dataSource?: TypedLocalObjectReferenceOverrides | undefined;
  /** Object that the claim starts from, of any kind that a populator of the cluster knows */
  readonly dataSourceRef?: TypedObjectReferenceOverrides | undefined;
  /** VolumeAttributesClass of the claim */
  readonly volumeAttributesClassName?: string | undefined;
}

/** The container's image */
export interface SideImageOverrides {
  /** Registry; empty: global.imageRegistry, else the runtime's default */
  readonly registry?: string | undefined;
  /** Image name without tag and digest */
  readonly repository?: string | undefined;
  /** Tag; required unless there is a digest */
  readonly tag?: string | undefined;
  /** Digest; overrides the tag */
  readonly digest?: string | undefined;
  /**
   * When the image is pulled
   * @default "IfNotPresent"
   */
  readonly pullPolicy?: "Always" | "IfNotPresent" | "Never" | undefined;
}

/** The container's image */
export interface ChartImageOverrides {
  /** Registry; empty: global.imageRegistry, else the runtime's default */
  readonly registry?: string | undefined;
  /**
   * Image name without tag and digest
   * @default "curlimages/curl"
   */
  readonly repository?: string | undefined;
  /**
   * Tag
   * @default "8.16.0"
   */
  readonly tag?: string | undefined;
  /** Digest; overrides the tag */
  readonly digest?: string | undefined;
  /** When the image is pulled; unless set: always for the tag latest, else if it is not present */
  readonly pullPolicy?: "Always" | "IfNotPresent" | "Never" | undefined;
}

/** A port */
export interface ServicePortOptions {
  /**
   * Whether the Service has the port
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Number of the port at which clients reach the Service */
  readonly port: number;
  /** Port of the pods, by its name in ports or by its number; absent: the port named like this entry */
  readonly targetPort?: string | number | undefined;
  /** Port on every node, for types NodePort and LoadBalancer; absent: the cluster picks one */
  readonly nodePort?: number | undefined;
  /**
   * Protocol
   * @default "TCP"
   */
  readonly protocol?: "TCP" | "UDP" | "SCTP" | undefined;
  /** Application protocol, for proxies that handle it */
  readonly appProtocol?: string | undefined;
}

/** A port */
export interface ServicePortOverrides {
  /**
   * Whether the Service has the port
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /** Number of the port at which clients reach the Service */
  readonly port?: number | undefined;
  /** Port of the pods, by its name in ports or by its number; absent: the port named like this entry */
  readonly targetPort?: string | number | undefined;
  /** Port on every node, for types NodePort and LoadBalancer; absent: the cluster picks one */
  readonly nodePort?: number | undefined;
  /**
   * Protocol
   * @default "TCP"
   */
  readonly protocol?: "TCP" | "UDP" | "SCTP" | undefined;
  /** Application protocol, for proxies that handle it */
  readonly appProtocol?: string | undefined;
}

/** The init container in which the stages of a pipeline wait for their dependencies */
export interface GateOptions {
  /**
   * The container's image
   * @default {"repository":"curlimages/curl","tag":"8.16.0"}
   */
  readonly image?: ChartImageOptions | undefined;
  /**
   * Time to wait for a dependency before the stage fails, in seconds
   * @default 86400
   */
  readonly timeoutSeconds?: number | undefined;
  /**
   * Requests and limits of that init container
   * @default {"requests":{"cpu":"10m","memory":"16Mi"},"limits":{"memory":"32Mi"}}
   */
  readonly resources?: ResourceRequirements | undefined;
}

/** The init container in which the stages of a pipeline wait for their dependencies */
export interface GateOverrides {
  /**
   * The container's image
   * @default {"repository":"curlimages/curl","tag":"8.16.0"}
   */
  readonly image?: ChartImageOverrides | undefined;
  /**
   * Time to wait for a dependency before the stage fails, in seconds
   * @default 86400
   */
  readonly timeoutSeconds?: number | undefined;
  /**
   * Requests and limits of that init container
   * @default {"requests":{"cpu":"10m","memory":"16Mi"},"limits":{"memory":"32Mi"}}
   */
  readonly resources?: ResourceRequirementsOverrides | undefined;
}
