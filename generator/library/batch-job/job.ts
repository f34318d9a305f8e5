/** The Job of batch-job, and the CronJob that starts such Jobs. */
import type { CronJob, Job, JobSpec, PodFailurePolicyRule } from "kubernetes-types/batch/v1.d.ts";
import type { Schedule } from "../../chart/stage-contract.ts";
import { bind } from "../../expression/bind.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import type { Reference } from "../../expression/reference.ts";
import { choose, when } from "../../expression/when.ts";
import { concat } from "../../functions/lists.ts";
import { and, eq, nonEmpty, not, orIfEmpty, present, required, ternary } from "../../functions/logic.ts";
import { lookUp, merge } from "../../functions/maps.ts";
import { computeOnce } from "../../functions/named-templates/compute-once.ts";
import { fitName, sha256, text, toJson, trunc } from "../../functions/strings.ts";
import { inline } from "../../manifest/inline.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import { spread } from "../../manifest/spread.ts";
import { type Awaited, chainContext, gateContext } from "../common/pipeline-context.ts";
import { containerNames } from "../workload/containers/container-names.ts";
import { failureRulesInPod } from "../workload/containers/container-references.ts";
import { gateFailureRule } from "../workload/gate/gate.ts";
import { hookAnnotations, isHook } from "../workload/hook.ts";
import type { Workload } from "../workload/workload.ts";
import { checkJob } from "./check-job.ts";
import { checkSchedule } from "./check-schedule.ts";
import type { BatchJobValues } from "./values.ts";

type BatchJobWorkload = Workload<BatchJobValues>;
/** The immutable fields of a Job; its name ends in their hash. */
type ImmutableSpec = Pick<
  JobSpec,
  | "completions"
  | "completionMode"
  | "backoffLimitPerIndex"
  | "podFailurePolicy"
  | "successPolicy"
  | "managedBy"
  | "template"
>;

/** The longest name of a Job without its hash: pods append an index and a suffix. */
const JOB_NAME = 48;
/** The longest name of a CronJob: its Jobs append a suffix. */
const CRON_JOB_NAME = 52;

/** The objects of batch-job and their names, for the notes. */
export interface Jobs {
  readonly jobName: Expression<string>;
  readonly cronJobName: Expression<string>;
  readonly schedule: Define<Schedule>;
  readonly awaited: Define<Pick<Awaited, "job" | "namespace">>;
  readonly job: Documents;
  readonly cronJob: Documents;
}

/** Makes the Job and the CronJob, of which the values select one. */
export function createJobs(workload: BatchJobWorkload, kind: Expression<string>): Jobs {
  // The name of the Job needs the text, and then the Job; in a pipeline, names of other objects too. It is kept in the
  // only map that Helm makes for this stage alone: no chart is below this one.
  const immutable = include(
    define("immutableSpec", immutableSpec(workload), "The fields of a Job that are immutable."),
    undefined,
    { keptAt: ["Subcharts", "ImmutableSpec"] },
  );
  const spec = include(define("jobSpec", jobSpec(workload, immutable), "The spec of the Job."));
  const jobName = include(
    new Define<string>(
      "batch-job.jobName",
      "string",
      nameOf(workload, immutable),
      "The name of the Job. It ends in a hash of the immutable fields: an upgrade that changes them runs a new Job.",
    ),
  );
  const cronJobName = fitName(workload.names.fullname, CRON_JOB_NAME);
  return {
    jobName,
    cronJobName,
    schedule: new Define<Schedule>(
      "batch-job.schedule",
      "object",
      { cronJob: ternary(eq(kind, "CronJob"), cronJobName, ""), namespace: workload.names.namespace },
      "The CronJob of this stage; its name is empty for a Job.",
    ),
    awaited: new Define<Pick<Awaited, "job" | "namespace">>(
      "batch-job.awaited",
      "object",
      { job: jobName, namespace: workload.names.namespace },
      "The Job whose success the dependents of this stage wait for.",
    ),
    job: createJob(workload, kind, jobName, spec),
    cronJob: createCronJob(workload, kind, cronJobName, spec),
  };
}

function createJob(
  { v, metadata, guards, volumes }: BatchJobWorkload,
  kind: Expression<string>,
  name: Expression<string>,
  spec: Expression<JobSpec>,
): Documents {
  const object: Input<Job> = {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: metadata(name, hookAnnotations),
    spec,
  };
  return [guards, checkJob({ v, volumes }, kind), when(eq(kind, "Job"), object)];
}

