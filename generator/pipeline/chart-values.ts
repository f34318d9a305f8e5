/** The values of a pipeline chart's values.yaml. */
import type { JsonSchema } from "../json-schema.ts";
import { commonValues } from "../library/common/values.ts";
import { defaultsOf } from "../values/defaults.ts";
import type { Pipeline } from "./define-pipeline.ts";
import { mergeValues } from "./merge-values.ts";

/** What all stages share: the defaults of `global`, and that the pipeline renders its stages. */
export function globalValues(): object {
  const shared = defaultsOf(commonValues.global as JsonSchema) as object; // an object of defaults
  return mergeValues(shared, { pipeline: { parent: true } });
}

/** The values of a pipeline: `global`, and each stage's own under its name. */
export function chartValues(pipeline: Pipeline): Readonly<Record<string, unknown>> {
  const stages = [...pipeline.parts].map(([name, { values }]) => [name, { enabled: true, ...values }]);
  return { global: globalValues(), ...Object.fromEntries(stages) };
}
