// Longer than most files: it is one table of data, read by place, and would not be easier to read in parts.
/** Which kinds charts embed, and what Kubernetes' validation demands of them although its OpenAPI does not say so. */
import type { JsonSchema } from "../../json-schema.ts";
import type { Overlay } from "./prune.ts";
import { timeZones } from "./time-zones.ts";

const MAX_INT32 = 2 ** 31 - 1;

const DNS_LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const DNS_SUBDOMAIN = `${DNS_LABEL}(\\.${DNS_LABEL})*`;
const LABEL_TEXT = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
const QUALIFIED_NAME = `^(${DNS_SUBDOMAIN}/)?${LABEL_TEXT}$`;
const BINARY_UNIT = "[KMGTPE]i";
const QUANTITY_SUFFIX = `(${BINARY_UNIT}|[numkMGTPE]|[eE][-+]?[0-9]{1,2})?`;
const HUGE_PAGES = `hugepages-[1-9][0-9]*${BINARY_UNIT}`;
// The API server counts these in thousandths, in 64 bits.
const WHOLE_AMOUNTS = [
  ...["[0-9]{1,15}", "[0-9]{1,12}(k|Ki)", "[0-9]{1,9}(M|Mi)", "[0-9]{1,6}(G|Gi)", "[0-9]{1,3}(T|Ti)"],
  ...["[0-9]P", "[0-8]Pi"],
];
const DEVICE = `${DNS_SUBDOMAIN}/${LABEL_TEXT}`;
const IPV4_PART = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
const IPV4 = `(${IPV4_PART}\\.){3}${IPV4_PART}`;
const IPV6_PART = "[0-9A-Fa-f]{1,4}";
// Eight parts, or fewer with :: for one or more that are zero; without the forms that end in an IPv4 address.
const IPV6 = [
  `(${IPV6_PART}:){7}${IPV6_PART}`,
  `(${IPV6_PART}:){1,7}:`,
  ...[1, 2, 3, 4, 5, 6].map((before) => `(${IPV6_PART}:){${before}}(:${IPV6_PART}){1,${7 - before}}`),
  `::(${IPV6_PART}:){0,6}${IPV6_PART}`,
  "::",
].join("|");

// Path elements other than "..": RE2 has no lookahead, so the ways to differ from it are listed.
const FIRST_ELEMENT = "([^./][^/]*|\\.[^./][^/]*|\\.)";
const ELEMENT = "([^./][^/]*|\\.[^./][^/]*|\\.\\.[^/]+|\\.)?";

// A domain is optional; the user's name is not dots and spaces alone.
const WINDOWS_DOMAIN = '[^\\\\/:*?"<>|.\\x00-\\x1f\\x7f][^\\\\/:*?"<>|\\x00-\\x1f\\x7f]*\\\\';
const WINDOWS_USER_LETTER = '"/\\\\:;|=,+*?<>@\\[\\]\\x00-\\x1f\\x7f';
const WINDOWS_USER = `^(${WINDOWS_DOMAIN})?[^${WINDOWS_USER_LETTER}]*[^. ${WINDOWS_USER_LETTER}][^${WINDOWS_USER_LETTER}]*$`;

const DIVISOR = `^(0|1(m|[kMGTPE]|${BINARY_UNIT})?)$`;
const PERCENT = "(100|[1-9]?[0-9])%";

const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });
const listOf = (items: JsonSchema): JsonSchema => ({ items });
const labelKeys = (): JsonSchema => ({ ...listOf(ref("QualifiedName")), uniqueItems: true });
const between = (minimum: number, maximum: number): JsonSchema => ({ minimum, maximum });
const atLeast = (minimum: number): JsonSchema => ({ minimum });
// The smallest amount that is counted is a thousandth.
const notZero: JsonSchema = {
  minimum: 0.001,
  pattern: `^\\+?([0-9]*[1-9][0-9]*(\\.[0-9]*)?|[0-9]*\\.[0-9]*[1-9][0-9]*)${QUANTITY_SUFFIX}$`,
};
const notEmpty: JsonSchema = { minLength: 1 };
const pathSegment: JsonSchema = { pattern: "^[^/%]+$" };
const dnsLabel: JsonSchema = { pattern: `^${DNS_LABEL}$`, maxLength: 63 };
const fileMode = between(0, 0o777);
const userId = between(0, MAX_INT32);
const kindName: JsonSchema = { pattern: "^[A-Za-z][A-Za-z0-9]*$", maxLength: 63 };

