/** Entries of a list that Kubernetes takes for one and the same. */
import type { Expression } from "../../expression/expression.ts";
import type { TemplateFunction } from "../../expression/node.ts";
import { call, includeWith } from "../../functions/call.ts";

/** The function behind `repeatedEntry`, for templates that include it. */
export const repeatedEntryFunction: TemplateFunction = {
  name: "repeatedEntry",
  go: includeWith("repeatedEntry"),
  js: findRepeated,
  absentSafe: [0],
  template: {
    comment: "The fields of the first entry of a list that has those of one before it, or nothing.",
    body: () => `{{- $found := "" }}
{{- $seen := list }}
{{- $fields := rest . }}
{{- range $entry := first . }}
{{- $texts := list }}
{{- range $fields }}
{{- $texts = append $texts (index $entry .) }}
{{- end }}
{{- $key := join ", " $texts }}
{{- if has $key $seen }}
{{- $found = $found | default $key }}
{{- end }}
{{- $seen = append $seen $key }}
{{- end }}
{{- $found }}`,
  },
};

/** What `repeatedEntry` computes. */
export function findRepeated(
  entries: readonly Readonly<Record<string, string>>[] = [],
  ...fields: readonly string[]
): string {
  const keys = entries.map((entry) => fields.map((field) => entry[field]).join(", "));
  return keys.find((key, i) => keys.indexOf(key) < i) ?? "";
}

/** The values of some fields of the first entry of a list that has the same as one before it, or "". */
export function repeatedEntry(entries: Expression<unknown>, ...fields: readonly string[]): Expression<string> {
  return call(repeatedEntryFunction, [entries, ...fields], { type: "string" });
}
