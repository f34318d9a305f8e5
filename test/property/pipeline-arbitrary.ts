/** Random pipelines with values for them. */
import fc from "fast-check";
import type { Chart } from "../../generator/chart.ts";
import { coalesceValues, type Values } from "../../generator/evaluate/coalesce-values.ts";
import { isMap } from "../../generator/is-map.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { library } from "../../generator/library/library.ts";
import type { Pipeline } from "../../generator/mod.ts";
import { pipelineSchema } from "../../generator/pipeline/environments/compose-schema.ts";
import { PipelineError } from "../../generator/pipeline/pipeline-error.ts";
import { listUnreadableTexts } from "../../generator/values/list-unreadable-texts.ts";
import { compileSchema, ValuesError } from "../../generator/values/validate-values.ts";
import { type Drawn, fittingOf } from "./draw-cases.ts";
import {
  defineFrom,
  orderings,
  type PipelinePlan,
  reruns,
  type StagePlan,
  stageKinds,
  type VolumePlan,
} from "./pipeline-plan.ts";
import { pipelineSubject } from "./pipeline-subject.ts";
import { chartSubject, createNames, type Subject, withNotes } from "./subject.ts";
import { valuesArbitrary } from "./values-arbitrary.ts";

const VOLUMES = ["workspace", "archive"];
// Among them what every JavaScript object has.
const STAGES = ["extract", "transform", "load", "store", "serve", "constructor", "to-string", "a1"];
const CHARTS = { BatchJob: "batch-job", ServiceStage: "service-stage", StatefulStage: "stateful-stage" } as const;
const IMAGE = { image: { repository: "app", tag: "1" } };
const SERVED = { ports: { http: { containerPort: 8080 } }, service: { ports: { http: { port: 80 } } } };
const BASES: Readonly<Record<string, Values>> = {
  "batch-job": IMAGE,
  "csi-volume": { volumes: { data: { claim: { size: "1Gi" } } } },
  "service-stage": { ...IMAGE, ...SERVED },
  "stateful-stage": { ...IMAGE, ...SERVED },
};

/** What is drawn of one library chart, wherever it is a stage. */
interface ChartSource {
  readonly subject: Subject;
  readonly check: (values: unknown) => readonly unknown[];
  /** Values of a definition: they stand alone, and the guards admit them. */
  readonly defined: fc.Arbitrary<Values>;
  /** Values over those of a definition. */
  readonly over: fc.Arbitrary<Values>;
}

/** Draws pipelines, each in its environment where it has one, with values for all of its stages. */
export function pipelineArbitrary(): fc.Arbitrary<Drawn> {
  const sources = createChartSources();
  return planArbitrary(sources)
    .map((plan) => ({ plan, subject: subjectOf(plan, sources) }))
    .filter(({ subject }) => subject !== undefined)
    .chain(({ plan, subject }) => (subject === undefined ? fc.constant([]) : drawOver(plan, subject, sources)))
    .filter((drawn) => drawn.length > 0)
    .map(([drawn]) => drawn as Drawn); // there is one
}

// What is drawn is in values or, half of the time, in an environment, with other values over it.
function drawOver(plan: PipelinePlan, subject: Subject, sources: ChartSources): fc.Arbitrary<readonly Drawn[]> {
  const over = overArbitrary(plan, subject, sources);
  return fc.oneof(
    fittingOf(subject, over).map((values) => [{ subject, values }]),
    fittingOf(subject, over)
      .map(toReadableValues)
      .filter((values) => subject.check(subject.merge(values)).length === 0)
      .chain((values): fc.Arbitrary<readonly Drawn[]> => {
        const inProd = subjectOf({ ...plan, environments: { prod: values } }, sources);
        if (inProd === undefined) return fc.constant([]);
        return fittingOf(inProd, over).map((some) => [{ subject: inProd, values: some }]);
      }),
  );
}

type ChartSources = ReadonlyMap<string, ChartSource>;

function createChartSources(): ChartSources {
  return new Map(library.map((chart) => [chart.name, createChartSource(chart)]));
}

