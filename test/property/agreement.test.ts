import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { drawSeed } from "./draw-seed.ts";
import { sources } from "./sources.ts";
import { verify } from "./verify.ts";

const seed = drawSeed();

describe("evaluate()", () => {
  for (const { name, weight, create } of sources) {
    it(`evaluate() and both Helms agree on any values of ${name} (PROPERTY_SEED=${seed})`, async () => {
      const runs = Math.floor(18 / weight);
      const { accepted, failures } = await verify(name, create().arbitrary, {
        seed,
        runs,
        schemaRuns: Math.floor(6 / weight),
        oddRuns: Math.floor(6 / weight),
        refusedRuns: 2,
        installRuns: 1,
        shrinkTime: 20_000,
      });
      assert.equal(failures.join("\n\n"), "");
      assert.ok(accepted > runs / 3, `${accepted} of ${runs} cases rendered`);
    }).timeout(120_000);
  }
});
