/** What a gate is told of the stages that it waits for: a line for each, and the names of their Jobs. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeOf, includeWith } from "../../../functions/call.ts";
import { compareBytes } from "../../../functions/go-json.ts";
import type { Awaited, GateContext } from "../../common/pipeline-context.ts";

type ByStage = GateContext["upstream"];

const gateLinesFunction: TemplateFunction = {
  name: "gateLines",
  go: includeOf("gateLines"),
  js: (upstream: ByStage) =>
    linesOf(upstream, ({ job, host, port }) => (job ? `job ${job}` : host ? `tcp ${host} ${port}` : undefined)),
  template: {
    comment: "A line for each stage that a gate waits for.",
    body: () => `{{- range $stage, $awaited := . }}
{{- if $awaited.job }}
{{- printf "%s job %s\\n" $stage $awaited.job }}
{{- else if $awaited.host }}
{{- printf "%s tcp %s %s\\n" $stage $awaited.host (toJson $awaited.port) }}
{{- end }}
{{- end }}`,
  },
};

const ancestorLinesFunction: TemplateFunction = {
  name: "ancestorLines",
  go: includeWith("ancestorLines"),
  js: (ancestors: ByStage = {}, upstream: ByStage) =>
    linesOf(ancestors, ({ job }, stage) => (job && !Object.hasOwn(upstream, stage) ? `before ${job}` : undefined)),
  absentSafe: [0],
  template: {
    comment: "A line for each stage before those that a gate waits for.",
    body: () => `{{- $upstream := index . 1 }}
{{- range $stage, $awaited := index . 0 }}
{{- if and $awaited.job (not (hasKey $upstream $stage)) }}
{{- printf "%s before %s\\n" $stage $awaited.job }}
{{- end }}
{{- end }}`,
  },
};

function linesOf(stages: ByStage, line: (awaited: Awaited, stage: string) => string | undefined): string {
  const lines = inOrder(stages).flatMap(([stage, awaited]) => {
    const rest = line(awaited, stage);
    return rest === undefined ? [] : [`${stage} ${rest}\n`];
  });
  return lines.join("");
}

function inOrder(stages: ByStage): readonly (readonly [string, Awaited])[] {
  return Object.entries(stages).sort(([a], [b]) => compareBytes(a, b));
}

/** A line for each stage that must succeed or answer. */
export function gateLines(upstream: Expression<ByStage>): Expression<string> {
  return call(gateLinesFunction, [upstream], { type: "string" });
}

/** A line for each stage before those, which must not fail. */
export function ancestorLines(ancestors: Expression<ByStage>, upstream: Expression<ByStage>): Expression<string> {
  return call(ancestorLinesFunction, [ancestors, upstream], { type: "string" });
}

const jobNamesFunction: TemplateFunction = {
  name: "jobNames",
  go: includeOf("jobNames", "fromJsonArray"),
  js: (...maps: ByStage[]) => maps.flatMap((stages) => inOrder(stages).flatMap(([, { job }]) => (job ? [job] : []))),
  template: {
    comment: "The names of the Jobs among what a gate waits for.",
    body: () => `{{- $names := list }}
{{- range . }}
{{- with .job }}
{{- $names = append $names . }}
{{- end }}
{{- end }}
{{- toJson $names }}`,
  },
};

/** The names of the Jobs of stages, in the order of the stages' names. */
export function jobNames(stages: Expression<ByStage>): Expression<readonly string[]> {
  return call(jobNamesFunction, [stages], { type: "array" });
}
