/** Pipelines as data: volumes, stages and their dependencies; checked before anything is printed. */
import { checkName, checkVersion } from "../chart/define-chart.ts";
import { type Overridable, Stage } from "../stage/stage.ts";
import type { ExtraObjectOptions } from "../values/objects/extra-object.ts";
import { type NameOf, resolveReferences } from "../values/references.ts";
import { show } from "../values/refusals/words.ts";
import { checkContracts } from "./check-contracts.ts";
import { checkDefinition, checkDependsOn, checkEnvironmentMap } from "./check-definition.ts";
import { checkCharts, checkEnvironmentName, checkPrefixes, checkStageName } from "./check-names.ts";
import { checkVolumes } from "./check-volumes.ts";
import type { PipelineOverrides } from "./environments/overrides.ts";
import { checkOrdering } from "./orderings/check-ordering.ts";
import { chooseOrdering, type MixedOrdering, type OrderingName } from "./orderings/orderings.ts";
import type { Pipeline, Rerun } from "./pipeline.ts";
import { PipelineError } from "./pipeline-error.ts";
import { checkGraph } from "./stage-graph.ts";

/** Any stage. The type leaves out the dependencies, so that TypeScript infers them from the stage. */
export type AnyStage = Pick<Stage, "chart" | "values"> & Overridable<object>;

/** The names of the dependencies of a stage. */
type UpstreamOf<S> = S extends { readonly dependsOn: readonly (infer Name)[] } ? Name : never;

/** Whether names are known to the type checker: those of stages that a loop makes are not. */
type AreKnown<Name> = string extends Name ? false : true;

/**
 * The dependencies that no stage has as its name. What TypeScript does not know is checked when the pipeline is made.
 */
type UnknownUpstream<S> = {
  [K in keyof S]-?: AreKnown<UpstreamOf<S[K]>> extends true ? Exclude<UpstreamOf<S[K]>, keyof S> : never;
}[keyof S];

/** Nothing when all dependencies are stages of the pipeline, else a field that no stages have, named by the error. */
type KnownUpstream<S> = [UnknownUpstream<S>] extends [never]
  ? unknown
  : { readonly "dependsOn names a stage that is not in the pipeline": UnknownUpstream<S> };

/** The values that an environment may set of one stage: its overrides, and whether it is enabled. */
type OverridesOf<S> =
  S extends Overridable<infer O extends object> ? ("enabled" extends keyof O ? O : O & Switch) : never;

/** The value that an environment may set of any stage. */
interface Switch {
  /** Whether the pipeline has the stage */
  readonly enabled?: boolean | undefined;
}

/** What an environment sets: values of stages by name, and of all stages. */
export type EnvironmentValues<V, S> = ByName<V> & ByName<S> & ByAnyName<V, S> & PipelineOverrides;

type ByName<M> = AreKnown<keyof M> extends true ? { readonly [K in keyof M]?: OverridesOf<M[K]> | undefined } : unknown;

/**
 * Values of stages whose names are not known: the values of any stage, where all are of one type, such as that of
 * `Object.fromEntries()`; any values, where they are spread next to others in a literal, which loses their type, and
 * one of the others depends on them. Both are checked when the pipeline is made.
 */
type ByAnyName<V, S> =
  AreKnown<keyof V | keyof S> extends false
    ? { readonly [name: string]: OverridesOf<V[keyof V] | S[keyof S]> | PipelineOverrides[keyof PipelineOverrides] }
    : AreKnown<UpstreamOf<S[keyof S]>> extends false
      ? { readonly [name: string]: object | undefined }
      : unknown;

/** The definition of a pipeline. */
export interface PipelineDefinition<V, S> {
  /** The chart's name: small letters, digits and dashes. */
  readonly name: string;
  /** A semantic version. */
  readonly version: string;
  /**
   * What the pipeline does, for `Chart.yaml` and the README: one sentence without a final period. Default:
   * `Data pipeline of 3 stages`, with the number of its stages.
   */
  readonly description?: string;
  /**
   * Default: `inPod` where all dependencies are within chains of batch stages that can share a pod, else `gates`. In a
   * graph, `{ inPod: [["extract", "load"]] }` names stages that share a pod, while all others wait in gates.
   */
  readonly ordering?: OrderingName | MixedOrdering<NoInfer<keyof S & string>>;
  /** Default: `downstream`. */
  readonly rerun?: Rerun;
  /** Volumes by name. */
  readonly volumes?: V;
  /** Stages by name: the names of their objects start with it. */
  readonly stages: S & KnownUpstream<S>;
  /** Objects of the pipeline's own, by id, in addition to those of its stages. */
  readonly extraObjects?: Readonly<Record<string, ExtraObjectOptions>>;
  /** Values files by environment. */
  readonly environments?: Readonly<Record<string, EnvironmentValues<NoInfer<V>, NoInfer<S>>>>;
}

