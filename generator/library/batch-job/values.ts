/** The values of batch-job: a task that runs to completion, once or on a schedule. */
import type { Static } from "typebox";
import * as format from "../../values/formats.ts";
import { boolean, closed, enumOf, kubernetes, optional } from "../../values/model.ts";
import { podLabelRule } from "../workload/values/pod-label-rules.ts";
import { workloadValues } from "../workload/values/values.ts";
import { workloadRules } from "../workload/values/workload-rules.ts";

/** The most indexes: the limit of Kubernetes, and what fits after the longest name of a Job. */
const MOST_INDEXED = 100000;
const isIndexed = { properties: { completionMode: { const: "Indexed" } }, required: ["completionMode"] };

const withoutFailIndex = {
  properties: { rules: { items: { properties: { action: { enum: ["FailJob", "Ignore", "Count"] } } } } },
};

const job = closed(
  {
    parallelism: optional(format.count({ description: "Pods that run at once", examples: [1] })),
    completions: optional(format.count({ description: "Pods that must succeed", examples: [1] }, 1)),
    completionMode: optional(
      enumOf(["NonIndexed", "Indexed"], { description: "Whether each pod has an index of its own" }),
    ),
    backoffLimit: format.count({ description: "Failed pods before the Job fails", default: 4 }),
    backoffLimitPerIndex: optional(
      format.count({ description: "Failed pods of one index before the index fails; needs Indexed and Never" }),
    ),
    maxFailedIndexes: optional(
      format.count({ description: "Failed indexes before the Job fails; needs backoffLimitPerIndex" }, 0, MOST_INDEXED),
    ),
    activeDeadlineSeconds: optional(
      format.count({ description: "Deadline of the Job, in seconds; it then fails", examples: [3600] }, 1),
    ),
    ttlSecondsAfterFinished: optional(
      format.count({
        description: "Time before a finished Job is deleted, in seconds; the next upgrade then runs it again",
        examples: [86400],
      }),
    ),
    suspend: boolean({ description: "Whether the Job starts no pods until this is false", default: false }),
    podReplacementPolicy: optional(
      enumOf(["TerminatingOrFailed", "Failed"], {
        description: "When a pod is replaced: as soon as it terminates, or once it has failed",
      }),
    ),
    podFailurePolicy: optional(
      kubernetes("PodFailurePolicy", {
        description: "How failures of pods are handled; needs restartPolicy Never",
      }),
    ),
    managedBy: optional(
      format.domainPath({
        description: "Controller that runs the Job instead of Kubernetes' own",
        examples: ["kueue.x-k8s.io/multikueue"],
      }),
    ),
    successPolicy: optional(
      kubernetes("SuccessPolicy", {
        description: "When an Indexed Job counts as succeeded",
        examples: [{ rules: [{ succeededIndexes: "0-1", succeededCount: 1 }] }],
      }),
    ),
  },
  {
    description: "How the Job runs",
    allOf: [
      {
        if: { required: ["backoffLimitPerIndex"] },
        then: { required: ["completionMode"], properties: { completionMode: { const: "Indexed" } } },
      },
      { if: { required: ["maxFailedIndexes"] }, then: { required: ["backoffLimitPerIndex"] } },
      {
        if: { required: ["successPolicy"] },
        then: { required: ["completionMode"], properties: { completionMode: { const: "Indexed" } } },
      },
      {
        if: isIndexed,
        then: {
          required: ["completions"],
          properties: { completions: { maximum: MOST_INDEXED }, parallelism: { maximum: MOST_INDEXED } },
        },
      },
      {
        if: { not: { required: ["backoffLimitPerIndex"] } },
        then: { properties: { podFailurePolicy: withoutFailIndex } },
      },
      // Otherwise terminating pods would be counted before it is known how they ended.
      {
        if: { required: ["podFailurePolicy"] },
        then: { properties: { podReplacementPolicy: { const: "Failed" } } },
      },
    ],
  },
);

// A container that has been stopped stays so where failed containers are not restarted.
const keepsRunning = { resizePolicy: { items: { properties: { restartPolicy: { const: "NotRequired" } } } } };
const resizeRules = [
  {
    if: { not: { properties: { restartPolicy: { const: "OnFailure" } }, required: ["restartPolicy"] } },
    then: { properties: { ...keepsRunning, sidecars: { additionalProperties: { properties: keepsRunning } } } },
  },
];

const cron = closed(
  {
    schedule: optional(
      format.schedule({
        description: "When it runs: five cron fields, or a macro such as @daily",
        examples: ["0 3 * * *"],
      }),
    ),
    timeZone: optional(
      format.timeZone({
        description: "Time zone of the schedule; absent: that of the cluster's controller",
        examples: ["Europe/Berlin"],
      }),
    ),
    concurrencyPolicy: enumOf(["Allow", "Forbid", "Replace"], {
      description: "What happens when a run is due while the previous one is still running",
      default: "Forbid",
    }),
    startingDeadlineSeconds: optional(
      format.count({ description: "Deadline for starting a missed run, in seconds", examples: [600] }),
    ),
    successfulJobsHistoryLimit: format.count({ description: "Number of succeeded Jobs to keep", default: 3 }),
    failedJobsHistoryLimit: format.count({ description: "Number of failed Jobs to keep", default: 1 }),
    suspend: boolean({ description: "Whether runs are suspended", default: false }),
  },
  { description: "When a CronJob runs" },
);

/** The values model of batch-job. */
export const values = closed(
  {
    ...workloadValues({ nativeSidecars: true, sharesPod: true }),
    kind: optional(
      enumOf(["Job", "CronJob"], {
        description:
          "A Job runs once, a CronJob on a schedule; absent: a CronJob where cron.schedule is set, else a Job",
      }),
    ),
    restartPolicy: enumOf(["Never", "OnFailure"], {
      description: "Whether a failed container is restarted in its pod",
      default: "Never",
    }),
    activeDeadlineSeconds: optional(
      format.count({ description: "Deadline of each pod, in seconds; it then fails, and the Job may retry it" }, 1),
    ),
    job,
    cron,
    naming: closed(
      {
        hashSuffix: boolean({
          description:
            "Whether a Job's name ends in a hash of its immutable fields, so that an upgrade that changes them runs a new Job",
          default: true,
        }),
      },
      { description: "How objects are named" },
    ),
  },
  {
    description: "Values of batch-job",
    allOf: [
      ...workloadRules,
      podLabelRule("Job"),
      ...resizeRules,
      {
        if: { properties: { kind: { const: "CronJob" } }, required: ["kind"] },
        then: { required: ["cron"], properties: { cron: { required: ["schedule"] } } },
      },
      {
        if: {
          properties: { job: { anyOf: [{ required: ["podFailurePolicy"] }, { required: ["backoffLimitPerIndex"] }] } },
          required: ["job"],
        },
        then: { properties: { restartPolicy: { const: "Never" } } },
      },
    ],
  },
);

/** What a chart author sees of the values of batch-job. */
export type BatchJobValues = Static<typeof values>;
