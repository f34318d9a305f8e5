/** Tests that evaluate and Helm agree on random values of each chart, and on random pipelines. */
import assert from "node:assert/strict";
import { it } from "mocha";
import { helmVersions } from "../helm-versions.ts";
import { drawSeeds } from "./draw-seed.ts";
import { sources } from "./sources.ts";
import { verify } from "./verify.ts";

/** How much is drawn. */
export interface AgreementOptions {
  /** Cases of a workload chart; of what takes longer there are fewer. */
  readonly runs: number;
  /** Cases that are also rendered as users install charts. */
  readonly installs: number;
  /** The share of the cases that must render: absent where they are too few to tell. */
  readonly leastRendered?: number;
  /** The sources that are left out. */
  readonly without?: readonly string[];
}

/** Tests each source of `sources.ts` with each of its seeds. */
export function testAgreement({ runs: all, installs, leastRendered = -1, without = [] }: AgreementOptions): void {
  for (const { name, weight, create } of sources.filter((source) => !without.includes(source.name))) {
    for (const { seed, index } of drawSeeds("agreement", name)) {
      it(`evaluate() and Helm agree on any values of ${name} (PROPERTY_SEED=${seed})`, async () => {
        const countOf = (some: number): number => (index === undefined ? Math.ceil(some / weight) : index + 1);
        const runs = countOf(all);
        const { accepted, failures } = await verify(name, create().arbitrary, {
          seed,
          runs,
          schemaRuns: countOf(all / 3),
          oddRuns: countOf(all / 3),
          refusedRuns: 2,
          installRuns: index === undefined ? installs : 0,
          shrinkTime: 20_000,
          helms: helmVersions,
        });
        assert.equal(failures.join("\n\n"), "");
        assert.ok(accepted > runs * leastRendered, `${accepted} of ${runs} cases rendered`);
      }).timeout(120_000);
    }
  }
}
