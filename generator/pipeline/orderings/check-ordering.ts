/** Checks that the stages of a pipeline can run in its ordering, by itself and in each of its environments. */
import type { EnabledValues, Parts, Pipeline, Violation } from "../pipeline.ts";
import { PipelineError } from "../pipeline-error.ts";
import { findSharedPodClaim } from "../umbrella/pod-claims.ts";
import { contractOf } from "./check-dependencies.ts";
import { allValues, enabledValues } from "./enabled-values.ts";
import { findLostSchedule } from "./lost-settings.ts";
import { podsOf } from "./pods.ts";

/**
 * Refuses stages that could not run in the ordering of their pipeline.
 *
 * @throws PipelineError that names the stage, and the environment whose values are the reason
 */
export function checkOrdering(pipeline: Pipeline): void {
  const { name, ordering, parts, environments } = pipeline;
  ordering.checkGraph(pipeline);
  for (const [environment, over] of [[undefined, {}] as const, ...environments]) {
    const values = enabledValues(parts, over);
    const violation =
      ordering.findViolation(parts, values) ??
      findLostSchedule(podsOf(pipeline), parts, allValues(parts, over)) ??
      findSharedPodClaim(pipeline, values) ??
      findStageViolation(parts, values);
    if (violation === undefined) continue;
    throw new PipelineError(name, violation.path, violation.wanted, violation.found, environment);
  }
}

function findStageViolation(parts: Parts, values: EnabledValues): Violation | undefined {
  for (const [stage, part] of parts) {
    const own = values.get(stage);
    const violation = own === undefined ? undefined : contractOf(part).facts?.violation?.(own);
    if (violation !== undefined) return { ...violation, path: `${stage}.${violation.path}` };
  }
  return undefined;
}
