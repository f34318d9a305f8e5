/** Checks of stages that share pods in a graph. */
import { nearest } from "../../nearest.ts";
import type { Pipeline } from "../pipeline.ts";
import { PipelineError } from "../pipeline-error.ts";
import { checkGraph } from "../stage-graph.ts";
import { contractOf } from "./check-dependencies.ts";
import { graphOfPods, type Pods } from "./pods.ts";

/**
 * Refuses stages that cannot share a pod, and pods that would wait for one another.
 *
 * @throws PipelineError that names the list, or the stage
 */
export function checkPods({ name, parts }: Pick<Pipeline, "name" | "parts">, pods: Pods): void {
  const seen = new Set<string>();
  for (const [i, pod] of pods.entries()) {
    const path = `ordering.inPod.${i}`;
    if (pod.length < 2) throw new PipelineError(name, path, "at least two stages", `[${pod.join(", ")}]`);
    for (const [position, stage] of pod.entries()) {
      const part = parts.get(stage);
      if (part === undefined) {
        const near = nearest(stage, [...parts.keys()]);
        throw new PipelineError(name, path, near === undefined ? "names of stages" : `"${near}"`, `"${stage}"`);
      }
      if (seen.has(stage)) throw new PipelineError(name, path, "each stage in one pod", `"${stage}" a second time`);
      seen.add(stage);
      if (contractOf(part).chain === undefined) {
        const wanted = "batch stages that can run in the pod of another (stage.chain)";
        throw new PipelineError(name, path, wanted, `"${stage}" of chart ${part.stage.chart.name}`);
      }
      const before = pod[position - 1];
      if (before === undefined || part.stage.dependsOn.includes(before)) continue;
      const wanted = `a dependency on "${before}", the stage before it in ${path}`;
      throw new PipelineError(name, `${stage}.dependsOn`, wanted, `[${part.stage.dependsOn.join(", ")}]`);
    }
  }
  // To the graph, the pod is one stage: what waits for one of its stages waits for its Job.
  checkGraph(name, graphOfPods(parts, pods));
}
