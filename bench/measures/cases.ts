/** How many values files a second are checked by the schema and rendered in process, as property tests do. */

import { coalesceValues, type Values } from "../../generator/evaluate/coalesce-values.ts";
import { defaultValues } from "../../generator/evaluate/evaluate-chart.ts";
import { library } from "../../generator/library/library.ts";
import { evaluate } from "../../generator/mod.ts";
import { compileSchema, ValuesError } from "../../generator/values/validate-values.ts";
import type { Row } from "../row.ts";
import { timeByTurns } from "../time-by-turns.ts";

const ROUNDS = 20;

/**
 * Measures all ci values of all library charts.
 * @throws ValuesError where a schema refuses them
 */
export async function measureCases(advance: () => void): Promise<readonly Row[]> {
  const cases = library.flatMap((chart) => {
    const check = compileSchema(chart.schema);
    const defaults = defaultValues(chart);
    return Object.entries(chart.ci).map(([name, file]) => {
      const values = file as Values; // a values file is a map
      return (): void => {
        const problems = check(coalesceValues(defaults, values));
        if (problems.length > 0) throw new ValuesError(`ci values "${name}" of ${chart.name}`, problems);
        evaluate(chart, { values });
      };
    });
  });
  const run = (): void => {
    for (let i = 0; i < ROUNDS; i += 1) for (const one of cases) one();
  };
  const { ours } = await timeByTurns({ ours: { run, repeats: ROUNDS * cases.length } }, advance);
  return [
    { what: "Check and render values of a library chart in process", ours: `${(1000 / ours).toFixed(0)} cases/s` },
  ];
}
