/** The templates of a pipeline chart: each stage's objects, rendered with what the pipeline knows. */
import type { Chart } from "../chart/define-chart.ts";
import { bind } from "../expression/bind.ts";
import { Define, include } from "../expression/define.ts";
import type { Expression } from "../expression/expression.ts";
import { when } from "../expression/when.ts";
import { nonEmpty } from "../functions/logic.ts";
import type { PipelineContext } from "../library/common/pipeline-context.ts";
import { csiVolume } from "../library/csi-volume/chart.ts";
import type { Documents, Input } from "../manifest/input.ts";
import { createChain } from "./chain.ts";
import { findChains } from "./chains.ts";
import type { Pipeline } from "./define-pipeline.ts";
import { shareContext } from "./shared-context.ts";
import { stageScope, subchart, templateOf } from "./subchart.ts";

/** One template file of a pipeline chart: the objects of one stage. */
export interface StageTemplate {
  /** The stage's name. */
  readonly stage: string;
  readonly documents: Documents;
}

/** Makes the template of every stage; `context` is what they may ask of one another. */
export function createStageTemplates(
  pipeline: Pipeline,
  context: Expression<PipelineContext> = shareContext(defineContext(pipeline)),
): readonly StageTemplate[] {
  const chains = pipeline.ordering === "inPod" ? findChains(pipeline.parts) : [];
  const chained = new Map(chains.flatMap((chain) => createChain(pipeline.name, chain, context)));
  return [...pipeline.parts].map(([stage, { stage: model }]) => ({
    stage,
    documents: chained.get(stage) ?? stageAlone(stage, model.chart, context),
  }));
}

function stageAlone(stage: string, chart: Chart, context: Expression<PipelineContext>): Documents {
  const own = subchart(stage);
  return when(
    nonEmpty(own),
    bind("stage", stageScope(own, { Pipeline: context }), (scope) =>
      chart.templates.map(({ define }) => include(define, scope)),
    ),
  );
}

/** The named template of what stages may ask of one another: claims, addresses and labels, as they really are. */
export function defineContext(pipeline: Pipeline): Define<PipelineContext> {
  const parts = [...pipeline.parts].map(([name, { stage }]) => ({ name, chart: stage.chart }));
  const ask = (name: string, template: Define) => {
    const own = subchart(name);
    return when(nonEmpty(own), include(template, stageScope(own, { Pipeline: {} })));
  };
  const volumes = parts.filter(({ chart }) => chart === csiVolume);
  const workloads = parts.filter(({ chart }) => chart !== csiVolume);
  const services = workloads.filter(({ chart }) => chart.collected.defines.has(`${chart.name}.address`));
  const body = {
    stages: [...pipeline.parts.keys()],
    claims: Object.fromEntries(volumes.map(({ name, chart }) => [name, ask(name, templateOf(chart, "claims"))])),
    services: Object.fromEntries(services.map(({ name, chart }) => [name, ask(name, templateOf(chart, "address"))])),
    selectors: Object.fromEntries(
      workloads.map(({ name, chart }) => [name, ask(name, templateOf(chart, "selectorLabels"))]),
    ),
  } as Input<PipelineContext>; // each named template yields what the context holds of its kind
  return new Define<PipelineContext>(
    `${pipeline.name}.context`,
    "object",
    body,
    `What the stages may ask of one another: the names of claims, the addresses of Services, the labels of pods.
The file that asks first keeps it in the root, as .Pipeline, for the others.`,
  );
}
