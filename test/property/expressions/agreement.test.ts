import assert from "node:assert/strict";
import process from "node:process";
import { describe, it } from "mocha";
import { checkTrees } from "./check-trees.ts";

// A seed of its own in each run: together they try more than any one of them. PROPERTY_SEED repeats a run.
const seed = Number(process.env["PROPERTY_SEED"] ?? Date.now() % 2 ** 31);

describe("evaluateDocuments()", () => {
  it(`evaluateDocuments() and both Helms agree on any tree (PROPERTY_SEED=${seed})`, async () => {
    const { texts, rendered } = await checkTrees({ runs: 200, seed, maxStopped: 2 });
    assert.equal(texts.join("\n\n"), "");
    assert.ok(rendered > 100, `only ${rendered} of 200 trees were rendered`);
  }).timeout(120_000);
});
