/** What variables of a container have in place of a value. */
import { bind } from "../../../expression/bind.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { given, type Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { and, eq, isMap } from "../../../functions/logic.ts";
import type { ByName } from "../../../functions/maps.ts";
import type { EnvVarSource } from "../../../values/kubernetes/types.ts";
import { valueSource, variableType } from "../values/unions.ts";

/** Variables by name, of which some have a source. */
export type Variables = ByName<{ readonly valueFrom?: EnvVarSource }>;

/** Makes a part for the source of each variable that is enabled and has one. */
export function forEachVariableSource<T>(
  variables: Reference<Variables>,
  part: (name: Expression<string>, source: Reference<EnvVarSource>) => T,
): unknown {
  return forEach(
    enabled(variables),
    (name, variable) =>
      when(
        and(isMap(variable), eq(variableType(variable), "valueFrom")),
        bind("source", valueSource(given(variable.valueFrom)), (source) => part(name, source), {
          $ref: "#/definitions/EnvVarSource",
        }),
      ),
    { as: "variable" },
  );
}
