/** The port that shows whether a Service answers. */
import { defineFunction, param } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { when } from "../../../expression/when.ts";
import { eq, orIfEmpty } from "../../../functions/logic.ts";
import { type ByName, lookUp } from "../../../functions/maps.ts";

const firstTcpPort = defineFunction({
  name: "tcpPort",
  comment: "The number of the first TCP port, by name; 0 where there is none.",
  params: {
    numbers: param<ByName<number>>({ type: "object", additionalProperties: { type: "integer" } }),
    ports: param<ByName<object>>(),
  },
  result: "first",
  type: "integer",
  body: ({ numbers, ports }) =>
    forEach(numbers, (name, number) =>
      when(eq(orIfEmpty(lookUp<string>("string", ports, name, "protocol"), "TCP"), "TCP"), number),
    ),
});

/** The number of the first TCP port, by name, or 0. */
export function tcpPort(numbers: Expression<ByName<number>>, ports: Expression<unknown>): Expression<number> {
  return firstTcpPort(numbers, ports);
}
