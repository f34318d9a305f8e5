/** Values that are drawn from a chart's model: they meet what nobody has thought of. */
import fc from "fast-check";
import type { Chart } from "../../../generator/chart.ts";
import { type Values, withoutNulls } from "../../../generator/evaluate/coalesce-values.ts";
import { valuesOf } from "../../../test/property/draw-cases.ts";
import { chartSubject } from "../../../test/property/subject.ts";

/** The same in each run, so that the scores of two runs can be compared. */
const SEED = 1;
const COUNT = 300;

/** Values that the schema of a chart admits, and its guards or not. */
export function drawnValues(chart: Chart): readonly Values[] {
  // A null takes away a default of values.yaml; the charts whose mutants are tested have none there.
  return fc.sample(valuesOf(chartSubject(chart)), { seed: SEED, numRuns: COUNT }).map(withoutNulls);
}
