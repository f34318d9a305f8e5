/** The stages that have succeeded once already, as far as the cluster tells: nothing where none is in reach. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";

const passedStagesFunction: TemplateFunction = {
  name: "passedStages",
  go: includeWith("passedStages"),
  js: () => "",
  template: {
    comment: `The stages before this one whose Jobs have succeeded once: those that the gate's ConfigMap in the cluster names, and
those whose Jobs, as it lists them, are complete. Nothing where no cluster is in reach.`,
    body: () => `{{- $namespace := index . 0 }}
{{- $data := (lookup "v1" "ConfigMap" $namespace (index . 1)).data }}
{{- $passed := splitList " " (($data).passed | default "") }}
{{- range splitList "\\n" (($data).upstream | default "") }}
{{- $words := splitList " " . }}
{{- if has (index (append $words "") 1) (list "job" "before") }}
{{- $job := lookup "batch/v1" "Job" $namespace (last $words) }}
{{- range ($job.status).conditions }}
{{- if and (eq .type "Complete") (eq .status "True") }}
{{- $passed = append $passed (first $words) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- without (uniq $passed) "" | sortAlpha | join " " }}`,
  },
};

/** The names of the stages that have succeeded once, with spaces between; `configMap` is the name of the gate's. */
export function passedStages(namespace: Expression<string>, configMap: Expression<string>): Expression<string> {
  return call(passedStagesFunction, [namespace, configMap], { type: "string" });
}
