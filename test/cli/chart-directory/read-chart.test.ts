import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import { readChart } from "../../../cli/chart-directory/read-chart.ts";
import { placeFiles, sampleChart } from "../sample-chart.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

describe("readChart()", () => {
  const directory = useTemporaryDirectory();

  it("readChart() finds name, version, ci files and environments, in sorted order", async () => {
    const more = [
      "ci/a-values.yaml",
      "ci/notes.yaml",
      "environments/prod.yaml",
      "environments/dev.yaml",
      "environments/.x.yaml",
    ];
    await placeFiles(directory.path, new Map([...sampleChart, ...more.map((path) => [path, "{}\n"] as const)]));
    const path = (name: string) => join(directory.path, name);
    assert.deepEqual(await readChart(`${directory.path}//`), {
      directory: directory.path,
      name: "sample",
      version: "1.2.3",
      ci: [path("ci/a-values.yaml"), path("ci/first-values.yaml")],
      environments: new Map([
        ["dev", path("environments/dev.yaml")],
        ["prod", path("environments/prod.yaml")],
      ]),
    });
  });

  it("readChart() refuses a Chart.yaml without a name or a version that is text", async () => {
    await placeFiles(directory.path, new Map([["Chart.yaml", "name: a\nversion: 1.2\n"]]));
    await assert.rejects(readChart(directory.path), {
      name: "ChartDirectoryError",
      message: `Cannot read "${directory.path}/Chart.yaml": expected a name and a version, got {"name":"a","version":1.2}`,
    });
  });
});
