/** The templates of a pipeline chart: each stage's objects, rendered with what the pipeline knows. */
import type { Container, Volume } from "kubernetes-types/core/v1.d.ts";
import type { Chart } from "../chart/define-chart.ts";
import { bind } from "../expression/bind.ts";
import { Define, include } from "../expression/define.ts";
import type { Expression } from "../expression/expression.ts";
import { when } from "../expression/when.ts";
import { nonEmpty, not, or } from "../functions/logic.ts";
import { concat, merge } from "../functions/maps.ts";
import type { JsonSchema } from "../json-schema.ts";
import type { PipelineContext } from "../library/common/pipeline-context.ts";
import { csiVolume } from "../library/csi-volume/chart.ts";
import type { Documents, Input } from "../manifest/input.ts";
import { findChains } from "./chains.ts";
import type { Pipeline } from "./define-pipeline.ts";
import { stageScope, subchart, templateOf } from "./subchart.ts";

/** One template file of a pipeline chart: the objects of one stage. */
export interface StageTemplate {
  /** The stage's name. */
  readonly stage: string;
  readonly documents: Documents;
}

/** The containers and volumes of a chain's stages before the last. */
interface ChainPart {
  readonly initContainers: readonly Container[];
  readonly volumes: readonly Volume[];
}

const chainPartSchema: JsonSchema = {
  type: "object",
  properties: { initContainers: { type: "array", default: [] }, volumes: { type: "array", default: [] } },
};

/** Makes the template of every stage. */
export function createStageTemplates(pipeline: Pipeline): readonly StageTemplate[] {
  const context = include(defineContext(pipeline));
  const chains = pipeline.ordering === "inPod" ? findChains(pipeline.parts) : [];
  const parts = new Map(chains.flat().map((stage) => [stage, defineChainPart(pipeline, stage, context)]));
  return [...pipeline.parts].map(([stage, { stage: model }]) => {
    const chain = chains.find((one) => one.includes(stage));
    const source = { stage, chart: model.chart, context };
    return { stage, documents: chain === undefined ? stageAlone(source) : stageInChain(source, chain, parts) };
  });
}

interface StageSource {
  readonly stage: string;
  readonly chart: Chart;
  readonly context: Expression<object>;
}

function stageAlone({ stage, chart, context }: StageSource): Documents {
  const own = subchart(stage);
  return when(
    nonEmpty(own),
    bind("stage", stageScope(own, context), (scope) => chart.templates.map(({ define }) => include(define, scope))),
  );
}

// The last stage of a chain that is enabled has the Job; the ones before it are containers of its pod.
function stageInChain(
  source: StageSource,
  chain: readonly string[],
  parts: ReadonlyMap<string, Define<ChainPart>>,
): Documents {
  const { stage, chart, context } = source;
  const own = subchart(stage);
  const position = chain.indexOf(stage);
  const before = chain.slice(0, position);
  const after = chain.slice(position + 1).map((name) => nonEmpty(subchart(name)));
  const shared = ["configMap", "persistentVolumeClaim", "extraObjects"];
  const member = chart.templates.filter(({ define }) => shared.some((kind) => define.name === `${chart.name}.${kind}`));
  const carrier = chart.templates.filter((template) => !member.includes(template));
  const documents = (scope: Expression<unknown>): Documents => [
    include(templateOf(chart, "guards"), scope),
    ...member.map(({ define }) => include(define, scope)),
    ...(after.length === 0
      ? carrier.map(({ define }) => include(define, scope))
      : [
          when(
            not(or(...after)),
            carrier.map(({ define }) => include(define, scope)),
          ),
        ]),
  ];
  return when(
    nonEmpty(own),
    bindParts(before, parts, [], (found) => {
      const chainContext = merge<unknown>(
        {
          chain: stage,
          ...(found.length === 0
            ? {}
            : {
                initContainers: concat(...found.map((part) => part.initContainers)),
                volumes: concat(...found.map((part) => part.volumes)),
              }),
        },
        context as Expression<Readonly<Record<string, unknown>>>, // an object of names
      );
      return bind("stage", stageScope(own, chainContext), documents);
    }),
  );
}

type BoundPart = {
  readonly initContainers: Expression<readonly Container[]>;
  readonly volumes: Expression<readonly Volume[]>;
};

function bindParts(
  names: readonly string[],
  parts: ReadonlyMap<string, Define<ChainPart>>,
  found: readonly BoundPart[],
  body: (found: readonly BoundPart[]) => Documents,
): Documents {
  const [name, ...rest] = names;
  const define = name === undefined ? undefined : parts.get(name);
  if (name === undefined || define === undefined) return body(found);
  const variable = name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return bind(variable, include(define), (part) => bindParts(rest, parts, [...found, part], body), chainPartSchema);
}

function defineChainPart(pipeline: Pipeline, stage: string, context: Expression<object>): Define<ChainPart> {
  const chart = chartOf(pipeline, stage);
  const own = subchart(stage);
  const chainContext = merge<unknown>({ chain: stage }, context as Expression<Readonly<Record<string, unknown>>>); // an object of names
  const body = when(
    nonEmpty(own),
    bind("stage", stageScope(own, chainContext), (scope) => ({
      initContainers: include(templateOf(chart, "chainContainers"), scope),
      volumes: include(templateOf(chart, "volumes"), scope),
    })),
  );
  return new Define<ChainPart>(
    `${pipeline.name}.${stage}.chain`,
    "object",
    body,
    `What ${stage} adds to the pod of a later stage; nothing when it is disabled.`,
  );
}

// What every stage may ask of the others: their claims, addresses and labels, as they really are.
function defineContext(pipeline: Pipeline): Define<PipelineContext> {
  const parts = [...pipeline.parts].map(([name, { stage }]) => ({ name, chart: stage.chart }));
  const ask = (name: string, template: Define) => {
    const own = subchart(name);
    return when(nonEmpty(own), include(template, stageScope(own, {})));
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
    "What the stages may ask of one another: the names of claims, the addresses of Services, the labels of pods.",
  );
}

function chartOf(pipeline: Pipeline, stage: string): Chart {
  const part = pipeline.parts.get(stage);
  if (part === undefined)
    throw new TypeError(`Cannot print stage "${stage}": it is not in pipeline "${pipeline.name}"`);
  return part.stage.chart;
}
