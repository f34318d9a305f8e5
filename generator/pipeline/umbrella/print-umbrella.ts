/** Prints all files of a pipeline as an umbrella chart, by path. */

import { printHeader } from "../../chart/chart-template.ts";
import type { Chart } from "../../chart/define-chart.ts";
import { EDITOR_SCHEMA, printEditorSchema, printModeline } from "../../chart/editor-schema.ts";
import { printLines } from "../../chart/notes.ts";
import { type Files, printChartYaml, printHelmIgnore, printStageChart } from "../../chart/print-chart.ts";
import { printStageTemplates } from "../../chart/print-stage-templates.ts";
import { printNamedTemplates } from "../../chart/print-templates.ts";
import { printReadme } from "../../chart/readme.ts";
import { withDefaults } from "../../evaluate/evaluate-chart.ts";
import { toPart } from "../../expression/part.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { collect } from "../../manifest/collect.ts";
import { topContext } from "../../manifest/print/print-action.ts";
import { printDocuments } from "../../manifest/print/print-documents.ts";
import { allVariablesOf } from "../../manifest/walk.ts";
import { generatedFrom } from "../../values/generated-from.ts";
import { wrap } from "../../values/print-values.ts";
import { printSchema } from "../../values/schemas/print-schema.ts";
import { printYaml } from "../../yaml/print-yaml.ts";
import { checkValues } from "../environments/check-values.ts";
import { pipelineSchema } from "../environments/compose-schema.ts";
import { objectValues, testValues } from "../environments/umbrella-values.ts";
import type { Part, Pipeline } from "../pipeline.ts";
import { printPipelineReadme } from "../readme.ts";
import { collectFiles } from "./collect-files.ts";
import { createUmbrella } from "./umbrella-templates.ts";

type PrintedFiles = Generator<readonly [path: string, text: string]>;

/**
 * Prints the files of a pipeline chart, sorted by path, with a chart for each stage below `charts/`, a page for
 * each library chart in `docs/`, and a values file for each environment.
 *
 * @throws ValuesError when the schema refuses the values or an environment
 * @throws PipelineError when the chart is too large for Helm
 */
export function printUmbrella(pipeline: Pipeline): Files {
  const charts = [...new Set([...pipeline.parts.values()].map(({ stage }) => stage.chart))];
  const schema = pipelineSchema(pipeline);
  checkValues(pipeline);
  const files = collectFiles(
    { name: pipeline.name, values: keptValues(pipeline) },
    printFiles(pipeline, schema, charts),
  );
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

// The templates of the stages first, because they are the largest.
function* printFiles(pipeline: Pipeline, schema: JsonSchema, charts: readonly Chart[]): PrintedFiles {
  const { name, source } = pipeline;
  const header = printHeader(source);
  const { templates, notes } = createUmbrella(pipeline);
  for (const { file, documents } of templates) {
    yield [
      `templates/${file}`,
      header + printDocuments(documents, topContext(name, new Set(allVariablesOf(documents)), false, name)),
    ];
  }
  const collected = collect(
    templates.map(({ documents }) => documents),
    name,
  );
  const named = printNamedTemplates(collected.defines.values(), collected.functions, name, false, name);
  for (const [file, text] of Object.entries(named)) {
    if (text !== "") yield [`templates/${file}`, header + text];
  }
  yield ["templates/NOTES.txt", header + printLines(toPart(notes), { prefix: name, pipeline: name, root: "." })];
  yield ["Chart.yaml", printPipelineChartYaml(pipeline)];
  yield ["values.yaml", printPipelineValues(pipeline)];
  yield ["values.schema.json", printSchema(schema)];
  yield [EDITOR_SCHEMA, printEditorSchema(schema)];
  yield [".helmignore", printHelmIgnore(source, "/docs/")];
  yield ["README.md", printPipelineReadme(pipeline)];
  yield* printStageTemplates(charts, pipeline);
  for (const chart of charts) {
    yield [`docs/${chart.name}.md`, printReadme(chart, name)];
  }
  for (const [stage, part] of pipeline.parts) {
    for (const [path, text] of printStageChart(stage, part.stage.chart)) yield [`charts/${stage}/${path}`, text];
  }
  for (const [environment, values] of pipeline.environments) {
    const text = printValuesFile(values, `Environment ${environment} of ${name}`, source, printModeline("../"));
    yield [`environments/${environment}.yaml`, text];
    yield [`ci/${environment}-values.yaml`, text];
  }
}

// The stages' values with the defaults of their charts: Helm merges them before it stores a release.
function* keptValues({ parts }: Pipeline): Generator<object> {
  for (const [name, { stage, values }] of parts) {
    yield { [name]: withDefaults(stage.chart, values) };
  }
}

/** A values file with a header that names its purpose and its source, and with more comments below. */
export function printValuesFile(values: object, title: string, source: string, more = ""): string {
  const body = Object.keys(values).length === 0 ? "{}\n" : printYaml(values);
  return `# ${title}. ${generatedFrom(source)}.\n${more}${body}`;
}

function printPipelineChartYaml(pipeline: Pipeline): string {
  // A chart for each stage, and no alias: Helm 3 spoils the aliases in a chart that is there twice itself.
  const dependencies = [...pipeline.parts].map(([name, { stage }]) => ({
    name,
    version: stage.chart.version,
    repository: "",
    condition: `${name}.enabled`,
  }));
  return printChartYaml({
    name: pipeline.name,
    version: pipeline.version,
    description: pipeline.description,
    keywords: ["data-pipeline"],
    source: pipeline.source,
    dependencies,
  });
}

function printPipelineValues(pipeline: Pipeline): string {
  const stages = [...pipeline.parts].map(
    ([name, part]) => `\n${comment(describePart(part))}${printYaml({ [name]: { enabled: true, ...part.values } })}`,
  );
  return `# ${generatedFrom(pipeline.source)}.
${printModeline()}
# Shared by all stages: imageRegistry, imagePullSecrets, defaultStorageClass, commonLabels, pipeline.runId
${printYaml({ global: {} })}
# The tests of helm test, which check all Jobs, Services and volumes (timeoutSeconds: 300)
${printYaml({ tests: testValues })}${printOwnObjects(pipeline)}${stages.join("")}`;
}

function printOwnObjects({ extraObjects }: Pipeline): string {
  const own = objectValues(extraObjects);
  return own.extraObjects === undefined ? "" : `\n# Objects of the pipeline's own, by id\n${printYaml(own)}`;
}

function describePart({ stage }: Part): string {
  const upstream = stage.dependsOn.length === 0 ? "" : `; after ${stage.dependsOn.join(" and ")}`;
  return `${stage.chart.description} (${stage.chart.name}${upstream}); all its values: docs/${stage.chart.name}.md`;
}

function comment(text: string): string {
  return wrap(text, 110)
    .map((line) => `# ${line}\n`)
    .join("");
}
