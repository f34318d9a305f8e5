/** Values files for a chart, drawn from its model. */
import type fc from "fast-check";
import { integer, tuple } from "fast-check";
import { coalesceValues, type Values } from "../../generator/evaluate/coalesce-values.ts";
import { defaultValues, evaluateChart } from "../../generator/evaluate/evaluate-chart.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import type { Chart } from "../../generator/mod.ts";
import { compileSchema } from "../../generator/values/validate-values.ts";
import { mendValues } from "./mend-values.ts";
import { settleValues } from "./settle-values.ts";
import { valuesArbitrary } from "./values-arbitrary.ts";

/** Of a hundred cases, how many are left as they are, though a guard may refuse them. */
const UNMENDED = 15;

/** Draws values that the schema of a chart admits; the guards admit most of them. */
export function caseArbitrary(chart: Chart): fc.Arbitrary<Values> {
  const model = chart.values as JsonSchema; // a TypeBox schema is a JSON schema
  const defaults = defaultValues(chart);
  const check = compileSchema(chart.schema);
  const context = {
    defaults,
    isValid: (merged: Values): boolean => check(merged).length === 0,
    evaluate: (values: Values): unknown => evaluateChart(chart, { values }),
  };
  return tuple(integer({ min: 1, max: 100 }), valuesArbitrary(model))
    .map(([draw, values]) => ({ draw, values: settleValues(model, defaults, values) }))
    .filter(({ values }) => context.isValid(coalesceValues(defaults, values)))
    .map(({ draw, values }) => (draw <= UNMENDED ? values : mendValues(values, context)));
}