/**
 * Defines a pipeline: an umbrella chart with a subchart for each volume and stage.
 *
 * @throws PipelineError, ChartError
 */
export function definePipeline<
  V extends Readonly<Record<string, AnyStage>> = Record<never, never>,
  S extends Readonly<Record<string, AnyStage>> = Record<never, never>,
>(definition: PipelineDefinition<V, S>): Pipeline<NoInfer<V>, NoInfer<S>> {
  checkDefinition(definition);
  const { name, version } = definition;
  checkName(name);
  checkVersion(name, version);
  const volumes = modelsOf(name, definition.volumes ?? {});
  const stages = modelsOf(name, definition.stages);
  const all = [...volumes, ...stages];
  for (const [stage] of all) checkStageName(name, stage);
  const twice = stages.find(([stage]) => Object.hasOwn(definition.volumes ?? {}, stage));
  if (twice !== undefined)
    throw new PipelineError(name, twice[0], "a name of its own", "one that a volume and a stage share");
  checkPrefixes(
    name,
    all.map(([key]) => key),
  );
  checkCharts(name, all);
  checkContracts(name, all);
  const nameOf = stageNames(name, all);
  const parts = new Map(all.map(([key, stage]) => [key, { stage, values: toPlain(stage.values, nameOf(), key) }]));
  for (const [key, { dependsOn }] of all) checkDependsOn(name, key, dependsOn);
  checkVolumes(name, volumes, stages);
  checkGraph(name, new Map(stages.map(([key, stage]) => [key, stage.dependsOn])));
  const given = Object.entries<object>(definition.environments ?? {});
  for (const [environmentName, values] of given) {
    checkEnvironmentName(name, environmentName);
    checkEnvironmentMap(name, environmentName, values);
  }
  const environments = new Map(given.map(([key, values]) => [key, toPlain(values, nameOf(key))]));
  const pipeline: Pipeline<V, S> = {
    name,
    version,
    description:
      definition.description ?? `Data pipeline of ${stages.length} ${stages.length === 1 ? "stage" : "stages"}`,
    source: "TypeScript",
    ordering: chooseOrdering(definition.ordering, parts, [...environments.values()]),
    rerun: definition.rerun ?? "downstream",
    parts,
    extraObjects: toPlain(definition.extraObjects ?? {}, nameOf(), "extraObjects", true),
    environments,
  };
  checkOrdering(pipeline);
  return pipeline;
}

/** A pipeline whose generated files name another TypeScript file as their source. */
export function withSource<V, S>(pipeline: Pipeline<V, S>, source: string): Pipeline<V, S> {
  return { ...pipeline, source };
}

/**
 * A copy of a pipeline with one more environment, or with other values for an environment that it has.
 *
 * @throws PipelineError where its stages cannot run with these values
 */
export function withEnvironment<V, S>(
  pipeline: Pipeline<V, S>,
  name: string,
  values: EnvironmentValues<V, S>,
): Pipeline<V, S> {
  checkEnvironmentName(pipeline.name, name);
  checkEnvironmentMap(pipeline.name, name, values);
  const nameOf = stageNames(
    pipeline.name,
    [...pipeline.parts].map(([key, { stage }]) => [key, stage]),
  );
  const extended = {
    ...pipeline,
    environments: new Map([...pipeline.environments, [name, toPlain(values, nameOf(name))]]),
  };
  checkOrdering(extended);
  return extended;
}

function modelsOf(pipeline: string, models: object): readonly (readonly [string, Stage])[] {
  return Object.entries(models).map(([key, model]: [string, unknown]) => {
    if (!(model instanceof Stage)) {
      throw new PipelineError(pipeline, key, "a model such as new BatchJob({...})", show(model));
    }
    return [key, model];
  });
}

function toPlain(values: object, nameOf: NameOf, path = "", isInObject = false): object {
  return resolveReferences(values, nameOf, path, isInObject) as object; // an object stays one
}

// By environment; without one, of the pipeline's own values.
function stageNames(pipeline: string, parts: readonly (readonly [string, Stage])[]): (environment?: string) => NameOf {
  const names = new Map<object, string>(parts.map(([key, stage]) => [stage, key]));
  return (environment) => (owner, path) => {
    const name = names.get(owner);
    if (name !== undefined) return name;
    const wanted = "a reference to a stage or a volume of this pipeline";
    throw new PipelineError(pipeline, path, wanted, "one to a model that is not in it", environment);
  };
}
