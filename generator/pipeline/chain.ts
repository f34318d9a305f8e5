/** The templates of a chain: its last enabled stage has the Job, the ones before it are containers of its pod. */
import type { Container, Volume } from "kubernetes-types/core/v1.d.ts";
import type { Chart } from "../chart/define-chart.ts";
import { bind } from "../expression/bind.ts";
import { Define, include } from "../expression/define.ts";
import type { Expression } from "../expression/expression.ts";
import type { Reference } from "../expression/reference.ts";
import { when } from "../expression/when.ts";
import { concat } from "../functions/lists.ts";
import { nonEmpty, not, or, ternary } from "../functions/logic.ts";
import { merge } from "../functions/maps.ts";
import type { JsonSchema } from "../json-schema.ts";
import { batchJob } from "../library/batch-job/chart.ts";
import type { Documents } from "../manifest/input.ts";
import { stageScope, subchart, templateOf } from "./subchart.ts";

/** A stage, its library chart, and what the pipeline tells it. */
export interface StageSource {
  readonly stage: string;
  readonly chart: Chart;
  readonly context: Expression<object>;
}

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

/** How the documents of each stage of a chain are made, by the stage's name: those of all grow with the chain's square. */
export function createChain(
  pipeline: string,
  chain: readonly string[],
  context: Expression<object>,
): readonly (readonly [string, () => Documents])[] {
  const parts = new Map(chain.map((stage) => [stage, defineChainPart(pipeline, { stage, chart: batchJob, context })]));
  return chain.map((stage, position) => {
    const source = { stage, chart: batchJob, context };
    const create = (): Documents => {
      const later = chain.slice(position + 1).map((name) => nonEmpty(subchart(name)));
      const body = bindParts(chain.slice(0, position), parts, [], (found) =>
        bind("stage", stageScope(subchart(stage), chainContext(source, found)), (scope) => documentsOf(scope, later)),
      );
      return when(nonEmpty(subchart(stage)), body);
    };
    return [stage, create];
  });
}

// What stands beside the Job belongs to each stage; the Job and what it alone needs to the last stage that is enabled.
function documentsOf(scope: Expression<unknown>, later: readonly Expression<boolean>[]): Documents {
  const beside = ["configMap", "persistentVolumeClaim", "extraObjects"].map((kind) => `batch-job.${kind}`);
  const own = batchJob.templates.filter(({ define }) => beside.includes(define.name));
  const carried = batchJob.templates.filter((template) => !own.includes(template));
  const includeAll = (templates: typeof own): readonly Documents[] =>
    templates.map(({ define }) => include(define, scope));
  return [
    include(templateOf(batchJob, "guards"), scope),
    ...(later.length === 0 ? [] : [when(or(...later), include(templateOf(batchJob, "chainGuards"), scope))]),
    ...includeAll(own),
    ...(later.length === 0 ? includeAll(carried) : [when(not(or(...later)), includeAll(carried))]),
  ];
}

type BoundPart = Reference<ChainPart>;

// The context of a stage with what the stages before it bring into its pod.
function chainContext(
  { stage, context }: StageSource,
  before: readonly (readonly [string, BoundPart])[],
): Expression<object> {
  const parts = before.map(([, part]) => part);
  const checksums = before.map(([name, { checksum }]) =>
    ternary<object>(nonEmpty(checksum), { [`checksum/${name}`]: checksum }, {}),
  );
  const brought =
    before.length === 0
      ? {}
      : {
          initContainers: concat(...parts.map((part) => part.initContainers)),
          volumes: concat(...parts.map((part) => part.volumes)),
          pullSecrets: concat(...parts.map((part) => part.pullSecrets)),
          annotations: merge(...(checksums as Expression<Readonly<Record<string, string>>>[])), // a map with an expression in it
        };
  return merge<unknown>({ chain: stage, ...brought }, context as Expression<Readonly<Record<string, unknown>>>); // an object of names
}

function bindParts(
  names: readonly string[],
  parts: ReadonlyMap<string, Define<ChainPart>>,
  found: readonly (readonly [string, BoundPart])[],
  body: (found: readonly (readonly [string, BoundPart])[]) => Documents,
): Documents {
  const [name, ...rest] = names;
  const define = name === undefined ? undefined : parts.get(name);
  if (name === undefined || define === undefined) return body(found);
  const variable = name.replaceAll("-", "_");
  return bind(
    variable,
    include(define),
    (part) => bindParts(rest, parts, [...found, [name, part]], body),
    chainPartSchema,
  );
}

function defineChainPart(pipeline: string, source: StageSource): Define<ChainPart> {
  const own = subchart(source.stage);
  const body = when(
    nonEmpty(own),
    bind("stage", stageScope(own, chainContext(source, [])), (scope) => ({
      initContainers: include(templateOf(batchJob, "chainContainers"), scope),
      volumes: include(templateOf(batchJob, "volumes"), scope),
      pullSecrets: include(templateOf(batchJob, "pullSecrets"), scope),
      checksum: include(templateOf(batchJob, "checksum"), scope),
    })),
  );
  return new Define<ChainPart>(
    `${pipeline}.${source.stage}.chain`,
    "object",
    body,
    `What ${source.stage} adds to the pod of a later stage; nothing when it is disabled.`,
  );
}
