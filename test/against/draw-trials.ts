/** What is compared by name: each library chart, pipelines that are drawn, and the examples. */
import fc from "fast-check";
import type { Chart } from "../../generator/chart.ts";
import { coalesceValues, type Values } from "../../generator/evaluate/coalesce-values.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { library } from "../../generator/library/library.ts";
import { refusedValues } from "../../mutation/charts/cases/refused-values.ts";
import { valuesOf } from "../property/draw-cases.ts";
import { mutationOf } from "../property/mutate-values.ts";
import { pipelineArbitrary } from "../property/pipeline-arbitrary.ts";
import type { PipelinePlan } from "../property/pipeline-plan.ts";
import { chartSubject, type Subject } from "../property/subject.ts";
import { contestedValues } from "./contested/contested-values.ts";
import { listChartTrials, listExampleTrials, listRefusedTrials } from "./fixed-trials.ts";
import { nearValues } from "./near-values.ts";
import type { RenderOptions, Target } from "./side.ts";
import type { Trial } from "./trial.ts";

/** Trials of one kind. */
export interface TrialSource {
  readonly name: string;
  /** Trials that are rendered in each run. */
  readonly fixed: readonly Trial[];
  /** Trials that a guard refuses: what is said of them must be said of drawn ones, too. */
  readonly refused: readonly Trial[];
  /** Several trials that have most in common. */
  readonly drawn: fc.Arbitrary<readonly Trial[]>;
  /** Trials near to one that is refused. */
  readonly near: (refused: Trial) => fc.Arbitrary<Trial>;
  /** The models of the values that messages may be about. */
  readonly models: readonly JsonSchema[];
}

/** The names of all sources, in their order. */
export const sourceNames: readonly string[] = [...library.map(({ name }) => name), "pipelines", "examples"];

const models = library.map((chart) => chart.values as JsonSchema); // a TypeBox schema is a JSON schema
const charts = { BatchJob: "batch-job", ServiceStage: "service-stage", StatefulStage: "stateful-stage" } as const;
const image = { repository: "busybox", tag: "1.36" };

/** Makes a source; `examples` are those of the current generator. */
export function createTrialSource(name: string, examples: ReadonlyMap<string, Target>): TrialSource {
  const chart = library.find((one) => one.name === name);
  if (chart !== undefined) return createChartSource(chart);
  if (name === "examples") return createExampleSource(examples);
  return { name, fixed: [], refused: [], drawn: planTrials(), near: (trial) => fc.constant(trial), models };
}

type Settings = Omit<RenderOptions, "values" | "environment">;

