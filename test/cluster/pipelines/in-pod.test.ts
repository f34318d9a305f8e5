import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { mapLimited } from "../../../cli/files/map-limited.ts";
import { waitUntil } from "../../../cluster/wait-until.ts";
import { drawSeed } from "../../property/draw-seed.ts";
import { patience } from "../patience.ts";
import { testCluster } from "../test-cluster.ts";
import { defineGraph, disabledStages } from "./define-graph.ts";
import { chainArbitrary, type Graph, listEnabled } from "./graph.ts";
import { listEarlyStarts, listEvents, type Mark, readMarks } from "./marks.ts";
import { usePipelines } from "./use-pipelines.ts";

const seed = drawSeed();
const CHAINS = 10;
const FAILING_CHAINS = 4;
const AT_ONCE = 5;

const chainOf = (graph: Graph): readonly string[] =>
  listEnabled(graph).flatMap((stage) => [`${stage} began`, `${stage} done`]);

describe('ordering "inPod"', () => {
  const pipelines = usePipelines();

  /** Runs the Job of a CronJob and waits until it has ended well; returns what its stages said. */
  async function runNow(cronJob: string, job: string, expected: number): Promise<readonly Mark[]> {
    await pipelines.kubectl(["create", "job", job, `--from=cronjob/${cronJob}`]);
    await pipelines.kubectl(["wait", `job/${job}`, "--for=condition=Complete", `--timeout=${patience}s`]);
    return await readMarks(pipelines, [`job/${job}`], expected);
  }

  it(`runs ${CHAINS} random chains, some of their stages disabled, in their order (PROPERTY_SEED=${seed})`, async () => {
    const chains = fc.sample(chainArbitrary({ stages: [2, 8], withDisabled: true }), { seed, numRuns: CHAINS });
    const early = await mapLimited(chains, AT_ONCE, async (graph, i) => {
      const name = `chain-${i}`;
      const chart = await pipelines.place(defineGraph(name, "inPod", graph));
      await pipelines.install(name, chart, { values: disabledStages(graph) });
      const events = chainOf(graph);
      const marks = await pipelines.readMarks(name, events.length);
      assert.deepEqual(listEvents(marks), events, name);
      testCluster().counts.add("random chains that ran in order");
      return listEarlyStarts(graph, marks).map((found) => `${name}: ${found}, of ${JSON.stringify(graph)}`);
    });
    assert.deepEqual(early.flat(), []);
  });

  it(`runs nothing after a stage that fails, in ${FAILING_CHAINS} random chains (PROPERTY_SEED=${seed})`, async () => {
    const failing = chainArbitrary({ stages: [3, 8] }).chain((graph) =>
      fc.constantFrom(...listEnabled(graph).slice(0, -1)).map((stage) => ({ graph, stage })),
    );
    const drawn = fc.sample(failing, { seed, numRuns: FAILING_CHAINS });
    await mapLimited(drawn, FAILING_CHAINS, async ({ graph, stage }, i) => {
      const release = `chain-${i}`;
      await pipelines.helm(["install", release, await pipelines.place(defineGraph(release, "inPod", graph, stage))]);
      const readEnds = async () => (await pipelines.readJobs(release)).map(({ end }) => end);
      const hasEnded = async (): Promise<boolean> => (await readEnds()).every((end) => end !== undefined);
      await waitUntil(hasEnded, { what: `${release} has ended`, seconds: patience, everyMs: 1000 });
      assert.deepEqual(await readEnds(), ["Failed"]);
      const all = chainOf(graph);
      const events = all.slice(0, all.indexOf(`${stage} done`));
      assert.deepEqual(listEvents(await pipelines.readMarks(release, events.length)), events);
    });
  });

  it("runs a chain in its order each time that its CronJob starts one", async () => {
    const chain = ["a", "b", "c", "d"].map((name, i, names): Graph[number] => {
      return { name, kind: "batch", dependsOn: names.slice(Math.max(0, i - 1), i), isEnabled: true, seconds: 1 };
    });
    const values = { d: { kind: "CronJob", cron: { schedule: "0 0 1 1 *", suspend: true } } };
    await pipelines.install("nightly", await pipelines.place(defineGraph("nightly", "inPod", chain)), { values });
    for (const job of ["first", "second"]) {
      const events = chainOf(chain);
      const marks = await runNow("nightly-d", job, events.length);
      assert.deepEqual(listEvents(marks), events);
      assert.deepEqual(listEarlyStarts(chain, marks), []);
    }
  });
});
