/** Helm hooks: batch stages are Jobs that Helm runs one after the other, after an install or an upgrade. */
import { release } from "../../expression/built-in.ts";
import { text } from "../../functions/strings.ts";
import type { Ordering, OrderNotes, Part, Pipeline } from "../pipeline.ts";
import { PipelineError } from "../pipeline-error.ts";
import { dependenciesOf, type Graph, graphOf, layersOf } from "../stage-graph.ts";
import { instanceOf } from "../umbrella/pipeline-names.ts";
import { renderStage } from "../umbrella/stage-templates.ts";
import {
  checkGates,
  contractOf,
  dependencyChecks,
  enabledDependencies,
  findScheduled,
  isBatch,
} from "./check-dependencies.ts";
import { createGates } from "./gate-templates.ts";

/** Helm runs the batch stages. */
export const hooks: Ordering = {
  name: "hooks",
  title: "Helm runs the batch stages one after the other, after an install or an upgrade",
  suits: () => false,
  checkGraph: (pipeline) => {
    checkServices(pipeline);
    checkHooks(pipeline);
    const graph = gatedGraph(pipeline);
    checkGates(pipeline, (stage) => (graph.get(stage) ?? []).length > 0);
  },
  findViolation: (parts, values) => findScheduled(parts, values, []),
  waits: (stage, parts, values) =>
    enabledDependencies(stage, parts, values).some((upstream) => !isBatch(parts.get(upstream))),
  context: () => ({ hasGates: true, hasWaitingPods: false }),
  stages: (pipeline, context) => {
    const own = createGates(pipeline, context, gatedGraph(pipeline));
    const graph = graphOf(pipeline.parts);
    const [dependencies, layers] = [dependenciesOf(graph), layersOf(graph)];
    return [...pipeline.parts].map(([stage, part]) =>
      renderStage(pipeline, stage, part, {
        context: {
          Pipeline: context,
          ...own.contextOf(stage),
          ...(isHook(part) ? { Hook: { weight: String(layers.get(stage) ?? 0) } } : {}),
        },
        gate: own.gateOf(stage),
        before: dependencyChecks(part, dependencies.has(stage)),
        after: own.templatesOf(stage),
      }),
    );
  },
  pods: () => [],
  notes: (pipeline) => ([...pipeline.parts.values()].some(isHook) ? notesOf(pipeline) : NOTHING),
};

const NOTHING: OrderNotes = { explanation: [], commands: [] };

const notesOf = (pipeline: Pipeline): OrderNotes => ({
  explanation: ["Helm runs the batch stages at each install and upgrade. Uninstall does not delete their Jobs."],
  commands: [
    "Delete the Jobs:",
    text`  kubectl delete jobs --namespace ${release.namespace} --selector app.kubernetes.io/instance=${instanceOf(pipeline)}`,
  ],
});

function isHook(part: Part): boolean {
  return contractOf(part).isHook === true;
}

// Helm waits for the Jobs that are hooks, but not for Services.
function gatedGraph({ parts }: Pipeline): Graph {
  return new Map(
    [...parts].map(([name, { stage }]) => [name, stage.dependsOn.filter((other) => !isBatch(parts.get(other)))]),
  );
}

function checkServices({ name, parts }: Pipeline): void {
  for (const [stage, part] of parts) {
    const upstream = isBatch(part) ? undefined : part.stage.dependsOn.find((other) => isBatch(parts.get(other)));
    if (upstream === undefined) continue;
    const wanted =
      'no batch stage, because ordering "hooks" runs batch stages after all services are installed (use "gates")';
    throw new PipelineError(name, `${stage}.dependsOn`, wanted, `${stage} -> ${upstream}`);
  }
}

function checkHooks({ name, parts }: Pipeline): void {
  for (const [stage, part] of parts) {
    if (!isBatch(part) || isHook(part)) continue;
    const wanted = `a chart whose Job can be a hook (stage.isHook), as ordering "hooks" requires (use "gates")`;
    throw new PipelineError(name, stage, wanted, `chart ${part.stage.chart.name}`);
  }
}
