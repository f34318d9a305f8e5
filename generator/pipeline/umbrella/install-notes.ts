/** What Helm prints after an install of a pipeline chart. */
import { type Line, type Lines, printLines } from "../../chart/notes.ts";
import { bind } from "../../expression/bind.ts";
import { release } from "../../expression/built-in.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { when } from "../../expression/when.ts";
import { nonEmpty } from "../../functions/logic.ts";
import { text, toJson } from "../../functions/strings.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { batchJob } from "../../library/batch-job/chart.ts";
import type { PipelineContext } from "../../library/common/pipeline-context.ts";
import type { Pipeline } from "../define-pipeline.ts";
import { listStages } from "../diagram/list-stages.ts";
import { findChains } from "../orderings/find-chains.ts";
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

/** The text of NOTES.txt: the stages, where services answer, what waits, and how to watch, test and run again. */
export function printPipelineNotes(pipeline: Pipeline, context: Expression<PipelineContext>): string {
  const order = describeOrder(pipeline);
  const lines: Lines = [
    text`Pipeline ${pipeline.name} is installed as ${release.name} in namespace ${release.namespace}.`,
    "",
    "Stages:",
    ...listStages(pipeline).map(({ stage, lines: own }) => when(nonEmpty(subchart(stage)), own)),
    serviceLines(context),
    ...(order.explanation.length === 0 ? [] : ["", ...order.explanation]),
    "",
    "Watch them:",
    text`  kubectl get jobs,cronjobs,statefulsets,deployments,pods --namespace ${release.namespace} \\`,
    text`    --selector app.kubernetes.io/instance=${release.name}`,
    "Read the log of a stage:",
    text`  kubectl logs --namespace ${release.namespace} --container main --tail -1 \\`,
    text`    --selector app.kubernetes.io/instance=${release.name},app.kubernetes.io/name=<stage>`,
    ...order.commands,
    "See whether all of them are done and answer:",
    text`  helm test ${release.name} --namespace ${release.namespace} --logs`,
    "Run all jobs again, with another run id (a rollback runs the jobs of that revision again, too):",
    text`  helm upgrade ${release.name} <chart> --namespace ${release.namespace} --reuse-values \\`,
    "    --set-string global.pipeline.runId=<run id>",
  ];
  return printLines(lines, { prefix: pipeline.name, root: "." });
}

/** What the ordering of a pipeline means to an operator. */
interface OrderNotes {
  readonly explanation: readonly Line[];
  readonly commands: readonly Line[];
}

function describeOrder(pipeline: Pipeline): OrderNotes {
  const { ordering, parts } = pipeline;
  const all = [...parts.values()].map(({ stage }) => stage);
  if (ordering === "gates" && all.some(({ dependsOn }) => dependsOn.length > 0)) return gateNotes;
  if (ordering === "hooks" && all.some(({ chart }) => chart === batchJob)) return hookNotes;
  const chains = ordering === "inPod" ? findChains(parts) : [];
  return {
    explanation: chains.map(
      (chain) => `The stages ${chain.join(", ")} run in one pod, that of the last of them which is enabled.`,
    ),
    commands: chains.flatMap((chain) => [
      `Read the log of a stage before ${chain.at(-1)}:`,
      text`  kubectl logs --namespace ${release.namespace} --container <stage> --tail -1 \\`,
      text`    --selector app.kubernetes.io/instance=${release.name},app.kubernetes.io/name=${chain.at(-1) ?? ""}`,
    ]),
  };
}

const gateNotes: OrderNotes = {
  explanation: [
    "A stage that waits for others does so in its pod, which holds the CPU, memory, devices and volumes that it asks for",
    "meanwhile.",
  ],
  commands: [
    "See what a stage waits for:",
    text`  kubectl logs --namespace ${release.namespace} --container gate --tail -1 \\`,
    text`    --selector app.kubernetes.io/instance=${release.name},app.kubernetes.io/name=<stage>`,
  ],
};

const hookNotes: OrderNotes = {
  explanation: ["Helm runs the batch stages at each install and upgrade. Their jobs stay behind an uninstall."],
  commands: [
    "Remove the jobs:",
    text`  kubectl delete jobs --namespace ${release.namespace} --selector app.kubernetes.io/instance=${release.name}`,
  ],
};

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
