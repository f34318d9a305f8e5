/** The order of a container's variables. */
import { bind } from "../../../expression/bind.ts";
import { defineFunction, param } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach, type Ordered } from "../../../expression/for-each.ts";
import type { Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { ordered } from "../../../functions/entries.ts";
import { and, isMap, ne, not } from "../../../functions/logic.ts";
import type { ByName } from "../../../functions/maps.ts";
import { variableType } from "../values/unions.ts";

const orderedVariables = defineFunction({
  name: "orderedVariables",
  comment:
    "The enabled variables, as a list of names and values: first those with a source, so that $(NAME) in a plain one\nfinds them, and both by their order, then by name.",
  params: { env: param<ByName<object>>({ type: "object", additionalProperties: {} }) },
  result: "list",
  picks: "env",
  body: ({ env }) =>
    bind("ordered", ordered(env), (variables) =>
      [true, false].map((isWanted) =>
        forEach(
          variables,
          (name, value) => {
            const isReference = and(isMap(value), ne(variableType(value), "value"));
            return when(isWanted ? isReference : not(isReference), { name, value });
          },
          { as: "variable" },
        ),
      ),
    ),
});

/** The enabled variables: those with a source before plain ones, which may refer to them. */
export function orderVariables<E>(env: Reference<ByName<E>>): Expression<Ordered<E>> {
  return orderedVariables(env);
}
