import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { drawSeeds } from "./draw-seed.ts";
import { sources } from "./sources.ts";
import { verify } from "./verify.ts";

describe("evaluate()", () => {
  for (const { name, weight, create } of sources) {
    for (const { seed, share } of drawSeeds(name)) {
      it(`evaluate() and both Helms agree on any values of ${name} (PROPERTY_SEED=${seed})`, async () => {
        const countOf = (cases: number): number => Math.ceil((cases * share) / weight);
        const runs = countOf(18);
        const { accepted, failures } = await verify(name, create().arbitrary, {
          seed,
          runs,
          schemaRuns: countOf(6),
          oddRuns: countOf(6),
          refusedRuns: 2,
          installRuns: share === 1 ? 1 : 0,
          shrinkTime: 20_000,
        });
        assert.equal(failures.join("\n\n"), "");
        assert.ok(accepted > runs / 3, `${accepted} of ${runs} cases rendered`);
      }).timeout(120_000);
    }
  }
});
