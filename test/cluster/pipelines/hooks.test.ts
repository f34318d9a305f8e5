import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { mapLimited } from "../../../cli/files/map-limited.ts";
import { drawSeed } from "../../property/draw-seed.ts";
import { patience } from "../patience.ts";
import { testCluster } from "../test-cluster.ts";
import { defineGraph } from "./define-graph.ts";
import { type Graph, type GraphStage, graphArbitrary, listEnabled } from "./graph.ts";
import { listEarlyStarts, listEvents } from "./marks.ts";
import { selectorOf, usePipelines } from "./use-pipelines.ts";

const seed = drawSeed();
const GRAPHS = 5;

const stage: GraphStage = { name: "first", kind: "batch", dependsOn: [], isEnabled: true, seconds: 0 };
const chain: Graph = [
  stage,
  { ...stage, name: "second", dependsOn: ["first"] },
  { ...stage, name: "third", dependsOn: ["second"] },
];
const flags = [`--timeout=${patience}s`];

describe('ordering "hooks"', () => {
  const pipelines = usePipelines();
  const readObjects = async (release: string): Promise<readonly string[]> => {
    const kinds = "jobs,pods,services,configmaps,serviceaccounts,roles,rolebindings";
    const printed = await pipelines.kubectl(["get", kinds, selectorOf(release), "--output=name"]);
    return printed.trim().split("\n").sort();
  };

  it(`runs ${GRAPHS} random graphs in their order, before helm install ends (PROPERTY_SEED=${seed})`, async () => {
    const graphs = fc.sample(graphArbitrary({ stages: [3, 6] }), { seed, numRuns: GRAPHS });
    const early = await mapLimited(graphs, GRAPHS, async (graph, i) => {
      const name = `graph-${i}`;
      await pipelines.helm(["install", name, await pipelines.place(defineGraph(name, "hooks", graph))], { flags });
      const events = listEnabled(graph).flatMap((one) => [`${one} began`, `${one} done`]);
      const marks = await pipelines.readMarks(name, events.length);
      assert.deepEqual(listEvents(marks), events, name);
      testCluster().counts.add("random graphs of hooks that ran in order");
      return listEarlyStarts(graph, marks).map((found) => `${name}: ${found}, of ${JSON.stringify(graph)}`);
    });
    assert.deepEqual(early.flat(), []);
  });

  it("lets a stage wait until the service answers that it depends on", async () => {
    const graph: Graph = [
      { ...stage, name: "store", kind: "service", seconds: 5 },
      { ...stage, dependsOn: ["store"] },
    ];
    await pipelines.helm(["install", "etl", await pipelines.place(defineGraph("etl", "hooks", graph))], { flags });
    const marks = await pipelines.readMarks("etl", 4);
    assert.deepEqual(listEvents(marks), ["first began", "first done", "store began", "store done"]);
    assert.deepEqual(listEarlyStarts(graph, marks), []);
  });

  it("ends helm install at the first stage that fails, with its name, and runs none after it", async () => {
    const chart = await pipelines.place(defineGraph("etl", "hooks", chain, "second"));
    const { code, stderr } = await pipelines.attempt(["install", "etl", chart], { flags });
    assert.notEqual(code, 0);
    assert.match(stderr, /\betl-second\b/);
    assert.deepEqual(listEvents(await pipelines.readMarks("etl", 3)), ["first began", "first done", "second began"]);
    assert.deepEqual(
      (await pipelines.readJobs("etl")).map(({ name, end }) => `${name} ${end}`),
      ["etl-first Complete", "etl-second Failed"],
    );
  });

  it("runs all stages again at each upgrade; their Jobs and pods remain after an uninstall, and nothing else does", async () => {
    const chart = await pipelines.place(defineGraph("etl", "hooks", chain));
    await pipelines.helm(["install", "etl", chart], { flags });
    const before = await pipelines.readJobs("etl");
    await pipelines.helm(["upgrade", "etl", chart], { flags });
    const after = await pipelines.readJobs("etl");
    const names = ["etl-first", "etl-second", "etl-third"];
    for (const jobs of [before, after])
      assert.deepEqual(
        jobs.map(({ name }) => name),
        names,
      );
    const uids = new Set([...before, ...after].map(({ uid }) => uid));
    assert.equal(uids.size, 6, "each Job is a new one");
    assert.deepEqual(listEarlyStarts(chain, await pipelines.readMarks("etl", 2 * chain.length)), []);

    await pipelines.uninstall("etl");
    const left = (await readObjects("etl")).map((name) => name.replace(/^(pod\/.*)-\w{5}$/, "$1-POD"));
    assert.deepEqual(left, [...names.map((name) => `job.batch/${name}`), ...names.map((name) => `pod/${name}-POD`)]);
  });
});
