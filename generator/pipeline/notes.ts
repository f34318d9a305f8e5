/** What Helm prints after an install of a pipeline chart. */
import { type Line, type Lines, printLines } from "../chart/notes.ts";
import { bind } from "../expression/bind.ts";
import { release } from "../expression/built-in.ts";
import type { Expression } from "../expression/expression.ts";
import { forEach } from "../expression/for-each.ts";
import { when } from "../expression/when.ts";
import { nonEmpty } from "../functions/logic.ts";
import { text, toJson } from "../functions/strings.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { PipelineContext } from "../library/common/pipeline-context.ts";
import type { Pipeline } from "./define-pipeline.ts";
import { subchart } from "./subchart.ts";

const contextSchema: JsonSchema = {
  type: "object",
  required: ["services"],
  properties: {
    services: {
      type: "object",
      default: {},
      additionalProperties: {
        type: "object",
        required: ["host", "ports"],
        properties: {
          host: { type: "string" },
          ports: { type: "object", default: {}, additionalProperties: { type: "integer" } },
        },
      },
    },
  },
};

/** The text of NOTES.txt: the stages, where services answer, and how to watch and rerun. */
export function printPipelineNotes(pipeline: Pipeline, context: Expression<PipelineContext>): string {
  const lines: Lines = [
    text`Pipeline ${pipeline.name} is installed as ${release.name} in namespace ${release.namespace}.`,
    "",
    "Stages:",
    ...[...pipeline.parts].map(([name, { stage }]) =>
      when(nonEmpty(subchart(name)), [line(name, stage.chart.name, stage.dependsOn)]),
    ),
    serviceLines(context),
    "",
    "Watch it:",
    text`  kubectl get jobs,cronjobs,statefulsets,deployments,pods --namespace ${release.namespace} \\`,
    text`    --selector app.kubernetes.io/instance=${release.name}`,
    "Run all jobs again, with another run id:",
    text`  helm upgrade ${release.name} <chart> --namespace ${release.namespace} --reuse-values \\`,
    "    --set-string global.pipeline.runId=<run id>",
  ];
  return printLines(lines, { prefix: pipeline.name, root: "." });
}

function serviceLines(context: Expression<PipelineContext>): Line {
  return bind(
    "pipeline",
    context,
    ({ services }): Lines =>
      when(nonEmpty(services), [
        "",
        "Services answer inside the cluster at:",
        forEach(services, (stage, { host, ports }) => [
          forEach(ports, (port, number) => [text`  ${stage} (${port}): ${host}:${toJson(number)}`]),
        ]),
      ]),
    contextSchema,
  );
}

function line(name: string, chart: string, upstream: readonly string[]): string {
  return `  ${name.padEnd(20)} ${chart.padEnd(15)}${upstream.length === 0 ? "" : ` after ${upstream.join(", ")}`}`.trimEnd();
}
