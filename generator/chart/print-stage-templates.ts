/** Prints the named templates of the charts of a pipeline's stages as files of the pipeline, which Helm reads once. */
import { isSameFunction, type PrintedFunction } from "../manifest/collect.ts";
import { isTest, printHeader, printNamedTemplate } from "./chart-template.ts";
import { type Chart, helpersOf } from "./define-chart.ts";
import { printNamedTemplates } from "./print-templates.ts";

type PathAndText = readonly [path: string, text: string];

/** The chart of a pipeline whose files are printed. */
interface Umbrella {
  readonly name: string;
  readonly source: string;
}

/**
 * Prints the named templates of the charts, a folder for each, and the functions that they share. The names of all begin
 * with that of the pipeline. Its tests and notes are its own.
 */
export function* printStageTemplates(charts: readonly Chart[], pipeline: Umbrella): Generator<PathAndText> {
  const shared = new Map<string, PrintedFunction>();
  // No chart has a name with a capital.
  const prefix = `${pipeline.name}/allStages`;
  for (const chart of charts) {
    const functions = [...chart.collected.functions];
    const isShared = functions.every(([name, fn]) => isSameFunction(fn, shared.get(name) ?? fn));
    for (const [name, fn] of isShared ? functions : []) shared.set(name, fn);
    yield* printChartTemplates(chart, pipeline.name, isShared ? prefix : undefined);
  }
  const texts = printNamedTemplates([], shared, prefix, true);
  yield* printFiles(texts, (file) => `templates/_stage-${file.slice(1)}`, pipeline.source);
}

// A chart with another function of a name that is taken has all its functions under its own name.
function* printChartTemplates(chart: Chart, pipeline: string, shared: string | undefined): Generator<PathAndText> {
  const folder = `templates/${chart.name}/`;
  const prefix = shared ?? `${pipeline}/${chart.name}`;
  const functions = shared === undefined ? chart.collected.functions : new Map<string, PrintedFunction>();
  const texts = printNamedTemplates(helpersOf(chart), functions, prefix, true, pipeline);
  yield* printFiles(texts, (file) => folder + file, chart.source);
  for (const template of chart.templates) {
    const file = `${folder}_${template.file.replace(/[.]yaml$/, ".tpl")}`;
    if (!isTest(template)) yield [file, printNamedTemplate(template, chart, { prefix, pipeline })];
  }
}

function* printFiles(texts: object, path: (file: string) => string, source: string): Generator<PathAndText> {
  for (const [file, text] of Object.entries(texts)) if (text !== "") yield [path(file), printHeader(source) + text];
}
