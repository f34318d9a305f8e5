/** Prints all files of a chart, by path. Nothing here touches the disk. */

import { oncePer } from "../once-per.ts";
import { generatedFrom } from "../values/generated-from.ts";
import { printValues } from "../values/print-values.ts";
import { printSchema } from "../values/schemas/print-schema.ts";
import { printYaml } from "../yaml/print-yaml.ts";
import { printHeader, printTemplate } from "./chart-template.ts";
import { type Chart, helpersOf } from "./define-chart.ts";
import { EDITOR_SCHEMA, printEditorSchema, printModeline } from "./editor-schema.ts";
import { printLines } from "./notes.ts";
import { printNamedTemplates } from "./print-templates.ts";
import { printReadme } from "./readme.ts";

/** The files of a chart: path to text. */
export type Files = ReadonlyMap<string, string>;

/** Prints a chart's files, sorted by path. */
export const printChart: (chart: Chart) => Files = oncePer(printFiles);

function printFiles(chart: Chart): Files {
  const { name } = chart;
  const files: [string, string][] = [
    ["Chart.yaml", printChartYaml(chart)],
    ["values.yaml", printValues(chart.values, chart.valuesSource, printModeline())],
    ["values.schema.json", printSchema(chart.schema)],
    [EDITOR_SCHEMA, printEditorSchema(chart.schema)],
    ["README.md", printReadme(chart)],
    [".helmignore", printHelmIgnore(chart.source, "ci/")],
    ...printHelpers(chart),
    ["templates/NOTES.txt", printNotes(chart)],
    ...chart.templates.map((template): [string, string] => [
      `templates/${template.file}`,
      printTemplate(template, name, chart.source),
    ]),
    ...Object.entries(chart.ci).map(([file, values]): [string, string] => [
      `ci/${file}-values.yaml`,
      `# ${generatedFrom(chart.source)}.\n${printModeline("../")}${printYaml(values)}`,
    ]),
  ];
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

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
    description,
    type: "application",
    kubeVersion: KUBE_VERSION,
    keywords,
    ...(dependencies === undefined ? {} : { dependencies }),
  })}`;
}

/** Native sidecars and the newer fields of Jobs and claims exist since 1.29. */
const KUBE_VERSION = ">=1.29.0-0";

// In a pipeline the parent's notes cover all stages.
function printNotes(chart: Chart): string {
  const lines = printLines(chart.notes, { prefix: chart.name, root: "." });
  return `${printHeader(chart.source)}{{- if not ((.Values.global).pipeline).parent }}\n${lines}{{- end }}\n`;
}

function printHelpers(chart: Chart): [string, string][] {
  const texts = printNamedTemplates(helpersOf(chart), chart.collected.functions, chart.name);
  return Object.entries(texts).flatMap(([file, text]) =>
    text === "" ? [] : [[`templates/${file}`, printHeader(chart.source) + text] satisfies [string, string]],
  );
}

/** The text of .helmignore: what no package has, and no release. */
export function printHelmIgnore(source: string, ...more: readonly string[]): string {
  const patterns = [".git/", "*.swp", "*.tmp", "*.orig", ".DS_Store", EDITOR_SCHEMA, ...more];
  return `# ${generatedFrom(source)}.\n${patterns.map((pattern) => `${pattern}\n`).join("")}`;
}
