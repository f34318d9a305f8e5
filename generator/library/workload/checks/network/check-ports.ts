/** Ports that are the same for Kubernetes. */
import { defineCheck, param } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { forEachRepeated } from "../../../../expression/for-each.ts";
import { refuse } from "../../../../expression/guard.ts";
import type { Repeated } from "../../../../expression/part.ts";
import { enabled } from "../../../../functions/entries.ts";
import { nonEmpty } from "../../../../functions/logic.ts";
import { text, toJson } from "../../../../functions/strings.ts";
import { containerPortValues } from "../../values/container-values.ts";
import type { WorkloadValues } from "../../values/values.ts";

interface Port {
  readonly protocol: string;
  readonly port?: number;
  readonly nodePort?: number;
  readonly containerPort?: number;
}

/** Refuses ports with the number and the protocol of another one; `path` is that of the map. */
export function refuseRepeatedPorts(
  ports: Expression<Readonly<Record<string, Port>>>,
  path: string,
  field: Exclude<keyof Port, "protocol">,
): Repeated {
  return forEachRepeated(
    enabled<Port>(ports),
    {
      where: (_, port) => nonEmpty(port[field]),
      key: (_, port) => text`${toJson(port[field])}/${port.protocol}`,
    },
    ({ name, key, other }) =>
      refuse(text`${path}.${name}.${field}: expected a unique port, got ${key} as in ${path}.${other}`),
  );
}

/** Refuses ports of a container that are the same for Kubernetes. */
export const checkContainerPorts = defineCheck({
  name: "checkContainerPorts",
  comment: "Refuses ports of the container that are the same for Kubernetes.",
  params: { ports: param<WorkloadValues["ports"]>(containerPortValues()) },
  body: ({ ports }) => refuseRepeatedPorts(ports, "ports", "containerPort"),
});
