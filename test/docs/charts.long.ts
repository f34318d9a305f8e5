import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, it } from "mocha";
import type { Chart } from "../../generator/chart.ts";
import { checkChart } from "../../generator/evaluate/check-chart.ts";
import { evaluate, type Pipeline, printPipeline } from "../../generator/mod.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { compileCode, listCode, placeToRun } from "./place-code-blocks.ts";

describe("docs/charts.md", () => {
  const directory = useTemporaryDirectory();
  const code = listCode("docs/charts.md");

  it("docs/charts.md has code that compiles with the installed package", async () => {
    assert.deepEqual([...code.keys()], ["our-charts/migration.ts", "pipelines/release.ts"]);
    const { stdout } = await compileCode(directory.path, code);
    assert.equal(stdout, "");
  });

  it("docs/charts.md has a chart that renders, alone and as a dependency, and runs again with another runId", async () => {
    await placeToRun(directory.path, code);
    const load = async (path: string): Promise<unknown> => {
      const module = await import(pathToFileURL(join(directory.path, path)).href);
      return Reflect.get(module, "default");
    };
    checkChart((await load("our-charts/migration.ts")) as Chart); // the page says so
    const pipeline = (await load("pipelines/release.ts")) as Pipeline; // likewise
    printPipeline(pipeline);
    const { spec } = evaluate(pipeline, { environment: "prod" }).one("Job", "load");
    assert.deepEqual(
      spec?.template.spec?.initContainers?.map(({ name }) => name),
      ["gate"],
    );
    const nameOf = (runId: string): string | undefined => {
      const values = { load: { enabled: false }, global: { pipeline: { runId } } };
      return evaluate(pipeline, { values }).one("Job", "migrate").metadata?.name;
    };
    assert.equal(nameOf("1"), nameOf("1"));
    assert.notEqual(nameOf("1"), nameOf("2"));
  });
});
