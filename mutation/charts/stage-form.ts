/**
 * The files of a chart with its templates in the form that pipelines have: all of its named templates, and messages after
 * the name of a stage where there is one. A chart alone is printed without what only pipelines give it or include of it.
 */

import { printHeader } from "../../generator/chart/chart-template.ts";
import { helpersOf } from "../../generator/chart/define-chart.ts";
import { printLines } from "../../generator/chart/notes.ts";
import { printChart } from "../../generator/chart/print-chart.ts";
import { printNamedTemplates } from "../../generator/chart/print-templates.ts";
import type { Chart, Files } from "../../generator/chart.ts";
import { toPart } from "../../generator/expression/part.ts";
import { printInPlace } from "../../generator/manifest/print/print-define.ts";
import { oncePer } from "../../generator/once-per.ts";

/** Prints the files of a chart whose mutants are tested: alone, and in pipelines. */
export const printStageForm: (chart: Chart) => Files = oncePer((chart) => {
  const { name, source, notes, templates, collected } = chart;
  const helpers = printNamedTemplates(helpersOf(chart), collected.functions, name, true);
  return new Map([
    ...printChart(chart),
    ["templates/NOTES.txt", printHeader(source) + printLines(toPart(notes), { prefix: name, root: "." })],
    ...Object.entries(helpers).flatMap(([file, text]): [string, string][] =>
      text === "" ? [] : [[`templates/${file}`, printHeader(source) + text]],
    ),
    ...templates.map(({ file, define, source: own }): [string, string] => [
      `templates/${file}`,
      printHeader(own) + printInPlace(define, name, true),
    ]),
  ]);
});
