/** The values that a pipeline's stages get. */
import { coalesceValues, isMap, type Values } from "../evaluate/coalesce-values.ts";
import { defaultValues } from "../evaluate/evaluate-chart.ts";
import { ownEntry } from "../functions/own-entry.ts";
import { chartValues } from "./chart-values.ts";
import type { Pipeline } from "./define-pipeline.ts";

/**
 * The values of a pipeline in an environment, or in none, over the defaults of each stage's chart. `global` stands once,
 * where a values file has it, and not again below each stage.
 */
export function mergedValues(pipeline: Pipeline, environment: string | undefined): Values {
  const own = environment === undefined ? undefined : pipeline.environments.get(environment);
  const given = coalesceValues(chartValues(pipeline), (own ?? {}) as Values); // an environment is a map
  const stages = [...pipeline.parts].map(([name, { stage }]): [string, Values] => {
    const values = ownEntry(given, name);
    return [name, coalesceValues(defaultValues(stage.chart), isMap(values) ? values : {})];
  });
  return { ...given, ...Object.fromEntries(stages) };
}
