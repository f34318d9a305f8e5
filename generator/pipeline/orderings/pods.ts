/** Stages that share pods in a graph: to all others, a pod is one stage, under the name of its last one. */
import { oncePer } from "../../once-per.ts";
import type { Parts, Pipeline } from "../pipeline.ts";
import { type Graph, graphOf } from "../stage-graph.ts";

/** The stages that share pods, each list from the first to the last. */
export type Pods = readonly (readonly string[])[];

/** The stages of a pipeline that share pods, whether they are enabled or not. */
export const podsOf: (pipeline: Pipeline) => Pods = oncePer(({ ordering, parts }) => ordering.pods(parts, () => true));

/** The stages of a stage's pod: itself alone where it shares none. */
export function stagesInPodOf(stage: string, pods: Pods): readonly string[] {
  return pods.find((pod) => pod.includes(stage)) ?? [stage];
}

/** The stage that stands for the pod of a stage: the last one in it. */
export function podOf(stage: string, pods: Pods): string {
  return stagesInPodOf(stage, pods).at(-1) ?? stage;
}

/** The dependencies of each pod on others: a pod waits for those of all its stages. */
export function graphOfPods(parts: Parts, pods: Pods): Graph {
  const graph = new Map<string, readonly string[]>();
  for (const [stage, dependsOn] of graphOf(parts)) {
    const pod = podOf(stage, pods);
    const others = dependsOn.map((upstream) => podOf(upstream, pods)).filter((upstream) => upstream !== pod);
    graph.set(pod, [...new Set([...(graph.get(pod) ?? []), ...others])]);
  }
  return graph;
}
