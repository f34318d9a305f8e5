import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { mapLimited } from "../../../cli/files/map-limited.ts";
import type { OrderingName } from "../../../generator/mod.ts";
import { drawSeed } from "../../property/draw-seed.ts";
import { testCluster } from "../test-cluster.ts";
import { defineGraph, disabledStages } from "./define-graph.ts";
import { type Graph, type GraphStage, graphArbitrary, listEnabled } from "./graph.ts";
import { listEarlyStarts, listEvents } from "./marks.ts";
import { usePipelines } from "./use-pipelines.ts";

const seed = drawSeed();
const GRAPHS = 20;
// A node takes some hundred pods, and pods that wait must not keep those out for which they wait.
const AT_ONCE = 5;

describe('ordering "gates"', () => {
  const pipelines = usePipelines();

  /** Runs a graph to its end and returns which stages began too early. */
  async function runGraph(name: string, ordering: OrderingName, graph: Graph): Promise<readonly string[]> {
    const chart = await pipelines.place(defineGraph(name, ordering, graph));
    await pipelines.install(name, chart, { values: disabledStages(graph) });
    const events = listEnabled(graph).flatMap((stage) => [`${stage} began`, `${stage} done`]);
    const marks = await pipelines.readMarks(name, events.length);
    assert.deepEqual(listEvents(marks), events, name);
    await pipelines.uninstall(name);
    return listEarlyStarts(graph, marks).map((early) => `${name}: ${early}, of ${JSON.stringify(graph)}`);
  }

  it(`runs ${GRAPHS} random graphs, with services and disabled stages, in their order (PROPERTY_SEED=${seed})`, async () => {
    const arbitrary = graphArbitrary({ stages: [4, 12], withServices: true, withDisabled: true });
    const graphs = fc.sample(arbitrary, { seed, numRuns: GRAPHS });
    const { counts } = testCluster();
    counts.add("stages of random graphs", graphs.flatMap(listEnabled).length);
    const early = await mapLimited(graphs, AT_ONCE, async (graph, i) => {
      const found = await runGraph(`graph-${i}`, "gates", graph);
      counts.add("random graphs that ran in order");
      return found;
    });
    assert.deepEqual(early.flat(), []);
  });

  it("is what holds stages back: without it the second of two stages begins before the first is done", async () => {
    const stage: GraphStage = { name: "a", kind: "batch", dependsOn: [], isEnabled: true, seconds: 10 };
    const graph: Graph = [stage, { ...stage, name: "b", dependsOn: ["a"], seconds: 0 }];
    const [early = "", ...others] = await runGraph("none", "none", graph);
    assert.match(early, /^none: b began before a was done/);
    assert.deepEqual(others, []);
  });
});
