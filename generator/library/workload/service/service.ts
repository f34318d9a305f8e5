/** The Service for a workload's clients, and the address that other stages of a pipeline read. */
import type { Service, ServicePort, ServiceSpec } from "kubernetes-types/core/v1.d.ts";
import { bind } from "../../../expression/bind.ts";
import { Define, include } from "../../../expression/define.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import type { Choice } from "../../../expression/part.ts";
import { given, type Reference } from "../../../expression/reference.ts";
import { choose, when } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { and, eq, greaterThan, ne, nonEmpty, not, orIfEmpty, present } from "../../../functions/logic.ts";
import { fieldOfEach } from "../../../functions/maps.ts";
import { first } from "../../../functions/split.ts";
import { text } from "../../../functions/strings.ts";
import type { JsonSchema } from "../../../json-schema.ts";
import type { Documents, Input, InputParts } from "../../../manifest/input.ts";
import type { Names } from "../../common/names.ts";
import type { Awaited, ServiceAddress } from "../../common/pipeline-context.ts";
import type { CommonValues } from "../../common/values.ts";
import { checkHeadless } from "../checks/check-fixed-fields.ts";
import type { ServiceValues } from "../values/service-values.ts";
import { tcpPort } from "./tcp-port.ts";

/** The input of a client Service. */
export interface ServiceSource {
  readonly service: Reference<ServiceValues>;
  readonly names: Names;
  readonly name: Expression<string>;
  /** Whether it is headless, for charts whose values have that switch. */
  readonly headless?: Expression<boolean>;
}

/** The client Service, when it is enabled and has ports. */
export function createService({ service, names, name, headless }: ServiceSource): Documents {
  const isOutside = ne(service.type, "ClusterIP");
  const isBalanced = eq(service.type, "LoadBalancer");
  const isHeadless = headless === undefined ? undefined : and(headless, eq(service.type, "ClusterIP"));
  const object: Input<Service> = {
    apiVersion: "v1",
    kind: "Service",
    metadata: names.metadata(name, { labels: service.labels, annotations: service.annotations }),
    spec: {
      type: service.type,
      ...clusterAddresses(service, isHeadless),
      selector: names.selectorLabels,
      ports: servicePorts(service),
      sessionAffinity: service.sessionAffinity,
      sessionAffinityConfig: when(
        and(eq(service.sessionAffinity, "ClientIP"), nonEmpty(service.sessionAffinityConfig)),
        given(service.sessionAffinityConfig),
      ),
      internalTrafficPolicy: service.internalTrafficPolicy,
      externalTrafficPolicy: when(
        and(isOutside, present(service.externalTrafficPolicy)),
        given(service.externalTrafficPolicy),
      ),
      trafficDistribution: service.trafficDistribution,
      externalIPs: when(nonEmpty(service.externalIPs), service.externalIPs),
      publishNotReadyAddresses: service.publishNotReadyAddresses,
      healthCheckNodePort: when(
        and(isBalanced, eq(service.externalTrafficPolicy, "Local"), present(service.healthCheckNodePort)),
        given(service.healthCheckNodePort),
      ),
      allocateLoadBalancerNodePorts: when(
        and(isBalanced, present(service.allocateLoadBalancerNodePorts)),
        given(service.allocateLoadBalancerNodePorts),
      ),
      loadBalancerIP: when(and(isBalanced, present(service.loadBalancerIP)), given(service.loadBalancerIP)),
      loadBalancerClass: when(and(isBalanced, present(service.loadBalancerClass)), given(service.loadBalancerClass)),
      loadBalancerSourceRanges: when(
        and(isBalanced, nonEmpty(service.loadBalancerSourceRanges)),
        service.loadBalancerSourceRanges,
      ),
      ipFamilyPolicy: service.ipFamilyPolicy,
      ipFamilies: when(nonEmpty(service.ipFamilies), service.ipFamilies),
    },
  };
  return when(hasService(service), [
    isHeadless === undefined ? [] : checkHeadless(names.namespace, name, isHeadless),
    names.checkLabels("service.labels", service.labels),
    names.checkAnnotations("service.annotations", service.annotations),
    object,
  ]);
}

// Kubernetes wants the first of several addresses in both fields.
function clusterAddresses(
  { clusterIP, clusterIPs }: Reference<ServiceValues>,
  isHeadless: Expression<boolean> | undefined,
): Pick<InputParts<ServiceSpec>, "clusterIP" | "clusterIPs"> {
  const address = choose(present(clusterIP), given(clusterIP), when(nonEmpty(clusterIPs), first(clusterIPs)));
  return {
    clusterIP: isHeadless === undefined ? address : choose(isHeadless, "None" as const, address),
    clusterIPs: when(
      isHeadless === undefined ? nonEmpty(clusterIPs) : and(not(isHeadless), nonEmpty(clusterIPs)),
      clusterIPs,
    ),
  };
}

/** Whether there is a client Service. */
export function hasService(service: Reference<ServiceValues>): Expression<boolean> {
  return and(service.enabled, nonEmpty(enabled(service.ports)));
}

/** The ports of a client Service; node ports only where its type has them. */
export function servicePorts(service: Reference<ServiceValues>): InputParts<ServicePort[]> {
  return [
    forEach(
      enabled(service.ports),
      (name, entry): InputParts<ServicePort> => ({
        name,
        port: entry.port,
        targetPort: orIfEmpty(entry.targetPort, name),
        nodePort: when(and(ne(service.type, "ClusterIP"), present(entry.nodePort)), given(entry.nodePort)),
        protocol: entry.protocol,
        appProtocol: entry.appProtocol,
      }),
    ),
  ];
}

/** The numbers of a client Service's ports by name. */
export function servicePortNumbers(service: Reference<ServiceValues>): Expression<ServiceAddress["ports"]> {
  return fieldOfEach(enabled(service.ports), "port");
}

/** The host by which other stages reach a Service: its name, with the namespace where that is not the release's. */
export function serviceHost(name: Expression<string>, v: Reference<CommonValues>): Choice<Expression<string>> {
  return choose(nonEmpty(v.namespaceOverride), text`${name}.${v.namespaceOverride}`, name);
}

/** The named template `<chart>.address`, which a pipeline chart includes with a stage's scope. */
export function defineAddress(chartName: string, address: Input<ServiceAddress>): Define<ServiceAddress> {
  return new Define<ServiceAddress>(
    `${chartName}.address`,
    "object",
    address,
    "The address of this stage for other stages of a pipeline: a host and the numbers of its ports by name.",
  );
}

const addressSchema: JsonSchema = {
  type: "object",
  required: ["host", "ports"],
  properties: { host: { type: "string" }, ports: { type: "object", default: {} } },
};

/**
 * The named template `<chart>.awaited`: the address at which dependents see that the stage is ready; empty where it has
 * no TCP port. `ports` are the entries of the ports of the address, which have the protocols.
 */
export function defineAwaited(
  chartName: string,
  address: Define<ServiceAddress>,
  ports: Expression<unknown>,
): Define<Pick<Awaited, "host" | "port">> {
  const body = bind(
    "address",
    include(address),
    ({ host, ports: numbers }) =>
      bind("ports", ports as Expression<object>, (entries) =>
        bind("port", tcpPort(numbers, entries), (port) => choose(greaterThan(port, 0), { host, port }, {})),
      ),
    addressSchema,
  );
  return new Define<Pick<Awaited, "host" | "port">>(
    `${chartName}.awaited`,
    "object",
    body as Input<Pick<Awaited, "host" | "port">>, // nothing reads as an empty object
    "The address at which the dependents of this stage see that it is ready.",
  );
}
