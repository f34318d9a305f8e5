/** The values of a pod: the fields of Kubernetes' PodSpec, under their own names at the root of the values. */
import * as format from "../../../values/formats.ts";
import { absent, boolean, enumOf, kubernetes, kubernetesList, labels, optional } from "../../../values/model.ts";

/** Where the pod runs. */
const scheduling = {
  nodeSelector: labels({
    description: "Labels that a node must have",
    examples: [{ "kubernetes.io/arch": "amd64" }],
  }),
  nodeName: optional(
    format.objectName({ description: "The one node on which the pods run; no scheduler places them then" }),
  ),
  tolerations: kubernetesList("Toleration", { description: "Taints that the pods tolerate" }),
  affinity: kubernetes("Affinity", {
    description: "Affinity to nodes, and affinity or anti-affinity to other pods",
    default: {},
  }),
  topologySpreadConstraints: kubernetesList("TopologySpreadConstraint", {
    description: "How the pods spread over nodes and zones",
  }),
  schedulingGates: kubernetesList("PodSchedulingGate", {
    description: "Gates that others must remove before the pods are scheduled",
  }),
  priorityClassName: format.objectNameOrEmpty({ description: "PriorityClass of the pods", default: "" }),
  preemptionPolicy: optional(
    enumOf(["PreemptLowerPriority", "Never"], {
      description: "Whether the pods may evict others of lower priority; must be that of their PriorityClass",
    }),
  ),
  runtimeClassName: format.objectNameOrEmpty({ description: "RuntimeClass of the pods", default: "" }),
  schedulerName: format.objectNameOrEmpty({ description: "Scheduler of the pods", default: "" }),
  resourceClaims: kubernetesList("PodResourceClaim", {
    description: "Devices that containers may use, by `claims` of their resources",
  }),
  os: optional(kubernetes("PodOS", { description: "Operating system of the containers" })),
} as const;

/** How the pod is named, and how it finds others. */
const network = {
  hostname: optional(format.label({ description: "Host name of the pods; absent: their names" })),
  subdomain: optional(
    format.label({
      description: "Headless Service whose DNS has an address for each pod: hostname.subdomain.namespace.svc",
    }),
  ),
  hostnameOverride: optional(
    format.hostName({ description: "Host name that the containers see, without a name in DNS" }),
  ),
  setHostnameAsFQDN: optional(boolean({ description: "Whether the host name is the fully qualified name" })),
  hostAliases: kubernetesList("HostAlias", { description: "Entries of the pods' /etc/hosts" }),
  dnsPolicy: optional(
    enumOf(["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"], {
      description: "Which DNS servers the pods ask: those of the cluster, of the node, or of dnsConfig alone (None)",
    }),
  ),
  dnsConfig: optional(kubernetes("PodDNSConfig", { description: "More DNS servers, search domains and options" })),
  enableServiceLinks: optional(
    boolean({ description: "Whether containers get a variable for each Service of the namespace" }),
  ),
} as const;

/** What its containers may use together. */
const resources = {
  podResources: optional(
    kubernetes("PodResources", {
      description: "Requests and limits of all containers together: the `resources` of a pod",
      examples: [{ requests: { cpu: "1" }, limits: { memory: "1Gi" } }],
    }),
  ),
} as const;

/** What the pod shares with its node, and its containers with one another. */
const isolation = {
  hostNetwork: optional(boolean({ description: "Whether the pods use the network of their node" })),
  hostPID: optional(boolean({ description: "Whether the pods see the processes of their node" })),
  hostIPC: optional(boolean({ description: "Whether the pods share the memory and semaphores of their node" })),
  hostUsers: optional(
    boolean({ description: "Whether user ids in the pods are those of their node; false: root in a pod is nobody" }),
  ),
  shareProcessNamespace: optional(
    boolean({ description: "Whether the containers of a pod see one another's processes" }),
  ),
} as const;

/** When the pod counts as ready, and how it ends. */
const lifetime = {
  readinessGates: kubernetesList("PodReadinessGate", {
    description: "Conditions that others must set before the pods count as ready",
  }),
  terminationGracePeriodSeconds: optional(
    format.count({ description: "Grace period between SIGTERM and SIGKILL, in seconds", examples: [30] }),
  ),
} as const;

/** The fields of a pod that every workload has. */
export const podValues = { ...scheduling, ...network, ...resources, ...isolation, ...lifetime } as const;

const isTrue = (name: string): object => ({ properties: { [name]: { const: true } }, required: [name] });
const nameGiven = { minLength: 1 };
const withoutWindows = { properties: { windowsOptions: absent("the pods run on Linux") } };
const eachWithoutWindows = { additionalProperties: { properties: { securityContext: withoutWindows } } };

const masked = { properties: { procMount: { const: "Default" } } };
const eachMasked = { additionalProperties: { properties: { securityContext: masked } } };

/** What Kubernetes refuses in one pod, as rules for the root of a values model. */
export const podRules: readonly object[] = [
  { if: isTrue("hostPID"), then: { properties: { shareProcessNamespace: { const: false } } } },
  // A user namespace and a namespace of the node exclude each other.
  {
    if: { properties: { hostUsers: { const: false } }, required: ["hostUsers"] },
    then: { properties: { hostNetwork: { const: false }, hostPID: { const: false }, hostIPC: { const: false } } },
  },
  {
    if: { required: ["hostnameOverride"] },
    then: { properties: { setHostnameAsFQDN: { const: false }, hostNetwork: { const: false } } },
  },
  {
    if: { properties: { dnsPolicy: { const: "None" } }, required: ["dnsPolicy"] },
    then: {
      required: ["dnsConfig"],
      properties: { dnsConfig: { required: ["nameservers"], properties: { nameservers: { minItems: 1 } } } },
    },
  },
  // The scheduler is not asked where a node is named, and the gate would stay.
  {
    if: { required: ["nodeName"] },
    then: { properties: { schedulingGates: { maxItems: 0 } } },
  },
  // Without a class, pods may evict others, and the API server refuses pods that say otherwise.
  {
    if: { properties: { preemptionPolicy: { const: "Never" } }, required: ["preemptionPolicy"] },
    then: { required: ["priorityClassName"], properties: { priorityClassName: nameGiven } },
  },
  // Without a user namespace, root in the container would reach the node's /proc.
  {
    if: { not: { properties: { hostUsers: { const: false } }, required: ["hostUsers"] } },
    then: {
      properties: { securityContext: masked, initContainers: eachMasked, sidecars: eachMasked },
    },
  },
  {
    if: { required: ["os"] },
    then: {
      properties: {
        podSecurityContext: withoutWindows,
        securityContext: withoutWindows,
        initContainers: eachWithoutWindows,
        sidecars: eachWithoutWindows,
      },
    },
  },
];
