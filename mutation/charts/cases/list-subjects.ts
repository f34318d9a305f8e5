/** The committed charts, and the cases by which their mutants are found out. */
import reference from "../../../examples/reference-pipeline/reference-pipeline.ts";
import type { Chart } from "../../../generator/chart.ts";
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import { evaluateChart, evaluateNotes } from "../../../generator/evaluate/evaluate-chart.ts";
import { RenderError } from "../../../generator/expression/go/render-error.ts";
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { csiVolume } from "../../../generator/library/csi-volume/chart.ts";
import { library } from "../../../generator/library/library.ts";
import { type Pipeline, printPipeline } from "../../../generator/mod.ts";
import { evaluatePipeline, evaluatePipelineNotes } from "../../../generator/pipeline/evaluate-pipeline.ts";
import { NEWEST_KUBERNETES } from "../../../generator/values/kubernetes/newer-fields.ts";
import { notesObject, withNotesObject } from "../../../test/charts/notes-object.ts";
import { richValues } from "../../../test/charts/rich-values.ts";
import { existingCases, existingObjects } from "../../../test/library/csi-volume/existing-cases.ts";
import { existingWorkloads } from "../../../test/library/workload/existing-workloads.ts";
import { withOwnTemplates } from "../in-pipeline.ts";
import { printStageForm } from "../stage-form.ts";
import {
  type Case,
  createCases,
  overPreset,
  RELEASE,
  type Setting,
  type Subject,
  withoutDefaults,
  withoutStageDefaults,
} from "../subject.ts";
import { decisiveValues } from "./decisive-values.ts";
import { drawnValues } from "./drawn-values.ts";
import { fullValues } from "./full-values.ts";
import { newerValues } from "./newer-values.ts";
import { oddTexts } from "./odd-texts.ts";
import { type OtherPipeline, otherPipelines } from "./other-pipelines.ts";
import { aloneOf, pipelineValues } from "./pipeline-values.ts";
import { referenceStages } from "./reference-stages.ts";
import { refusedValues } from "./refused-values.ts";

const capabilities = { kubeVersion: NEWEST_KUBERNETES };

/** The library charts and the reference pipeline, or the one of a name. */
export function listSubjects(only?: string): readonly Subject[] {
  const isMeant = ({ name }: { readonly name: string }): boolean => only === undefined || name === only;
  const environments = [...reference.environments.values()] as readonly Values[]; // environments are maps
  const setting = settingOfPipeline(reference, [
    {},
    ...environments,
    ...pipelineValues,
    ...referenceStages.accepted,
    ...referenceStages.refused,
  ]);
  const { name } = setting;
  const files = printPipeline(reference);
  const umbrella: Subject = { name, files, settings: [setting, settingWithTwin(reference)] };
  const pipelines = [
    { pipeline: reference, setting },
    ...otherPipelines.map((other) => ({ pipeline: other.pipeline, setting: settingOfOther(other) })),
  ];
  return [
    ...library.filter(isMeant).map((chart) => chartSubject(chart, pipelines)),
    ...(isMeant(umbrella) ? [umbrella] : []),
  ];
}

/** A pipeline, and where it is rendered. */
interface PlacedPipeline {
  readonly pipeline: Pick<Pipeline, "name" | "parts">;
  readonly setting: Setting;
}

function chartSubject(chart: Chart, pipelines: readonly PlacedPipeline[]): Subject {
  const { name } = chart;
  const files = printStageForm(chart);
  // What another chart refuses takes a run of Helm, and tells nothing of this one.
  const settings = pipelines.flatMap(({ pipeline, setting }): readonly Setting[] => {
    if (![...pipeline.parts.values()].some(({ stage }) => stage.chart.name === name)) return [];
    const { cluster } = setting;
    const own = withOwnTemplates(setting.files, pipeline.name, name, files);
    const placed = {
      ...setting,
      files: own,
      stageChart: name,
      cases: setting.cases.filter(refusalsOf(name, pipeline)),
    };
    return [cluster === undefined ? placed : { ...placed, cluster: { ...cluster, files: own } }];
  });
  return { name, files, settings: [settingAlone(chart), ...settingsOfOlder(chart), ...settings] };
}

/** Says whether a case expects what neither the pipeline itself nor a stage of another chart refuses. */
function refusalsOf(chart: string, { parts }: PlacedPipeline["pipeline"]): (one: Case) => boolean {
  const others = [...parts].filter(([, { stage }]) => stage.chart.name !== chart).map(([stage]) => `${stage}: `);
  const foreign = [...others, "extraObjects."];
  return ({ expected }) => "objects" in expected || !foreign.some((start) => expected.refusal.startsWith(start));
}

