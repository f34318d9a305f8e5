/** Checks of a Service: Kubernetes does not report a port that no container has. */
import { bind, collectList } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { forEach, forEachItem } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { given, type Reference } from "../../../../expression/reference.ts";
import { when } from "../../../../expression/when.ts";
import { enabled } from "../../../../functions/entries.ts";
import { count, hasItem, join } from "../../../../functions/lists.ts";
import { and, eq, greaterThan, isText, ne, nonEmpty, not, orIfEmpty, present } from "../../../../functions/logic.ts";
import { first, last } from "../../../../functions/split.ts";
import { contains, text, toJson } from "../../../../functions/strings.ts";
import type { Documents } from "../../../../manifest/input.ts";
import { containerPortValues, sidecarValues } from "../../values/container-values.ts";
import { type ServiceValues, serviceValues } from "../../values/service-values.ts";
import type { WorkloadValues } from "../../values/values.ts";
import { checkHostBits } from "./check-cidr.ts";
import { refuseRepeatedPorts } from "./check-ports.ts";

const serviceParam = param<ServiceValues>(serviceValues());

const checkServicePorts = defineCheck({
  name: "checkServicePorts",
  comment: "Refuses ports of a Service that are the same for Kubernetes.",
  params: { service: serviceParam },
  body: ({ service }) =>
    when(service.enabled, [
      refuseRepeatedPorts(service.ports, "service.ports", "port"),
      when(ne(service.type, "ClusterIP"), refuseRepeatedPorts(service.ports, "service.ports", "nodePort")),
    ]),
});

const checkTargetPorts = defineCheck({
  name: "checkTargetPorts",
  comment: "Refuses ports of a Service whose target port no container of the pods names.",
  params: {
    service: serviceParam,
    ports: param<WorkloadValues["ports"]>(containerPortValues()),
    sidecars: param<WorkloadValues["sidecars"]>(sidecarValues(true)),
  },
  body: ({ service, ports, sidecars }) => {
    const names = [
      forEach(enabled(ports), (name) => name),
      forEach(enabled(sidecars), (_, sidecar) => forEach(enabled(sidecar.ports), (name) => name)),
    ];
    return when(
      service.enabled,
      collectList<string, unknown>("names", names, (known) =>
        forEach(
          enabled(service.ports),
          (name, port) =>
            bind("target", orIfEmpty(port.targetPort, name), (target) =>
              guard(
                and(isText(target), not(hasItem(known, target as Expression<string>))), // a text, by the test
                text`service.ports.${name}.targetPort: no container has a port named "${target as Expression<string>}"`, // likewise
              ),
            ),
          { as: "servicePort" },
        ),
      ),
    );
  },
});

const checkSourceRanges = defineCheck({
  name: "checkSourceRanges",
  comment: "Refuses ranges of addresses of a Service that have host bits.",
  params: { service: serviceParam },
  body: ({ service }) =>
    when(
      and(service.enabled, eq(service.type, "LoadBalancer")),
      forEachItem(
        service.loadBalancerSourceRanges,
        (range) => checkHostBits("service.loadBalancerSourceRanges", range),
        { as: "range" },
      ),
    ),
});

const checkFamily = defineCheck({
  name: "checkFamily",
  comment: "Refuses an address of another IP family than the one in its place.",
  params: { path: stringParam, address: stringParam, family: stringParam },
  body: ({ path, address, family }) =>
    guard(
      ne(contains(address, ":"), eq(family, "IPv6")),
      text`${path}: expected an address of ${family}, as in service.ipFamilies, got ${address}`,
    ),
});

const checkClusterAddresses = defineCheck({
  name: "checkClusterAddresses",
  comment: "Refuses addresses of a Service that contradict one another, or its IP families.",
  params: { service: serviceParam },
  body: ({ service: { enabled: isEnabled, clusterIP, clusterIPs, ipFamilies } }) =>
    when(isEnabled, [
      guard(
        and(present(clusterIP), nonEmpty(clusterIPs), ne(first(clusterIPs), given(clusterIP))),
        text`service.clusterIP: expected the first of service.clusterIPs, ${first(clusterIPs)}, got ${given(clusterIP)}`,
      ),
      when(
        and(present(clusterIP), nonEmpty(ipFamilies)),
        checkFamily("service.clusterIP", given(clusterIP), first(ipFamilies)),
      ),
      when(nonEmpty(clusterIPs), [
        when(nonEmpty(ipFamilies), checkFamily("service.clusterIPs", first(clusterIPs), first(ipFamilies))),
        guard(
          and(greaterThan(count(clusterIPs), 1), eq(contains(first(clusterIPs), ":"), contains(last(clusterIPs), ":"))),
          text`service.clusterIPs: expected one address an IP family, got ${join(clusterIPs, ", ")}`,
        ),
      ]),
    ]),
});

const checkHealthPort = defineCheck({
  name: "checkHealthPort",
  comment: "Refuses a port for health checks that is another port on every node.",
  params: { service: serviceParam },
  body: ({ service: { enabled: isEnabled, type, healthCheckNodePort, ports } }) =>
    when(
      and(isEnabled, eq(type, "LoadBalancer"), present(healthCheckNodePort)),
      forEach(
        enabled(ports),
        (name, { nodePort }) =>
          guard(
            eq(toJson(nodePort), toJson(healthCheckNodePort)),
            text`service.healthCheckNodePort: expected a unique port, got ${toJson(nodePort)} as in service.ports.${name}.nodePort`,
          ),
        { as: "servicePort" },
      ),
    ),
});

/** Refuses ports of a Service that collide or that no container names, and ranges of addresses with host bits. */
export function checkService(
  { ports, sidecars }: Reference<Pick<WorkloadValues, "ports" | "sidecars">>,
  service: Reference<ServiceValues>,
): readonly Documents[] {
  return [
    checkServicePorts(service),
    checkTargetPorts(service, ports, sidecars),
    checkSourceRanges(service),
    checkClusterAddresses(service),
    checkHealthPort(service),
  ];
}
