/** A chart as it is installed alone: without what only a pipeline gives its templates, or includes of them. */

import type { Part } from "../expression/node.ts";
import { toPart } from "../expression/part.ts";
import { type Collected, collect } from "../manifest/collect.ts";
import { withoutKeys } from "../manifest/without-keys.ts";
import { oncePer } from "../once-per.ts";
import type { ChartTemplate } from "./chart-template.ts";
import type { Chart } from "./define-chart.ts";
import { PIPELINE_KEYS } from "./stage-contract.ts";

/** What of a chart is printed into its own files. */
export interface ChartAlone {
  readonly templates: readonly ChartTemplate[];
  readonly notes: Part;
  readonly collected: Collected;
}

/** What of a chart is printed into its own files; a pipeline prints all of it into its own. */
export const aloneOf = oncePer((chart: Chart): ChartAlone => {
  const remover = withoutKeys(PIPELINE_KEYS);
  const templates = chart.templates.map((template) => ({ ...template, define: remover.define(template.define) }));
  const notes = remover.part(toPart(chart.notes)) ?? toPart([]);
  return { templates, notes, collected: collect([...templates.map(({ define }) => define), notes], chart.name) };
});
