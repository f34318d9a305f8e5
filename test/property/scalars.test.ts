import assert from "node:assert/strict";
import fc from "fast-check";
import { textOf } from "./scalars.ts";

describe("texts for a place", () => {
  it("fit several patterns, of which one says more than the first", () => {
    const parts = [{ pattern: '^[^"]*$' }, { pattern: "^metadata[.]" }];
    const texts = fc.sample(textOf(parts), { seed: 1, numRuns: 50 });
    assert.deepEqual(
      texts.filter((text) => !text.startsWith("metadata.") || text.includes('"')),
      [],
    );
  });
});
