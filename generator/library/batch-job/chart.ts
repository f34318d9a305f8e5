/** batch-job: a task that runs to its end, once or by the clock. */
import type { Container } from "kubernetes-types/core/v1.d.ts";
import { defineTemplate } from "../../chart/chart-template.ts";
import { type Chart, defineChart } from "../../chart/define-chart.ts";
import { Define } from "../../expression/define.ts";
import { concat, list } from "../../functions/maps.ts";
import { createWorkload } from "../workload/workload.ts";
import { createJobs } from "./job.ts";
import { notes } from "./notes.ts";
import { type BatchJobValues, values } from "./values.ts";

const workload = createWorkload<BatchJobValues>({
  chartName: "batch-job",
  model: values,
  restartPolicy: (v) => v.restartPolicy,
});

const jobs = createJobs(workload);

/** The containers of a job that runs inside the pod of a later one. */
const chainContainers = new Define<readonly Container[]>(
  "batch-job.chainContainers",
  "array",
  concat(workload.pod.initContainers, list(workload.pod.mainContainer)),
  "The containers of a stage that runs in the pod of a later stage.",
);

const source = "generator/library/batch-job/job.ts";

/** The chart batch-job. */
export const batchJob: Chart = defineChart({
  name: "batch-job",
  version: "0.1.0",
  description: "A task that runs to its end, once or by a schedule",
  keywords: ["job", "cronjob", "batch", "etl", "data-pipeline"],
  source: "generator/library/batch-job/chart.ts",
  values,
  valuesSource: "generator/library/batch-job/values.ts",
  templates: [
    defineTemplate({ chartName: "batch-job", kind: "job", source, documents: jobs.job }),
    defineTemplate({ chartName: "batch-job", kind: "cronJob", source, documents: jobs.cronJob }),
    ...workload.templates,
  ],
  notes: notes(workload, jobs),
  exports: [chainContainers],
  ci: {
    default: { image: { repository: "busybox", tag: "1.36" }, command: ["sh", "-c"], args: ["echo done"] },
    "cron-job": {
      image: { repository: "busybox", tag: "1.36" },
      kind: "CronJob",
      cron: { schedule: "*/5 * * * *" },
      command: ["date"],
    },
  },
});
