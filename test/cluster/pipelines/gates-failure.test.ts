import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { mapLimited } from "../../../cli/files/map-limited.ts";
import { waitUntil } from "../../../cluster/wait-until.ts";
import { drawSeed } from "../../property/draw-seed.ts";
import { patience } from "../patience.ts";
import { testCluster } from "../test-cluster.ts";
import { defineGraph } from "./define-graph.ts";
import { type Graph, type GraphStage, graphArbitrary, listDependents } from "./graph.ts";
import { listEvents } from "./marks.ts";
import { type GateEnd, usePipelines } from "./use-pipelines.ts";

const seed = drawSeed();
const GRAPHS = 4;
const UPSTREAM_FAILED = 40;

/** A graph, and its stage that fails. */
interface FailingGraph {
  readonly graph: Graph;
  readonly failing: string;
}

const failingArbitrary: fc.Arbitrary<FailingGraph> = graphArbitrary({ stages: [5, 10], withServices: true })
  .chain((graph) => {
    const candidates = graph.filter(({ name, kind }) => kind === "batch" && listDependents(graph, name).length > 0);
    return candidates.length === 0
      ? fc.constant(undefined)
      : fc.constantFrom(...candidates).map(({ name }) => ({ graph, failing: name }));
  })
  .filter((drawn) => drawn !== undefined);

describe('a stage that fails, with ordering "gates"', () => {
  const pipelines = usePipelines();

  /** Waits until all Jobs have ended, the gates of `dependents` too, and all other services answer. */
  async function waitForEnd(release: string, graph: Graph, dependents: readonly string[]): Promise<void> {
    const jobsIn = graph.filter(({ kind }) => kind === "batch").length;
    const services = graph.filter(({ name, kind }) => kind !== "batch" && !dependents.includes(name));
    const hasEnded = async (): Promise<boolean> => {
      const jobs = await pipelines.readJobs(release);
      if (jobs.length !== jobsIn || jobs.some(({ end }) => end === undefined)) return false;
      const gates = await pipelines.readGates(release);
      if (!dependents.every((name) => gates.some(({ stage }) => stage === name))) return false;
      const done = (await pipelines.readMarks(release, 0)).filter(({ event }) => event === "done");
      return services.every(({ name }) => done.some(({ stage }) => stage === name));
    };
    await waitUntil(hasEnded, { what: `all stages of ${release} have ended`, seconds: patience, everyMs: 2000 });
  }

  /** Asserts that a stage did not begin, because its gate had heard that another one failed. */
  function assertGaveUp(stage: string, failing: string, gates: readonly GateEnd[]): void {
    // The pod of an earlier run may still be there.
    const [gate] = gates.filter((one) => one.stage === stage).sort((one, other) => other.finishedAt - one.finishedAt);
    assert.equal(gate?.exitCode, UPSTREAM_FAILED, `the gate of ${stage}`);
    assert.match(gate.message, new RegExp(`Stage ${failing} failed: see kubectl logs job/\\S+-${failing}-`));
  }

  async function runFailing(release: string, { graph, failing }: FailingGraph): Promise<void> {
    const dependents = listDependents(graph, failing);
    await pipelines.helm(["install", release, await pipelines.place(defineGraph(release, "gates", graph, failing))]);
    await waitForEnd(release, graph, dependents);

    const others = graph.map(({ name }) => name).filter((name) => name !== failing && !dependents.includes(name));
    const events = [`${failing} began`, ...others.flatMap((name) => [`${name} began`, `${name} done`])];
    assert.deepEqual(listEvents(await pipelines.readMarks(release, events.length)), events.sort());

    const gates = await pipelines.readGates(release);
    for (const stage of dependents) assertGaveUp(stage, failing, gates);

    const jobs = await pipelines.readJobs(release);
    const failedAt = jobs.find(({ stage }) => stage === failing)?.endedAt ?? 0;
    for (const { stage, end, endedAt } of jobs) {
      const fails = stage === failing || dependents.includes(stage);
      assert.equal(end, fails ? "Failed" : "Complete", `the Job of ${stage}`);
      if (fails) assert(endedAt - failedAt <= 30_000, `${stage} failed ${(endedAt - failedAt) / 1000} s later`);
    }
    testCluster().counts.add("stages that gave up behind one that failed", dependents.length);
  }

  it(`ends its dependents within 30 s, which name it, and no others, in ${GRAPHS} random graphs (PROPERTY_SEED=${seed})`, async () => {
    const drawn = fc.sample(failingArbitrary, { seed, numRuns: GRAPHS });
    await mapLimited(drawn, GRAPHS, (one, i) => runFailing(`graph-${i}`, one));
  });

  it("is the one that is named to a stage which comes when those between the two have given up", async () => {
    const stage: GraphStage = { name: "a", kind: "batch", dependsOn: [], isEnabled: true, seconds: 0 };
    const graph: Graph = [
      { ...stage, name: "root" },
      { ...stage, name: "between", dependsOn: ["root"] },
      { ...stage, name: "last", dependsOn: ["between"] },
    ];
    const chart = await pipelines.place(defineGraph("etl", "gates", graph, "root"));
    await pipelines.helm(["install", "etl", chart]);
    await waitForEnd("etl", graph, ["between", "last"]);
    // Another annotation makes another Job of this stage alone.
    await pipelines.helm(["upgrade", "etl", chart], {
      values: { last: { podAnnotations: { "example.com/try": "2" } } },
    });
    await waitForEnd("etl", graph, ["last"]);
    for (const name of ["between", "last"]) assertGaveUp(name, "root", await pipelines.readGates("etl"));
  });
});
