import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { defineGraph } from "./define-graph.ts";
import type { Graph, GraphStage } from "./graph.ts";
import { listEarlyStarts, listEvents } from "./marks.ts";
import { selectorOf, usePipelines } from "./use-pipelines.ts";

const stage: GraphStage = { name: "a", kind: "batch", dependsOn: [], isEnabled: true, seconds: 0 };
const graph: Graph = [
  stage,
  { ...stage, name: "b", kind: "stateful" },
  { ...stage, name: "c", dependsOn: ["a", "b"] },
  { ...stage, name: "d", kind: "service", dependsOn: ["c"] },
];

describe("NetworkPolicies of a pipeline with gates", () => {
  const pipelines = usePipelines();

  // A cluster of ours enforces none: this tells that the API server takes them; one with a network that does, more.
  it("are one for each stage, and block no gate", async () => {
    const values = Object.fromEntries(graph.map(({ name }) => [name, { networkPolicy: { enabled: true } }]));
    await pipelines.install("etl", await pipelines.place(defineGraph("etl", "gates", graph)), { values });
    const printed = await pipelines.kubectl(["get", "networkpolicies", selectorOf("etl"), "--output=name"]);
    const names = graph.map(({ name }) => `networkpolicy.networking.k8s.io/etl-${name}`);
    assert.deepEqual(printed.trim().split("\n").sort(), names);
    const marks = await pipelines.readMarks("etl", 2 * graph.length);
    assert.deepEqual(
      listEvents(marks),
      graph.flatMap(({ name }) => [`${name} began`, `${name} done`]),
    );
    assert.deepEqual(listEarlyStarts(graph, marks), []);
  });
});
