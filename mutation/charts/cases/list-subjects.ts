/** The committed charts, and the cases by which their mutants are found out. */
import reference from "../../../examples/reference-pipeline/reference-pipeline.ts";
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import { evaluateChart } from "../../../generator/evaluate/evaluate-chart.ts";
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { csiVolume } from "../../../generator/library/csi-volume/chart.ts";
import { type Chart, library, printChart, printPipeline } from "../../../generator/mod.ts";
import { evaluatePipeline } from "../../../generator/pipeline/evaluate-pipeline.ts";
import { richValues } from "../../../test/charts/rich-values.ts";
import { existingCases, existingObjects } from "../../../test/library/csi-volume/existing-cases.ts";
import { createCases, overPreset, RELEASE, type Subject, withoutDefaults } from "../subject.ts";
import { drawnValues } from "./drawn-values.ts";
import { fullValues } from "./full-values.ts";
import { oddTexts } from "./odd-texts.ts";
import { pipelineValues } from "./pipeline-values.ts";
import { refusedValues } from "./refused-values.ts";

const nothing = { upgrades: [], existing: [] };

/** The library charts and the reference pipeline. */
export function listSubjects(): readonly Subject[] {
  return [...library.map(chartSubject), pipelineSubject()];
}

function chartSubject(chart: Chart): Subject {
  const { name } = chart;
  const model = chart.values as JsonSchema; // a TypeBox schema is a JSON schema
  const isWorkload = model.properties?.["volumes"] !== undefined && model.properties["image"] !== undefined;
  const rich = (richValues[name] ?? {}) as Values; // values are a map
  const plain = [...(fullValues[name] ?? []), rich, ...(Object.values(chart.ci) as Values[])]; // values are maps
  // A pipeline renders what its stages have: their own templates keep silent.
  const silent = { ...rich, global: { pipeline: { parent: true } } };
  const all = [...plain, silent, ...(refusedValues[name] ?? []), ...drawnValues(chart)];
  const values = isWorkload
    ? { plain: all.map(overPreset), odd: oddTexts(model, plain).map(overPreset) }
    : { plain: all, odd: oddTexts(model, plain) };
  return {
    name,
    files: withoutDefaults(printChart(chart)),
    cases: createCases(values, (one, alias) => evaluateChart(chart, { values: one, alias, release: RELEASE })),
    ...(name === csiVolume.name ? { upgrades: existingCases, existing: existingObjects } : nothing),
  };
}

function pipelineSubject(): Subject {
  const environments = [...reference.environments.values()] as readonly Values[]; // environments are maps
  return {
    name: reference.name,
    files: printPipeline(reference),
    cases: createCases({ plain: [{}, ...environments, ...pipelineValues], odd: [] }, (values) =>
      evaluatePipeline(reference, { values, release: RELEASE }),
    ),
    ...nothing,
  };
}