/** Demands more where a property has one of the values. */
function whereIs(property: string, values: readonly unknown[], then: JsonSchema): JsonSchema {
  return { if: { properties: { [property]: { enum: values } }, required: [property] }, then };
}

/** Exactly one of the properties is there; others may be too. */
function oneOfProperties(...names: string[]): JsonSchema {
  return { oneOf: names.map((name) => ({ required: [name] })) };
}

/**
 * A union whose `type` names the branch that counts: values files merge, so branches of other files may be left over.
 * Without exactly one branch, `type` is required; the branch that it names must be there.
 */
function unionByType(description: string, ...branches: string[]): JsonSchema {
  return {
    properties: { type: { description, type: "string", enum: branches } },
    allOf: [
      { if: { not: oneOfProperties(...branches) }, then: { required: ["type"] } },
      ...branches.map((branch) => whereIs("type", [branch], { required: [branch] })),
    ],
  };
}

/** Demands more beside what a kind demands already. */
function withRule(schema: JsonSchema, rule: JsonSchema): JsonSchema {
  return { ...schema, allOf: [...(schema.allOf ?? []), rule] };
}

// A profile of the node is named where the type is Localhost; elsewhere it may be left over from another values file.
const localhostProfile: JsonSchema = whereIs("type", ["Localhost"], { required: ["localhostProfile"] });

const selectorValues = (...more: JsonSchema[]): JsonSchema => ({
  allOf: [
    whereIs("operator", ["In", "NotIn"], { required: ["values"], properties: { values: { minItems: 1 } } }),
    whereIs("operator", ["Exists", "DoesNotExist"], { properties: { values: { maxItems: 0 } } }),
    ...more,
  ],
});

// Without a group only a claim can be meant; a snapshot needs snapshot.storage.k8s.io.
const dataSource: JsonSchema = {
  if: { not: { properties: { apiGroup: { minLength: 1 } }, required: ["apiGroup"] } },
  then: { properties: { kind: { const: "PersistentVolumeClaim" } } },
};

const percentOrCount: JsonSchema = {
  type: ["integer", "string"],
  ...between(0, MAX_INT32),
  pattern: `^${PERCENT}$`,
};

