/** What no Job can have, and a schema cannot say: it compares no numbers and knows no names. */
import { bind } from "../../expression/bind.ts";
import { Define } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { guard } from "../../expression/guard.ts";
import { given, type Reference } from "../../expression/reference.ts";
import { and, eq, greaterThan, ne, nonEmpty, present } from "../../functions/logic.ts";
import { text } from "../../functions/strings.ts";
import type { Documents } from "../../manifest/input.ts";
import { chainContext, gateContext, pipelineContext } from "../common/pipeline-context.ts";
import { failurePolicyFault } from "./failure-policy-fault.ts";
import { successPolicyFault } from "./success-policy-fault.ts";
import type { BatchJobValues } from "./values.ts";

/** Refuses what the API server would refuse in a Job only after the install has begun. */
export function jobGuards(v: Reference<BatchJobValues>): Documents {
  const { podFailurePolicy, podReplacementPolicy, successPolicy, completions, maxFailedIndexes } = v.job;
  const failure = failurePolicyFault(podFailurePolicy, chainContext.initContainers, v.initContainers, v.sidecars);
  return [
    guard(
      and(present(maxFailedIndexes), present(completions), greaterThan(given(maxFailedIndexes), given(completions))),
      "job.maxFailedIndexes: expected at most job.completions",
    ),
    guard(
      and(nonEmpty(pipelineContext.stages), eq(v.kind, "Job"), present(v.job.ttlSecondsAfterFinished)),
      "job.ttlSecondsAfterFinished: expected none in a pipeline, whose next upgrade would run a Job again that is gone",
    ),
    guard(
      and(nonEmpty(gateContext.upstream), ne(v.restartPolicy, "Never")),
      "restartPolicy: expected Never in a stage that waits for others, or it would outlive their failure, got OnFailure",
    ),
    guard(
      // The schema says so where the user's own policy is there: a gate brings one, too.
      and(
        nonEmpty(gateContext.upstream),
        present(podReplacementPolicy),
        eq(given(podReplacementPolicy), "TerminatingOrFailed"),
      ),
      "job.podReplacementPolicy: expected Failed in a stage that waits for others, whose failure fails it too, got TerminatingOrFailed",
    ),
    faultGuard("podFailurePolicy", failure),
    faultGuard("successPolicy", successPolicyFault(successPolicy, completions)),
  ];
}

/** Refuses what no stage can be that others wait for. */
export function createUpstreamGuards(v: Reference<BatchJobValues>): Define<Documents> {
  return new Define<Documents>(
    "batch-job.upstreamGuards",
    "documents",
    guard(eq(v.kind, "CronJob"), "kind: expected Job in a stage that others wait for, got CronJob, which never ends"),
    "What a stage cannot be on which others depend.",
    { isCheck: true },
  );
}

function faultGuard(field: string, fault: Expression<string>): Documents {
  return bind("fault", fault, (found) => guard(nonEmpty(found), text`job.${field}.${found}`));
}
