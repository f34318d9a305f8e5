/** The committed charts are read, linted and installed: what prints them may change only together with them. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { printChart } from "../../generator/chart.ts";
import { library } from "../../generator/library/library.ts";
import { printPipeline } from "../../generator/mod.ts";
import { referencePipeline } from "../../scripts/lib/plan-repository.ts";
import { readExamples } from "../../scripts/lib/read-examples.ts";

describe("committed charts", () => {
  for (const chart of library) {
    it(`charts/${chart.name} holds what its definition prints`, () => checkFiles(chart.name, printChart(chart)));
  }

  it("charts/pipeline holds what the reference pipeline prints", async () => {
    const [example] = (await readExamples(process.cwd())).filter(({ name }) => name === referencePipeline);
    if (example?.kind !== "pipeline") throw new Error("there is no reference pipeline");
    await checkFiles(example.pipeline.name, printPipeline(example.pipeline));
  });
});

async function checkFiles(chart: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    assert.equal(await readFile(join("charts", chart, path), "utf8"), text, path);
  }
}
