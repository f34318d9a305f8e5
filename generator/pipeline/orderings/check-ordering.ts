/** Checks that the stages of a pipeline can run in its ordering, by itself and in each of its environments. */
import type { PlainValues } from "../../chart/value-at.ts";
import { coalesceValues, withoutNulls } from "../../evaluate/coalesce-values.ts";
import type { EnabledValues, Part, Pipeline } from "../pipeline.ts";
import { PipelineError } from "../pipeline-error.ts";
import { contractOf } from "./check-dependencies.ts";

/**
 * Refuses stages that could not run in the ordering of their pipeline.
 *
 * @throws PipelineError that names the stage
 */
export function checkOrdering(pipeline: Pipeline): void {
  const { ordering, environments } = pipeline;
  ordering.checkGraph(pipeline);
  for (const over of [{}, ...environments.values()]) {
    const values = enabledValues(pipeline, over as PlainValues); // an environment holds values by stage
    ordering.checkValues(pipeline, values);
    checkStages(pipeline, values);
  }
}

function enabledValues({ parts }: Pipeline, over: PlainValues): EnabledValues {
  const all = [...parts].map(([stage, part]) => [stage, valuesOf(part, over[stage] ?? {})] as const);
  return new Map(all.filter(([, values]) => values["enabled"] !== false));
}

function valuesOf(part: Part, own: object): PlainValues {
  return withoutNulls(coalesceValues(part.values, own));
}

function checkStages({ name, parts }: Pipeline, values: EnabledValues): void {
  for (const [stage, part] of parts) {
    const own = values.get(stage);
    const violation = own === undefined ? undefined : contractOf(part).facts?.violation?.(own);
    if (violation !== undefined)
      throw new PipelineError(name, `${stage}.${violation.path}`, violation.wanted, violation.found);
  }
}
