import assert from "node:assert/strict";
import { describe, it } from "mocha";
import reference from "../../../examples/reference-pipeline/reference-pipeline.ts";
import {
  BatchJob,
  CsiVolume,
  definePipeline,
  type Pipeline,
  ServiceStage,
  StatefulStage,
} from "../../../generator/mod.ts";
import { patience } from "../patience.ts";
import { answering, image, run } from "../pipelines/define-graph.ts";
import { usePipelines } from "../pipelines/use-pipelines.ts";

/** What is read of events and pods. */
interface Listed {
  readonly items: readonly {
    readonly metadata: { readonly name: string };
    readonly reason?: string;
    readonly message?: string;
    readonly status?: { readonly phase?: string };
  }[];
}

const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } };

const idle = { image, command: run("trap exit TERM; while :; do sleep 1; done") };

/** Containers of each sort that a batch stage can have, and a ConfigMap. */
const around = {
  initContainers: { prepare: { image, command: run("id -u") } },
  sidecars: { proxy: { ...idle, native: true, order: -1 }, watch: { ...idle, native: true } },
  configMaps: { settings: { data: { "app.conf": "debug=false" } } },
} as const;

/** Those of a server. */
const aroundServer = {
  ...around,
  networkPolicy: { enabled: true },
  sidecars: { ...around.sidecars, plain: { ...idle, native: false } },
} as const;

/** Each kind of stage, with each kind of container, as far as it has such. */
const everything = definePipeline({
  name: "everything",
  version: "0.1.0",
  ordering: { inPod: [["clean", "sum"]] },
  volumes: { workspace },
  stages: {
    store: new StatefulStage({
      ...answering("store", 0),
      ...aroundServer,
      replicas: 2,
      persistence: { state: { mountPath: "/state", size: "1Gi" } },
    }),
    seed: new BatchJob({ ...around, image, command: run("date > /data/seed"), volumes }),
    shards: new BatchJob({
      image,
      command: run("echo $JOB_COMPLETION_INDEX"),
      job: { completionMode: "Indexed", completions: 2, parallelism: 2 },
      dependsOn: ["seed"],
    }),
    clean: new BatchJob({ ...around, image, command: run("cp /data/seed /data/clean"), dependsOn: ["seed"], volumes }),
    sum: new BatchJob({ image, command: run("cat /data/clean"), dependsOn: ["clean"], volumes }),
    web: new ServiceStage({ ...answering("web", 0), ...aroundServer, dependsOn: ["store", "sum"] }),
    nightly: new BatchJob({
      image,
      command: run("date"),
      kind: "CronJob",
      cron: { schedule: "0 0 1 1 *", suspend: true },
      dependsOn: ["store"],
    }),
  },
});

describe("a namespace that enforces Pod Security restricted", () => {
  const pipelines = usePipelines();
  const { kubectl } = pipelines;

  async function list(...which: readonly string[]): Promise<Listed["items"]> {
    return (JSON.parse(await kubectl(["get", ...which, "--output=json"])) as Listed).items;
  }

  /** Installs a pipeline, runs its schedules once and its tests; all pods are taken and ready, or end well. */
  async function runAll(pipeline: Pipeline, ...schedules: readonly string[]): Promise<void> {
    const release = pipeline.name;
    // The API server would warn of a controller whose pods it refuses later.
    await kubectl(["label", "namespace", pipelines.namespace, "pod-security.kubernetes.io/warn=restricted"]);
    const { code, stdout, stderr } = await pipelines.attempt([
      ...["install", release, await pipelines.place(pipeline)],
      ...["--wait", "--wait-for-jobs", `--timeout=${patience}s`],
    ]);
    assert.equal(code, 0, stderr);
    assert.doesNotMatch(stdout + stderr, /PodSecurity/);
    for (const stage of schedules) {
      await kubectl(["create", "job", `now-${stage}`, `--from=cronjob/${release}-${stage}`]);
      await kubectl(["wait", `job/now-${stage}`, "--for=condition=Complete", `--timeout=${patience}s`]);
    }
    await pipelines.helm(["test", release, `--timeout=${patience}s`]);
    const refused = (await list("events")).filter(
      ({ reason, message = "" }) => reason === "FailedCreate" || message.includes("PodSecurity"),
    );
    assert.deepEqual(
      refused.map(({ message }) => message),
      [],
    );
    const phases = (await list("pods")).map(({ metadata, status }) => `${metadata.name} ${status?.phase}`);
    assert.deepEqual(
      phases.filter((line) => !/ (Running|Succeeded)$/.test(line)),
      [],
    );
  }

  it("takes each kind of stage, with init containers, sidecars, gates, chains, schedules and tests", async () => {
    await runAll(everything, "nightly");
  });

  it("takes the reference pipeline, its schedule and its test", async () => {
    await runAll(reference, "report");
  });
});
