/** Any graph: each stage waits in an init container of its pod until its dependencies have succeeded or answer. */
import { release } from "../../expression/built-in.ts";
import { text } from "../../functions/strings.ts";
import type { EnabledValues, Ordering, OrderNotes, Parts, Pipeline, Violation } from "../pipeline.ts";
import { dependenciesOf, graphOf } from "../stage-graph.ts";
import { instanceOf } from "../umbrella/pipeline-names.ts";
import { renderStage } from "../umbrella/stage-templates.ts";
import { checkGates, contractOf, dependencyChecks, enabledDependencies, findScheduled } from "./check-dependencies.ts";
import { createGates } from "./gate-templates.ts";

/** Each stage waits for its dependencies in its pod. */
export const gates: Ordering = {
  name: "gates",
  title: "each stage waits in its pod until its dependencies have succeeded or answer",
  suits: () => true,
  checkGraph: (pipeline) => checkGates(pipeline, (stage) => (graphOf(pipeline.parts).get(stage) ?? []).length > 0),
  findViolation: (parts, values) => findScheduled(parts, values) ?? findPodClaim(parts, values),
  context: () => ({ hasGates: true, hasWaitingPods: true }),
  stages: (pipeline, context) => {
    const graph = graphOf(pipeline.parts);
    const own = createGates(pipeline, context, graph);
    const dependencies = dependenciesOf(graph);
    return [...pipeline.parts].map(([stage, part]) =>
      renderStage(pipeline, stage, part, {
        context: { Pipeline: context, ...own.contextOf(stage) },
        before: dependencyChecks(part, dependencies.has(stage)),
        after: own.templatesOf(stage),
      }),
    );
  },
  pods: () => [],
  notes: (pipeline) =>
    [...pipeline.parts.values()].some(({ stage }) => stage.dependsOn.length > 0) ? notesOf(pipeline) : NOTHING,
};

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

// A pod that waits holds its claims: one that only one pod may hold would be kept from the very stage it waits for.
function findPodClaim(parts: Parts, values: EnabledValues): Violation | undefined {
  const holders = new Map<string, string>();
  for (const [stage, part] of parts) {
    for (const { stage: owner, volume } of contractOf(part).facts?.mounts?.(values.get(stage) ?? {}) ?? []) {
      const ownerPart = parts.get(owner);
      const ownerValues = values.get(owner);
      const modes =
        ownerPart === undefined || ownerValues === undefined
          ? []
          : (contractOf(ownerPart).facts?.accessModes?.(ownerValues, volume) ?? []);
      const key = `${owner}.${volume}`;
      const other = holders.get(key);
      if (modes.includes("ReadWriteOncePod") && other !== undefined && other !== stage && waits(stage, other)) {
        const wanted = 'access modes that let several pods in (ordering "inPod" runs a chain of stages in one)';
        const found = `ReadWriteOncePod, which ${other} and ${stage} share`;
        return { path: `${owner}.volumes.${volume}.claim.accessModes`, wanted, found };
      }
      holders.set(key, stage);
    }
  }
  return undefined;
  function waits(...stages: readonly string[]): boolean {
    return stages.some((stage) => enabledDependencies(stage, parts, values).length > 0);
  }
}
