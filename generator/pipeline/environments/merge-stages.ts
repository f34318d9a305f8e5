/** The values that a pipeline's stages get. */
import { coalesceValues, mergeFiles, type Values } from "../../evaluate/coalesce-values.ts";
import { withDefaults } from "../../evaluate/evaluate-chart.ts";
import type { Pipeline } from "../pipeline.ts";
import { stageValues } from "./coalesce-pipeline.ts";
import { chartValues } from "./umbrella-values.ts";

/**
 * The values of a pipeline in an environment, or in none, over the defaults of each stage's chart. `global` is only at
 * the root, as in a values file, and not repeated below each stage.
 */
export function mergedValues(pipeline: Pipeline, environment: string | undefined): Values {
  const own = chartValues(pipeline);
  const given = ((environment === undefined ? undefined : pipeline.environments.get(environment)) ?? {}) as Values; // an environment is a map
  const stages = [...pipeline.parts].map(([name, { stage }]): [string, Values] => {
    const values = mergeFiles([stageValues(own, name), stageValues(given, name)]);
    return [name, withDefaults(stage.chart, values)];
  });
  return { ...coalesceValues(own, given), ...Object.fromEntries(stages) };
}