function createChartSource(chart: Chart): ChartSource {
  const subject = chartSubject(chart);
  const base = BASES[chart.name] ?? {};
  const names = createNames([], { stages: STAGES, volumes: ["data"] });
  const over = valuesArbitrary(subject.model, { names, base });
  const defined = fittingOf(
    subject,
    over.map((values) => coalesceValues(base, values)),
    0,
  );
  // Models check values without defaults.
  const readable = defined
    .map(toReadableValues)
    .map(withoutTimeToLive)
    .filter((values) => subject.check(values).length === 0);
  return { subject, check: subject.check, over, defined: fc.oneof(fc.constant(base), readable) };
}

// No Job of a pipeline has one; a CronJob's does, but for the definition, which knows no guards, that is too much.
function withoutTimeToLive(values: Values): Values {
  const { job, ...others } = values;
  if (!isMap(job)) return values;
  const { ttlSecondsAfterFinished: _, ...rest } = job;
  return { ...others, job: rest };
}

// A definition takes no text that some Helm cannot read; values do.
function toReadableValues(values: Values): Values {
  return toReadable(values) as Values; // a map stays one
}

function toReadable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toReadable).filter((item) => item !== undefined);
  if (isMap(value)) {
    const entries = Object.entries(value).filter(([key]) => listUnreadableTexts({ [key]: "" }).length === 0);
    return Object.fromEntries(
      entries.map(([key, child]) => [key, toReadable(child)] as const).filter(([, child]) => child !== undefined),
    );
  }
  return listUnreadableTexts(value).length === 0 ? value : undefined;
}

/** Plans of pipelines; some are refused, as a name that begins with another's. */
export function planArbitrary(sources: ChartSources = createChartSources()): fc.Arbitrary<PipelinePlan> {
  const definedOf = (chart: string): fc.Arbitrary<Values> => sources.get(chart)?.defined ?? fc.constant({});
  const volumes = fc
    .subarray(VOLUMES)
    .chain((names) =>
      fc.tuple(...names.map((name) => definedOf("csi-volume").map((values): VolumePlan => ({ name, values })))),
    );
  const names = fc.uniqueArray(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...STAGES) }, fc.stringMatching(/^[a-z][a-z0-9-]{0,32}$/)),
    { minLength: 1, maxLength: 5 },
  );
  const stages = fc.tuple(volumes, names).chain(([someVolumes, someNames]) =>
    fc.tuple(
      fc.constant(someVolumes),
      fc.tuple(
        ...someNames.map((name, i) =>
          stageArbitrary(
            name,
            someNames.slice(0, i),
            someVolumes.map((volume) => volume.name),
            definedOf,
          ),
        ),
      ),
    ),
  );
  // Named templates carry the name: no two pipelines of a batch may share it.
  const id = fc.noBias(fc.integer({ min: 0, max: 2 ** 31 - 1 }));
  return fc
    .tuple(id, fc.constantFrom(...reruns), stages)
    .chain(([number, rerun, [someVolumes, someStages]]) =>
      fc.subarray(someStages.map(({ name }) => name)).map((named) => ({
        name: `p${number.toString(36)}`,
        rerun,
        volumes: someVolumes,
        stages: someStages,
        named,
        environments: {},
      })),
    )
    .chain((plan) => {
      const fitting = orderings.map((ordering) => ({ ...plan, ordering })).filter(isDefined);
      const mixed = listMixed(plan).filter(isDefined);
      const ordered = fitting.length === 0 ? orderings.map((ordering) => ({ ...plan, ordering })) : fitting;
      return fc.oneof(fc.constantFrom(...ordered), ...(mixed.length === 0 ? [] : [fc.constantFrom(...mixed)]));
    });
}

/** Plans in which batch jobs that follow one another share a pod; those before the last one as drawn, or plain. */
function listMixed(plan: Omit<PipelinePlan, "ordering">): readonly PipelinePlan[] {
  return listChains(plan.stages).flatMap((names): readonly PipelinePlan[] => {
    const ordering = { inPod: [names] };
    const heads = new Set(names.slice(0, -1));
    const stages = plan.stages.map((stage) => (heads.has(stage.name) ? { ...stage, values: IMAGE } : stage));
    return [
      { ...plan, ordering },
      { ...plan, stages, ordering },
    ];
  });
}

/** Batch jobs of which each depends on the one before, as many as there are, and two of them. */
function listChains(stages: readonly StagePlan[]): readonly (readonly string[])[] {
  const chains: string[][] = [];
  for (const { name, kind, dependsOn } of stages) {
    if (kind !== "BatchJob") continue;
    const chain = chains.find((one) => dependsOn.includes(one.at(-1) ?? ""));
    if (chain === undefined) chains.push([name]);
    else chain.push(name);
  }
  return chains
    .filter(({ length }) => length > 1)
    .flatMap((chain) => (chain.length > 2 ? [chain, chain.slice(-2)] : [chain]));
}

