/** The values of a pipeline chart's values.yaml. */
import type { Pipeline } from "../pipeline.ts";

/** The `global` that the pipeline passes to its stages. Nothing more, because it overrides a stage's own `global`. */
export const globalValues = { pipeline: { parent: true } } as const;

/** Whether the pipeline has a test for `helm test`. */
export const testValues = { enabled: true } as const;

/** The values of a pipeline: `global`, and each stage's own under its name. */
export function chartValues(pipeline: Pipeline): Readonly<Record<string, unknown>> {
  const stages = [...pipeline.parts].map(([name, { values }]) => [name, { enabled: true, ...values }]);
  return { global: globalValues, tests: testValues, ...Object.fromEntries(stages) };
}
