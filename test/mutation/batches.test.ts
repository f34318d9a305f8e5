import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { batchesOf, countObjects } from "../../mutation/charts/batches.ts";
import type { Case, Setting } from "../../mutation/charts/subject.ts";

const accepted = (alias: string, count: number): Case => ({
  alias,
  values: {},
  expected: { objects: Array.from({ length: count }, () => ({})) },
});
const refused = (alias: string): Case => ({ alias, values: {}, expected: { refusal: "no" } });
const setting = (name: string, cases: readonly Case[]): Setting => {
  return { name, files: new Map(), stageChart: "", kubeVersion: "1.36.0", cases };
};

/** The batches of some settings, as the aliases of their cases. */
function aliasesOf(...settings: readonly Setting[]): readonly (readonly string[])[] {
  return batchesOf({ name: "a", files: new Map(), settings }).map(({ cases }) => cases.map(({ alias }) => alias));
}

describe("batchesOf()", () => {
  it("batchesOf() leaves the first case of a setting alone, and those that are refused, which come last", () => {
    const a = setting("a", [accepted("a0", 1), refused("a1"), accepted("a2", 1), accepted("a3", 1), refused("a4")]);
    const b = setting("b", [refused("b0"), accepted("b1", 1)]);
    assert.deepEqual(aliasesOf(a, b), [["a0"], ["a2", "a3"], ["b1"], ["a1"], ["a4"], ["b0"]]);
  });

  it("batchesOf() ends a batch with the case that fills it", () => {
    const cases = ["a0", "a1", "a2", "a3", "a4"].map((alias) => accepted(alias, 20));
    assert.deepEqual(aliasesOf(setting("a", cases)), [["a0"], ["a1", "a2"], ["a3", "a4"]]);
    assert.deepEqual(aliasesOf(setting("a", [])), []);
  });
});

describe("countObjects()", () => {
  it("countObjects() is the number of objects, nothing where Helm must refuse", () => {
    assert.equal(countObjects(accepted("a", 3)), 3);
    assert.equal(countObjects(refused("a")), 0);
  });
});