const settings: fc.Arbitrary<Settings> = fc.record(
  {
    release: fc.constantFrom(
      { name: "rel", namespace: "data" },
      { name: "r".repeat(53), namespace: "n".repeat(63) },
      { name: "c1", namespace: "default" },
    ),
    alias: fc.constantFrom("c1", "other"),
    capabilities: fc.record(
      {
        // An older one refuses most values that are drawn, for a field that it lacks.
        kubeVersion: fc.oneof(
          { weight: 9, arbitrary: fc.constant("1.36.0") },
          { weight: 1, arbitrary: fc.constantFrom("1.28.0", "1.29.3", "1.33.1") },
        ),
        apiVersions: fc.subarray(["v1", "apps/v1", "monitoring.coreos.com/v1", "networking.k8s.io/v1/Ingress"]),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["release"] },
);

function createChartSource(chart: Chart): TrialSource {
  const { name } = chart;
  const subject = { kind: "chart", name } as const;
  const drawnSubject = chartSubject(chart);
  const minimal: Values = name === "csi-volume" ? {} : { image };
  const contested = contestedValues(name);
  const drawnValues = valuesOf(drawnSubject);
  const trialsOf = (all: readonly Values[], more: Settings): readonly Trial[] =>
    all.map((values) => ({ subject, options: { ...more, values } }));
  const drawn = drawnValues.chain((values) =>
    fc
      .tuple(
        contested,
        contested,
        contested,
        nearValues(values),
        mutated(drawnSubject, values),
        fc.nat({ max: 4 }),
        settings,
      )
      .map(([over, alone, other, near, wrong, turn, more]) =>
        trialsOf(
          [
            values,
            coalesceValues(values, over),
            coalesceValues(minimal, alone),
            coalesceValues(minimal, other),
            turn === 0 ? wrong : near,
          ],
          more,
        ),
      ),
  );
  const refused = (refusedValues[name] ?? []).map((values): Trial => ({ subject, options: { values } }));
  return {
    name,
    fixed: listChartTrials(name),
    refused,
    drawn,
    near: (trial) =>
      fc.tuple(fc.oneof(fc.constant({}), contested, drawnValues), settings).map(([below, more]) => ({
        subject,
        options: { ...more, values: coalesceValues(below, trial.options.values) },
      })),
    models: [chart.values as JsonSchema], // likewise
  };
}

function mutated(subject: Subject, values: Values): fc.Arbitrary<Values> {
  return mutationOf(fc.constant({ subject, values })).map((drawn) => drawn.values);
}

/** Values for stages that contend, or that tell a stage what it cannot be in a pipeline. */
function stageValues(stages: ReadonlyMap<string, string>): fc.Arbitrary<Values> {
  if (stages.size === 0) return fc.constant({});
  const names = [...stages.keys()];
  const one = fc
    .constantFrom(...stages)
    .chain(([stage, chart]) =>
      fc.oneof(
        { weight: 8, arbitrary: contestedValues(chart).map((values) => ({ [stage]: values })) },
        { weight: 1, arbitrary: fc.constantFrom<Values>(...oddStages(names)).map((values) => ({ [stage]: values })) },
        { weight: 1, arbitrary: fc.constantFrom(...oddGlobals) },
      ),
    );
  return fc.oneof(
    one,
    fc.tuple(one, one).map(([a, b]) => coalesceValues(a, b)),
  );
}

const oddStages = (stages: readonly string[]): readonly Values[] => [
  { enabled: false },
  { namespaceOverride: "other" },
  { service: { enabled: false } },
  { service: { ports: { http: { protocol: "UDP" } } } },
  { kind: "CronJob", cron: { schedule: "@daily" } },
  { global: { pipeline: null } },
  { networkPolicy: { enabled: true, fromStages: stages, toStages: stages } },
  { env: Object.fromEntries(stages.map((stage, i) => [`A${i}`, { fromService: { stage, port: "http" } }])) },
];
const oddGlobals: readonly Values[] = [
  { global: { imageRegistry: "mirror.example.com", pipeline: { runId: "2" } } },
  { global: { pipeline: { gate: { image: { repository: "" } } } } },
  { global: { pipeline: { gate: { image: { tag: "" } } } } },
  { global: { pipeline: { gate: { resources: { requests: { "a/b": "1" } } } } } },
  { global: { pipeline: { gate: { timeoutSeconds: 60 } } } },
  { tests: { enabled: false } },
];

const VARIANTS = 8;

function planTrials(): fc.Arbitrary<readonly Trial[]> {
  return pipelineArbitrary().chain(({ subject: { definition }, values }) => {
    const plan = definition as PipelinePlan; // each of these pipelines has one
    const stages = new Map([
      ...plan.volumes.map((volume) => [volume.name, "csi-volume"] as const),
      ...plan.stages.map((stage) => [stage.name, charts[stage.kind]] as const),
    ]);
    const [environment] = Object.keys(plan.environments);
    const subject = { kind: "plan", plan } as const;
    const variants = fc.array(fc.tuple(stageValues(stages), fc.boolean()), {
      minLength: VARIANTS,
      maxLength: VARIANTS,
    });
    return fc.tuple(settings, variants, wrongPlan(plan)).map(([more, overs, wrong]): readonly Trial[] => {
      const options = { ...more, ...(environment === undefined ? {} : { environment }) };
      return [
        { subject, options: { ...options, values } },
        ...overs.map(([over, isAlone]) => ({
          subject,
          options: { ...options, values: coalesceValues(isAlone ? {} : values, over) },
        })),
        { subject: { kind: "plan", plan: wrong }, options: { ...options, values } },
      ];
    });
  });
}

/** A plan with contested values in a stage, or with a dependency more, which may be on the stage itself. */
function wrongPlan(plan: PipelinePlan): fc.Arbitrary<PipelinePlan> {
  return fc.constantFrom(...plan.stages.keys()).chain((at) => {
    const stage = plan.stages[at];
    if (stage === undefined) return fc.constant(plan);
    const replace = (changed: typeof stage): PipelinePlan => ({
      ...plan,
      // Named templates carry the name: no two pipelines of one run of Helm may share it.
      name: `${plan.name}w`,
      stages: plan.stages.with(at, changed),
    });
    return fc.oneof(
      contestedValues(charts[stage.kind]).map((over) =>
        replace({ ...stage, values: coalesceValues(stage.values, over) }),
      ),
      fc
        .constantFrom("none", ...plan.stages.map(({ name }) => name))
        .map((name) => replace({ ...stage, dependsOn: [...stage.dependsOn, name] })),
    );
  });
}

function createExampleSource(examples: ReadonlyMap<string, Target>): TrialSource {
  const pipelines = [...examples].filter(([, { stages }]) => stages.size > 0);
  const optionsOf = ({ environments }: Target): fc.Arbitrary<Pick<RenderOptions, "environment">> =>
    fc.constantFrom({}, ...[...environments.keys()].map((environment) => ({ environment })));
  const refused = listRefusedTrials();
  const drawn = fc
    .constantFrom(...pipelines)
    .chain(([name, target]) =>
      fc
        .tuple(settings, optionsOf(target), stageValues(target.stages))
        .map(([more, environment, values]): readonly Trial[] => [
          { subject: { kind: "example", name }, options: { ...more, ...environment, values } },
        ]),
    );
  return {
    name: "examples",
    fixed: [...listExampleTrials(examples), ...refused],
    refused,
    drawn,
    near: ({ subject, options }) =>
      fc.tuple(settings, fc.constantFrom<Values>({}, ...oddGlobals.slice(0, 1))).map(([more, below]) => ({
        subject,
        options: { ...more, values: coalesceValues(below, options.values) },
      })),
    models,
  };
}
