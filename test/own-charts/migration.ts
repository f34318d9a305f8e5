/** A chart as a user writes it: a Job of its own kind, which migrates a schema to a version. */
import type { Job, JobSpec } from "kubernetes-types/batch/v1.d.ts";
import {
  type Awaited,
  bind,
  choose,
  closed,
  createTestTemplate,
  createWorkload,
  Define,
  defineChart,
  defineTemplate,
  defineTested,
  describeImage,
  fitName,
  format,
  gateContext,
  gateFailureRule,
  hookAnnotations,
  type Input,
  include,
  isHook,
  nonEmpty,
  sha256,
  type Type,
  text,
  textAt,
  toJson,
  trunc,
  when,
  workloadChain,
  workloadRules,
  workloadStage,
  workloadValues,
} from "../../generator/chart.ts";

const chartName = "migration";
const source = "src/migration.ts";
const values = closed(
  {
    ...workloadValues({ nativeSidecars: true, sharesPod: true }),
    schemaVersion: format.label({ description: "Version of the schema, a part of the Job's name", examples: ["v1"] }),
    attempts: format.count({ description: "Number of attempts", default: 3 }),
  },
  { description: "Values of migration", allOf: workloadRules },
);
type MigrationValues = Type.Static<typeof values>;
const workload = createWorkload<MigrationValues>({ chartName, model: values, restartPolicy: () => text`Never` });
const { v, names, pod, guards } = workload;
const spec = include(
  new Define<JobSpec>(
    `${chartName}.spec`,
    "object",
    {
      backoffLimit: v.attempts,
      podFailurePolicy: when(nonEmpty(gateContext.upstream), { rules: [gateFailureRule] }),
      template: pod.template,
    },
    "How the Job runs.",
  ),
);
const plainName = fitName(text`${names.fullname}-${v.schemaVersion}`, 54);
const name = include(
  new Define<string>(
    `${chartName}.jobName`,
    "string",
    choose(
      isHook,
      plainName,
      bind("hash", trunc(sha256(text`${toJson(spec)}${v.global.pipeline.runId}`), 8), (hash) => {
        return text`${plainName}-${hash}`;
      }),
    ),
    "The name of the Job. It ends in a hash, for no Job may change.",
  ),
);
const job: Input<Job> = {
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: workload.metadata(name, hookAnnotations),
  spec,
};
const awaited = new Define<Pick<Awaited, "job" | "namespace">>(
  `${chartName}.awaited`,
  "object",
  { job: name, namespace: names.namespace },
  "What stages after this one wait for.",
);
const tested = defineTested(chartName, workload, awaited);

/** The chart migration. */
export const migration = defineChart({
  name: chartName,
  version: "1.0.0",
  description: "Migrates a schema to a version",
  keywords: ["job", "schema"],
  source,
  values,
  templates: [
    defineTemplate({ chartName, kind: "job", source, documents: [guards, job] }),
    createTestTemplate(chartName, "job", workload, tested),
    ...workload.templates,
  ],
  notes: [
    text`Job ${name} migrates the schema to ${v.schemaVersion}. Read its log:`,
    text`  kubectl logs job/${name} --namespace ${names.namespace} --container main --follow`,
  ],
  stage: {
    role: "batch",
    ...workloadStage(workload),
    awaited,
    tested,
    chain: workloadChain(chartName, workload, values),
    isHook: true,
    drawn: {
      kind: "batch",
      object: () => "Job",
      details: (own) => [describeImage(own), `schema ${textAt(own, "schemaVersion")}`],
    },
  },
  ci: { default: { image: { repository: "busybox", tag: "1.36" }, command: ["true"], schemaVersion: "v1" } },
});
