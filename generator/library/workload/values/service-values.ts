/** The values of the Service in front of a workload's pods. */
import Type, { type Static, type TBoolean, type TObject, type TUnsafe } from "typebox";
import * as format from "../../../values/formats.ts";
import {
  absent,
  annotations,
  boolean,
  closed,
  enumOf,
  kubernetes,
  kubernetesList,
  labels,
  listOf,
  mapOf,
  optional,
} from "../../../values/model.ts";

/** The types of a Service with pods. */
export const SERVICE_TYPES = ["ClusterIP", "NodePort", "LoadBalancer"] as const;

/** A port of the pods: the name that a container gives it, or its number. */
function targetPort(): TUnsafe<string | number> {
  return Type.Unsafe<string | number>({
    type: ["string", "integer"],
    description: "Port of the pods, by its name in ports or by its number; absent: the port named like this entry",
    pattern: format.keys.port,
    maxLength: 15,
    minimum: 1,
    maximum: 65535,
    examples: ["http"],
  });
}

const servicePort = closed(
  {
    enabled: boolean({ description: "Whether the Service has the port", default: true }),
    port: format.port({ description: "Number of the port at which clients reach the Service", examples: [80] }),
    targetPort: optional(targetPort()),
    nodePort: optional(
      format.port({
        description: "Port on every node, for types NodePort and LoadBalancer; absent: the cluster picks one",
        examples: [30080],
      }),
    ),
    protocol: enumOf(["TCP", "UDP", "SCTP"], { description: "Protocol", default: "TCP" }),
    appProtocol: optional(
      Type.String({
        description: "Application protocol, for proxies that handle it",
        pattern: format.keys.qualifiedName,
        examples: ["http"],
      }),
    ),
  },
  { description: "A port" },
);

/** The ports of a Service, by name. */
export const servicePortValues = mapOf(format.keys.port, servicePort, {
  description: "Ports of the Service, by name; without ports there is no Service for clients",
  examples: [{ http: { port: 80 } }],
});

/** The IP families of a Service. */
export const ipFamilyValues = {
  ipFamilyPolicy: optional(
    enumOf(["SingleStack", "PreferDualStack", "RequireDualStack"], {
      description: "Whether it has IPv4, IPv6 or both",
    }),
  ),
  ipFamilies: listOf(enumOf(["IPv4", "IPv6"], { description: "An IP family" }), {
    description: "IP families, the primary one first; empty: the cluster's",
    uniqueItems: true,
  }),
} as const;

/**
 * The rule for the owner of `ipFamilyValues`, and of other lists with an item for each family: SingleStack is the
 * default, without a policy too.
 */
export function oneIpFamily(...otherLists: readonly string[]): object {
  return {
    if: {
      not: {
        properties: { ipFamilyPolicy: { enum: ["PreferDualStack", "RequireDualStack"] } },
        required: ["ipFamilyPolicy"],
      },
    },
    then: { properties: Object.fromEntries(["ipFamilies", ...otherLists].map((list) => [list, { maxItems: 1 }])) },
  };
}

const fields = {
  enabled: boolean({
    description: "Whether the chart creates a Service for clients; it needs ports too",
    default: true,
  }),
  type: enumOf(SERVICE_TYPES, { description: "Type of the Service", default: "ClusterIP" }),
  ports: servicePortValues,
  labels: labels({ description: "More labels" }),
  annotations: annotations({ description: "Its annotations" }),
  sessionAffinity: enumOf(["None", "ClientIP"], {
    description: "Whether a client's connections go to the same pod",
    default: "None",
  }),
  sessionAffinityConfig: optional(
    kubernetes("SessionAffinityConfig", {
      description: "Timeout of the session affinity, with sessionAffinity ClientIP",
      examples: [{ clientIP: { timeoutSeconds: 10800 } }],
    }),
  ),
  internalTrafficPolicy: optional(
    enumOf(["Cluster", "Local"], { description: "Whether traffic from inside the cluster stays on its node" }),
  ),
  externalTrafficPolicy: optional(
    enumOf(["Cluster", "Local"], {
      description: "Whether traffic from outside stays on the node that it enters, for types NodePort and LoadBalancer",
    }),
  ),
  trafficDistribution: optional(
    enumOf(["PreferSameZone", "PreferSameNode", "PreferClose"], {
      description: "Pods to which traffic goes first: those of the client's zone (PreferClose too) or of its node",
    }),
  ),
  clusterIP: optional(
    format.address({
      description:
        "Its address, from the range of the cluster's Services; it cannot change; absent: the cluster picks one",
    }),
  ),
  clusterIPs: listOf(format.address({ description: "An address" }), {
    description: "Its addresses, one an IP family; the first one is clusterIP",
    maxItems: 2,
    uniqueItems: true,
  }),
  externalIPs: listOf(format.outsideAddress({ description: "An address" }), {
    description: "Addresses outside of the cluster's control, of which nodes pass traffic to the Service",
  }),
  publishNotReadyAddresses: optional(
    boolean({ description: "Whether it has the addresses of pods that are not ready, too" }),
  ),
  healthCheckNodePort: optional(
    format.port({
      description:
        "Port on every node that says whether it has pods, for type LoadBalancer with externalTrafficPolicy Local; " +
        "absent: the cluster picks one",
    }),
  ),
  allocateLoadBalancerNodePorts: optional(
    boolean({ description: "Whether each port has a port on every node, for type LoadBalancer; absent: true" }),
  ),
  loadBalancerIP: optional(
    format.address({
      description: "Address of the load balancer, for type LoadBalancer; not every cluster heeds it",
    }),
  ),
  loadBalancerClass: optional(
    Type.String({
      description: "Class of the load balancer, for type LoadBalancer",
      pattern: format.keys.qualifiedName,
      examples: ["service.k8s.aws/nlb"],
    }),
  ),
  loadBalancerSourceRanges: kubernetesList("AddressRange", {
    description: "CIDRs of clients that may connect from outside, for type LoadBalancer; empty: all",
    examples: [["10.0.0.0/8"]],
  }),
  ...ipFamilyValues,
} as const;

const headless = boolean({
  description: "Whether its name resolves to the addresses of the pods, for type ClusterIP",
  default: false,
});

const DESCRIPTION = "The Service for clients";
const isHeadless = absent("headless is true");
const headlessHasNoAddress = {
  if: { properties: { headless: { const: true } }, required: ["headless"] },
  then: { properties: { clusterIP: isHeadless, clusterIPs: { maxItems: 0 } } },
};

/** The values of a client Service; with the switch `headless` where it may be headless. */
export function serviceValues(options: { readonly headless: true }): TObject<typeof fields & { headless: TBoolean }>;
export function serviceValues(options?: { readonly headless?: false }): TObject<typeof fields>;
export function serviceValues(options: { readonly headless?: boolean } = {}): TObject {
  const rule = oneIpFamily("clusterIPs");
  return options.headless
    ? closed({ ...fields, headless }, { description: DESCRIPTION, allOf: [rule, headlessHasNoAddress] })
    : closed(fields, { description: DESCRIPTION, allOf: [rule] });
}

const model = closed(fields, { description: DESCRIPTION });
/** The values of a client Service. */
export type ServiceValues = Static<typeof model>;
