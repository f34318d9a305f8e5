/** The templates of a chain: its last enabled stage has the Job, the stages before it are containers of its pod. */
import type { Container, Volume } from "kubernetes-types/core/v1.d.ts";
import { isTest } from "../../chart/chart-template.ts";
import type { Awaited, ChainContract, StageContract } from "../../chart/stage-contract.ts";
import { bind, bindAll } from "../../expression/bind.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression, Operand } from "../../expression/expression.ts";
import { choose, when } from "../../expression/when.ts";
import { concat } from "../../functions/lists.ts";
import { and, eq, ne, nonEmpty } from "../../functions/logic.ts";
import { type ByName, merge } from "../../functions/maps.ts";
import type { JsonSchema } from "../../json-schema.ts";
import {
  type ChainContext,
  type GateContext,
  type PipelineContext,
  presentGate,
} from "../../library/common/pipeline-context.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { Part, Pipeline } from "../pipeline.ts";
import { stageGate } from "../umbrella/gate-script.ts";
import { ownerGuard } from "../umbrella/pipeline-names.ts";
import { podClaimGuard } from "../umbrella/pod-claims.ts";
import type { StageGate, StageParts } from "../umbrella/stage-parts.ts";
import {
  bindStage,
  lastSubchart,
  type StageContext,
  stageRoot,
  stageScope,
  subchart,
  subchartValues,
} from "../umbrella/subchart.ts";
import { contractOf, dependencyChecks } from "./check-dependencies.ts";
import { checkPodSettings, definePodDefaults, scheduleGuards } from "./lost-settings.ts";

/** What a stage contributes to the pod of a later one. */
interface Contribution {
  readonly initContainers: readonly Container[];
  readonly volumes: readonly Volume[];
  /** The labels by which pods that mount its claims find one another, where pods wait for one another. */
  readonly labels: Readonly<Record<string, string>>;
  readonly pullSecrets: readonly string[];
  /** A hash of the data of the stage's ConfigMaps, or "". */
  readonly checksum: string;
}

const contributionSchema: JsonSchema = {
  type: "object",
  properties: {
    initContainers: { type: "array", default: [] },
    volumes: { type: "array", default: [] },
    labels: { type: "object", default: {} },
    pullSecrets: { type: "array", default: [] },
    checksum: { type: "string", default: "" },
  },
};

/** One stage of a chain. */
interface ChainedStage {
  readonly name: string;
  readonly part: Part;
  readonly contract: StageContract & { readonly chain: ChainContract };
}

/** A chain, as used by its templates; its named templates start with the name of its last stage. */
interface Chain {
  readonly pipeline: Pipeline;
  readonly prefix: string;
  /** From the first to the last. */
  readonly stages: readonly ChainedStage[];
  readonly context: Expression<PipelineContext>;
  /** The name of the host stage, whose Job runs the chain. */
  readonly host: Expression<string>;
  /** By chart: what belongs to a pod or a Job, by default. */
  readonly podDefaults: ReadonlyMap<string, Expression<ByName<unknown>>>;
  readonly isGated: boolean;
}

/** How the pod of a chain waits for stages outside of it, and they for its Job. */
export interface ChainGate {
  /** The gate context of the pod; empty for one that waits for none. */
  readonly context: Pick<StageContext, "Gate">;
  /** Where that is found. */
  readonly gate: Omit<StageGate, "namespace"> | undefined;
  /** Whether stages outside of it depend on one of its stages. */
  readonly isDependency: boolean;
}

/** A chain in a pipeline. */
export interface PodChain {
  /** Makes the parts of each of its stages; without a gate no stage waits for another pod. */
  readonly stages: (gate?: ChainGate) => readonly StageParts[];
  /** What dependents of any of its stages wait for, by the stage that has the pod: its Job. */
  readonly awaited: (gate: Operand<GateContext>) => Input<Readonly<Record<string, Awaited>>>;
}

/** Makes the templates of a chain; `isGated`: whether pods wait for one another, and so must not block a claim. */
export function createChain(
  pipeline: Pipeline,
  names: readonly string[],
  context: Expression<PipelineContext>,
  isGated = false,
): PodChain {
  const prefix = `${pipeline.name}.${names.at(-1)}`;
  const stages = names.flatMap((name) => chainedStage(name, pipeline.parts.get(name)));
  const podDefaults = new Map(
    stages.map(({ part: { stage }, contract }) => [
      stage.chart.name,
      include(definePodDefaults(prefix, stage.chart, contract.chain)),
    ]),
  );
  const chain: Chain = {
    pipeline,
    prefix,
    stages,
    context,
    host: include(defineHost(prefix, names)),
    podDefaults,
    isGated,
  };
  const contributed = include(defineChain(chain));
  return {
    stages: (gate) =>
      stages.map((stage) => ({
        stage: stage.name,
        documents: documentsOf(stage, chain, contributed, gate),
        ...(gate?.gate === undefined ? {} : { gate: stageGate(stage.name, stage.part, gate.gate) }),
        ...testedOf(stage, chain, contributed, gate),
      })),
    awaited: (gate) => awaitedOf(chain, contributed, gate),
  };
}

// The last enabled stage has the Job; while all are disabled, dependents wait for what the pod would.
function awaitedOf(
  { pipeline, stages, context, host }: Chain,
  contributed: Expression<ChainContext>,
  gate: Operand<GateContext>,
) {
  const awaited = stages.map(({ name, contract }) => {
    const scope = stageRoot(pipeline, name, { Pipeline: context, Chain: contributed, Gate: gate });
    return [name, contract.awaited === undefined ? {} : { [name]: include(contract.awaited, scope) }] as const;
  });
  return awaited.reduce<unknown>(
    (otherwise, [name, own]) => choose(eq(host, name), own, otherwise),
    presentGate.upstream,
  ) as Input<Readonly<Record<string, Awaited>>>; // a map of one entry, or that of the dependencies
}

