// Longer than most files: it is one table of data, looked up by kind, and would not be easier to read in parts.
/** The kinds that charts embed, and constraints that Kubernetes' validation enforces but its OpenAPI does not state. */
import type { JsonSchema } from "../../json-schema.ts";
import { forms, spelledForm } from "../patterns/patterns.ts";
import { unionRules } from "../union-rules.ts";
import type { Overlay } from "./prune.ts";
import { timeZones } from "./time-zones.ts";

const MAX_INT32 = 2 ** 31 - 1;

/** A form of text, as keywords. */
const text = (form: keyof typeof forms): JsonSchema => ({ pattern: forms[form].pattern });
const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });
const listOf = (items: JsonSchema): JsonSchema => ({ items });
const labelKeys = (): JsonSchema => ({ ...listOf(ref("QualifiedName")), uniqueItems: true });
const between = (minimum: number, maximum: number): JsonSchema => ({ minimum, maximum });
const atLeast = (minimum: number): JsonSchema => ({ minimum });
// Kubernetes rounds amounts to thousandths.
const notZero: JsonSchema = { minimum: 0.001, ...text("positiveQuantity") };
const notEmpty: JsonSchema = { minLength: 1 };
const pathSegment: JsonSchema = text("pathSegment");
const dnsLabel: JsonSchema = { ...text("limitedLabel"), maxLength: 63 };
const fileMode = between(0, 0o777);
const userId = between(0, MAX_INT32);
const kindName: JsonSchema = { ...text("kindName"), maxLength: 63 };

/** A constraint that applies if a property has one of the values. */
function whereIs(property: string, values: readonly unknown[], then: JsonSchema): JsonSchema {
  const value: JsonSchema = values.length === 1 ? { const: values[0] } : { enum: values };
  return { if: { properties: { [property]: value }, required: [property] }, then };
}

/** Exactly one of these properties is set; other properties are allowed. */
function oneOfProperties(...names: string[]): JsonSchema {
  return { oneOf: names.map((name) => ({ required: [name] })) };
}

/** A union whose `type` names the field that is used. */
function unionByType(description: string, ...branches: string[]): JsonSchema {
  return {
    properties: { type: { description, type: "string", enum: branches } },
    allOf: unionRules(branches),
  };
}

/** Adds a rule to a schema, in addition to those that it has. */
function withRule(schema: JsonSchema, rule: JsonSchema): JsonSchema {
  return { ...schema, allOf: [...(schema.allOf ?? []), rule] };
}

// A Localhost profile needs its name; with another type the name may be left over from another values file.
const localhostProfile: JsonSchema = whereIs("type", ["Localhost"], { required: ["localhostProfile"] });

const selectorValues = (...more: JsonSchema[]): JsonSchema => ({
  allOf: [
    whereIs("operator", ["In", "NotIn"], { required: ["values"], properties: { values: { minItems: 1 } } }),
    whereIs("operator", ["Exists", "DoesNotExist"], { properties: { values: { maxItems: 0 } } }),
    ...more,
  ],
});

// The core group has only PersistentVolumeClaim; a snapshot needs the group snapshot.storage.k8s.io.
const dataSource: JsonSchema = {
  if: { not: { properties: { apiGroup: { minLength: 1 } }, required: ["apiGroup"] } },
  then: { properties: { kind: { const: "PersistentVolumeClaim" } } },
};

const percentOrCount: JsonSchema = {
  type: ["integer", "string"],
  ...between(0, MAX_INT32),
  ...text("percent"),
};

const VALUE_SOURCES = ["configMapKeyRef", "secretKeyRef", "fieldRef", "resourceFieldRef", "fileKeyRef"];

