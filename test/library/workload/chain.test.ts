import assert from "node:assert/strict";
import { describe, it } from "mocha";
import Type from "typebox";
import { type Chart, ChartStage, workloadChain } from "../../../generator/chart.ts";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { type BatchJobValues, values as batchJobModel } from "../../../generator/library/batch-job/values.ts";
import { listPodSettings } from "../../../generator/library/workload/chain.ts";
import { createWorkload } from "../../../generator/library/workload/workload.ts";
import { BatchJob, definePipeline, evaluate, PipelineError } from "../../../generator/mod.ts";

const image = { repository: "busybox", tag: "1.36" };
// With objects of its own, so that names and labels count.
const inner = { image, configMaps: { settings: { data: { LEVEL: "debug" } } } };
const probe = { exec: { command: ["true"] } };

/** Of each value of a batch stage, one that no stage has by default. */
const samples: Readonly<Record<string, unknown>> = {
  activeDeadlineSeconds: 60,
  affinity: { nodeAffinity: {} },
  annotations: { "example.com/a": "b" },
  args: ["a"],
  command: ["a"],
  commonAnnotations: { "example.com/a": "b" },
  commonLabels: { a: "b" },
  configMaps: { more: { data: { A: "b" } } },
  containerRestartPolicy: "Never",
  cron: { schedule: "@daily" },
  dnsConfig: { nameservers: ["10.0.0.10"] },
  dnsPolicy: "Default",
  enableServiceLinks: false,
  enabled: false,
  env: { A: "b" },
  envFrom: { more: { secretRef: { name: "more" } } },
  extraObjects: { a: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" } } },
  fullnameOverride: "a",
  global: { imageRegistry: "registry.example.com" },
  hostAliases: [{ ip: "10.0.0.1", hostnames: ["a"] }],
  hostIPC: true,
  hostNetwork: true,
  hostPID: true,
  hostUsers: false,
  hostname: "a",
  hostnameOverride: "a",
  image: { repository: "other", tag: "1" },
  initContainers: { a: { image } },
  job: { backoffLimit: 1 },
  kind: "CronJob",
  labels: { a: "b" },
  lifecycle: { preStop: probe },
  livenessProbe: probe,
  nameOverride: "a",
  namespaceOverride: "other",
  naming: { hashSuffix: false },
  networkPolicy: { enabled: true },
  nodeName: "a",
  nodeSelector: { zone: "a" },
  os: { name: "linux" },
  podAnnotations: { "example.com/a": "b" },
  podLabels: { a: "b" },
  podResources: { limits: { memory: "1Gi" } },
  podSecurity: "baseline",
  podSecurityContext: { fsGroup: 1 },
  ports: { http: { containerPort: 80 } },
  preemptionPolicy: "PreemptLowerPriority",
  priorityClassName: "a",
  readinessGates: [{ conditionType: "example.com/a" }],
  readinessProbe: probe,
  resizePolicy: [{ resourceName: "cpu", restartPolicy: "NotRequired" }],
  resourceClaims: [{ name: "a", resourceClaimName: "a" }],
  resources: { limits: { memory: "1Gi" } },
  restartPolicy: "OnFailure",
  restartPolicyRules: [{ action: "Restart", exitCodes: { operator: "In", values: [1] } }],
  runtimeClassName: "a",
  schedulerName: "a",
  schedulingGates: [{ name: "example.com/a" }],
  securityContext: { runAsUser: 1000 },
  serviceAccount: { create: false },
  setHostnameAsFQDN: true,
  shareProcessNamespace: true,
  sidecars: { a: { image } },
  startupProbe: probe,
  stdin: true,
  stdinOnce: true,
  subdomain: "a",
  terminationGracePeriodSeconds: 1,
  terminationMessagePath: "/a",
  terminationMessagePolicy: "FallbackToLogsOnError",
  tests: { enabled: false },
  tolerations: [{ operator: "Exists" }],
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway", labelSelector: {} },
  ],
  tty: true,
  volumes: { a: { mountPath: "/a", emptyDir: {} } },
  workingDir: "/a",
};

