import assert from "node:assert/strict";
import { relative } from "node:path";
import { describe, it } from "mocha";
import { type ChartDirectory, readCharts } from "../../scripts/lib/read-chart.ts";
import { listTestFlags } from "./list-test-flags.ts";
import { useReleases } from "./use-releases.ts";

const charts = await readCharts([]);
const testFlags = await Promise.all(charts.map(({ directory }) => listTestFlags(directory)));

/** A test in what Helm prints of a release's hooks. */
const testHook = /^ *"?helm\.sh\/hook"?: .*\btest\b/m;

describe("helm test", () => {
  const releases = useReleases("restricted");

  /** Installs a chart with its tests switched on and runs them; tells whether there are any. */
  async function tryTests(chart: ChartDirectory, file: string, flags: readonly string[]): Promise<boolean> {
    await releases.install("tested", chart.directory, { flags: [`--values=${file}`, ...flags] });
    const hasTests = testHook.test(await releases.helm(["get", "hooks", "tested"]));
    if (hasTests) {
      const printed = await releases.helm(["test", "tested", "--timeout=120s"]);
      const phases = [...printed.matchAll(/^Phase: +(\S+)$/gm)].map(([, phase]) => phase);
      assert.deepEqual(new Set(phases), new Set(["Succeeded"]), printed);
    }
    await releases.uninstall("tested");
    return hasTests;
  }

  for (const [i, chart] of charts.entries()) {
    const flags = testFlags[i] ?? [];
    if (flags.length === 0) continue;
    it(`helm test passes for charts/${chart.name}, with each of its ci files that has tests`, async () => {
      const tested: string[] = [];
      for (const file of chart.ci) if (await tryTests(chart, file, flags)) tested.push(relative(".", file));
      assert.notDeepEqual(tested, []);
    });
  }
});