function isDefined(plan: PipelinePlan): boolean {
  try {
    defineFrom(plan);
    return true;
  } catch (error) {
    if (error instanceof PipelineError || error instanceof ValuesError) return false;
    throw error;
  }
}

// Half of the stages are batch jobs that wait for the one before: chains are longer than chance would have them.
function stageArbitrary(
  name: string,
  before: readonly string[],
  volumes: readonly string[],
  definedOf: (chart: string) => fc.Arbitrary<Values>,
): fc.Arbitrary<StagePlan> {
  const kind = fc.oneof(fc.constant("BatchJob" as const), fc.constantFrom(...stageKinds));
  const dependsOn = fc.oneof(fc.constant(before.slice(-1)), fc.subarray([...before]));
  return fc
    .tuple(
      kind,
      dependsOn,
      fc.subarray([...volumes]),
      fc.subarray([...before], { maxLength: Math.min(2, before.length) }),
    )
    .chain(([itsKind, itsUpstream, mounts, reads]) =>
      definedOf(CHARTS[itsKind]).map((values) => ({
        name,
        kind: itsKind,
        values,
        dependsOn: itsUpstream,
        mounts,
        reads,
      })),
    );
}

function overArbitrary(
  { volumes, stages }: PipelinePlan,
  { model, names, base, parts }: Subject,
  sources: ChartSources,
): fc.Arbitrary<Values> {
  const charts = [
    ...volumes.map(({ name }) => [name, "csi-volume"] as const),
    ...stages.map(({ name, kind }) => [name, CHARTS[kind]] as const),
  ];
  const fields = charts.map(([name, chart]) => {
    const over = sources.get(chart)?.over ?? fc.constant({});
    return fc.oneof(
      fc.constant([]),
      over.map((values) => [[name, values] as const]),
    );
  });
  const own = Object.entries(model.properties ?? {}).filter(([key]) => !parts.includes(key));
  const ofPipeline = valuesArbitrary({ type: "object", properties: Object.fromEntries(own) }, { names, base });
  return fc.tuple(ofPipeline, ...fields).map(([some, ...all]) => ({ ...some, ...Object.fromEntries(all.flat()) }));
}

/** The pipeline of a plan in its environment, printed; undefined where it is refused. */
function subjectOf(plan: PipelinePlan, sources: ChartSources): Subject | undefined {
  try {
    const pipeline = defineFrom(plan);
    const [environment] = pipeline.environments.keys();
    const check = checkOf(pipeline, sources);
    const subject = pipelineSubject(pipeline, { check, ...(environment === undefined ? {} : { environment }) });
    subject.files();
    return withNotes({ ...subject, definition: plan });
  } catch (error) {
    if (error instanceof PipelineError || error instanceof ValuesError) return undefined;
    throw error;
  }
}

// To compile the schema of each pipeline would take longer than all else: it is put together of checks that are known.
function checkOf(pipeline: Pipeline, sources: ChartSources): (merged: unknown) => readonly unknown[] {
  const { definitions = {}, properties = {} } = pipelineSchema(pipeline);
  const checks = new Map<string, (values: unknown) => readonly unknown[]>([
    ...["global", "nameOverride", "tests", "extraObjects"].map(
      (key) => [key, ownCheck({ ...properties[key], definitions })] as const,
    ),
    ["enabled", (value) => (typeof value === "boolean" ? [] : ["enabled"])],
    ...[...pipeline.parts].map(
      ([name, { stage }]) => [name, sources.get(stage.chart.name)?.check ?? (() => [])] as const,
    ),
  ]);
  return (merged) => Object.entries(merged as object).flatMap(([key, value]) => checks.get(key)?.(value) ?? [key]); // values are a map
}

const ownChecks = new Map<string, (values: unknown) => readonly unknown[]>();

function ownCheck(schema: JsonSchema): (values: unknown) => readonly unknown[] {
  const { definitions: _, ...own } = schema; // the same wherever the rest is
  const id = JSON.stringify(own);
  const check = ownChecks.get(id) ?? compileSchema(schema);
  ownChecks.set(id, check);
  return check;
}
