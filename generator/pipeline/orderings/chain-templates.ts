/** The templates of a chain: its last enabled stage has the Job, the ones before it are containers of its pod. */
import type { Container, Volume } from "kubernetes-types/core/v1.d.ts";
import { isTest } from "../../chart/chart-template.ts";
import { bind } from "../../expression/bind.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import type { Reference } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { concat } from "../../functions/lists.ts";
import { and, eq, ne, nonEmpty } from "../../functions/logic.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { batchJob } from "../../library/batch-job/chart.ts";
import type { ChainContext, PipelineContext } from "../../library/common/pipeline-context.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { StageParts } from "../umbrella/stage-parts.ts";
import { bindStage, globalGuard, lastSubchart, stageScope, subchart, templateOf } from "../umbrella/subchart.ts";

/** What a stage adds to the pod of a later one. */
interface ChainPart {
  readonly initContainers: readonly Container[];
  readonly volumes: readonly Volume[];
  readonly pullSecrets: readonly string[];
  /** A hash of the data of the stage's ConfigMaps, or "". */
  readonly checksum: string;
}

const chainPartSchema: JsonSchema = {
  type: "object",
  properties: {
    initContainers: { type: "array", default: [] },
    volumes: { type: "array", default: [] },
    pullSecrets: { type: "array", default: [] },
    checksum: { type: "string", default: "" },
  },
};

type BoundPart = Reference<ChainPart>;

/** A chain as its templates see it; its named templates start with the name of its last stage. */
interface Chain {
  readonly prefix: string;
  /** From the first to the last. */
  readonly stages: readonly string[];
  readonly context: Expression<PipelineContext>;
  /** The name of the stage whose Job runs the chain. */
  readonly carrier: Expression<string>;
}

/** Makes what each stage of a chain has. */
export function createChain(
  pipeline: string,
  stages: readonly string[],
  context: Expression<PipelineContext>,
): readonly StageParts[] {
  const last = stages.at(-1) ?? "";
  const prefix = `${pipeline}.${last}`;
  const chain: Chain = { prefix, stages, context, carrier: include(defineCarrier(prefix, stages)) };
  const brought = include(defineBrought(chain, pipeline));
  return stages.map((stage) => ({
    stage,
    documents: documentsOf(stage, chain, brought),
    tested: when(
      and(nonEmpty(subchart(stage)), eq(chain.carrier, stage)),
      include(templateOf(batchJob, "tested"), stageScope(subchart(stage), { Pipeline: context, Chain: brought })),
    ),
  }));
}

// What stands beside the Job belongs to each stage; the Job and what it alone needs to the one that carries the chain.
function documentsOf(stage: string, { stages, context, carrier }: Chain, brought: Expression<ChainContext>): Documents {
  const beside = ["configMap", "persistentVolumeClaim", "extraObjects"].map((kind) => `batch-job.${kind}`);
  const own = batchJob.templates.filter(({ define }) => beside.includes(define.name));
  const carried = batchJob.templates.filter((template) => !own.includes(template) && !isTest(template));
  const isLast = stage === stages.at(-1);
  const body = bindStage(stageScope(subchart(stage), { Pipeline: context }), (scope): Documents => {
    const job = bind("job", stageScope(scope, { Chain: brought }), (root) =>
      carried.map(({ define }) => include(define, root)),
    );
    return [
      globalGuard(stage, scope),
      include(templateOf(batchJob, "guards"), scope),
      ...(isLast ? [] : [when(ne(carrier, stage), include(templateOf(batchJob, "chainGuards"), scope))]),
      ...own.map(({ define }) => include(define, scope)),
      isLast ? job : when(eq(carrier, stage), job),
    ];
  });
  return when(nonEmpty(subchart(stage)), body);
}

function defineCarrier(prefix: string, stages: readonly string[]): Define<string> {
  return new Define<string>(
    `${prefix}.carrier`,
    "string",
    lastSubchart(stages),
    `The last enabled stage of the chain ${stages.join(", ")}: its Job runs those before it too.`,
  );
}

function defineBrought(chain: Chain, pipeline: string): Define<ChainContext> {
  const before = chain.stages.slice(0, -1).map((stage) => [stage, definePart(stage, chain, pipeline)] as const);
  const body = bindParts(before, [], (parts) => {
    const all = parts.map(([, part]) => part);
    const initContainers = concat(...all.map((part) => part.initContainers));
    const volumes = concat(...all.map((part) => part.volumes));
    const pullSecrets = concat(...all.map((part) => part.pullSecrets));
    const checksums = parts.map(
      ([stage, { checksum }]) => [`checksum/${stage}`, when(nonEmpty(checksum), checksum)] as const,
    );
    return {
      stage: chain.carrier,
      initContainers: when(nonEmpty(initContainers), initContainers),
      volumes: when(nonEmpty(volumes), volumes),
      pullSecrets: when(nonEmpty(pullSecrets), pullSecrets),
      annotations: Object.fromEntries(checksums),
    } as unknown as Input<ChainContext>; // a list that is absent is an empty one to who reads it
  });
  return new Define<ChainContext>(
    `${chain.prefix}.chain`,
    "object",
    body,
    `What the stages of the chain bring into the pod of its last enabled stage.`,
  );
}

function definePart(stage: string, { carrier, context }: Chain, pipeline: string): Define<ChainPart> {
  const own = subchart(stage);
  const body = when(
    and(nonEmpty(own), ne(carrier, stage)),
    bind("stage", stageScope(own, { Pipeline: context, Chain: { stage } }), (scope) => ({
      initContainers: include(templateOf(batchJob, "chainContainers"), scope),
      volumes: include(templateOf(batchJob, "volumes"), scope),
      pullSecrets: include(templateOf(batchJob, "pullSecrets"), scope),
      checksum: include(templateOf(batchJob, "checksum"), scope),
    })),
  );
  return new Define<ChainPart>(
    `${pipeline}.${stage}.part`,
    "object",
    body,
    `What ${stage} adds to the pod of a later stage; nothing when it is disabled or has the pod itself.`,
  );
}

function bindParts<T>(
  defines: readonly (readonly [string, Define<ChainPart>])[],
  bound: readonly (readonly [string, BoundPart])[],
  body: (parts: readonly (readonly [string, BoundPart])[]) => T,
): unknown {
  const [first, ...rest] = defines;
  if (first === undefined) return body(bound);
  const [stage, define] = first;
  const variable = stage.replaceAll("-", "_");
  return bind(
    variable,
    include(define),
    (part) => bindParts(rest, [...bound, [stage, part]], body) as NonNullable<unknown>, // a bind, or what the body makes
    chainPartSchema,
  );
}
