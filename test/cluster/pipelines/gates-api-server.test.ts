import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { waitUntil } from "../../../scripts/lib/cluster/wait-until.ts";
import { patience } from "../patience.ts";
import { testCluster } from "../test-cluster.ts";
import { defineGraph } from "./define-graph.ts";
import type { Graph, GraphStage } from "./graph.ts";
import { listEarlyStarts, listEvents } from "./marks.ts";
import { usePipelines } from "./use-pipelines.ts";

const stage: GraphStage = { name: "a", kind: "batch", dependsOn: [], isEnabled: true, seconds: 0 };
const graph: Graph = [
  { ...stage, seconds: 20 },
  { ...stage, name: "b", dependsOn: ["a"] },
  { ...stage, name: "c", dependsOn: ["a", "b"] },
  { ...stage, name: "d", kind: "service", dependsOn: ["c"] },
];
const waiting = ["b", "c", "d"];

describe("gates that wait while the API server restarts", () => {
  const pipelines = usePipelines();

  /** The pods by stage, with what they are at and how often a container of theirs was started again. */
  async function readPods(): Promise<readonly string[]> {
    const path =
      "{.metadata.labels.app\\.kubernetes\\.io/name} {.status.initContainerStatuses[*].restartCount} {.status.phase}";
    const printed = await pipelines.kubectl(["get", "pods", `--output=jsonpath={range .items[*]}${path}{"\\n"}{end}`]);
    return printed.trim().split("\n").sort();
  }

  async function saysThatItWaits(name: string): Promise<boolean> {
    const which = `--selector=app.kubernetes.io/name=${name}`;
    return (await pipelines.kubectl(["logs", which, "--container=gate", "--tail=-1"])).includes("Waits for");
  }

  it("go on when it is back: no stage fails, no pod is made again, and the order holds", async () => {
    await pipelines.helm(["install", "etl", await pipelines.place(defineGraph("etl", "gates", graph))]);
    const doAllWait = async (): Promise<boolean> => (await Promise.all(waiting.map(saysThatItWaits))).every(Boolean);
    await waitUntil(doAllWait, { what: "all gates wait", seconds: patience, everyMs: 500 });
    await testCluster().restartApiServer();

    const isReady = async (): Promise<boolean> =>
      (await pipelines.kubectl(["get", "deployment", "etl-d", "--output=jsonpath={.status.readyReplicas}"])) === "1";
    await waitUntil(isReady, { what: "the last stage answers", seconds: patience, everyMs: 1000 });
    const ends = (await pipelines.readJobs("etl")).map(({ stage: name, end }) => `${name} ${end}`);
    assert.deepEqual(ends, ["a Complete", "b Complete", "c Complete"]);
    assert.deepEqual(await readPods(), ["a  Succeeded", "b 0 Succeeded", "c 0 Succeeded", "d 0 Running"]);
    const marks = await pipelines.readMarks("etl", 2 * graph.length);
    assert.deepEqual(
      listEvents(marks),
      graph.flatMap(({ name }) => [`${name} began`, `${name} done`]),
    );
    assert.deepEqual(listEarlyStarts(graph, marks), []);
  });
});
