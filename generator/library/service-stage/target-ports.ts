/** The pods' ports to which the ports of a Service map. */
import { bind } from "../../expression/bind.ts";
import { defineFunction, entry, param, stringParam } from "../../expression/define-function.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { entrySchemaOf, type Reference } from "../../expression/reference.ts";
import { choose, when } from "../../expression/when.ts";
import { ordered } from "../../functions/entries.ts";
import { and, eq, filled, isText, nonEmpty, not, orIfEmpty } from "../../functions/logic.ts";
import { type ByName, lookUp } from "../../functions/maps.ts";
import { containerPortValues, sidecarValues } from "../workload/values/container-values.ts";
import { servicePortValues } from "../workload/values/service-values.ts";

interface ContainerPort {
  readonly enabled: boolean;
  readonly containerPort: number;
  readonly protocol: string;
}
type ContainerPorts = ByName<ContainerPort>;
interface ServicePort {
  readonly enabled: boolean;
  readonly targetPort?: string | number;
  readonly protocol: string;
}

const containerPort = entrySchemaOf(containerPortValues());
const ports = param<ContainerPorts>(containerPortValues());
const sidecars = param<ByName<{ readonly ports: ContainerPorts }>>(sidecarValues(true));

const numberOfPort = defineFunction({
  name: "portNumber",
  comment: "The number of the port with a name and a protocol: the main container's, else that of the first sidecar.",
  params: { name: stringParam, protocol: stringParam, ports, sidecars },
  result: "first",
  type: "integer",
  body: (params) => {
    const numberIn = (map: Reference<ContainerPorts>): unknown =>
      bind(
        "port",
        lookUp<ContainerPort>("object", map, params.name) as Expression<ContainerPort>, // "" has no fields
        (port) => when(and(nonEmpty(port), port.enabled, eq(port.protocol, params.protocol)), port.containerPort),
        containerPort,
      );
    return [
      numberIn(params.ports),
      forEach(ordered<{ readonly ports: ContainerPorts }>(params.sidecars), (_, sidecar) => numberIn(sidecar.ports)),
    ];
  },
});

const numbersOfTargets = defineFunction({
  name: "targetPorts",
  comment:
    "The numbers of the pods' ports to which a Service's ports map, by the latter's names. A target port that no container\nnames, with the same protocol, is left out.",
  params: { servicePorts: param<ByName<ServicePort>>(servicePortValues), ports, sidecars },
  result: "map",
  body: (params) =>
    forEach(params.servicePorts, (name, { enabled, protocol, targetPort }) =>
      when(
        enabled,
        bind("target", orIfEmpty(targetPort, name), (target) =>
          choose(
            not(isText(target)),
            entry(name, target),
            bind("number", numberOfPort<number>(target, filled(protocol), params.ports, params.sidecars), (number) =>
              when(nonEmpty(number), entry(name, number)),
            ),
          ),
        ),
      ),
    ),
});

/**
 * The numbers of the pods' ports to which a Service's ports map, by the latter's names; without unknown target ports.
 */
export function targetPorts(
  servicePorts: Expression<unknown>,
  ports: Expression<unknown>,
  sidecars: Expression<unknown>,
): Expression<ByName<number>> {
  return numbersOfTargets(servicePorts, ports, sidecars);
}