/** What a sample needs to be valid. */
const needed: Readonly<Record<string, object>> = {
  ...Object.fromEntries(["hostIPC", "hostNetwork", "hostPID"].map((key) => [key, { podSecurity: "privileged" }])),
  kind: { cron: { schedule: "0 3 * * *" } },
  restartPolicyRules: { containerRestartPolicy: "Never" },
};

/** Where a value is refused, if not at its own path: a schedule is an error of the stage that has the pod. */
const refusedAt: Readonly<Record<string, string>> = { cron: "load.dependsOn", kind: "load.dependsOn" };

const chain = definePipeline({
  name: "etl",
  version: "1.0.0",
  ordering: "inPod",
  stages: { extract: new BatchJob({ image }), load: new BatchJob({ image, dependsOn: ["extract"] }) },
});

type Fate = "rendered" | "refused" | "lost";

/** What becomes of values of the first stage of a chain. */
function fateOf(key: string, chart: Chart<object> = batchJob as Chart<object>): Fate {
  const objectsWith = (more: object): unknown => {
    const stages = {
      extract: new ChartStage(chart, { ...inner, ...more } as never), // the schema checks them
      load: new ChartStage(chart, { image, dependsOn: ["extract"] } as never),
    };
    return evaluate(definePipeline({ name: "etl", version: "1.0.0", ordering: "inPod", stages })).objects;
  };
  try {
    const changed = objectsWith({ [key]: samples[key] ?? "other", ...needed[key] });
    return JSON.stringify(changed) === JSON.stringify(objectsWith({})) ? "lost" : "rendered";
  } catch (error) {
    const path = refusedAt[key] ?? `extract.${key}`;
    if (error instanceof PipelineError && error.path.startsWith(path)) return "refused";
    throw error;
  }
}

describe("a stage of a chain before the last", () => {
  it("has a sample here for each value that it may have", () => {
    assert.deepEqual(Object.keys(samples), Object.keys(batchJobModel.properties).sort());
  });

  for (const key of Object.keys(samples)) {
    const wanted = listPodSettings(batchJobModel).includes(key) ? "refused" : "rendered";
    it(`has its ${key} ${wanted}, not lost`, () => assert.equal(fateOf(key), wanted));
  }

  for (const key of listPodSettings(batchJobModel)) {
    it(`has its ${key} refused in a values file too, unless the stage with the pod has the same`, () => {
      const values = { [key]: samples[key], ...needed[key] };
      assert.throws(() => evaluate(chain, { values: { extract: values, load: needed[key] ?? {} } }), {
        message: new RegExp(`extract[.]${key}: expected the same as in load, in whose pod extract runs`),
      });
      const same = (): unknown => evaluate(chain, { values: { extract: values, load: values } });
      if (key === "podResources") assert.throws(same, /load: podResources: expected none where earlier stages run/);
      else assert.doesNotThrow(same);
    });
  }

  it("has its own settings in a values file where it is the last one that is enabled", () => {
    const { objects } = evaluate(chain, { values: { load: { enabled: false }, extract: { hostname: "a" } } });
    const job = objects.find(({ kind }) => kind === "Job");
    assert.equal(Object(job).spec.template.spec.hostname, "a");
  });

  it("runs once: the Job of the chain has one pod at a time, and needs one", () => {
    for (const field of ["completions", "parallelism"]) {
      assert.throws(() => evaluate(chain, { values: { load: { job: { [field]: 2 } } } }), {
        message: new RegExp(`job[.]${field}: expected 1 where earlier stages run in the same pod, once in each, got 2`),
      });
      assert.doesNotThrow(() => evaluate(chain, { values: { load: { job: { [field]: 1 } } } }));
    }
  });

  it("has a new field of the pod refused, though nobody thought of chains", () => {
    const model = Type.Object({ ...batchJobModel.properties, shareProcesses: Type.Optional(Type.String()) });
    const workload = createWorkload<BatchJobValues>({ chartName: "trial", model });
    const { stage } = batchJob;
    assert(stage);
    const chart = {
      ...batchJob,
      name: "trial",
      schema: { ...batchJob.schema, properties: { ...batchJob.schema.properties, shareProcesses: { type: "string" } } },
      stage: { ...stage, chain: workloadChain("trial", workload, model) },
    } as Chart<object>;
    assert.equal(fateOf("shareProcesses", chart), "refused");
  });
});
