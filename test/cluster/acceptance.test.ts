import assert from "node:assert/strict";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, it } from "mocha";
import { readCharts } from "../../cli/chart-directory/read-chart.ts";
import { findHelm } from "../../cli/helm/find-helm.ts";
import type { KubernetesObject } from "../../generator/mod.ts";
import { listRenderTasks } from "../../scripts/lib/list-render-tasks.ts";
import { readExamples } from "../../scripts/lib/read-examples.ts";
import { renderTask } from "../../scripts/lib/render-task.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { drawSeeds } from "../property/draw-seed.ts";
import { sampleOptions } from "../property/seeds.ts";
import { sources } from "../property/sources.ts";
import { PLAIN_RELEASE, type Release } from "../property/subject.ts";
import { type Candidate, type CandidateCase, createCandidates, readCase } from "./acceptance-cases.ts";
import { dryRunObjects } from "./dry-run-objects.ts";
import { isGated, listNewerFields } from "./list-newer-fields.ts";
import { testCluster } from "./test-cluster.ts";
import { useNamespace } from "./use-namespace.ts";

/** Of each chart; ACCEPTANCE_CASES has another number. */
const CASES = Number(process.env["ACCEPTANCE_CASES"] ?? 200);
/** Of pipelines that are drawn themselves: they are made of the same charts, and have many objects each. */
const DRAWN_PIPELINES = Math.ceil(CASES / 4);
const releases: readonly Release[] = [
  PLAIN_RELEASE,
  { ...PLAIN_RELEASE, name: "r".repeat(53), namespace: "n".repeat(63) },
];
const root = fileURLToPath(new URL("../..", import.meta.url));

describe("the API server, strictly and under Pod Security", () => {
  const restricted = useNamespace("restricted");
  const unrestricted = useNamespace("privileged");
  const directory = useTemporaryDirectory();

  /** Asserts that nothing is refused or dropped, each object in a file of its own; there must be some objects or more. */
  async function assertAccepted(candidates: readonly Candidate[], atLeast: number): Promise<void> {
    assert.ok(candidates.length >= atLeast, `expected ${atLeast} objects or more, got ${candidates.length}`);
    const { environment, counts } = testCluster();
    counts.add("objects that the API server was asked to take", candidates.length);
    const context = { directory: join(directory.path, "objects"), environment };
    const { rejections, losses } = await dryRunObjects(candidates, context);
    assert.deepEqual(
      rejections.map(({ candidate: { id, object }, message }) => `${id}: ${message}\n${JSON.stringify(object)}`),
      [],
    );
    assert.deepEqual(
      losses
        .filter(({ field }) => !isGated(field))
        .map(({ candidate: { id, object }, field }) => `${id}: ${object.kind} ${field}`),
      [],
    );
  }

  it("the API server takes all objects of the charts' ci files, and of the examples in each environment", async () => {
    const tasks = await listRenderTasks(await readCharts([]), await readExamples(root), directory.path);
    const helm = await findHelm({ version: "4.1.4" });
    const candidates: Candidate[] = [];
    for (const [i, task] of tasks.entries()) {
      const rendered = await renderTask(helm, task);
      // The cluster has none of the definitions of other kinds.
      const unknown = task.allowances.allowUnknownKinds ?? [];
      const objects = rendered.objects.filter(({ apiVersion, kind }) => !unknown.includes(`${apiVersion}/${kind}`));
      const mayMore = ({ kind, metadata }: KubernetesObject): boolean =>
        (task.allowances.allowPrivileged ?? []).includes(`${kind}/${metadata.name}`);
      const prefix = `${task.variant}-${i}`;
      candidates.push(
        ...createCandidates(
          `${prefix}-a`,
          objects.filter((object) => !mayMore(object)),
          restricted.name,
        ),
        ...createCandidates(`${prefix}-b`, objects.filter(mayMore), unrestricted.name),
      );
    }
    await assertAccepted(candidates, 2 * tasks.length);
  });

  for (const { name, create } of sources) {
    for (const drawnSeed of drawSeeds("acceptance", name)) {
      const { arbitrary, subject } = create();
      const { seed, index } = drawnSeed;
      const count = subject === undefined ? DRAWN_PIPELINES : CASES;
      const which = index === undefined ? `${count} random values` : `values ${index}`;
      it(`the API server takes all objects of ${which} of ${name} (PROPERTY_SEED=${seed})`, async () => {
        const namespaces = { restricted: restricted.name, unrestricted: unrestricted.name };
        const { serverVersion } = JSON.parse(await testCluster().kubectl(["version", "--output=json"]));
        const isKnown = ({ object }: Candidate): boolean =>
          listNewerFields(object, serverVersion.gitVersion).length === 0;
        const drawn = fc
          .tuple(arbitrary, fc.constantFrom(...releases))
          .map(([one, release]) => readCase({ alias: "c0", ...one }, release, namespaces))
          // Others are drawn for those that a guard refuses, that make no object, or that ask for a newer Kubernetes.
          .filter((one): one is CandidateCase => one !== undefined && one.candidates.length > 0)
          .filter(({ candidates }) => candidates.every(isKnown));
        const cases = fc.sample(drawn, sampleOptions(drawnSeed, count));
        // Most request more than level restricted admits: what is missing of a tenth that do not is drawn in addition.
        const wanted = index === undefined ? Math.ceil(count / 10) : 0;
        const missing = wanted - cases.filter(({ isRestricted }) => isRestricted).length;
        const within = drawn.filter(({ isRestricted }) => isRestricted);
        if (missing > 0) cases.push(...fc.sample(within, { seed: seed + 1, numRuns: missing }));
        const strict = cases.filter(({ isRestricted }) => isRestricted).length;
        const { counts } = testCluster();
        counts.add("random values that the API server was asked about, under restricted", strict);
        counts.add("random values that the API server was asked about, under privileged", cases.length - strict);
        assert(strict >= wanted, `expected ${wanted} values or more under restricted, got ${strict}`);
        const candidates = cases.flatMap((one, i) =>
          one.candidates.map(({ id, object }) => ({ id: `${i}-${id}`, object })),
        );
        await assertAccepted(candidates, cases.length);
      });
    }
  }
});
