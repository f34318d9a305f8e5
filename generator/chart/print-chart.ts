/** Prints all files of a chart, by path. Nothing here touches the disk. */

import type { JsonSchema } from "../json-schema.ts";
import { oncePer } from "../once-per.ts";
import { defaultsOf } from "../values/defaults.ts";
import { generatedFrom } from "../values/generated-from.ts";
import { printValues } from "../values/print-values.ts";
import { printSchema } from "../values/schemas/print-schema.ts";
import { printYaml } from "../yaml/print-yaml.ts";
import { aloneOf, type ChartAlone } from "./alone.ts";
import { printHeader, printTemplate } from "./chart-template.ts";
import { type Chart, helpersOf } from "./define-chart.ts";
import { EDITOR_SCHEMA, printEditorSchema, printModeline } from "./editor-schema.ts";
import { printLines } from "./notes.ts";
import { printNamedTemplates } from "./print-templates.ts";
import { printReadme } from "./readme.ts";

/** The files of a chart: path to text. */
export type Files = ReadonlyMap<string, string>;

/** Prints a chart's files, sorted by path. */
export const printChart: (chart: Chart) => Files = oncePer((chart) =>
  sortFiles([
    ["Chart.yaml", printChartYaml(chart)],
    ["values.yaml", printValues(chart.values, chart.valuesSource, printModeline())],
    [".helmignore", printHelmIgnore(chart.source, "ci/")],
    ...Object.entries(chart.ci).map(
      ([file, values]): PathAndText => [
        `ci/${file}-values.yaml`,
        `# ${generatedFrom(chart.source)}.\n${printModeline("../")}${printYaml(values)}`,
      ],
    ),
    ...printTemplates(chart),
    ["values.schema.json", printSchema(chart.schema)],
    [EDITOR_SCHEMA, printEditorSchema(chart.schema)],
    ["README.md", printReadme(chart)],
  ]),
);

/**
 * Prints what a pipeline has of a chart for each of its stages: the metadata, under the name of the stage, and the
 * defaults of its values. The pipeline has the templates and the schema: Helm would read them again for each stage.
 */
export function printStageChart(stage: string, chart: Chart): Files {
  const { version, description, source } = chart;
  const metadata = { apiVersion: "v2", name: stage, version, appVersion: version, description, type: "application" };
  return new Map([
    ["Chart.yaml", `# ${generatedFrom(source)}.\n${printYaml(metadata)}`],
    ["values.yaml", printDefaults(chart)],
    ["templates/_stage.tpl", printPointer(chart)],
  ]);
}

// Helm's linter wants a folder of templates in each chart.
const printPointer = ({ name, source }: Chart): string =>
  `${printHeader(source)}{{- /* The pipeline renders its stages: the templates of ${name} are in its templates/${name}. */ -}}\n`;

const printDefaults = oncePer(
  ({ values, valuesSource }: Chart): string =>
    `# ${generatedFrom(valuesSource)}.\n${printYaml(defaultsOf(values as JsonSchema) ?? {})}`,
);

type PathAndText = [path: string, text: string];

function sortFiles(files: PathAndText[]): Files {
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const printTemplates = oncePer((chart: Chart): readonly PathAndText[] => {
  const alone = aloneOf(chart);
  return [
    ["templates/NOTES.txt", printHeader(chart.source) + printLines(alone.notes, { prefix: chart.name, root: "." })],
    ...printHelpers(chart, alone).map(([file, text]): PathAndText => [`templates/${file}`, text]),
    ...alone.templates.map((template): PathAndText => [`templates/${template.file}`, printTemplate(template, chart)]),
  ];
});

/** The content of Chart.yaml. */
export interface ChartMetadata {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly source: string;
  readonly dependencies?: readonly object[];
}

/** The text of Chart.yaml. */
export function printChartYaml({ source, dependencies, ...chart }: ChartMetadata): string {
  const { name, version, description, keywords } = chart;
  return `# ${generatedFrom(source)}.\n${printYaml({
    apiVersion: "v2",
    name,
    version,
    appVersion: version,
    description,
    type: "application",
    kubeVersion: KUBE_VERSION,
    keywords,
    ...(dependencies === undefined ? {} : { dependencies }),
  })}`;
}

/** Native sidecars and the newer fields of Jobs and claims exist since 1.29. */
const KUBE_VERSION = ">=1.29.0-0";

function printHelpers(chart: Chart, { collected }: ChartAlone): [string, string][] {
  const texts = printNamedTemplates(helpersOf(chart, collected), collected.functions, chart.name);
  return Object.entries(texts).flatMap(([file, text]) =>
    text === "" ? [] : [[file, printHeader(chart.source) + text] satisfies [string, string]],
  );
}

/** The text of .helmignore: what no package has, and no release. */
export function printHelmIgnore(source: string, ...more: readonly string[]): string {
  const patterns = [".git/", "*.swp", "*.tmp", "*.orig", ".DS_Store", EDITOR_SCHEMA, ...more];
  return `# ${generatedFrom(source)}.\n${patterns.map((pattern) => `${pattern}\n`).join("")}`;
}
