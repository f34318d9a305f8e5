/** The templates of a pipeline chart: each stage's objects, rendered with what the pipeline knows. */
import { isTest } from "../../chart/chart-template.ts";
import type { TemplateFile } from "../../evaluate/evaluate-manifest.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { when } from "../../expression/when.ts";
import { nonEmpty } from "../../functions/logic.ts";
import { batchJob } from "../../library/batch-job/chart.ts";
import type { PipelineContext } from "../../library/common/pipeline-context.ts";
import { csiVolume } from "../../library/csi-volume/chart.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { Pipeline } from "../define-pipeline.ts";
import { createChain } from "../orderings/chain-templates.ts";
import { findChains } from "../orderings/find-chains.ts";
import { createGates } from "../orderings/gate-templates.ts";
import { graphOf, layersOf } from "../stage-graph.ts";
import { createTest } from "./helm-test.ts";
import { share } from "./shared-context.ts";
import type { StageParts } from "./stage-parts.ts";
import { bindStage, globalGuard, stageScope, subchart, type Told, templateOf } from "./subchart.ts";

/** Makes the templates of a pipeline chart; `context` is what stages may ask of one another. */
export function createTemplates(
  pipeline: Pipeline,
  context: Expression<PipelineContext> = share("Pipeline", defineContext(pipeline)),
): readonly TemplateFile[] {
  const chains = pipeline.ordering === "inPod" ? findChains(pipeline.parts) : [];
  const chained = chains.flatMap((chain) => createChain(pipeline.name, chain, context));
  // A stage of a chain is rendered by it, and so in the place of the stage alone.
  const byName = new Map([...createStages(pipeline, context), ...chained].map((parts) => [parts.stage, parts]));
  const stages = [...byName.values()];
  return [
    ...stages.map(({ stage, documents }) => ({ file: `${stage}.yaml`, documents })),
    { file: "tests/pipeline.yaml", documents: createTest(pipeline, stages, context) },
  ];
}

// The stages outside chains: each has a controller of its own.
function createStages(pipeline: Pipeline, context: Expression<PipelineContext>): readonly StageParts[] {
  const gates = createGates(pipeline, context);
  const graph = graphOf(pipeline.parts);
  const awaited = new Set([...graph.values()].flat());
  const layers = layersOf(graph);
  return [...pipeline.parts].map(([stage, { stage: model }]) => {
    const { chart } = model;
    const told: Told = {
      Pipeline: context,
      ...(gates.has(stage) ? { Gate: gates.of(stage) } : {}),
      ...(pipeline.ordering === "hooks" && chart === batchJob
        ? { Hook: { weight: String(layers.get(stage) ?? 0) } }
        : {}),
    };
    const templates = [
      ...(awaited.has(stage) && chart === batchJob && pipeline.ordering !== "none"
        ? [templateOf(chart, "upstreamGuards")]
        : []),
      ...chart.templates.filter((template) => !isTest(template)).map(({ define }) => define),
      ...(gates.has(stage) ? [templateOf(chart, "gate")] : []),
    ];
    const own = subchart(stage);
    const scope = stageScope(own, told);
    return {
      stage,
      documents: when(
        nonEmpty(own),
        bindStage(
          scope,
          (root): Documents => [globalGuard(stage, root), ...templates.map((define) => include(define, root))],
        ),
      ),
      ...(chart === csiVolume ? {} : { tested: when(nonEmpty(own), include(templateOf(chart, "tested"), scope)) }),
    };
  });
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
  const exclusive = volumes.map(({ name, chart }) => [name, ask(name, templateOf(chart, "exclusive"))] as const);
  const body = {
    stages: [...pipeline.parts.keys()],
    ...(hasGates(pipeline)
      ? {
          dependents: dependentsOf(
            pipeline,
            services.map(({ name }) => name),
          ),
        }
      : {}),
    ...(pipeline.ordering === "gates" ? { exclusive: Object.fromEntries(exclusive) } : {}),
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

function hasGates({ ordering }: Pipeline): boolean {
  return ordering === "gates" || ordering === "hooks";
}

function dependentsOf({ parts }: Pipeline, services: readonly string[]): PipelineContext["dependents"] {
  const dependents = services.map((service) => {
    const waiting = [...parts].filter(([, { stage }]) => stage.dependsOn.includes(service)).map(([name]) => name);
    return [service, waiting] as const;
  });
  return Object.fromEntries(dependents.filter(([, waiting]) => waiting.length > 0));
}
