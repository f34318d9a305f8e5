/** Renders charts and pipelines in process, for tests without Helm. */
import type { Chart } from "../chart/define-chart.ts";
import { type EvaluateOptions, evaluateChart } from "../evaluate/evaluate-chart.ts";
import { RenderedObjects } from "../evaluate/rendered-objects.ts";
import type { KubernetesObject } from "../rules/kubernetes-object.ts";
import { type EvaluatePipelineOptions, evaluatePipeline } from "./evaluate-pipeline.ts";
import type { Pipeline } from "./pipeline.ts";

/**
 * The objects that Helm would render of a chart or a pipeline, typed by kind.
 *
 * @example
 * evaluate(pipeline, { environment: "prod" }).one("Deployment", "serve").spec?.replicas
 *
 * @throws RenderError with Helm's message where a guard, a required value or a function stops the render
 * @throws TypeError for an environment that the pipeline does not have
 */
export function evaluate(chart: Chart, options?: EvaluateOptions): RenderedObjects;
export function evaluate(pipeline: Pipeline, options?: EvaluatePipelineOptions): RenderedObjects;
export function evaluate(target: Chart | Pipeline, options: EvaluatePipelineOptions = {}): RenderedObjects {
  const objects = "parts" in target ? evaluatePipeline(target, options) : evaluateChart(target, options);
  return new RenderedObjects(objects as readonly KubernetesObject[]); // every document of a chart is an object
}
