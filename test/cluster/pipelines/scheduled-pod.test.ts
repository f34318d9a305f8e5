import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BatchJob, CsiVolume, definePipeline, ServiceStage, StatefulStage } from "../../../generator/mod.ts";
import { patience } from "../patience.ts";
import { answering, image, run, runToEnd } from "./define-graph.ts";
import { listEvents, type Mark, markFunction, readMarks } from "./marks.ts";
import { usePipelines } from "./use-pipelines.ts";

const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } };
const store = new StatefulStage(answering("store", 1));

/** A stage of the chain: it says that it runs, and needs what the one before it wrote. */
const link = (stage: string, script: string): { image: typeof image; command: [string, string, string] } => ({
  image,
  command: run(`${markFunction}\nmark ${stage} began\nset -e\n${script}\nmark ${stage} done`),
});

const warehouse = definePipeline({
  name: "warehouse",
  version: "0.1.0",
  ordering: { inPod: [["extract", "transform", "load"]] },
  volumes: { workspace },
  stages: {
    store,
    seed: new BatchJob({ image, command: runToEnd("seed", 2) }),
    web: new ServiceStage({ ...answering("web", 1), dependsOn: ["seed", "store"] }),
    extract: new BatchJob({ ...link("extract", "hostname > /data/extracted"), volumes }),
    transform: new BatchJob({
      ...link("transform", 'wget -qO /dev/null "$STORE" || true; test "$(cat /data/extracted)" = "$(hostname)"'),
      dependsOn: ["extract", "store"],
      env: { STORE: { fromService: store.address("url", "http") } },
      volumes,
    }),
    load: new BatchJob({
      ...link("load", 'test "$(cat /data/extracted)" = "$(hostname)"'),
      dependsOn: ["transform"],
      kind: "CronJob",
      cron: { schedule: "0 0 1 1 *", suspend: true },
      volumes,
    }),
  },
});

describe("a chain with a schedule beside gates", () => {
  const pipelines = usePipelines();

  const at = (marks: readonly Mark[], stage: string, event: string): number =>
    marks.find((mark) => mark.stage === stage && mark.event === event)?.uptime ?? Number.NaN;

  it("runs its stages in one pod each time, after a gate, while other stages wait in gates of their own", async () => {
    await pipelines.install("w", await pipelines.place(warehouse));
    const others = await pipelines.readMarks("w", 6);
    assert.deepEqual(
      listEvents(others),
      ["seed", "store", "web"].flatMap((stage) => [`${stage} began`, `${stage} done`]),
    );
    for (const stage of ["seed", "store"]) assert.ok(at(others, stage, "done") <= at(others, "web", "began"), stage);
    assert.deepEqual(
      (await pipelines.readJobs("w")).map(({ stage, end }) => [stage, end]),
      [["seed", "Complete"]],
      "no Job of the chain before its time",
    );
    for (const job of ["first", "second"]) {
      await pipelines.kubectl(["create", "job", job, "--from=cronjob/w-load"]);
      await pipelines.kubectl(["wait", `job/${job}`, "--for=condition=Complete", `--timeout=${patience}s`]);
      const marks = await readMarks(pipelines, [`job/${job}`], 6);
      const events = ["extract", "transform", "load"].flatMap((stage) => [`${stage} began`, `${stage} done`]);
      assert.deepEqual(
        marks.toSorted((one, other) => one.uptime - other.uptime).map(({ stage, event }) => `${stage} ${event}`),
        events,
      );
      const { items } = JSON.parse(
        await pipelines.kubectl(["get", "pods", `--selector=job-name=${job}`, "--output=json"]),
      );
      assert.equal(items.length, 1);
      const names = [...items[0].spec.initContainers, ...items[0].spec.containers].map(({ name }) => name);
      assert.deepEqual(names, ["gate", "extract", "transform", "load"]);
    }
    const stages = (await pipelines.readGates("w")).map(({ stage, exitCode }) => [stage, exitCode]);
    assert.deepEqual(stages.sort(), [
      ["load", 0],
      ["load", 0],
      ["web", 0],
    ]);
  });
});