function settingAlone(chart: Chart): Setting {
  const { name } = chart;
  const model = chart.values as JsonSchema; // a TypeBox schema is a JSON schema
  const given = givenTo(chart);
  const rich = (richValues[name] ?? {}) as Values; // values are a map
  const plain = [...(fullValues[name] ?? []), rich, ...(Object.values(chart.ci) as Values[])]; // values are maps
  const evaluate = (values: Values): readonly object[] | undefined => objectsOf(chart, given(values));
  const odd = oddTexts(model, plain, evaluate);
  // Each that is refused would take a run of Helm of its own; those that matter are written down.
  const drawn = drawnValues(chart).filter((values) => evaluate(values) !== undefined);
  const { accepted, refused } = decisiveValues[name] ?? { accepted: [], refused: [] };
  const [first = {}, ...others] = plain;
  const all = [first, ...accepted, ...others, ...odd, ...drawn, ...(refusedValues[name] ?? []), ...refused];
  return { ...settingIn(chart, "c", NEWEST_KUBERNETES, all), ...clusterOf(chart) };
}

// Older clusters, each with what it is too old for.
function settingsOfOlder(chart: Chart): readonly Setting[] {
  return Object.entries(newerValues).flatMap(([kubeVersion, byChart], i) => {
    const all = byChart[chart.name] ?? [];
    return all.length === 0 ? [] : [settingIn(chart, `older${i}c`, kubeVersion, all)];
  });
}

function settingIn(chart: Chart, prefix: string, kubeVersion: string, all: readonly Values[]): Setting {
  return {
    name: chart.name,
    files: withNotesObject(chart.name, withoutDefaults(printStageForm(chart))),
    stageChart: "",
    kubeVersion,
    cases: createCases(prefix, all.map(givenTo(chart)), (values, alias) => {
      const options = { values, alias, release: RELEASE, capabilities: { kubeVersion } };
      return [...evaluateChart(chart, options), notesObject(evaluateNotes(chart, options))];
    }),
  };
}

function givenTo(chart: Chart): (values: Values) => Values {
  const { properties = {} } = chart.values as JsonSchema; // a TypeBox schema is a JSON schema
  const isWorkload = properties["volumes"] !== undefined && properties["image"] !== undefined;
  return (values) => (isWorkload ? overPreset(values) : values);
}

// What upgrades meet in a cluster.
function clusterOf(chart: Chart): Pick<Setting, "cluster"> {
  const { objects, cases } =
    chart === csiVolume
      ? { objects: existingObjects, cases: existingCases }
      : (existingWorkloads[chart.name] ?? { objects: [], cases: [] });
  if (cases.length === 0) return {};
  return { cluster: { existing: objects, files: printStageForm(chart), upgrades: cases } };
}

// Nothing where a guard refuses the values.
function objectsOf(chart: Chart, values: Values): readonly object[] | undefined {
  try {
    return evaluateChart(chart, { values, capabilities });
  } catch (error) {
    if (error instanceof RenderError) return undefined;
    throw error;
  }
}

function settingOfOther({ pipeline, accepted, refused, shared = [], cluster }: OtherPipeline): Setting {
  const setting = settingOfPipeline(pipeline, [...shared, ...accepted, ...refused]);
  return cluster === undefined ? setting : { ...setting, cluster: { ...cluster, files: setting.files } };
}

/** After all aliases of cases: Helm comes to its templates first. */
const TWIN = "zz-twin";

/** A pipeline next to another one in its instance, which has all of its stages already: each is refused. */
function settingWithTwin(pipeline: Pipeline): Setting {
  const setting = settingOfPipeline(pipeline, []);
  const name = `${pipeline.name}-twin`;
  const values = { nameOverride: "shared" };
  // Their named templates are the same.
  const own = [...setting.files].filter(([path]) => !/\/_[^/]+$/.test(path));
  const named = own.map(([path, text]): readonly [string, string] => {
    return [path, path === "Chart.yaml" ? text.replace(`name: ${pipeline.name}\n`, `name: ${name}\n`) : text];
  });
  const cases = [...pipeline.parts.keys()].map((stage): Case => {
    const others = [...pipeline.parts.keys()].filter((one) => one !== stage).map((one) => [one, { enabled: false }]);
    return {
      alias: `twin-${stage}`,
      values: { ...values, ...Object.fromEntries(others), [stage]: aloneOf(stage) },
      expected: {
        refusal: `${stage}: expected a name that no stage of another pipeline in the release has, got one of many/charts/${TWIN}/templates (an alias or nameOverride of a pipeline keeps them apart)`,
      },
    };
  });
  return { ...setting, cases, twin: { name, files: new Map(named), alias: TWIN, values } };
}

// Longer than a label may be.
const LONG = "x".repeat(64);

function settingOfPipeline(pipeline: Pipeline, all: readonly Values[]): Setting {
  const { name } = pipeline;
  const evaluate = (values: Values, alias: string): readonly object[] => {
    const options = { values, alias, release: RELEASE, capabilities };
    return [...evaluatePipeline(pipeline, options), notesObject(evaluatePipelineNotes(pipeline, options))];
  };
  return {
    name,
    files: withNotesObject(name, withoutStageDefaults(printPipeline(pipeline), pipeline)),
    stageChart: "",
    kubeVersion: NEWEST_KUBERNETES,
    cases: [...createCases(name, all, evaluate), ...createCases(`${name}-${LONG}`, [{}], evaluate)],
  };
}
