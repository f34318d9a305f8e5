/** Ports of the node that lead to containers. */
import { bind, collectList } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { forEach, forEachRepeated } from "../../../../expression/for-each.ts";
import { guard, refuse } from "../../../../expression/guard.ts";
import { when } from "../../../../expression/when.ts";
import { enabled } from "../../../../functions/entries.ts";
import { and, isTrue, ne, or, orIfEmpty, present } from "../../../../functions/logic.ts";
import { text, toJson } from "../../../../functions/strings.ts";
import type { JsonSchema } from "../../../../json-schema.ts";
import { containerPortValues, initContainerValues, sidecarValues } from "../../values/container-values.ts";
import type { WorkloadValues } from "../../values/values.ts";

type Ports = WorkloadValues["ports"];
const portsParam = param<Ports>(containerPortValues());
const flagParam = param<boolean | undefined>({ type: "boolean" });

const checkHostPortsOf = defineCheck({
  name: "checkHostPortsOfContainer",
  comment: "Refuses ports of the node that a level of Pod Security or the network of the node does not allow.",
  params: { path: stringParam, ports: portsParam, podSecurity: stringParam, hostNetwork: flagParam },
  body: ({ path, ports, podSecurity, hostNetwork }) =>
    forEach(enabled(ports), (name, { containerPort, hostPort }) =>
      when(present(hostPort), [
        bind("level", orIfEmpty(podSecurity, "restricted"), (level) =>
          guard(ne(level, "privileged"), text`${path}ports.${name}.hostPort violates podSecurity "${level}"`),
        ),
        guard(
          and(isTrue(hostNetwork), ne(toJson(hostPort), toJson(containerPort))),
          text`${path}ports.${name}.hostPort: expected containerPort, ${toJson(containerPort)}, in the network of the node, got ${toJson(hostPort)}`,
        ),
      ]),
    ),
});

/** A port of the node, and where the values ask for it. */
interface HostPort {
  readonly path: string;
  readonly port: string;
}
const hostPortSchema: JsonSchema = {
  type: "object",
  properties: { path: { type: "string" }, port: { type: "string" } },
  required: ["path", "port"],
};

/** Refuses ports of the node that no pod can have: without permission, twice, or another one in the node's network. */
export const checkHostPorts = defineCheck({
  name: "checkHostPorts",
  comment: "Refuses ports of the node without permission, twice in a pod, or other ones in the network of the node.",
  params: {
    podSecurity: stringParam,
    hostNetwork: flagParam,
    ports: portsParam,
    initContainers: param<WorkloadValues["initContainers"]>(initContainerValues()),
    sidecars: param<WorkloadValues["sidecars"]>(sidecarValues(true)),
  },
  body: ({ podSecurity, hostNetwork, ports, initContainers, sidecars }) => {
    // In the network of the node, each port is one of the node.
    const taken = (path: Expression<string> | "", own: Expression<Ports>): unknown =>
      forEach(
        enabled(own),
        (name, { containerPort, hostPort, hostIP, protocol }) =>
          when(
            or(present(hostPort), isTrue(hostNetwork)),
            bind("number", toJson(orIfEmpty(hostPort, containerPort)), (number) => ({
              path: text`${path}ports.${name}`,
              port: text`${protocol} ${orIfEmpty(hostIP, "")}:${number}`,
            })),
          ),
        { as: "port" },
      );
    return [
      checkHostPortsOf("", ports, podSecurity, hostNetwork),
      forEach(initContainers, (name, container) =>
        checkHostPortsOf(text`initContainers.${name}.`, container.ports, podSecurity, hostNetwork),
      ),
      forEach(sidecars, (name, container) =>
        checkHostPortsOf(text`sidecars.${name}.`, container.ports, podSecurity, hostNetwork),
      ),
      collectList<HostPort, unknown>(
        "hostPorts",
        [
          taken("", ports),
          forEach(sidecars, (name, container) =>
            bind("path", text`sidecars.${name}.`, (path) => taken(path, container.ports)),
          ),
        ],
        (all) =>
          forEachRepeated(
            all,
            { key: (_, { port }) => port, id: (_, { path }) => path },
            ({ entry: { path }, key, other }) =>
              refuse(text`${path}: expected a unique port of the node, got ${key} as in ${other}`),
          ),
        hostPortSchema,
      ),
    ];
  },
});