function createCronJob(
  { v, names, metadata }: BatchJobWorkload,
  kind: Expression<string>,
  name: Expression<string>,
  spec: Expression<JobSpec>,
): Documents {
  const cronJob = (schedule: Expression<string>): Input<CronJob> => ({
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: metadata(name),
    spec: {
      schedule,
      timeZone: v.cron.timeZone,
      concurrencyPolicy: v.cron.concurrencyPolicy,
      startingDeadlineSeconds: v.cron.startingDeadlineSeconds,
      successfulJobsHistoryLimit: v.cron.successfulJobsHistoryLimit,
      failedJobsHistoryLimit: v.cron.failedJobsHistoryLimit,
      suspend: v.cron.suspend,
      // By these labels a selector finds the Jobs of a schedule too.
      jobTemplate: {
        metadata: {
          labels: merge<string>(
            names.selectorLabels,
            v.commonLabels,
            v.global.commonLabels,
            v.labels,
            names.placeLabels,
          ),
          annotations: when(nonEmpty(v.annotations), v.annotations),
        },
        spec,
      },
    },
  });
  const wanted = required(v.cron.schedule, "cron.schedule is required for a CronJob");
  const documents = bind("schedule", wanted, (schedule) => [checkSchedule(schedule), cronJob(schedule)]);
  // The guards are in the file of the Job: both files are rendered, whatever the kind.
  return when(eq(kind, "CronJob"), documents);
}

// Containers have other names in the pod of a chain. In Kubernetes versions newer than the types, the status of a
// condition is optional.
function ownRules({
  job,
  initContainers,
  sidecars,
}: Reference<BatchJobValues>): Expression<readonly PodFailurePolicyRule[]> {
  const rules = orIfEmpty<unknown>(lookUp("array", job.podFailurePolicy, "rules"), []); // "" is empty
  const names = containerNames(initContainers, sidecars, chainContext.stage);
  return failureRulesInPod(rules as Expression<readonly PodFailurePolicyRule[]>, names);
}

function nameOf({ v, names }: BatchJobWorkload, immutable: Expression<ImmutableSpec>) {
  const name = fitName(names.fullname, JOB_NAME);
  const hash = new Define<string>(
    "batch-job.jobHash",
    "string",
    trunc(sha256(text`${toJson(immutable)}${v.global.pipeline.runId}`), 8),
    "The hash of what a Job runs.",
  );
  // Helm replaces a hook by the next one with the same name, and so runs it at each upgrade.
  return choose(
    and(v.naming.hashSuffix, not(isHook)),
    // A pipeline needs the name in several files.
    text`${name}-${computeOnce(hash, { store: ["Subcharts"], key: "JobHash" })}`,
    name,
  );
}

function jobSpec({ v }: BatchJobWorkload, immutable: Expression<ImmutableSpec>): Input<JobSpec> {
  return {
    parallelism: v.job.parallelism,
    backoffLimit: v.job.backoffLimit,
    maxFailedIndexes: v.job.maxFailedIndexes,
    activeDeadlineSeconds: v.job.activeDeadlineSeconds,
    ttlSecondsAfterFinished: v.job.ttlSecondsAfterFinished,
    // Without the default of Kubernetes, a controller that queues Jobs keeps what it sets.
    suspend: when(nonEmpty(v.job.suspend), v.job.suspend),
    podReplacementPolicy: v.job.podReplacementPolicy,
    ...spread("immutable", immutable),
  };
}

function immutableSpec({ v, pod }: BatchJobWorkload): Input<ImmutableSpec> {
  const isGated = nonEmpty(gateContext.upstream);
  return {
    completions: v.job.completions,
    completionMode: v.job.completionMode,
    backoffLimitPerIndex: v.job.backoffLimitPerIndex,
    podFailurePolicy: choose(
      and(isGated, present(v.job.podFailurePolicy)),
      { rules: concat<PodFailurePolicyRule>([gateFailureRule], ownRules(v)) },
      choose(
        isGated,
        { rules: [{ ...gateFailureRule, onExitCodes: inline(gateFailureRule.onExitCodes) }] },
        when(present(v.job.podFailurePolicy), { rules: ownRules(v) }),
      ),
    ),
    successPolicy: v.job.successPolicy,
    managedBy: v.job.managedBy,
    template: pod.template,
  };
}

function define<T>(name: string, body: Input<T>, comment: string): Define<T> {
  return new Define<T>(`batch-job.${name}`, "object", body, comment);
}
