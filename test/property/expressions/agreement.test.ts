import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { drawSeed } from "../draw-seed.ts";
import { checkTrees } from "./check-trees.ts";

const seed = drawSeed();

describe("evaluateDocuments()", () => {
  it(`evaluateDocuments() and Helm agree on any tree (PROPERTY_SEED=${seed})`, async () => {
    const { texts, rendered } = await checkTrees({ runs: 200, seed, maxStopped: 2 });
    assert.equal(texts.join("\n\n"), "");
    assert.ok(rendered > 100, `only ${rendered} of 200 trees were rendered`);
  }).timeout(120_000);
});
