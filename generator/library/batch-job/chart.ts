/** batch-job: a task that runs to completion, once or on a schedule. */
import { defineTemplate } from "../../chart/chart-template.ts";
import { type Chart, defineChart } from "../../chart/define-chart.ts";
import { eq } from "../../functions/logic.ts";
import { workloadChain } from "../workload/chain.ts";
import { createTestTemplate, defineTested } from "../workload/helm-test/helm-test.ts";
import { workloadStage } from "../workload/stage.ts";
import { createWorkload } from "../workload/workload.ts";
import { createUpstreamGuards } from "./check-job.ts";
import { createJobs } from "./job.ts";
import { defineKind, defineRuns } from "./kind.ts";
import { notes } from "./notes.ts";
import { drawn, facts } from "./stage.ts";
import { type BatchJobValues, values } from "./values.ts";

const workload = createWorkload<BatchJobValues>({
  chartName: "batch-job",
  model: values,
  controller: "Job",
  restartPolicy: (v) => v.restartPolicy,
  activeDeadlineSeconds: (v) => v.activeDeadlineSeconds,
});

const kind = defineKind(workload.v);
const jobs = createJobs(workload, kind);
const tested = defineTested("batch-job", workload, jobs.awaited, eq(kind, "Job"));

const source = "generator/library/batch-job/job.ts";

/** The chart batch-job. */
export const batchJob: Chart = defineChart({
  name: "batch-job",
  version: "0.1.0",
  description: "A task that runs to completion, once or on a schedule",
  keywords: ["job", "cronjob", "batch", "etl", "data-pipeline"],
  source: "generator/library/batch-job/chart.ts",
  values,
  valuesSource: "generator/library/batch-job/values.ts",
  templates: [
    defineTemplate({ chartName: "batch-job", kind: "job", source, documents: jobs.job }),
    defineTemplate({ chartName: "batch-job", kind: "cronJob", source, documents: jobs.cronJob }),
    ...workload.templates,
    createTestTemplate("batch-job", "job", workload, tested),
  ],
  notes: notes(workload, kind, jobs),
  stage: {
    role: "batch",
    ...workloadStage(workload),
    awaited: jobs.awaited,
    schedule: jobs.schedule,
    tested,
    dependencyChecks: createUpstreamGuards(kind),
    chain: { ...workloadChain("batch-job", workload, values, { kind: "Job" }), runs: defineRuns(workload.v, kind) },
    isHook: true,
    drawn,
    facts,
  },
  ci: {
    default: { image: { repository: "busybox", tag: "1.36" }, command: ["sh", "-c"], args: ["echo done"] },
    "cron-job": {
      image: { repository: "busybox", tag: "1.36" },
      cron: { schedule: "*/5 * * * *" },
      command: ["date"],
    },
  },
});