function chainedStage(name: string, part: Part | undefined): readonly ChainedStage[] {
  if (part === undefined) return [];
  const contract = contractOf(part);
  return contract.chain === undefined ? [] : [{ name, part, contract: { ...contract, chain: contract.chain } }];
}

function testedOf(
  { name, contract: { tested } }: ChainedStage,
  { pipeline, context, host }: Chain,
  contributed: Expression<ChainContext>,
  gate: ChainGate | undefined,
): Pick<StageParts, "tested"> {
  if (tested === undefined) return {};
  const scope = stageRoot(pipeline, name, { Pipeline: context, Chain: contributed, ...gate?.context });
  return { tested: when(and(nonEmpty(subchart(name)), eq(host, name)), include(tested, scope)) };
}

// Each stage keeps its own objects; the Job, and the objects that only the Job needs, belong to the host stage.
function documentsOf(
  { name, part, contract }: ChainedStage,
  { pipeline, stages, context, host, podDefaults }: Chain,
  contributed: Expression<ChainContext>,
  gate: ChainGate | undefined,
): Documents {
  const { checks, innerChecks, ownTemplates } = contract.chain;
  const own = ownTemplates.map(({ define }) => define);
  const hosted = part.stage.chart.templates.filter((template) => !own.includes(template.define) && !isTest(template));
  const isLast = name === stages.at(-1)?.name;
  const defaults = podDefaults.get(part.stage.chart.name);
  const lost = (own: Expression<unknown>): readonly Documents[] =>
    defaults === undefined ? [] : [checkPodSettings(name, host, own, subchartValues(host), defaults)];
  const body = bindStage(stageRoot(pipeline, name, { Pipeline: context }), (scope): Documents => {
    const templates = [
      ...dependencyChecks(part, gate?.isDependency === true),
      ...hosted.map(({ define }) => define),
      ...(gate?.context.Gate === undefined || contract.gate === undefined ? [] : [contract.gate]),
    ];
    const job = [
      ...scheduleGuards({ name, contract }, stages.slice(stages.findIndex((own) => own.name === name) + 1)),
      bind("job", stageScope(scope, { Chain: contributed, ...gate?.context }), (root) =>
        templates.map((define) => include(define, root)),
      ),
    ];
    return [
      ownerGuard(pipeline, name),
      podClaimGuard(pipeline, name, part, { Pipeline: context, ...gate?.context }),
      include(checks, scope),
      ...(isLast ? [] : [when(ne(host, name), [include(innerChecks, scope), ...lost(scope.Values)])]),
      ...own.map((define) => include(define, scope)),
      isLast ? job : when(eq(host, name), job),
    ];
  });
  return when(nonEmpty(subchart(name)), body);
}

function defineHost(prefix: string, stages: readonly string[]): Define<string> {
  return new Define<string>(
    `${prefix}.host`,
    "string",
    lastSubchart(stages),
    `The last enabled stage of the chain ${stages.join(", ")}: its Job runs the earlier stages too.`,
  );
}

function defineChain(chain: Chain): Define<ChainContext> {
  const before = chain.stages.slice(0, -1);
  const defines = new Map(before.map((stage) => [stage.name, defineContribution(stage, chain)]));
  const body = bindAll<Contribution>(
    before.map(({ name }) => ({ name, schema: contributionSchema })),
    (name) => include(defines.get(name) as Define<Contribution>), // one for each name
    (contributions) => {
      const all = [...contributions.values()];
      const initContainers = concat(...all.map((own) => own.initContainers));
      const volumes = concat(...all.map((own) => own.volumes));
      const labels = merge<string>(...all.map((own) => own.labels));
      const pullSecrets = concat(...all.map((own) => own.pullSecrets));
      const checksums = [...contributions].map(
        ([stage, { checksum }]) => [`checksum/${stage}`, when(nonEmpty(checksum), checksum)] as const,
      );
      return {
        stage: chain.host,
        initContainers: when(nonEmpty(initContainers), initContainers),
        volumes: when(nonEmpty(volumes), volumes),
        ...(chain.isGated ? { labels: when(nonEmpty(labels), labels) } : {}),
        pullSecrets: when(nonEmpty(pullSecrets), pullSecrets),
        annotations: Object.fromEntries(checksums),
      };
    },
  );
  return new Define<ChainContext>(
    `${chain.prefix}.chain`,
    "object",
    body,
    "What the stages of the chain contribute to the pod of its last enabled stage.",
  );
}

function defineContribution({ name, contract }: ChainedStage, chain: Chain): Define<Contribution> {
  const { containers, volumes, labels, pullSecrets, checksum } = contract.chain;
  const body = when(
    and(nonEmpty(subchart(name)), ne(chain.host, name)),
    bind("stage", stageRoot(chain.pipeline, name, { Pipeline: chain.context, Chain: { stage: name } }), (scope) => ({
      initContainers: include(containers, scope),
      volumes: include(volumes, scope),
      ...(chain.isGated && labels !== undefined ? { labels: include(labels, scope) } : {}),
      pullSecrets: include(pullSecrets, scope),
      checksum: include(checksum, scope),
    })),
  ) as unknown as Input<Contribution>; // as the contract says of each part
  return new Define<Contribution>(
    `${chain.pipeline.name}.${name}.contribution`,
    "object",
    body,
    `What ${name} contributes to the pod of a later stage; nothing when it is disabled or has the pod itself.`,
  );
}
