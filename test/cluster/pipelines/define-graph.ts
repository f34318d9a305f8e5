/** The pipelines of graphs: stages that say when they began and were done. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import type { OrderingName, Pipeline } from "../../../generator/mod.ts";
import { defineFrom, type StagePlan } from "../../property/pipeline-plan.ts";
import type { Graph, GraphStage } from "./graph.ts";
import { markFunction } from "./marks.ts";

/** The image of the stages. */
export const image = { repository: "busybox", tag: "1.36" } as const;

/** A command that runs a script. */
export function run(script: string): [string, string, string] {
  return ["sh", "-c", script];
}

/** The command of a stage that ends, with code 0 or another one. */
export function runToEnd(stage: string, seconds: number, code = 0): [string, string, string] {
  const end = code === 0 ? `mark ${stage} done` : `exit ${code}`;
  return run(`${markFunction}\nmark ${stage} began\nsleep ${seconds}\n${end}`);
}

/** The values of a stage that answers, after some seconds. */
export function answering(stage: string, seconds: number) {
  return {
    image,
    command: run(
      `${markFunction}\nmark ${stage} began\nsleep ${seconds}\nmark ${stage} done\nexec httpd -f -p 8080 -h /tmp`,
    ),
    ports: { http: { containerPort: 8080 } },
    service: { ports: { http: { port: 80, targetPort: "http" } } },
    readinessProbe: { tcpSocket: { port: "http" }, periodSeconds: 1 },
    // The server does not hear when it is asked to end.
    terminationGracePeriodSeconds: 1,
  };
}

const KINDS = { batch: "BatchJob", service: "ServiceStage", stateful: "StatefulStage" } as const;

/**
 * Makes the pipeline of a graph.
 * @param failing a batch stage that ends with code 1
 */
export function defineGraph(name: string, ordering: OrderingName, graph: Graph, failing?: string): Pipeline {
  const stages = graph.map((stage) => planStage(stage, stage.name === failing ? 1 : 0));
  return defineFrom({ name, ordering, rerun: "downstream", stages, volumes: [], environments: {} });
}

function planStage({ name, kind, dependsOn, seconds }: GraphStage, code: number): StagePlan {
  const batch = { image, command: runToEnd(name, seconds, code), job: { backoffLimit: 0 } };
  const values: Values = kind === "batch" ? batch : answering(name, seconds);
  return { name, kind: KINDS[kind], values, dependsOn, mounts: [], reads: [] };
}

/** The values that disable the stages of a graph which are not enabled. */
export function disabledStages(graph: Graph): Readonly<Record<string, object>> {
  return Object.fromEntries(graph.filter(({ isEnabled }) => !isEnabled).map(({ name }) => [name, { enabled: false }]));
}
