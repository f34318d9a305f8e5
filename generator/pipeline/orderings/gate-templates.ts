/** The dependencies of each stage as its gate waits for them: Jobs and addresses, without disabled stages. */
import type { Awaited } from "../../chart/stage-contract.ts";
import { bindAll } from "../../expression/bind.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { choose } from "../../expression/when.ts";
import { nonEmpty } from "../../functions/logic.ts";
import { merge } from "../../functions/maps.ts";
import { extendScope } from "../../functions/named-templates/extend-scope.ts";
import { type GateContext, type PipelineContext, presentGate } from "../../library/common/pipeline-context.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { Pipeline } from "../pipeline.ts";
import { ancestorsOf, type Graph, sortByDependency } from "../stage-graph.ts";
import { share } from "../umbrella/shared-context.ts";
import type { StageGate } from "../umbrella/stage-parts.ts";
import { entryOf, type StageContext, stageRoot, subchart } from "../umbrella/subchart.ts";
import type { PodChain } from "./chain-templates.ts";
import { contractOf, isBatch } from "./check-dependencies.ts";

type ByStage = Readonly<Record<string, Awaited>>;
type Chains = ReadonlyMap<string, PodChain>;
type Gates = Readonly<Record<string, GateContext>>;

/** The gates of a pipeline. */
export interface PipelineGates {
  /** The gate context of a stage; empty for a stage without a gate. */
  readonly contextOf: (stage: string) => Pick<StageContext, "Gate">;
  /** Where the gate of a stage is found; absent for a stage without a gate. */
  readonly gateOf: (stage: string) => Omit<StageGate, "namespace"> | undefined;
  /** The objects of the gate of a stage. */
  readonly templatesOf: (stage: string) => readonly Define<Documents>[];
}

/**
 * Makes the gates of a pipeline; the graph has the dependencies that each stage waits for in its gate. `chains` are stages
 * that share a pod, by the one that stands for them in the graph.
 */
export function createGates(
  pipeline: Pipeline,
  context: Expression<PipelineContext>,
  graph: Graph,
  chains: Chains = new Map(),
): PipelineGates {
  const waits = (stage: string): boolean => (graph.get(stage) ?? []).length > 0;
  const gates = share("Gates", defineGates(pipeline, graph, context, chains));
  return {
    contextOf: (stage) => (waits(stage) ? { Gate: entryOf<GateContext>(gates, stage) } : {}),
    gateOf: (stage) => (waits(stage) ? { gates, of: stage } : undefined),
    templatesOf: (stage) => {
      const part = pipeline.parts.get(stage);
      const gate = part === undefined || !waits(stage) ? undefined : contractOf(part).gate;
      return gate === undefined ? [] : [gate];
    },
  };
}

// One variable after the other, in the order of the graph: the name of a stage's Job depends on its dependencies.
function defineGates(
  pipeline: Pipeline,
  graph: Graph,
  context: Expression<PipelineContext>,
  chains: Chains,
): Define<Gates> {
  const order = sortByDependency(graph);
  const awaited = order.filter((stage) => [...graph.values()].some((upstream) => upstream.includes(stage)));
  const gated = order.filter((stage) => (graph.get(stage) ?? []).length > 0);
  const body = bindAll<ByStage>(
    awaited.map((name) => ({ name, schema: { type: "object" } })),
    (stage, known) => {
      const scope = extendScope({ Gate: gateOf(stage, pipeline, graph, known) as never }); // its parts are expressions
      return include(defineAwaited(stage, pipeline, context, chains.get(stage)), scope);
    },
    (known) => Object.fromEntries(gated.map((stage) => [stage, gateOf(stage, pipeline, graph, known)])),
  );
  return new Define<Gates>(
    `${pipeline.name}.gates`,
    "object",
    body,
    `The dependencies of each stage: their Jobs and addresses, without disabled stages. The first file that needs it
stores it in the root, as .Gates, for the others.`,
  );
}

type Known = ReadonlyMap<string, Expression<ByStage>>;

function gateOf(stage: string, { parts, rerun }: Pipeline, graph: Graph, known: Known): Input<GateContext> {
  const upstream = graph.get(stage) ?? [];
  const ancestors = ancestorsOf(stage, graph).filter((name) => !upstream.includes(name));
  return {
    upstream: mergeAll(upstream, known),
    ancestors: mergeAll(ancestors, known),
    reruns: isBatch(parts.get(stage)) && rerun === "downstream",
  };
}

function mergeAll(stages: readonly string[], known: Known): Input<ByStage> {
  const maps = stages.flatMap((stage) => known.get(stage) ?? []);
  const [first, ...others] = maps;
  if (first === undefined) return {};
  return others.length === 0 ? first : merge<Awaited>(...maps);
}

function defineAwaited(
  stage: string,
  pipeline: Pipeline,
  context: Expression<PipelineContext>,
  chain: PodChain | undefined,
): Define<ByStage> {
  const part = pipeline.parts.get(stage);
  const awaited = part === undefined ? undefined : contractOf(part).awaited;
  const scope = stageRoot(pipeline, stage, { Pipeline: context, Gate: presentGate });
  const own = choose(
    nonEmpty(subchart(stage)),
    awaited === undefined ? {} : { [stage]: include(awaited, scope) },
    presentGate.upstream,
  ) as Input<ByStage>; // a map of one entry, or that of the dependencies
  const body = chain === undefined ? own : chain.awaited(presentGate);
  return new Define<ByStage>(
    `${pipeline.name}.${stage}.awaited`,
    "object",
    body,
    `The dependency that dependents of ${stage} have; while it is disabled, its own dependencies.`,
  );
}
