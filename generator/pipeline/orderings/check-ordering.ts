/** Checks that the stages of a pipeline can run in its ordering, by itself and in each of its environments. */
import type { PlainValues } from "../../chart/value-at.ts";
import { coalesceValues, withoutNulls } from "../../evaluate/coalesce-values.ts";
import type { EnabledValues, Part, Parts, Pipeline, Violation } from "../pipeline.ts";
import { PipelineError } from "../pipeline-error.ts";
import { contractOf } from "./check-dependencies.ts";

/**
 * Refuses stages that could not run in the ordering of their pipeline.
 *
 * @throws PipelineError that names the stage, and the environment whose values are the reason
 */
export function checkOrdering(pipeline: Pipeline): void {
  const { name, ordering, parts, environments } = pipeline;
  ordering.checkGraph(pipeline);
  for (const [environment, over] of [[undefined, {}] as const, ...environments]) {
    const values = enabledValues(parts, over as PlainValues); // an environment holds values by stage
    const violation = ordering.findViolation(parts, values) ?? findStageViolation(parts, values);
    if (violation === undefined) continue;
    throw new PipelineError(name, violation.path, violation.wanted, violation.found, environment);
  }
}

function enabledValues(parts: Parts, over: PlainValues): EnabledValues {
  const all = [...parts].map(([stage, part]) => [stage, valuesOf(part, over[stage] ?? {})] as const);
  return new Map(all.filter(([, values]) => values["enabled"] !== false));
}

function valuesOf(part: Part, own: object): PlainValues {
  return withoutNulls(coalesceValues(part.values, own));
}

function findStageViolation(parts: Parts, values: EnabledValues): Violation | undefined {
  for (const [stage, part] of parts) {
    const own = values.get(stage);
    const violation = own === undefined ? undefined : contractOf(part).facts?.violation?.(own);
    if (violation !== undefined) return { ...violation, path: `${stage}.${violation.path}` };
  }
  return undefined;
}
