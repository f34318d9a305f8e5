import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, it } from "mocha";
import { failedCases, listSeeds, sampleOptions } from "./seeds.ts";
import { sources } from "./sources.ts";

describe("listSeeds()", () => {
  it("a run of CI draws from one seed, and again each case that ever failed in the test", () => {
    const common = { given: "fixed", fresh: 5 };
    assert.deepEqual(listSeeds({ test: "agreement", source: "batch-job", ...common }), [
      { seed: 1 },
      { seed: 726750891, index: 17 },
    ]);
    assert.deepEqual(listSeeds({ test: "acceptance", source: "batch-job", ...common }), [{ seed: 1 }]);
    assert.deepEqual(listSeeds({ test: "acceptance", source: "random-pipelines", ...common }), [
      { seed: 1 },
      { seed: 736637024, index: 48 },
      { seed: 736637024, index: 21 },
    ]);
    assert.match(readFileSync(".ci/lib", "utf8"), /^export PROPERTY_SEED=fixed$/m);
  });

  it("any other run draws from a fresh seed, or from the one that is given", () => {
    const common = { test: "agreement", source: "batch-job" } as const;
    assert.deepEqual(listSeeds({ ...common, given: undefined, fresh: 5 }), [{ seed: 5 }]);
    assert.deepEqual(listSeeds({ ...common, given: "7", fresh: 7 }), [{ seed: 7 }]);
  });

  it("each case that failed names a chart or pipeline that is drawn", () => {
    const names = new Set(sources.map(({ name }) => name));
    assert.deepEqual(
      failedCases.filter(({ source }) => !names.has(source)),
      [],
    );
  });

  it("the cases of a seed are the same however many are drawn, and where one is drawn alone", () => {
    const source = sources.find(({ name }) => name === "csi-volume");
    const { arbitrary } = source?.create() ?? assert.fail("nothing is drawn");
    const draw = (cases: number, index?: number): readonly unknown[] =>
      fc
        .sample(arbitrary, sampleOptions(index === undefined ? { seed: 3 } : { seed: 3, index }, cases))
        .map(({ values }) => values);
    assert.deepEqual(draw(8).slice(0, 4), draw(4));
    assert.deepEqual(draw(8).slice(6, 7), draw(8, 6));
  });
});
