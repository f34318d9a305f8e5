/** What each stage waits for in a gate, as it really is: names of Jobs, addresses, without the stages that are disabled. */
import { bind } from "../../expression/bind.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { choose } from "../../expression/when.ts";
import { extendScope } from "../../functions/extend-scope.ts";
import { nonEmpty } from "../../functions/logic.ts";
import { merge } from "../../functions/maps.ts";
import { batchJob } from "../../library/batch-job/chart.ts";
import {
  type Awaited,
  type GateContext,
  type PipelineContext,
  toldGate,
} from "../../library/common/pipeline-context.ts";
import type { Input } from "../../manifest/input.ts";
import type { Pipeline } from "../define-pipeline.ts";
import { ancestorsOf, type Graph, sortByDependency } from "../stage-graph.ts";
import { share } from "../umbrella/shared-context.ts";
import { entryOf, stageScope, subchart, templateOf } from "../umbrella/subchart.ts";

type ByStage = Readonly<Record<string, Awaited>>;
type Gates = Readonly<Record<string, GateContext>>;

/** The gates of a pipeline. */
export interface PipelineGates {
  /** Whether the stage waits in a gate. */
  readonly has: (stage: string) => boolean;
  /** What is told to the stage as `.Gate`. */
  readonly of: (stage: string) => Expression<GateContext>;
}

/** Makes the gates of a pipeline; one whose stages wait otherwise, or for nothing, has none. */
export function createGates(pipeline: Pipeline, context: Expression<PipelineContext>): PipelineGates {
  const graph = gatedEdges(pipeline);
  const has = (stage: string): boolean => (graph.get(stage) ?? []).length > 0;
  const gates = share("Gates", defineGates(pipeline, graph, context));
  return { has, of: (stage) => entryOf<GateContext>(gates, stage) };
}

// Helm waits for the Jobs that are hooks, but not for Services.
function gatedEdges({ ordering, parts }: Pipeline): Graph {
  const waits = (upstream: string): boolean =>
    ordering === "gates" || (ordering === "hooks" && parts.get(upstream)?.stage.chart !== batchJob);
  return new Map([...parts].map(([name, { stage }]) => [name, stage.dependsOn.filter(waits)]));
}

function defineGates(pipeline: Pipeline, graph: Graph, context: Expression<PipelineContext>): Define<Gates> {
  const order = sortByDependency(graph);
  const awaited = order.filter((stage) => [...graph.values()].some((upstream) => upstream.includes(stage)));
  const gated = order.filter((stage) => (graph.get(stage) ?? []).length > 0);
  const body = bindAwaited(awaited, new Map(), {
    define: (stage) => defineAwaited(stage, pipeline, context),
    gateOf: (stage, known) => gateOf(stage, pipeline, graph, known),
    body: (known) => Object.fromEntries(gated.map((stage) => [stage, gateOf(stage, pipeline, graph, known)])),
  });
  return new Define<Gates>(
    `${pipeline.name}.gates`,
    "object",
    body,
    `What each stage waits for: the Jobs and addresses of the stages before it. One that is disabled gives way to those
before it. The file that asks first keeps it in the root, as .Gates, for the others.`,
  );
}

type Known = ReadonlyMap<string, Expression<ByStage>>;
interface Steps {
  readonly define: (stage: string) => Define<ByStage>;
  readonly gateOf: (stage: string, known: Known) => Input<GateContext>;
  readonly body: (known: Known) => object;
}

// One variable after the other, in the order of the graph: what a stage's Job is called depends on those before it.
function bindAwaited(stages: readonly string[], known: Known, steps: Steps): Input<Gates> {
  const [stage, ...rest] = stages;
  if (stage === undefined) return steps.body(known) as Input<Gates>; // a gate for each stage
  const scope = extendScope({ Gate: steps.gateOf(stage, known) as never }); // its parts are expressions
  return bind(
    stage.replaceAll("-", "_"),
    include(steps.define(stage), scope),
    (awaited) => bindAwaited(rest, new Map([...known, [stage, awaited]]), steps),
    { type: "object" },
  ) as Input<Gates>; // as the innermost body
}

function gateOf(stage: string, { parts, rerun }: Pipeline, graph: Graph, known: Known): Input<GateContext> {
  const upstream = graph.get(stage) ?? [];
  const ancestors = ancestorsOf(stage, graph).filter((name) => !upstream.includes(name));
  return {
    upstream: mergeAll(upstream, known),
    ancestors: mergeAll(ancestors, known),
    reruns: parts.get(stage)?.stage.chart === batchJob && rerun === "downstream",
  };
}

function mergeAll(stages: readonly string[], known: Known): Input<ByStage> {
  const maps = stages.flatMap((stage) => known.get(stage) ?? []);
  const [first, ...others] = maps;
  if (first === undefined) return {};
  return others.length === 0 ? first : merge<Awaited>(...maps);
}

function defineAwaited(stage: string, pipeline: Pipeline, context: Expression<PipelineContext>): Define<ByStage> {
  const chart = pipeline.parts.get(stage)?.stage.chart ?? batchJob;
  const own = subchart(stage);
  const scope = stageScope(own, { Pipeline: context, Gate: toldGate });
  const body = choose(
    nonEmpty(own),
    { [stage]: include(templateOf(chart, "awaited"), scope) },
    toldGate.upstream,
  ) as Input<ByStage>; // a map of one entry, or that of the stages before
  return new Define<ByStage>(
    `${pipeline.name}.${stage}.awaited`,
    "object",
    body,
    `What stages after ${stage} wait for; while it is disabled, what it would wait for itself.`,
  );
}
