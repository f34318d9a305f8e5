/** Values that are drawn from a chart's model: they meet what nobody has thought of. */
import fc from "fast-check";
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import { evaluateChart } from "../../../generator/evaluate/evaluate-chart.ts";
import { RenderError } from "../../../generator/functions/render-error.ts";
import type { Chart } from "../../../generator/mod.ts";
import { valuesOf } from "../../../test/property/draw-cases.ts";
import { chartSubject } from "../../../test/property/subject.ts";

/** The same in each run, so that the scores of two runs can be compared. */
const SEED = 1;
const COUNT = 600;

/** Values that the schema and the guards of a chart admit: each that is refused would take a run of Helm of its own. */
export function drawnValues(chart: Chart): readonly Values[] {
  return fc.sample(valuesOf(chartSubject(chart)), { seed: SEED, numRuns: COUNT }).filter((values) => {
    try {
      evaluateChart(chart, { values });
      return true;
    } catch (error) {
      if (error instanceof RenderError) return false;
      throw error;
    }
  });
}
