/** Checks of a Job that a schema cannot express: it compares no numbers and knows no names. */
import { bind } from "../../expression/bind.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { given } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { concat, uniq } from "../../functions/lists.ts";
import { and, eq, greaterThan, ne, nonEmpty, orElse, present } from "../../functions/logic.ts";
import { text, toJson } from "../../functions/strings.ts";
import type { Documents } from "../../manifest/input.ts";
import { chainContext, gateContext, pipelineContext } from "../common/pipeline-context.ts";
import { checkPodClaims } from "../workload/checks/volumes/check-pod-claims.ts";
import { containerNames } from "../workload/containers/container-names.ts";
import type { Workload } from "../workload/workload.ts";
import { checkPodFailurePolicy } from "./check-pod-failure-policy.ts";
import { checkSharedPod } from "./check-shared-pod.ts";
import { checkSuccessPolicy } from "./check-success-policy.ts";
import type { BatchJobValues } from "./values.ts";

/** Refuses what the API server would refuse in a Job only after the install has begun. */
export function checkJob(
  { v, volumes }: Pick<Workload<BatchJobValues>, "v" | "volumes">,
  kind: Expression<string>,
): Documents {
  const { podFailurePolicy, podReplacementPolicy, successPolicy, completions, maxFailedIndexes } = v.job;
  const hasDependencies = nonEmpty(gateContext.upstream);
  const checks = [
    guard(
      and(present(maxFailedIndexes), present(completions), greaterThan(given(maxFailedIndexes), given(completions))),
      text`job.maxFailedIndexes: expected at most job.completions, ${toJson(completions)}, got ${toJson(maxFailedIndexes)}`,
    ),
    guard(
      and(nonEmpty(pipelineContext.stages), eq(kind, "Job"), present(v.job.ttlSecondsAfterFinished)),
      "job.ttlSecondsAfterFinished: expected none in a pipeline, whose next upgrade would run a deleted Job again",
    ),
    guard(
      and(hasDependencies, ne(v.restartPolicy, "Never")),
      "restartPolicy: expected Never in a stage with dependencies, where OnFailure would restart a failed gate, got OnFailure",
    ),
    guard(
      // The schema requires it next to the user's own policy; a gate adds a policy, too.
      and(hasDependencies, present(podReplacementPolicy), eq(given(podReplacementPolicy), "TerminatingOrFailed")),
      "job.podReplacementPolicy: expected Failed in a stage with dependencies, whose gate adds a podFailurePolicy, got TerminatingOrFailed",
    ),
    forEach(gateContext.upstream, (stage, { job }) =>
      guard(
        and(eq(kind, "CronJob"), nonEmpty(job)),
        text`kind: expected Job in a stage that depends on ${stage}, a Job that runs once and not on a schedule, got CronJob (ordering.inPod lets them share a pod)`,
      ),
    ),
    ...(["completions", "parallelism"] as const).map((field) =>
      guard(
        and(nonEmpty(chainContext.initContainers), greaterThan(orElse(v.job[field], 1), 1)),
        text`job.${field}: expected 1 where earlier stages run in the same pod, once in each, got ${toJson(v.job[field])}`,
      ),
    ),
    bind("names", containerNames(v.initContainers, v.sidecars, chainContext.stage), (names) => [
      checkPodFailurePolicy(podFailurePolicy, chainContext.initContainers, names),
      when(
        nonEmpty(chainContext.initContainers),
        checkSharedPod(chainContext.initContainers, names, uniq(concat(chainContext.volumes, volumes))),
      ),
    ]),
    checkPodClaims(v.volumes, orElse(v.job.parallelism, 1), "job.parallelism 1"),
    checkSuccessPolicy(successPolicy, completions),
  ];
  return include(
    new Define<Documents>("batch-job.checkJob", "documents", checks, "Refuses what no Job can have.", {
      isCheck: true,
    }),
  );
}

/** Refuses a stage with dependents that is not a Job. */
export function createUpstreamGuards(kind: Expression<string>): Define<Documents> {
  return new Define<Documents>(
    "batch-job.upstreamGuards",
    "documents",
    guard(eq(kind, "CronJob"), "kind: expected Job in a stage with dependents, got CronJob"),
    "Refuses a stage with dependents that is not a Job.",
    { isCheck: true },
  );
}
