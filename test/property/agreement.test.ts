import assert from "node:assert/strict";
import process from "node:process";
import { describe, it } from "mocha";
import { library } from "../../generator/mod.ts";
import { verifyChart } from "./verify-chart.ts";

// A seed of its own in each run: together they try more than any one of them. PROPERTY_SEED repeats a run.
const seed = Number(process.env["PROPERTY_SEED"] ?? Date.now() % 2 ** 31);

describe("evaluateChart()", () => {
  for (const chart of library) {
    it(`evaluateChart() and both Helms agree on any values of ${chart.name} (PROPERTY_SEED=${seed})`, async () => {
      const { failures } = await verifyChart(chart, {
        seed,
        runs: 60,
        schemaRuns: 10,
        refusedRuns: 4,
        shrinkTime: 20_000,
      });
      assert.equal(failures.join("\n\n"), "");
    }).timeout(120_000);
  }
});
