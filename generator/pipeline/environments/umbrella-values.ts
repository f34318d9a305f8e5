/** The values of a pipeline chart's values.yaml. */
import type { Pipeline } from "../pipeline.ts";

/** Whether the pipeline has a test for `helm test`. */
export const testValues = { enabled: true } as const;

/** The values of a pipeline: an empty `global`, which overrides that of no stage, and each stage's own under its name. */
export function chartValues({ parts, extraObjects }: Pipeline): Readonly<Record<string, unknown>> {
  const stages = [...parts].map(([name, { values }]) => [name, { enabled: true, ...values }]);
  return { global: {}, tests: testValues, ...objectValues(extraObjects), ...Object.fromEntries(stages) };
}

/** The pipeline's own objects, where it has some. */
export function objectValues(extraObjects: object): { readonly extraObjects?: object } {
  return Object.keys(extraObjects).length === 0 ? {} : { extraObjects };
}
