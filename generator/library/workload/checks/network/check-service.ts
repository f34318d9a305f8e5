/** Checks of a Service: Kubernetes does not report a port that no container has. */
import { bind, collectList } from "../../../../expression/bind.ts";
import { defineCheck, param } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { forEach, forEachItem } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import type { Reference } from "../../../../expression/reference.ts";
import { when } from "../../../../expression/when.ts";
import { enabled } from "../../../../functions/entries.ts";
import { hasItem } from "../../../../functions/lists.ts";
import { and, eq, isText, ne, not, orIfEmpty } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
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

/** Refuses ports of a Service that collide or that no container names, and ranges of addresses with host bits. */
export function checkService(
  { ports, sidecars }: Reference<Pick<WorkloadValues, "ports" | "sidecars">>,
  service: Reference<ServiceValues>,
): readonly Documents[] {
  return [checkServicePorts(service), checkTargetPorts(service, ports, sidecars), checkSourceRanges(service)];
}
