/** Numbers that have lost digits: Helm reads them as floats, which are exact for integers up to 2^53 only. */
import type { Expression } from "../../../expression/expression.ts";
import { templateFunction } from "../../../expression/template-function.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { compareBytes } from "../../../functions/go/go-json.ts";

// No tree: it calls itself, for values of any depth.
const inexactNumberFunction = templateFunction({
  name: "inexactNumber",
  go: includeWith("inexactNumber"),
  js: findInexact,
  template: {
    comment: "The path of the first number in a value that is beyond 2^53, and so may have been rounded.",
    body: (prefix) => `{{- $path := index . 1 }}
{{- $value := index . 0 }}
{{- $found := "" }}
{{- if or (kindIs "map" $value) (kindIs "slice" $value) }}
{{- range $key, $item := $value }}
{{- $found = $found | default (include "${prefix}.inexactNumber" (list $item (printf "%s.%v" $path $key))) }}
{{- end }}
{{- else if has (kindOf $value) (list "float64" "int64" "int") }}
{{- if or (ge (float64 $value) 9007199254740992.0) (le (float64 $value) -9007199254740992.0) }}
{{- $found = $path }}
{{- end }}
{{- end }}
{{- $found }}`,
  },
});

function findInexact(value: unknown, path: string): string {
  if (typeof value === "number") return Math.abs(value) > Number.MAX_SAFE_INTEGER ? path : "";
  if (typeof value !== "object" || value === null) return "";
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value).sort(compareBytes);
  for (const key of keys) {
    const found = findInexact(Object(value)[key], `${path}.${key}`);
    if (found !== "") return found;
  }
  return "";
}

/** The path of the first number in a value that is beyond 2^53, each key after a dot; else "". */
export function inexactNumber(value: Expression<unknown>): Expression<string> {
  return call(inexactNumberFunction, [value, ""], { type: "string" });
}
