/** The stages whose pods wait until a service answers, and which its network policy therefore lets in. */
import { bind } from "../../../expression/bind.ts";
import { Define, include } from "../../../expression/define.ts";
import { defineFunction, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEachItem } from "../../../expression/for-each.ts";
import { choose } from "../../../expression/when.ts";
import { nonEmpty } from "../../../functions/logic.ts";
import { type ByName, lookUp } from "../../../functions/maps.ts";
import type { PipelineContext } from "../../../library/common/pipeline-context.ts";
import type { Input } from "../../../manifest/input.ts";
import { graphOfPods, type Pods, podsOf, stagesInPodOf } from "../../orderings/pods.ts";
import type { Pipeline } from "../../pipeline.ts";
import { lastKey, subcharts } from "../subchart.ts";

/** What shares a pod with a stage, and which pods wait for it; a pod has the name of its last stage. */
interface Waited {
  readonly stages: readonly string[];
  readonly dependents: readonly string[];
}

const names = { type: "array", default: [], items: { type: "string" } } as const;
const waitedSchema = { type: "object", properties: { stages: names, dependents: names } } as const;

const findWaiting = defineFunction({
  name: "waitingFor",
  comment: "The stages that wait for one: its dependents, and those of a dependent that is disabled.",
  params: {
    name: stringParam,
    pods: param<ByName<Waited>>({ type: "object", additionalProperties: waitedSchema }),
    stages: param<ByName<object>>(),
  },
  result: "list",
  body: ({ name, pods, stages }, self) =>
    forEachItem(
      waitedOf(pods, name, "dependents"),
      (dependent) =>
        bind("host", lastKey(stages, waitedOf(pods, dependent, "stages")), (host) =>
          choose(
            nonEmpty(host),
            host,
            forEachItem(self(dependent, pods, stages) as Expression<readonly string[]>, (other) => other, {
              as: "other",
            }), // the result
          ),
        ),
      { as: "dependent" },
    ),
});

// Each name in the graph is that of a pod.
function waitedOf(pods: Expression<ByName<Waited>>, name: Expression<string>, key: keyof Waited) {
  return lookUp("array", pods, name, key) as Expression<readonly string[]>;
}

/** The stages that wait for each service; where no dependent has dependents of its own, they are constants. */
export function dependentsOf(pipeline: Pipeline): Input<NonNullable<PipelineContext["dependents"]>> {
  const { parts } = pipeline;
  const pods = podsOf(pipeline);
  const services = [...parts].filter(([, { stage }]) => stage.chart.stage?.address !== undefined).map(([name]) => name);
  const dependents = listDependents(pipeline, pods);
  const awaited = services.filter((name) => dependents.has(name));
  const isDirect = awaited.every((name) => dependents.get(name)?.every((pod) => !dependents.has(pod)));
  if (isDirect)
    return Object.fromEntries(
      awaited.map((name) => [name, (dependents.get(name) ?? []).flatMap((pod) => stagesInPodOf(pod, pods))]),
    );
  const all = include(defineDependents(pipeline.name, dependents, pods));
  return Object.fromEntries(
    awaited.map((name) => [name, findWaiting(name, all, subcharts) as Expression<readonly string[]>]),
  );
}

/** The pods that wait for each. */
function listDependents({ parts }: Pipeline, pods: Pods): ReadonlyMap<string, readonly string[]> {
  const graph = [...graphOfPods(parts, pods)];
  const all = graph.map(([name]) => {
    const dependents = graph.filter(([, upstream]) => upstream.includes(name)).map(([pod]) => pod);
    return [name, dependents] as const;
  });
  return new Map(all.filter(([, dependents]) => dependents.length > 0));
}

function defineDependents(
  name: string,
  dependents: ReadonlyMap<string, readonly string[]>,
  pods: Pods,
): Define<ByName<Waited>> {
  const waiting = [...dependents.values()].flat();
  const all = [...new Set([...dependents.keys(), ...waiting])];
  const body = Object.fromEntries(
    all.map((pod) => [pod, { stages: stagesInPodOf(pod, pods), dependents: dependents.get(pod) ?? [] }]),
  );
  return new Define<ByName<Waited>>(
    `${name}.dependents`,
    "object",
    body,
    "Which pods wait for each; a pod has the name of its last stage.",
  );
}
