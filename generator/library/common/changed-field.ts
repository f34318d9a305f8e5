/** Fields in which an object of the cluster differs from what is wanted. */
import type { TemplateFunction } from "../../expression/node.ts";
import { includeWith } from "../../functions/call.ts";

/** How a template reads an object: all but the comment is Go template syntax. */
interface Comparison {
  /** The comment of the function in the chart. */
  readonly comment: string;
  /** The variable that holds the object, with its dollar sign. */
  readonly object: string;
  /** The arguments of `lookup`, including the object's kind and name. */
  readonly lookup: string;
  /** The value of `$field`, to be compared with `$wanted`. */
  readonly value: string;
  /** Which argument of the function holds the wanted values by field. */
  readonly wanted: number;
}

/** Makes the function that names the first of some fields in which an object of the cluster differs, or "". */
export function changedFieldFunction({ comment, object, lookup, value, wanted }: Comparison): TemplateFunction {
  return {
    name: "changedField",
    go: includeWith("changedField"),
    js: () => "",
    template: {
      comment,
      body: () => `{{- ${object} := lookup ${lookup} }}
{{- $changed := "" }}
{{- if ${object} }}
{{- range $field, $wanted := index . ${wanted} }}
{{- if ne (toJson (${value})) (toJson $wanted) }}
{{- $changed = $changed | default $field }}
{{- end }}
{{- end }}
{{- end }}
{{- $changed }}`,
    },
  };
}
