import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import { placeFiles, sampleChart } from "../sample-chart.ts";
import { useProject } from "../use-project.ts";

describe("chartwright lint", () => {
  const project = useProject();

  async function placeChart(name: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
    const metadata = (sampleChart.get("Chart.yaml") ?? "").replace("name: sample", `name: ${name}`);
    const files = new Map([...sampleChart, ["Chart.yaml", metadata], ...Object.entries(more)] as const);
    await placeFiles(join(project.path, "charts", name), files);
  }

  it("chartwright lint tries every ci and environment file of all charts below charts/", async () => {
    await placeChart("sample", { "environments/prod.yaml": "replicas: 3\n", "ci/other.yaml": "no ci file\n" });
    await placeChart("zeta");
    const { code, stdout, stderr } = await project.run(["lint"]);
    assert.deepEqual([code, stderr], [0, ""]);
    const lines = stdout.trimEnd().split("\n");
    assert.deepEqual(lines.slice(0, -1).sort(), [
      "  passed  charts/sample/ci/first-values.yaml",
      "  passed  charts/sample/environments/prod.yaml",
      "  passed  charts/zeta/ci/first-values.yaml",
    ]);
    assert.equal(lines.at(-1), "3 runs of helm lint passed");
  });

  it("chartwright lint tries a chart without values files with its defaults", async () => {
    await project.place({
      "child/Chart.yaml": "apiVersion: v2\nname: child\nversion: 0.1.0\nicon: https://example.com/icon.png\n",
      "child/values.yaml": "{}\n",
      "child/templates/empty.yaml": "# nothing\n",
    });
    const passed = await project.run(["lint", "child/"]);
    assert.equal(passed.stdout, "  passed  child with its defaults\n1 run of helm lint passed\n");
  });

  it("chartwright lint reports every run that failed", async () => {
    await placeChart("sample", {
      "environments/bad.yaml": "replicas: many\n",
      "environments/worse.yaml": "greeting: 1\n",
    });
    const { code, stderr } = await project.run(["lint", "charts/sample"]);
    assert.equal(code, 1);
    assert.match(stderr, /^error: Cannot pass the charts: 2 of 3 runs of helm lint failed\n/);
    assert.match(stderr, /replicas/);
    assert.match(stderr, /greeting/);
  });

  it("chartwright lint needs a chart", async () => {
    const { code, stderr } = await project.run(["lint"]);
    assert.equal(code, 1);
    assert.equal(stderr, 'error: Cannot find charts: expected at least one below "charts", got none\n');
  });
});
