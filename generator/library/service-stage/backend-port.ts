/** The port of the Service to which a route sends requests. */
import { bind, collectMap } from "../../expression/bind.ts";
import { defineFunction, entry, param, stringParam } from "../../expression/define-function.ts";
import type { Expression, Operand } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { choose, when } from "../../expression/when.ts";
import { keysOf, valueAt } from "../../functions/keys.ts";
import { count, join, sorted } from "../../functions/lists.ts";
import { greaterThan, nonEmpty, not, or } from "../../functions/logic.ts";
import { type ByName, hasEntry } from "../../functions/maps.ts";
import { first } from "../../functions/split.ts";
import { text } from "../../functions/strings.ts";
import { servicePortValues } from "../workload/values/service-values.ts";

interface ServicePort {
  readonly enabled: boolean;
  readonly port: number;
}

const numberOfPort = defineFunction({
  name: "backendPort",
  comment: "The number of the Service's port that a route names; a route that names none uses the only port.",
  params: { ports: param<ByName<ServicePort>>(servicePortValues), wanted: stringParam, path: stringParam },
  result: "first",
  refuses: true,
  type: "integer",
  body: ({ ports, wanted, path }) =>
    collectMap<number, unknown>(
      "numbers",
      forEach(ports, (name, port) => when(port.enabled, entry(name, port.port))),
      (numbers) =>
        bind("names", sorted(keysOf(numbers)), (names) =>
          bind("expected", text`${path}: expected one of service.ports (${join(names, ", ")})`, (expected) =>
            choose(
              nonEmpty(wanted),
              [
                guard(not(hasEntry(numbers, wanted)), text`${expected}, got "${wanted}"`),
                valueAt<number>("integer", numbers, wanted),
              ],
              [
                guard(or(not(nonEmpty(names)), greaterThan(count(names), 1)), text`${expected}, got none`),
                valueAt<number>("integer", numbers, first(names)),
              ],
            ),
          ),
        ),
    ),
});

/**
 * The number of the port that `wanted` names, or of the only port where it is absent; `path` is its place in values.
 */
export function backendPort(
  ports: Expression<unknown>,
  wanted: Operand<string | undefined>,
  path: Operand<string>,
): Expression<number> {
  return numberOfPort(ports, wanted ?? "", path);
}
