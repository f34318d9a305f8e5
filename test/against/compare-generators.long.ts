import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, describe, it } from "mocha";
import { type CompareOptions, type CompareReport, compareGenerators } from "./compare-generators.ts";
import type { Difference } from "./compare-outcomes.ts";
import { createTrialSource, sourceNames } from "./draw-trials.ts";
import { type Base, openBase } from "./open-base.ts";
import type { Outcome } from "./outcome.ts";
import { printFinding } from "./print-finding.ts";
import * as side from "./side.ts";
import { createTrialRenderer, type TrialRenderer } from "./trial.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const SEED = 1;

describe("compareGenerators()", () => {
  let opened: Base;
  let base: TrialRenderer;
  let current: TrialRenderer;
  before(async function () {
    this.timeout(60_000);
    opened = await openBase({ directory: root });
    base = await createTrialRenderer(opened.side);
    current = await createTrialRenderer(side);
  });
  after(async () => await opened.close());

  const compare = (name: string, more: Partial<CompareOptions> = {}): CompareReport =>
    compareGenerators(createTrialSource(name, current.examples), {
      base,
      current,
      seed: SEED,
      runs: 30,
      expected: [],
      leastOfEach: 1,
      ...more,
    });
  const change = (edit: (outcome: Outcome) => Outcome): TrialRenderer => ({
    ...current,
    render: (trial) => edit(current.render(trial)),
  });

  it("the other generator has classes of its own", () => {
    assert.notEqual(opened.side.listCharts, side.listCharts);
  });

  for (const name of sourceNames.filter((one) => one !== "examples")) {
    it(`compareGenerators() finds nothing where both are the same, and reaches each refusal, of ${name}`, () => {
      const { findings, missed, counts } = compare(name, { runs: 30 });
      assert.deepEqual(findings, []);
      assert.deepEqual(missed, []);
      assert.ok(counts.objects > 0 && counts.refusal > 0, JSON.stringify(counts));
    }).timeout(120_000);
  }

  it("compareGenerators() finds a field that is rendered otherwise, and the smallest values that show it", () => {
    const wrong = change((outcome) => {
      if (outcome.kind !== "objects") return outcome;
      return {
        ...outcome,
        objects: outcome.objects.map((object) =>
          Object(object).kind === "StorageClass" ? { ...object, allowVolumeExpansion: "no" } : object,
        ),
      };
    });
    const { findings } = compare("csi-volume", { current: wrong });
    const [finding] = findings;
    assert.ok(finding !== undefined && findings.length === 1, `${findings.length} findings`);
    assert.ok(finding.count > 1, "the other cases say the same");
    assert.deepEqual(Object.keys(finding.trial.options.values), ["storageClasses"]);
    assert.match(
      printFinding("csi-volume", finding),
      /^csi-volume differs in \d+ cases, (?:seed \d+|written values): chart csi-volume\n[\s\S]*\nvalues:\n[\s\S]*\nobjects differ at \/StorageClass .*\/allowVolumeExpansion\n {2}base: true\n {2}current: no$/,
    );
  }).timeout(60_000);

  it("compareGenerators() finds a guard that refuses nothing, and one that names another path", () => {
    const deaf = change((outcome) =>
      outcome.kind === "refusal" && outcome.path.endsWith(".static.capacity")
        ? { kind: "objects", objects: [] }
        : outcome,
    );
    assert.deepEqual(
      compare("csi-volume", { current: deaf }).findings.flatMap(({ differences }) =>
        differences.map(({ kind }) => kind),
      ),
      ["accepted"],
    );
    const elsewhere = change((outcome) =>
      outcome.kind === "refusal" && outcome.path.endsWith(".allowedTopologies")
        ? { ...outcome, path: "storageClasses" }
        : outcome,
    );
    const [finding] = compare("csi-volume", { current: elsewhere }).findings;
    assert.equal(finding?.differences[0]?.kind, "path");
  }).timeout(60_000);

  it("compareGenerators() counts a difference that is expected, and does not report it", () => {
    const renamed = change((outcome) =>
      outcome.kind === "refusal" && outcome.path.endsWith(".allowedTopologies")
        ? { ...outcome, path: "storageClasses" }
        : outcome,
    );
    const expected = [
      { reason: "it names the map", matches: ({ path }: Difference) => path.endsWith(".allowedTopologies") },
    ];
    const report = compare("csi-volume", { current: renamed, expected });
    assert.deepEqual(report.findings, []);
    assert.ok((report.expected.get(expected[0] ?? assert.fail()) ?? 0) > 0);
  }).timeout(60_000);

  it("compareGenerators() says which known refusal was met too rarely", () => {
    const { missed } = compare("csi-volume", { leastOfEach: 1_000 });
    assert.ok(missed.includes("volumes.*.claim.size is required"), missed.join("\n"));
  }).timeout(60_000);
});