/** What scripts/prune-kubernetes-schemas.ts prunes Kubernetes' OpenAPI to. */
export const overlay: Overlay = {
  roots: [
    // containers
    ...["ResourceRequirements", "Probe", "Lifecycle", "SecurityContext", "EnvVarSource", "EnvFromSource"],
    // pods
    ...["PodSecurityContext", "Toleration", "Affinity", "TopologySpreadConstraint", "HostAlias"],
    // volumes
    ...["EmptyDirVolumeSource", "ConfigMapVolumeSource", "SecretVolumeSource", "ProjectedVolumeSource"],
    ...["HostPathVolumeSource", "CSIVolumeSource", "VolumeNodeAffinity", "TopologySelectorTerm"],
    ...["VolumeResourceRequirements", "TypedLocalObjectReference", "TypedObjectReference"],
    ...["LocalObjectReference", "SecretReference", "LabelSelector"],
    // controllers
    ...["PodFailurePolicy", "SuccessPolicy", "StatefulSetUpdateStrategy", "DeploymentStrategy"],
    ...["StatefulSetPersistentVolumeClaimRetentionPolicy", "MetricSpec", "HorizontalPodAutoscalerBehavior"],
    // network
    ...["NetworkPolicyIngressRule", "NetworkPolicyEgressRule", "IngressTLS", "SessionAffinityConfig"],
    // scalars that charts use for their own keys
    ...["Quantity", "IntOrString", "PercentOrCount", "PortNumberOrName", "ObjectName", "QualifiedName", "LabelValue"],
    ...["CSIDriverName", "TimeZone"],
  ],

  // Alpha in this version, off unless a cluster's operator turns them on; and what the oldest clusters that charts are for
  // lack, or no pod here has: files as variables, claims of devices.
  omitted: [
    ...["Lifecycle.stopSignal", "TypedObjectReference.namespace"],
    ...["ResourceRequirements.claims", "EnvVarSource.fileKeyRef"],
  ],

  written: {
    Quantity: {
      description: "An amount that is not negative: 500m, 0.5, 2, 128Mi, 10Gi.",
      type: ["string", "integer", "number"],
      pattern: `^\\+?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)${QUANTITY_SUFFIX}$`,
      ...between(0, Number.MAX_SAFE_INTEGER),
    },
    WholeQuantity: {
      description: "A whole number that is not negative: 1, 512Mi.",
      type: ["string", "integer"],
      pattern: `^\\+?0*(${WHOLE_AMOUNTS.join("|")})$`,
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
      // At least one letter, no "-" at the ends and no two together.
      pattern: "^([0-9]+-)*[0-9]*[a-z][a-z0-9]*(-[a-z0-9]+)*$",
      maxLength: 15,
    },
    ObjectName: {
      description: "The name of an object: lower case letters, digits, - and .",
      type: "string",
      pattern: `^${DNS_SUBDOMAIN}$`,
      maxLength: 253,
    },
    QualifiedName: {
      description: "A name as keys of labels have it, its prefix optional: example.com/name.",
      type: "string",
      pattern: QUALIFIED_NAME,
      maxLength: 317,
    },
    LabelValue: {
      description: "The value of a label: up to 63 letters, digits, -, _ and .",
      type: "string",
      pattern: `^(${LABEL_TEXT})?$`,
    },
    ConfigMapKey: {
      description: "A key of a ConfigMap or Secret: letters, digits, -, _ and .",
      type: "string",
      pattern: "^\\.?[-_A-Za-z0-9][-._A-Za-z0-9]*$",
      maxLength: 253,
    },
    RelativePath: {
      description: "A path inside of a volume, without .. in it.",
      type: "string",
      pattern: `^${FIRST_ELEMENT}(/${ELEMENT})*$`,
    },
    CSIDriverName: {
      description: "The name of a CSI driver as the cluster knows it: disk.csi.azure.com.",
      type: "string",
      pattern: "^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*$",
      maxLength: 63,
    },
    TimeZone: {
      description: "A time zone of the IANA database: Europe/Berlin, Etc/UTC.",
      type: "string",
      pattern: "^[A-Za-z0-9_+/-]+$",
      // The names as an enum would be the whole message; the sentence instead of them does not match the pattern.
      if: { not: { enum: timeZones } },
      then: { const: "a time zone of the IANA database, such as Europe/Berlin" },
    },
    AddressRange: {
      description: "A range of IP addresses: 192.168.1.0/24, 2001:db8::/64.",
      type: "string",
      pattern: `^(${IPV4}/(3[0-2]|[12]?[0-9])|(${IPV6})/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$`,
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
      patternProperties: {
        [`^(${HUGE_PAGES}|${DEVICE})$`]: ref("WholeQuantity"),
      },
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
      patternProperties: { [QUALIFIED_NAME]: ref("LabelValue") },
      additionalProperties: false,
    },
  },

  rules: {
    "ResourceRequirements.limits": ref("ContainerResources"),
    "ResourceRequirements.requests": ref("ContainerResources"),
    "VolumeResourceRequirements.limits": ref("StorageResources"),
    "VolumeResourceRequirements.requests": ref("StorageResources"),

    Probe: unionByType("The action that counts.", "httpGet", "tcpSocket", "exec", "grpc"),
    "Probe.initialDelaySeconds": atLeast(0),
    "Probe.periodSeconds": atLeast(1),
    "Probe.timeoutSeconds": atLeast(1),
    "Probe.successThreshold": atLeast(1),
    "Probe.failureThreshold": atLeast(1),
    "Probe.terminationGracePeriodSeconds": atLeast(1),
    LifecycleHandler: unionByType("The action that counts.", "exec", "httpGet", "tcpSocket", "sleep"),
    "SleepAction.seconds": atLeast(0),
    ExecAction: { required: ["command"] },
    "ExecAction.command": { minItems: 1 },
    "HTTPGetAction.port": ref("PortNumberOrName"),
    "HTTPHeader.name": { pattern: "^[-A-Za-z0-9]+$" },
    "TCPSocketAction.port": ref("PortNumberOrName"),
    "GRPCAction.port": between(1, 65535),

    // In one container these two can never work together.
    SecurityContext: {
      allOf: [
        whereIs("privileged", [true], { properties: { allowPrivilegeEscalation: { const: true } } }),
        whereIs("runAsNonRoot", [true], { properties: { runAsUser: { minimum: 1 } } }),
      ],
    },
    // Unmasked needs a user namespace, which no pod here has.
    "SecurityContext.procMount": { enum: ["Default"] },
    "SecurityContext.runAsUser": userId,
    "SecurityContext.runAsGroup": userId,
    "Capabilities.add": listOf(ref("Capability")),
    "Capabilities.drop": listOf(ref("Capability")),
    "PodSecurityContext.runAsUser": userId,
    "PodSecurityContext.runAsGroup": userId,
    "PodSecurityContext.fsGroup": userId,
    "PodSecurityContext.supplementalGroups": listOf({ type: "integer", ...userId }),
    // Without MountOption, which is off unless a cluster's operator turns it on.
    "PodSecurityContext.seLinuxChangePolicy": { enum: ["Recursive"] },
    "Sysctl.name": { pattern: "^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$", maxLength: 253 },
    SeccompProfile: localhostProfile,
    "SeccompProfile.localhostProfile": ref("RelativePath"),
    AppArmorProfile: localhostProfile,
    "AppArmorProfile.localhostProfile": { pattern: "^[!-~]([ -~]*[!-~])?$", maxLength: 4095 },
    "WindowsSecurityContextOptions.gmsaCredentialSpecName": ref("ObjectName"),
    "WindowsSecurityContextOptions.gmsaCredentialSpec": notEmpty,
    "WindowsSecurityContextOptions.runAsUserName": { pattern: WINDOWS_USER, maxLength: 104 },
    // It needs the node's network, which no pod here has.
    "WindowsSecurityContextOptions.hostProcess": { enum: [false] },

    EnvVarSource: withRule(
      unionByType("The source that counts.", "configMapKeyRef", "secretKeyRef", "fieldRef", "resourceFieldRef"),
      // One label or annotation, not all of them: a variable holds one text.
      { properties: { fieldRef: { properties: { fieldPath: { pattern: "(IPs|[^s])$" } } } } },
    ),
    EnvFromSource: oneOfProperties("configMapRef", "secretRef"),
    // Stricter than this version, which takes any printable text: older clusters and shells do not.
    "EnvFromSource.prefix": { pattern: "^([-._A-Za-z][-._A-Za-z0-9]*)?$" },
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
    "ObjectFieldSelector.apiVersion": { enum: ["v1"] },
    "ObjectFieldSelector.fieldPath": {
      pattern:
        "^(metadata\\.(name|namespace|uid|(labels|annotations)(\\['" +
        `${QUALIFIED_NAME.slice(1, -1)}'\\])?)` +
        "|spec\\.(nodeName|serviceAccountName)|status\\.(hostIPs?|podIPs?))$",
    },
    "ResourceFieldSelector.resource": {
      pattern: `^(limits|requests)\\.(cpu|memory|ephemeral-storage|${HUGE_PAGES})$`,
    },
    "ResourceFieldSelector.divisor": { type: ["integer", "string"], pattern: DIVISOR, ...between(0, 1) },
    ResourceFieldSelector: {
      if: { properties: { resource: { pattern: "\\.cpu$" } } },
      then: { properties: { divisor: { pattern: "^[01]m?$" } } },
      else: { properties: { divisor: { pattern: "[^m]$" } } },
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
        whereIs("operator", ["Exists"], { properties: { value: { maxLength: 0 } } }),
        {
          if: { required: ["tolerationSeconds"] },
          then: { required: ["effect"], properties: { effect: { const: "NoExecute" } } },
        },
      ],
    },
    "NodeSelector.nodeSelectorTerms": { minItems: 1 },
    NodeSelectorRequirement: selectorValues(
      whereIs("operator", ["Gt", "Lt"], { required: ["values"], properties: { values: { minItems: 1, maxItems: 1 } } }),
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
    PodAffinityTerm: {
      if: { anyOf: [{ required: ["matchLabelKeys"] }, { required: ["mismatchLabelKeys"] }] },
      then: { required: ["labelSelector"] },
    },
    "PodAffinityTerm.topologyKey": ref("QualifiedName"),
    "PodAffinityTerm.namespaces": listOf({ type: "string", ...dnsLabel }),
    "PodAffinityTerm.matchLabelKeys": labelKeys(),
    "PodAffinityTerm.mismatchLabelKeys": labelKeys(),
    "TopologySpreadConstraint.maxSkew": atLeast(1),
    "TopologySpreadConstraint.minDomains": atLeast(1),
    "TopologySpreadConstraint.topologyKey": ref("QualifiedName"),
    "TopologySpreadConstraint.matchLabelKeys": labelKeys(),
    TopologySpreadConstraint: {
      allOf: [
        {
          if: { required: ["minDomains"] },
          then: { properties: { whenUnsatisfiable: { const: "DoNotSchedule" } } },
        },
        { if: { required: ["matchLabelKeys"] }, then: { required: ["labelSelector"] } },
      ],
    },
    "LabelSelector.matchLabels": ref("MatchLabels"),
    LabelSelectorRequirement: selectorValues(),
    "LabelSelectorRequirement.key": ref("QualifiedName"),
    "LabelSelectorRequirement.operator": { enum: ["In", "NotIn", "Exists", "DoesNotExist"] },
    "LabelSelectorRequirement.values": listOf(ref("LabelValue")),
    "HostAlias.ip": { pattern: `^(${IPV4}|${IPV6})$` },
    "HostAlias.hostnames": listOf(ref("ObjectName")),

    "EmptyDirVolumeSource.medium": { pattern: `^(Memory|HugePages(-[1-9][0-9]*${BINARY_UNIT})?)?$` },
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
      properties: { fieldRef: { properties: { fieldPath: { pattern: "^metadata\\." } } } },
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
    "HostPathVolumeSource.path": { ...notEmpty, pattern: `^${ELEMENT}(/${ELEMENT})*$` },
    "CSIVolumeSource.driver": ref("CSIDriverName"),
    LocalObjectReference: { required: ["name"] },
    "LocalObjectReference.name": ref("ObjectName"),
    SecretReference: { required: ["name", "namespace"] },
    "SecretReference.name": ref("ObjectName"),
    "SecretReference.namespace": dnsLabel,
    TypedLocalObjectReference: dataSource,
    "TypedLocalObjectReference.apiGroup": { pattern: `^(${DNS_SUBDOMAIN})?$`, maxLength: 253 },
    "TypedLocalObjectReference.kind": kindName,
    "TypedLocalObjectReference.name": notEmpty,
    TypedObjectReference: dataSource,
    "TypedObjectReference.apiGroup": { pattern: `^(${DNS_SUBDOMAIN})?$`, maxLength: 253 },
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
    "SuccessPolicyRule.succeededIndexes": { pattern: "^[0-9]{1,10}(-[0-9]{1,10})?(,[0-9]{1,10}(-[0-9]{1,10})?)*$" },
    "StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted": { enum: ["Delete", "Retain"] },
    "StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled": { enum: ["Delete", "Retain"] },
    "RollingUpdateStatefulSetStrategy.partition": atLeast(0),
    "RollingUpdateStatefulSetStrategy.maxUnavailable": {
      ...percentOrCount,
      ...atLeast(1),
      pattern: "^(100|[1-9][0-9]?)%$",
    },
    "RollingUpdateDeployment.maxUnavailable": percentOrCount,
    // More than all pods again may be added, but not more than all can be missing.
    "RollingUpdateDeployment.maxSurge": { ...percentOrCount, pattern: "^[0-9]+%$" },
    RollingUpdateDeployment: whereIs("maxSurge", [0, "0%"], {
      properties: { maxUnavailable: { minimum: 1, pattern: "^(100|[1-9][0-9]?)%$" } },
    }),

    MetricSpec: {
      // Its type and the one source that the type names.
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
    "ContainerResourceMetricSource.name": {
      pattern: `^(cpu|memory|ephemeral-storage|${HUGE_PAGES}|${DEVICE})$`,
    },
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
    "IngressTLS.hosts": listOf({ type: "string", pattern: `^(\\*\\.)?${DNS_SUBDOMAIN}$`, maxLength: 253 }),
    "IngressTLS.secretName": ref("ObjectName"),
    "ClientIPConfig.timeoutSeconds": between(1, 86400),
  },
};
