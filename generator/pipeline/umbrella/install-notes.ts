/** What Helm prints after an install of a pipeline chart. */
import type { Line, Lines } from "../../chart/notes.ts";
import { mapAt } from "../../chart/value-at.ts";
import { bind } from "../../expression/bind.ts";
import { release } from "../../expression/built-in.ts";
import { include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { when } from "../../expression/when.ts";
import { eq, nonEmpty } from "../../functions/logic.ts";
import { text, toJson } from "../../functions/strings.ts";
import type { JsonSchema } from "../../json-schema.ts";
import type { PipelineContext } from "../../library/common/pipeline-context.ts";
import { listStages } from "../diagram/list-stages.ts";
import { mergedValues } from "../environments/merge-stages.ts";
import { contractOf } from "../orderings/check-dependencies.ts";
import { podsOf } from "../orderings/pods.ts";
import type { Pipeline } from "../pipeline.ts";
import { instanceOf } from "./pipeline-names.ts";
import { lastSubchart, stageRoot, subchart } from "./subchart.ts";

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

/** The controllers of the library charts, as kubectl lists them. */
const WATCHED: ReadonlyMap<string, string> = new Map([
  ["Job", "jobs"],
  ["CronJob", "cronjobs"],
  ["StatefulSet", "statefulsets"],
  ["Deployment", "deployments"],
]);

// The controllers of other charts: kubectl accepts any kind in lower case.
function otherKinds(pipeline: Pipeline): readonly string[] {
  const stages = [...pipeline.parts].filter(([, part]) => contractOf(part).role !== "volume");
  const kinds = [undefined, ...pipeline.environments.keys()].flatMap((environment) => {
    const values = mergedValues(pipeline, environment);
    return stages.map(([name, part]) => contractOf(part).drawn.object(mapAt(values, name)));
  });
  return [...new Set(kinds)].filter((kind) => !WATCHED.has(kind)).map((kind) => kind.toLowerCase());
}

/** The lines of NOTES.txt: the stages, the addresses of services, the ordering, and how to watch, test and run again. */
export function createNotes(pipeline: Pipeline, context: Expression<PipelineContext>): readonly Line[] {
  const order = pipeline.ordering.notes(pipeline);
  return [
    text`Pipeline ${pipeline.name} is installed as ${release.name} in namespace ${release.namespace}.`,
    "",
    "Stages:",
    ...listStages(pipeline).map(({ stage, lines: own }) => when(nonEmpty(subchart(stage)), own)),
    serviceLines(context),
    ...(order.explanation.length === 0 ? [] : ["", ...order.explanation]),
    "",
    "Watch them:",
    text`  kubectl get ${[...WATCHED.values(), ...otherKinds(pipeline), "pods"].join(",")} --namespace ${release.namespace} \\`,
    text`    --selector app.kubernetes.io/instance=${instanceOf(pipeline)}`,
    ...logLines(pipeline),
    ...order.commands,
    "Check that all Jobs have succeeded and all Services answer:",
    text`  helm test ${release.name} --namespace ${release.namespace} --logs`,
    "Run all Jobs again, with another run id (a rollback runs the Jobs of its revision again, too):",
    text`  helm upgrade ${release.name} <chart> --namespace ${release.namespace} --reuse-values \\`,
    "    --set-string global.pipeline.runId=<run id>",
    ...scheduleLines(pipeline),
  ];
}

/** How to read logs: a command for each container in which stages have theirs, by the contracts of their charts. */
function logLines(pipeline: Pipeline): readonly Line[] {
  const inPods = podsOf(pipeline).flat();
  const own = [...pipeline.parts].filter(([stage]) => !inPods.includes(stage));
  const stages = own.map(([stage, part]) => ({ stage, ...contractOf(part) }));
  const withPods = Map.groupBy(
    stages.filter(({ role }) => role !== "volume"),
    ({ logContainer }) => logContainer,
  );
  return [...withPods].flatMap(([container, group]) => {
    const names = group.map(({ stage }) => stage);
    const isOnly = withPods.size === 1 && inPods.length === 0;
    const option = container === undefined ? "" : ` --container ${container}`;
    return [
      `Read the log of ${isOnly ? "a stage" : describeStages(names)}:`,
      text`  kubectl logs --namespace ${release.namespace}${option} --tail -1 \\`,
      text`    --selector app.kubernetes.io/instance=${instanceOf(pipeline)},app.kubernetes.io/name=${isOnly || names.length > 1 ? "<stage>" : names.join()}`,
    ];
  });
}

/** How to run a schedule now, which no upgrade does. Of stages that share a pod, the last enabled one has it. */
function scheduleLines(pipeline: Pipeline): readonly Line[] {
  const pods = podsOf(pipeline);
  const shared = new Set(pods.flat());
  const alone = [...pipeline.parts.keys()].filter((stage) => !shared.has(stage));
  return [
    ...alone.flatMap((stage) => scheduleOf(pipeline, stage, nonEmpty(subchart(stage)))),
    ...pods.map((pod) =>
      bind("host", lastSubchart(pod), (host) => pod.flatMap((stage) => scheduleOf(pipeline, stage, eq(host, stage)))),
    ),
  ];
}

function scheduleOf(pipeline: Pipeline, stage: string, isHost: Expression<boolean>): readonly Line[] {
  const part = pipeline.parts.get(stage);
  const schedule = part === undefined ? undefined : contractOf(part).schedule;
  if (schedule === undefined) return [];
  const command = bind(
    "schedule",
    include(schedule, stageRoot(pipeline, stage, {})),
    ({ cronJob, namespace }) =>
      when(nonEmpty(cronJob), [
        `Run the schedule of ${stage} now:`,
        text`  kubectl create job ${cronJob}-now --from=cronjob/${cronJob} --namespace ${namespace}`,
      ]),
    scheduleSchema,
  );
  return [when(isHost, command)];
}

const scheduleSchema: JsonSchema = {
  type: "object",
  required: ["cronJob", "namespace"],
  properties: { cronJob: { type: "string" }, namespace: { type: "string" } },
};

function describeStages(names: readonly string[]): string {
  return names.length === 1 ? `the stage ${names.join()}` : `one of the stages ${names.join(", ")}`;
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
