/** Any graph: each stage waits in an init container of its pod until its dependencies have succeeded or answer. */
import { release } from "../../expression/built-in.ts";
import { text } from "../../functions/strings.ts";
import type { Ordering, OrderNotes, Pipeline } from "../pipeline.ts";
import { dependenciesOf, type Graph } from "../stage-graph.ts";
import { instanceOf } from "../umbrella/pipeline-names.ts";
import { renderStage } from "../umbrella/stage-templates.ts";
import { createChain } from "./chain-templates.ts";
import { checkGates, dependencyChecks, enabledDependencies, findScheduled } from "./check-dependencies.ts";
import { checkPods } from "./check-pods.ts";
import { createGates } from "./gate-templates.ts";
import { noteChains } from "./in-pod.ts";
import { findLostSetting } from "./pod-settings.ts";
import { graphOfPods, type Pods, podOf, stagesInPodOf } from "./pods.ts";

/** Each stage waits for its dependencies in its pod. */
export const gates: Ordering = {
  ...createGatesOrdering([]),
  name: "gates",
  title: "each stage waits in its pod until its dependencies have succeeded or answer",
};

/** Stages that share pods wait in gates like all others: a pod for the dependencies of all its stages. */
export function createMixedOrdering(pods: Pods): Ordering {
  const shared = pods.map((pod) => pod.join(", ")).join("; ");
  return {
    ...createGatesOrdering(pods),
    name: "inPod and gates",
    title: `stages share a pod (${shared}), and each pod waits until its dependencies have succeeded or answer`,
  };
}

function createGatesOrdering(pods: Pods): Omit<Ordering, "name" | "title"> {
  return {
    suits: () => true,
    checkGraph: (pipeline) => {
      checkPods(pipeline, pods);
      const graph = graphOfPods(pipeline.parts, pods);
      checkGates(pipeline, (stage) => (graph.get(podOf(stage, pods)) ?? []).length > 0);
    },
    findViolation: (parts, values) => findScheduled(parts, values, pods) ?? findLostSetting(pods, parts, values),
    waits: (stage, parts, values) =>
      stagesInPodOf(stage, pods).some((own) =>
        enabledDependencies(own, parts, values).some((upstream) => podOf(upstream, pods) !== podOf(stage, pods)),
      ),
    context: () => ({ hasGates: true, hasWaitingPods: true }),
    stages: (pipeline, context) => {
      const { parts } = pipeline;
      const graph = graphOfPods(parts, pods);
      const chains = new Map(pods.map((pod) => [pod.at(-1) ?? "", createChain(pipeline, pod, context, true)]));
      const own = createGates(pipeline, context, graph, chains);
      const dependencies = dependenciesOf(graph);
      const shared = [...chains].flatMap(([pod, chain]) =>
        chain.stages({ context: own.contextOf(pod), gate: own.gateOf(pod), isDependency: dependencies.has(pod) }),
      );
      const byStage = new Map(shared.map((parts) => [parts.stage, parts]));
      return [...parts].map(
        ([stage, part]) =>
          byStage.get(stage) ??
          renderStage(pipeline, stage, part, {
            context: { Pipeline: context, ...own.contextOf(stage) },
            gate: own.gateOf(stage),
            before: dependencyChecks(part, dependencies.has(stage)),
            after: own.templatesOf(stage),
          }),
      );
    },
    pods: (_, isEnabled) => pods.map((pod) => pod.filter(isEnabled)).filter((pod) => pod.length > 1),
    notes: (pipeline) => {
      const { explanation, commands } = noteChains(pipeline, pods);
      const waiting = waits(graphOfPods(pipeline.parts, pods)) ? notesOf(pipeline) : NOTHING;
      return {
        explanation: [...explanation, ...waiting.explanation],
        commands: [...commands, ...waiting.commands],
      };
    },
  };
}

function waits(graph: Graph): boolean {
  return [...graph.values()].some((upstream) => upstream.length > 0);
}

const NOTHING: OrderNotes = { explanation: [], commands: [] };

const notesOf = (pipeline: Pipeline): OrderNotes => ({
  explanation: [
    "A stage waits for its dependencies in its pod, which holds its CPU, memory, devices and volumes meanwhile.",
  ],
  commands: [
    "Show what a stage waits for:",
    text`  kubectl logs --namespace ${release.namespace} --container gate --tail -1 \\`,
    text`    --selector app.kubernetes.io/instance=${instanceOf(pipeline)},app.kubernetes.io/name=<stage>`,
  ],
});
