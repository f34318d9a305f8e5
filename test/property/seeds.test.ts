import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { failedSeeds, listSeeds } from "./seeds.ts";
import { sources } from "./sources.ts";

describe("listSeeds()", () => {
  it("a run of CI draws from one seed, and a few cases from each seed that ever failed for the chart", () => {
    assert.deepEqual(listSeeds("batch-job", "fixed", 5), [
      { seed: 1, share: 1 },
      { seed: 726750891, share: 0.2 },
    ]);
    assert.deepEqual(listSeeds("csi-volume", "fixed", 5), [{ seed: 1, share: 1 }]);
    assert.match(readFileSync(".ci/lib", "utf8"), /^export PROPERTY_SEED=fixed$/m);
  });

  it("any other run draws from a fresh seed, or from the one that is given", () => {
    assert.deepEqual(listSeeds("batch-job", undefined, 5), [{ seed: 5, share: 1 }]);
    assert.deepEqual(listSeeds("batch-job", "7", 7), [{ seed: 7, share: 1 }]);
  });

  it("each seed that failed names a chart or pipeline that is drawn", () => {
    const names = new Set(sources.map(({ name }) => name));
    assert.deepEqual(
      failedSeeds.filter(({ source }) => !names.has(source)),
      [],
    );
  });
});
