/** The order of a container's variables. */
import type { Expression } from "../../../expression/expression.ts";
import type { Ordered } from "../../../expression/for-each.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { pathOf, type Reference } from "../../../expression/reference.ts";
import { call, includeOf } from "../../../functions/call.ts";
import { orderedFunction } from "../../../functions/entries.ts";

interface Variable {
  readonly name: string;
  readonly value: string | { readonly type?: string; readonly value?: string };
}

const orderedVariablesFunction: TemplateFunction = {
  name: "orderedVariables",
  go: includeOf("orderedVariables", "fromJsonArray"),
  js: (env: object | undefined) => {
    const variables = orderedFunction.js(...([env] as never[])) as readonly Variable[]; // what it is given and yields
    return [...variables.filter(isReference), ...variables.filter((variable) => !isReference(variable))];
  },
  absentSafe: "all",
  reads: [["*.enabled", "*.order", "*.type", "*.value"]],
  template: {
    comment:
      "The variables that are switched on, as a list of names and values: first those that come from elsewhere, so that\n$(NAME) in a plain one finds them, and both by their order, then by name.",
    body: (prefix) => `{{- $ordered := include "${prefix}.ordered" . | fromJsonArray }}
{{- $variables := list }}
{{- range $wanted := list true false }}
{{- range $variable := $ordered }}
{{- $isReference := false }}
{{- if kindIs "map" $variable.value }}
{{- $isReference = ne ($variable.value.type | default (hasKey $variable.value "value" | ternary "value" "")) "value" }}
{{- end }}
{{- if eq $isReference $wanted }}
{{- $variables = append $variables $variable }}
{{- end }}
{{- end }}
{{- end }}
{{- toJson $variables }}`,
    needs: () => [orderedFunction],
  },
};

function isReference({ value }: Variable): boolean {
  return typeof value === "object" && (value.type ?? (value.value === undefined ? "" : "value")) !== "value";
}

/** The variables that are switched on: those that come from elsewhere before plain ones, which may refer to them. */
export function orderVariables<E>(env: Reference<Readonly<Record<string, E>>>): Expression<Ordered<E>> {
  return call(orderedVariablesFunction, [env], { type: "array", source: pathOf(env) });
}
