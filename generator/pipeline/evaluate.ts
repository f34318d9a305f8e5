/** Renders charts and pipelines in process, for tests without Helm. */
import type { Chart } from "../chart/define-chart.ts";
import type { Values } from "../evaluate/coalesce-values.ts";
import { type EvaluateOptions, evaluateChart } from "../evaluate/evaluate-chart.ts";
import { RenderedObjects } from "../evaluate/rendered-objects.ts";
import type { KubernetesObject } from "../rules/kubernetes-object.ts";
import { ValuesError, validateValues } from "../values/validate-values.ts";
import { pipelineSchema } from "./environments/compose-schema.ts";
import { type EvaluatePipelineOptions, evaluatePipeline } from "./evaluate-pipeline.ts";
import type { Pipeline } from "./pipeline.ts";

/** How `evaluate()` renders. */
export interface EvaluateSettings {
  /** Renders values that the schema refuses, as `helm template --skip-schema-validation` does (default: false). */
  readonly skipSchemaValidation?: boolean;
}

/**
 * The objects that Helm would render of a chart or a pipeline, typed by kind.
 *
 * @example
 * evaluate(pipeline, { environment: "prod" }).one("Deployment", "serve").spec?.replicas
 *
 * @throws ValuesError where the schema refuses the values
 * @throws RenderError with Helm's message where a guard, a required value or a function stops the render
 * @throws TypeError for an environment that the pipeline does not have
 */
export function evaluate(chart: Chart, options?: EvaluateOptions & EvaluateSettings): RenderedObjects;
export function evaluate(pipeline: Pipeline, options?: EvaluatePipelineOptions & EvaluateSettings): RenderedObjects;
export function evaluate(
  target: Chart | Pipeline,
  { skipSchemaValidation = false, ...options }: EvaluatePipelineOptions & EvaluateSettings = {},
): RenderedObjects {
  const check = skipSchemaValidation ? undefined : (values: Values) => checkBySchema(target, values);
  const objects = "parts" in target ? evaluatePipeline(target, options, check) : evaluateChart(target, options, check);
  return new RenderedObjects(objects as readonly KubernetesObject[]); // every document of a chart is an object
}

function checkBySchema(target: Chart | Pipeline, values: Values): void {
  const schema = "parts" in target ? pipelineSchema(target) : target.schema;
  const problems = validateValues(schema, values);
  if (problems.length > 0) throw new ValuesError(`the values of ${target.name}`, problems);
}
