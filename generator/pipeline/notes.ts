/** What Helm prints after an install of a pipeline chart. */
import { type Lines, printLines } from "../chart/notes.ts";
import { release } from "../expression/built-in.ts";
import { when } from "../expression/when.ts";
import { nonEmpty } from "../functions/logic.ts";
import { text } from "../functions/strings.ts";
import type { Pipeline } from "./define-pipeline.ts";
import { subchart } from "./subchart.ts";

/** The text of NOTES.txt: the stages, and how to watch them. */
export function printPipelineNotes(pipeline: Pipeline): string {
  const lines: Lines = [
    text`Pipeline ${pipeline.name} is installed as ${release.name} in namespace ${release.namespace}.`,
    "",
    "Stages:",
    ...[...pipeline.parts].map(([name, { stage }]) =>
      when(nonEmpty(subchart(name)), [line(name, stage.chart.name, stage.dependsOn)]),
    ),
    "",
    "Watch it:",
    text`  kubectl get jobs,cronjobs,statefulsets,deployments,pods --namespace ${release.namespace} \\`,
    text`    --selector app.kubernetes.io/instance=${release.name}`,
    "Run all jobs again, with another run id:",
    text`  helm upgrade ${release.name} <chart> --namespace ${release.namespace} --reuse-values \\`,
    "    --set global.pipeline.runId=<run id>",
  ];
  return printLines(lines, { prefix: pipeline.name, root: "." });
}

function line(name: string, chart: string, upstream: readonly string[]): string {
  return `  ${name.padEnd(20)} ${chart.padEnd(15)}${upstream.length === 0 ? "" : ` after ${upstream.join(", ")}`}`.trimEnd();
}
