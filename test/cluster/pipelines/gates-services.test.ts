import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BatchJob, definePipeline, type Pipeline, ServiceStage } from "../../../generator/mod.ts";
import { patience } from "../patience.ts";
import { readLogs } from "../read-logs.ts";
import { answering, image, runToEnd } from "./define-graph.ts";
import type { Graph } from "./graph.ts";
import { listEarlyStarts, listEvents } from "./marks.ts";
import { selectorOf, usePipelines } from "./use-pipelines.ts";

/** A service that waits for a Job, which takes some seconds and ends with a code. */
function makePipeline(seconds: number, code = 0): Pipeline {
  return definePipeline({
    name: "site",
    version: "0.1.0",
    stages: {
      train: new BatchJob({ image, command: runToEnd("train", seconds, code), job: { backoffLimit: 0 } }),
      serve: new ServiceStage({ dependsOn: ["train"], ...answering("serve", 0) }),
    },
  });
}

const graph: Graph = [
  { name: "train", kind: "batch", dependsOn: [], isEnabled: true, seconds: 0 },
  { name: "serve", kind: "service", dependsOn: ["train"], isEnabled: true, seconds: 0 },
];

describe("a service that depends on a Job", () => {
  const pipelines = usePipelines();
  const { kubectl } = pipelines;

  const listEnds = async (): Promise<readonly string[]> =>
    (await pipelines.readJobs("etl")).map(({ stage, end }) => `${stage} ${end}`);

  /** Deletes the pod of the service and waits until another one is ready; returns the log of its gate. */
  async function replacePod(): Promise<string> {
    const which = `${selectorOf("etl")},app.kubernetes.io/name=serve`;
    const find = (): Promise<string> => kubectl(["get", "pods", which, "--output=jsonpath={.items[*].metadata.name}"]);
    const old = await find();
    await kubectl(["delete", "pod", old, `--timeout=${patience}s`]);
    await kubectl(["rollout", "status", "deployment/etl-serve", `--timeout=${patience}s`]);
    const pod = await find();
    assert.notEqual(pod, old);
    return await readLogs(pipelines, [pod, "--container=gate"], (log) => log.includes("All stages"));
  }

  it("gets another pod a minute late when the Job is deleted", async () => {
    await pipelines.install("etl", await pipelines.place(makePipeline(0)));
    await kubectl(["delete", "jobs", "--all", `--timeout=${patience}s`]);
    const log = await replacePod();
    const times = [...log.matchAll(/^(\S+Z) (.*)$/gm)].map(([, time = "", said]) => ({ at: Date.parse(time), said }));
    assert.deepEqual(
      times.map(({ said }) => said),
      ["Waits for train", "All stages before this one are done"],
    );
    const [begin, end] = times;
    const seconds = ((end?.at ?? 0) - (begin?.at ?? 0)) / 1000;
    assert(seconds >= 55 && seconds <= 120, `it waited ${seconds} s`);
  });

  it("gets another pod at once while the Job of an upgrade runs, and when the last one has failed", async () => {
    await pipelines.install("etl", await pipelines.place(makePipeline(0)));
    const marks = await pipelines.readMarks("etl", 2 * graph.length);
    assert.deepEqual(listEvents(marks), ["serve began", "serve done", "train began", "train done"]);
    assert.deepEqual(listEarlyStarts(graph, marks), []);

    await pipelines.helm(["upgrade", "etl", await pipelines.place(makePipeline(600))]);
    assert.match(await replacePod(), /^\S+ All stages before this one are done\n$/);
    assert.deepEqual(await listEnds(), ["train undefined"]);

    await pipelines.helm(["upgrade", "etl", await pipelines.place(makePipeline(0, 1))]);
    await kubectl([
      "wait",
      "jobs",
      "--selector=app.kubernetes.io/name=train",
      "--for=condition=Failed",
      `--timeout=${patience}s`,
    ]);
    assert.match(await replacePod(), /^\S+ All stages before this one are done\n$/);
    assert.deepEqual(await listEnds(), ["train Failed"]);
  });
});
