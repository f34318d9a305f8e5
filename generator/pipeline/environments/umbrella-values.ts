/** The values of a pipeline chart's values.yaml. */
import type { Pipeline } from "../pipeline.ts";

/** What the pipeline tells its stages. Nothing more: what stands in `global` here wins over a stage's own `global`. */
export const globalValues = { pipeline: { parent: true } } as const;

/** Whether `helm test` looks at the pipeline. */
export const testValues = { enabled: true } as const;

/** The values of a pipeline: `global`, and each stage's own under its name. */
export function chartValues(pipeline: Pipeline): Readonly<Record<string, unknown>> {
  const stages = [...pipeline.parts].map(([name, { values }]) => [name, { enabled: true, ...values }]);
  return { global: globalValues, tests: testValues, ...Object.fromEntries(stages) };
}
