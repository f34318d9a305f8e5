/** What no Job can have, and a schema cannot say: it compares no numbers and knows no names. */
import { bind } from "../../expression/bind.ts";
import type { Expression } from "../../expression/expression.ts";
import { guard } from "../../expression/guard.ts";
import { given, type Reference } from "../../expression/reference.ts";
import { and, greaterThan, nonEmpty, present } from "../../functions/logic.ts";
import { text } from "../../functions/strings.ts";
import type { Documents } from "../../manifest/input.ts";
import { chainContext } from "../common/pipeline-context.ts";
import { failurePolicyFault } from "./failure-policy-fault.ts";
import { successPolicyFault } from "./success-policy-fault.ts";
import type { BatchJobValues } from "./values.ts";

/** Refuses what the API server would refuse in a Job only after the install has begun. */
export function jobGuards(v: Reference<BatchJobValues>): Documents {
  const { podFailurePolicy, successPolicy, completions, maxFailedIndexes } = v.job;
  const failure = failurePolicyFault(podFailurePolicy, chainContext.initContainers, v.initContainers, v.sidecars);
  return [
    guard(
      and(present(maxFailedIndexes), present(completions), greaterThan(given(maxFailedIndexes), given(completions))),
      "job.maxFailedIndexes: expected at most job.completions",
    ),
    faultGuard("podFailurePolicy", failure),
    faultGuard("successPolicy", successPolicyFault(successPolicy, completions)),
  ];
}

function faultGuard(field: string, fault: Expression<string>): Documents {
  return bind("fault", fault, (found) => guard(nonEmpty(found), text`job.${field}.${found}`));
}