/** The kinds to which scripts/prune-kubernetes-schemas.ts prunes Kubernetes' OpenAPI. */
export const overlay: Overlay = {
  roots: [
    // containers
    ...["ResourceRequirements", "Probe", "Lifecycle", "SecurityContext", "EnvVarSource", "EnvFromSource"],
    ...["ContainerResizePolicy", "ContainerRestartRule"],
    // pods
    ...["PodSecurityContext", "Toleration", "Affinity", "TopologySpreadConstraint", "HostAlias"],
    ...["PodDNSConfig", "PodReadinessGate", "PodSchedulingGate", "PodResourceClaim", "PodOS"],
    // volumes
    ...["EmptyDirVolumeSource", "ConfigMapVolumeSource", "SecretVolumeSource", "ProjectedVolumeSource"],
    ...["DownwardAPIVolumeSource", "ImageVolumeSource", "NFSVolumeSource", "ISCSIVolumeSource", "FCVolumeSource"],
    ...["HostPathVolumeSource", "CSIVolumeSource", "VolumeNodeAffinity", "TopologySelectorTerm"],
    ...["VolumeResourceRequirements", "TypedLocalObjectReference", "TypedObjectReference"],
    ...["LocalObjectReference", "SecretReference", "LabelSelector"],
    // controllers
    ...["PodFailurePolicy", "SuccessPolicy", "StatefulSetUpdateStrategy", "DeploymentStrategy"],
    "StatefulSetOrdinals",
    ...["StatefulSetPersistentVolumeClaimRetentionPolicy", "MetricSpec", "HorizontalPodAutoscalerBehavior"],
    // network
    ...["NetworkPolicyIngressRule", "NetworkPolicyEgressRule", "IngressTLS", "SessionAffinityConfig"],
    // scalars that charts use for their own keys
    ...["Quantity", "IntOrString", "PercentOrCount", "PortNumberOrName", "ObjectName", "QualifiedName", "LabelValue"],
    ...["CSIDriverName", "TimeZone", "PodOverhead", "PodResources"],
  ],

  // Fields that are alpha and off by default in this version.
  omitted: ["Lifecycle.stopSignal", "TypedObjectReference.namespace"],

  written: {
    Quantity: {
      description: "An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi.",
      type: ["string", "integer", "number"],
      ...text("quantity"),
      ...between(0, Number.MAX_SAFE_INTEGER),
    },
    WholeQuantity: {
      description: "A whole number that is not negative: 1, 512Mi.",
      type: ["string", "integer"],
      ...text("wholeQuantity"),
      ...between(0, Number.MAX_SAFE_INTEGER),
    },
    IntOrString: {
      description: "A number or a string.",
      type: ["integer", "string"],
      ...between(-(2 ** 31), 2 ** 31 - 1),
    },
    PercentOrCount: { description: "A number of pods, or a share of them: 1, 25%.", ...percentOrCount },
    PortNumberOrName: {
      description: "The number of a port, or the name that a container gives it.",
      type: ["integer", "string"],
      ...between(1, 65535),
      ...text("portName"),
      maxLength: 15,
    },
    ObjectName: {
      description: "The name of an object: lower case letters, digits, - and .",
      type: "string",
      ...text("subdomain"),
      maxLength: 253,
    },
    QualifiedName: {
      description: "A name as keys of labels have it, its prefix optional: example.com/name.",
      type: "string",
      ...text("qualifiedName"),
      maxLength: 317,
    },
    LabelValue: {
      description: "The value of a label: up to 63 letters, digits, -, _ and .",
      type: "string",
      ...text("labelValue"),
      maxLength: 63,
    },
    ConfigMapKey: {
      description: "A key of a ConfigMap or Secret: letters, digits, -, _ and .",
      type: "string",
      ...text("configMapKey"),
      maxLength: 253,
    },
    RelativePath: {
      description: "A path inside of a volume, without .. in it.",
      type: "string",
      ...text("relativePath"),
    },
    CSIDriverName: {
      description: "The name of a CSI driver as the cluster knows it: disk.csi.azure.com.",
      type: "string",
      ...text("driverName"),
      maxLength: 63,
    },
    TimeZone: {
      description: "A time zone of the IANA database: Europe/Berlin, Etc/UTC.",
      type: "string",
      ...text("timeZoneName"),
      // As an enum, the names would fill the message; the constant that replaces them does not match the pattern.
      if: { not: { enum: timeZones } },
      then: { const: "a time zone of the IANA database, such as Europe/Berlin" },
    },
    AddressRange: {
      description: "A range of IP addresses: 192.168.1.0/24, 2001:db8::/64.",
      type: "string",
      ...spelledForm(forms.addressRange),
    },
    Capability: {
      description: "A capability of Linux, without CAP_, or ALL.",
      type: "string",
      enum: [
        ...["ALL", "AUDIT_CONTROL", "AUDIT_READ", "AUDIT_WRITE", "BLOCK_SUSPEND", "BPF", "CHECKPOINT_RESTORE"],
        ...["CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "IPC_LOCK", "IPC_OWNER", "KILL", "LEASE"],
        ...["LINUX_IMMUTABLE", "MAC_ADMIN", "MAC_OVERRIDE", "MKNOD", "NET_ADMIN", "NET_BIND_SERVICE"],
        ...["NET_BROADCAST", "NET_RAW", "PERFMON", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYSLOG", "SYS_ADMIN"],
        ...["SYS_BOOT", "SYS_CHROOT", "SYS_MODULE", "SYS_NICE", "SYS_PACCT", "SYS_PTRACE", "SYS_RAWIO"],
        ...["SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "WAKE_ALARM"],
      ],
    },
    ContainerResources: {
      description: "Amounts by resource: cpu, memory, ephemeral-storage, hugepages-SIZE, or example.com/device.",
      type: "object",
      properties: { cpu: ref("Quantity"), memory: ref("Quantity"), "ephemeral-storage": ref("Quantity") },
      patternProperties: { [forms.resourceName.pattern]: ref("WholeQuantity") },
      additionalProperties: false,
    },
    PodResources: {
      description: "What all containers of a pod may use together, and what is reserved for them.",
      type: "object",
      properties: { requests: ref("PodAmounts"), limits: ref("PodAmounts") },
      additionalProperties: false,
    },
    PodAmounts: {
      description: "Amounts by resource: cpu, memory, or hugepages-SIZE.",
      type: "object",
      properties: { cpu: ref("Quantity"), memory: ref("Quantity") },
      patternProperties: { [forms.hugePages.pattern]: ref("WholeQuantity") },
      additionalProperties: false,
    },
    PodOverhead: {
      description: "Amounts that a pod takes besides its containers.",
      type: "object",
      properties: { cpu: ref("Quantity"), memory: ref("Quantity"), "ephemeral-storage": ref("Quantity") },
      additionalProperties: false,
    },
    StorageResources: {
      description: "The size of a volume.",
      type: "object",
      properties: { storage: ref("Quantity") },
      additionalProperties: false,
    },
    MatchLabels: {
      description: "Labels, by key, that must all be there with these values.",
      type: "object",
      patternProperties: { [forms.qualifiedName.pattern]: ref("LabelValue") },
      additionalProperties: false,
    },
  },

  rules: {
    "ResourceRequirements.limits": ref("ContainerResources"),
    "ResourceRequirements.requests": ref("ContainerResources"),
    "ResourceClaim.name": dnsLabel,
    "ResourceClaim.request": dnsLabel,
    "ContainerResizePolicy.resourceName": { enum: ["cpu", "memory"] },
    "ContainerResizePolicy.restartPolicy": { enum: ["NotRequired", "RestartContainer"] },
    "VolumeResourceRequirements.limits": ref("StorageResources"),
    "VolumeResourceRequirements.requests": ref("StorageResources"),

    Probe: unionByType("The action that is used.", "httpGet", "tcpSocket", "exec", "grpc"),
    "Probe.initialDelaySeconds": atLeast(0),
    "Probe.periodSeconds": atLeast(1),
    "Probe.timeoutSeconds": atLeast(1),
    "Probe.successThreshold": atLeast(1),
    "Probe.failureThreshold": atLeast(1),
    "Probe.terminationGracePeriodSeconds": atLeast(1),
    LifecycleHandler: unionByType("The action that is used.", "exec", "httpGet", "tcpSocket", "sleep"),
    "SleepAction.seconds": atLeast(0),
    ExecAction: { required: ["command"] },
    "ExecAction.command": { minItems: 1 },
    "HTTPGetAction.port": ref("PortNumberOrName"),
    "HTTPHeader.name": text("headerName"),
    "TCPSocketAction.port": ref("PortNumberOrName"),
    "GRPCAction.port": between(1, 65535),

    // Combinations that never work in one container.
    SecurityContext: {
      allOf: [
        whereIs("privileged", [true], { properties: { allowPrivilegeEscalation: { const: true } } }),
        whereIs("runAsNonRoot", [true], { properties: { runAsUser: { minimum: 1 } } }),
      ],
    },
    "SecurityContext.procMount": { enum: ["Default", "Unmasked"] },
    "SecurityContext.runAsUser": userId,
    "SecurityContext.runAsGroup": userId,
    "Capabilities.add": listOf(ref("Capability")),
    "Capabilities.drop": listOf(ref("Capability")),
    "PodSecurityContext.runAsUser": userId,
    "PodSecurityContext.runAsGroup": userId,
    "PodSecurityContext.fsGroup": userId,
    "PodSecurityContext.supplementalGroups": listOf({ type: "integer", ...userId }),
    // Without MountOption, which is off by default.
    "PodSecurityContext.seLinuxChangePolicy": { const: "Recursive" },
    "Sysctl.name": { ...text("sysctl"), maxLength: 253 },
    SeccompProfile: localhostProfile,
    "SeccompProfile.localhostProfile": ref("RelativePath"),
    AppArmorProfile: localhostProfile,
    "AppArmorProfile.localhostProfile": { ...text("visibleText"), maxLength: 4095 },
    "WindowsSecurityContextOptions.gmsaCredentialSpecName": ref("ObjectName"),
    "WindowsSecurityContextOptions.gmsaCredentialSpec": notEmpty,
    "WindowsSecurityContextOptions.runAsUserName": { ...text("windowsUser"), maxLength: 104 },
    // It needs the node's network, which no pod of these charts uses.
    "WindowsSecurityContextOptions.hostProcess": { const: false },

    EnvVarSource: withRule(
      unionByType("The source that is used.", ...VALUE_SOURCES),
      // A single label or annotation, not all of them: a variable holds one string.
      { properties: { fieldRef: { properties: { fieldPath: text("singlePodField") } } } },
    ),
    "FileKeySelector.volumeName": dnsLabel,
    "FileKeySelector.path": { ...ref("RelativePath") },
    "FileKeySelector.key": text("environmentVariable"),
    ContainerRestartRule: { required: ["exitCodes"] },
    "ContainerRestartRule.action": { enum: ["Restart", "RestartAllContainers"] },
    "ContainerRestartRuleOnExitCodes.operator": { enum: ["In", "NotIn"] },
    "ContainerRestartRuleOnExitCodes.values": { minItems: 1, maxItems: 255, uniqueItems: true },
    EnvFromSource: oneOfProperties("configMapRef", "secretRef"),
    // Stricter than this version, which accepts any printable text: older clusters and shells do not.
    "EnvFromSource.prefix": text("variablePrefix"),
    ConfigMapEnvSource: { required: ["name"] },
    "ConfigMapEnvSource.name": ref("ObjectName"),
    SecretEnvSource: { required: ["name"] },
    "SecretEnvSource.name": ref("ObjectName"),
    ConfigMapKeySelector: { required: ["name"] },
    "ConfigMapKeySelector.name": ref("ObjectName"),
    "ConfigMapKeySelector.key": ref("ConfigMapKey"),
    SecretKeySelector: { required: ["name"] },
    "SecretKeySelector.name": ref("ObjectName"),
    "SecretKeySelector.key": ref("ConfigMapKey"),
    "ObjectFieldSelector.apiVersion": { const: "v1" },
    "ObjectFieldSelector.fieldPath": spelledForm(forms.podField),
    "ResourceFieldSelector.resource": text("resourceField"),
    "ResourceFieldSelector.divisor": { type: ["integer", "string"], ...text("divisor"), ...between(0, 1) },
    ResourceFieldSelector: {
      if: { properties: { resource: text("cpuField") } },
      then: { properties: { divisor: text("cpuDivisor") } },
      else: { properties: { divisor: text("byteDivisor") } },
    },

    "Toleration.key": ref("QualifiedName"),
    // Without Gt and Lt, which are alpha in this version.
    "Toleration.operator": { enum: ["Equal", "Exists"] },
    "Toleration.value": ref("LabelValue"),
    "Toleration.tolerationSeconds": atLeast(0),
    Toleration: {
      allOf: [
        {
          if: { not: { required: ["key"] } },
          then: { required: ["operator"], properties: { operator: { const: "Exists" } } },
        },
        whereIs("operator", ["Exists"], { properties: { value: { const: "" } } }),
        {
          if: { required: ["tolerationSeconds"] },
          then: { required: ["effect"], properties: { effect: { const: "NoExecute" } } },
        },
      ],
    },
    "NodeSelector.nodeSelectorTerms": { minItems: 1 },
    NodeSelectorRequirement: selectorValues(
      whereIs("operator", ["Gt", "Lt"], {
        required: ["values"],
        properties: { values: { minItems: 1, maxItems: 1, items: text("wholeNumber") } },
      }),
    ),
    "NodeSelectorRequirement.key": ref("QualifiedName"),
    "NodeSelectorRequirement.values": listOf(ref("LabelValue")),
    "NodeSelectorTerm.matchFields": listOf({
      allOf: [
        ref("NodeSelectorRequirement"),
        {
          properties: {
            key: { const: "metadata.name" },
            operator: { enum: ["In", "NotIn"] },
            values: { maxItems: 1, items: ref("ObjectName") },
          },
        },
      ],
    }),
    "PreferredSchedulingTerm.weight": between(1, 100),
    "WeightedPodAffinityTerm.weight": between(1, 100),
    // Kubernetes takes a term and a constraint without a selector: they would select nothing.
    PodAffinityTerm: { required: ["labelSelector"] },
    "PodAffinityTerm.topologyKey": ref("QualifiedName"),
    "PodAffinityTerm.namespaces": listOf({ type: "string", ...dnsLabel }),
    "PodAffinityTerm.matchLabelKeys": labelKeys(),
    "PodAffinityTerm.mismatchLabelKeys": labelKeys(),
    "TopologySpreadConstraint.maxSkew": atLeast(1),
    "TopologySpreadConstraint.minDomains": atLeast(1),
    "TopologySpreadConstraint.topologyKey": ref("QualifiedName"),
    "TopologySpreadConstraint.matchLabelKeys": labelKeys(),
    TopologySpreadConstraint: {
      required: ["labelSelector"],
      if: { required: ["minDomains"] },
      then: { properties: { whenUnsatisfiable: { const: "DoNotSchedule" } } },
    },
    "LabelSelector.matchLabels": ref("MatchLabels"),
    LabelSelectorRequirement: selectorValues(),
    "LabelSelectorRequirement.key": ref("QualifiedName"),
    "LabelSelectorRequirement.operator": { enum: ["In", "NotIn", "Exists", "DoesNotExist"] },
    "LabelSelectorRequirement.values": listOf(ref("LabelValue")),
    "HostAlias.ip": spelledForm(forms.address),
    "HostAlias.hostnames": listOf(ref("ObjectName")),
    "PodDNSConfig.nameservers": { maxItems: 3, ...listOf({ type: "string", ...spelledForm(forms.address) }) },
    "PodDNSConfig.searches": { maxItems: 32, ...listOf(ref("ObjectName")) },
    PodDNSConfigOption: { required: ["name"] },
    "PodDNSConfigOption.name": notEmpty,
    "PodReadinessGate.conditionType": ref("QualifiedName"),
    "PodSchedulingGate.name": ref("QualifiedName"),
    PodResourceClaim: oneOfProperties("resourceClaimName", "resourceClaimTemplateName"),
    "PodResourceClaim.name": dnsLabel,
    "PodResourceClaim.resourceClaimName": ref("ObjectName"),
    "PodResourceClaim.resourceClaimTemplateName": ref("ObjectName"),
    // The security contexts of these charts are those of Linux.
    "PodOS.name": { enum: ["linux"] },

    "EmptyDirVolumeSource.medium": text("medium"),
    ConfigMapVolumeSource: { required: ["name"] },
    "ConfigMapVolumeSource.name": ref("ObjectName"),
    "ConfigMapVolumeSource.defaultMode": fileMode,
    SecretVolumeSource: { required: ["secretName"] },
    "SecretVolumeSource.secretName": ref("ObjectName"),
    "SecretVolumeSource.defaultMode": fileMode,
    "KeyToPath.key": ref("ConfigMapKey"),
    "KeyToPath.path": ref("RelativePath"),
    "KeyToPath.mode": fileMode,
    "ProjectedVolumeSource.defaultMode": fileMode,
    VolumeProjection: { minProperties: 1, maxProperties: 1 },
    ConfigMapProjection: { required: ["name"] },
    "ConfigMapProjection.name": ref("ObjectName"),
    SecretProjection: { required: ["name"] },
    "SecretProjection.name": ref("ObjectName"),
    DownwardAPIVolumeFile: withRule(oneOfProperties("fieldRef", "resourceFieldRef"), {
      properties: { fieldRef: { properties: { fieldPath: text("metadataField") } } },
    }),
    "DownwardAPIVolumeFile.path": ref("RelativePath"),
    "DownwardAPIVolumeFile.mode": fileMode,
    "DownwardAPIVolumeFile.resourceFieldRef": { required: ["containerName"] },
    "ServiceAccountTokenProjection.path": ref("RelativePath"),
    "ServiceAccountTokenProjection.expirationSeconds": between(600, 2 ** 32),
    ClusterTrustBundleProjection: oneOfProperties("name", "signerName"),
    "ClusterTrustBundleProjection.path": ref("RelativePath"),
    "PodCertificateProjection.signerName": notEmpty,
    "PodCertificateProjection.keyType": {
      enum: ["ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519", "RSA3072", "RSA4096"],
    },
    "PodCertificateProjection.maxExpirationSeconds": between(3600, 7862400),
    "PodCertificateProjection.certificateChainPath": ref("RelativePath"),
    "PodCertificateProjection.credentialBundlePath": ref("RelativePath"),
    "PodCertificateProjection.keyPath": ref("RelativePath"),
    "HostPathVolumeSource.path": { ...notEmpty, ...text("hostPath") },
    "DownwardAPIVolumeSource.defaultMode": fileMode,
    ImageVolumeSource: { required: ["reference"] },
    "ImageVolumeSource.reference": text("visibleText"),
    "NFSVolumeSource.server": notEmpty,
    "NFSVolumeSource.path": text("absolutePath"),
    ISCSIVolumeSource: {
      if: {
        anyOf: ["chapAuthDiscovery", "chapAuthSession"].map((name) => ({
          properties: { [name]: { const: true } },
          required: [name],
        })),
      },
      then: { required: ["secretRef"] },
    },
    "ISCSIVolumeSource.targetPortal": notEmpty,
    "ISCSIVolumeSource.iqn": text("iscsiName"),
    "ISCSIVolumeSource.initiatorName": text("iscsiName"),
    "ISCSIVolumeSource.lun": between(0, 255),
    FCVolumeSource: {
      ...oneOfProperties("targetWWNs", "wwids"),
      if: { required: ["targetWWNs"] },
      then: { required: ["lun"] },
    },
    "FCVolumeSource.targetWWNs": { minItems: 1, ...listOf({ type: "string", ...notEmpty }) },
    "FCVolumeSource.wwids": { minItems: 1, ...listOf({ type: "string", ...notEmpty }) },
    "FCVolumeSource.lun": between(0, 255),
    "CSIVolumeSource.driver": ref("CSIDriverName"),
    LocalObjectReference: { required: ["name"] },
    "LocalObjectReference.name": ref("ObjectName"),
    SecretReference: { required: ["name", "namespace"] },
    "SecretReference.name": ref("ObjectName"),
    "SecretReference.namespace": dnsLabel,
    TypedLocalObjectReference: dataSource,
    "TypedLocalObjectReference.apiGroup": { ...text("subdomainOrEmpty"), maxLength: 253 },
    "TypedLocalObjectReference.kind": kindName,
    "TypedLocalObjectReference.name": notEmpty,
    TypedObjectReference: dataSource,
    "TypedObjectReference.apiGroup": { ...text("subdomainOrEmpty"), maxLength: 253 },
    "TypedObjectReference.kind": kindName,
    "TypedObjectReference.name": notEmpty,
    VolumeNodeAffinity: { required: ["required"] },
    TopologySelectorTerm: { required: ["matchLabelExpressions"] },
    "TopologySelectorTerm.matchLabelExpressions": { minItems: 1 },
    "TopologySelectorLabelRequirement.key": ref("QualifiedName"),
    "TopologySelectorLabelRequirement.values": { minItems: 1, uniqueItems: true },

    "PodFailurePolicy.rules": { maxItems: 20 },
    PodFailurePolicyRule: oneOfProperties("onExitCodes", "onPodConditions"),
    "PodFailurePolicyRule.onPodConditions": { minItems: 1, maxItems: 20 },
    "PodFailurePolicyOnExitCodesRequirement.values": { minItems: 1, maxItems: 255, uniqueItems: true },
    PodFailurePolicyOnExitCodesRequirement: whereIs("operator", ["In"], {
      properties: { values: { items: { not: { const: 0 } } } },
    }),
    "PodFailurePolicyOnPodConditionsPattern.type": ref("QualifiedName"),
    "PodFailurePolicyOnPodConditionsPattern.status": { enum: ["False", "True", "Unknown"] },
    "SuccessPolicy.rules": { minItems: 1, maxItems: 20 },
    SuccessPolicyRule: { minProperties: 1 },
    "SuccessPolicyRule.succeededCount": atLeast(1),
    "SuccessPolicyRule.succeededIndexes": { ...text("indexes"), maxLength: 65_536 },
    "StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted": { enum: ["Delete", "Retain"] },
    "StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled": { enum: ["Delete", "Retain"] },
    "StatefulSetOrdinals.start": atLeast(0),
    "RollingUpdateStatefulSetStrategy.partition": atLeast(0),
    "RollingUpdateStatefulSetStrategy.maxUnavailable": {
      ...percentOrCount,
      ...atLeast(1),
      ...text("positivePercent"),
    },
    "RollingUpdateDeployment.maxUnavailable": percentOrCount,
    // maxSurge may exceed 100%, maxUnavailable may not.
    "RollingUpdateDeployment.maxSurge": { ...percentOrCount, ...text("anyPercent") },
    RollingUpdateDeployment: whereIs("maxSurge", [0, "0%"], {
      properties: { maxUnavailable: { minimum: 1, ...text("positivePercent") } },
    }),

    MetricSpec: {
      // The type, and the one source that it names.
      maxProperties: 2,
      allOf: ["ContainerResource", "External", "Object", "Pods", "Resource"].map((type) =>
        whereIs("type", [type], { required: [`${type.charAt(0).toLowerCase()}${type.slice(1)}`] }),
      ),
    },
    "MetricSpec.type": { enum: ["ContainerResource", "External", "Object", "Pods", "Resource"] },
    "MetricTarget.type": { enum: ["AverageValue", "Utilization", "Value"] },
    "MetricTarget.averageUtilization": atLeast(1),
    "MetricTarget.averageValue": notZero,
    "MetricTarget.value": notZero,
    "MetricIdentifier.name": pathSegment,
    "ResourceMetricSource.name": notEmpty,
    "ResourceMetricSource.target": oneOfProperties("averageUtilization", "averageValue"),
    "ContainerResourceMetricSource.name": text("metricResource"),
    "ContainerResourceMetricSource.container": dnsLabel,
    "ContainerResourceMetricSource.target": oneOfProperties("averageUtilization", "averageValue"),
    "PodsMetricSource.target": { required: ["averageValue"] },
    "ObjectMetricSource.target": { anyOf: [{ required: ["value"] }, { required: ["averageValue"] }] },
    "ExternalMetricSource.target": oneOfProperties("value", "averageValue"),
    "CrossVersionObjectReference.kind": kindName,
    "CrossVersionObjectReference.name": pathSegment,
    "HPAScalingRules.policies": { minItems: 1 },
    "HPAScalingRules.selectPolicy": { enum: ["Disabled", "Max", "Min"] },
    "HPAScalingRules.stabilizationWindowSeconds": between(0, 3600),
    "HPAScalingPolicy.type": { enum: ["Percent", "Pods"] },
    "HPAScalingPolicy.value": atLeast(1),
    "HPAScalingPolicy.periodSeconds": between(1, 1800),

    NetworkPolicyPeer: { minProperties: 1, if: { required: ["ipBlock"] }, then: { maxProperties: 1 } },
    NetworkPolicyPort: {
      if: { required: ["endPort"] },
      then: { required: ["port"], properties: { port: { type: "integer" } } },
    },
    "NetworkPolicyPort.port": ref("PortNumberOrName"),
    "NetworkPolicyPort.endPort": between(1, 65535),
    "IPBlock.cidr": ref("AddressRange"),
    "IPBlock.except": listOf(ref("AddressRange")),
    "IngressTLS.hosts": listOf({ type: "string", ...text("hostName"), maxLength: 253 }),
    "IngressTLS.secretName": ref("ObjectName"),
    "ClientIPConfig.timeoutSeconds": between(1, 86400),
  },
};
