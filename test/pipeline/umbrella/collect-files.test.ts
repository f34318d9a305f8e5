import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, it } from "mocha";
import { findHelm } from "../../../cli/helm/find-helm.ts";
import { runHelm } from "../../../cli/helm/run-helm.ts";
import { templateChart } from "../../../cli/helm/template-chart.ts";
import reference from "../../../examples/reference-pipeline/reference-pipeline.ts";
import type { JsonSchema } from "../../../generator/chart.ts";
import { coalesceValues } from "../../../generator/evaluate/coalesce-values.ts";
import { BatchJob, definePipeline, PipelineError, printPipeline } from "../../../generator/mod.ts";
import {
  collectFiles,
  estimateRelease,
  MAX_CHART,
  MAX_FILE,
} from "../../../generator/pipeline/umbrella/collect-files.ts";
import { defaultsOf } from "../../../generator/values/defaults.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";
import { helmVersions } from "../../helm-versions.ts";

const source = { name: "etl", values: [] };
const advice = "split the pipeline into several";
const image = { repository: "busybox", tag: "1.36" };

function assertRefused(files: Iterable<readonly [string, string]>, path: string, message: string | RegExp): void {
  assert.throws(
    () => collectFiles(source, files),
    (error) => {
      assert(error instanceof PipelineError);
      assert.equal(error.path, path);
      if (typeof message === "string") assert.equal(error.message, message);
      else assert.match(error.message, message);
      return true;
    },
  );
}

describe("collectFiles()", () => {
  it("collectFiles() gathers the files in their order", () => {
    const files = [
      ["b", "1"],
      ["a", "2"],
    ] as const;
    assert.deepEqual([...collectFiles(source, files)], files);
  });

  it("collectFiles() refuses a file that Helm would not read", () => {
    const text = "ä".repeat(MAX_FILE / 2);
    assert.equal(collectFiles(source, [["charts/a", text]]).size, 1);
    const message =
      `Cannot define pipeline "etl": values.yaml: expected a file of at most 5242880 bytes for Helm (${advice}), ` +
      "got 5242881";
    assertRefused([["values.yaml", `${text}a`]], "values.yaml", message);
  });

  it("collectFiles() refuses files that are together more than Helm reads", () => {
    const files = Array.from({ length: 21 }, (_, i) => [`charts/${i}`, "x".repeat(MAX_FILE)] as const);
    assert.equal(collectFiles(source, files.slice(1)).size, MAX_CHART / MAX_FILE);
    const message =
      `Cannot define pipeline "etl": stages: expected files of at most 104857600 bytes for Helm (${advice}), ` +
      "got 110100480 or more";
    assertRefused(files, "stages", message);
  });

  it("collectFiles() refuses a release that does not fit into a Secret, and reads no further file", () => {
    const noise = randomBytes(400_000).toString("base64");
    let asked = 0;
    const files = function* (): Iterable<readonly [string, string]> {
      for (; asked < 100; asked += 1) yield [`templates/${asked}.yaml`, noise];
    };
    const message =
      /: stages: expected a release of at most 1048576 bytes, the most of a Secret \(split .*\), got about 1\d{6} or more$/;
    assertRefused(files(), "stages", message);
    assert(asked < 5, `it asked for ${asked} files`);
  });

  it("collectFiles() counts neither subcharts nor pages nor what compresses well", () => {
    const noise = randomBytes(2_000_000).toString("base64");
    const files = [
      ["charts/extract/values.yaml", noise],
      ["docs/batch-job.md", noise],
      ["README.md", "x".repeat(3_000_000)],
    ] as const;
    assert.equal(collectFiles(source, files).size, 3);
  });
});

describe("estimateRelease()", () => {
  const directory = useTemporaryDirectory();

  it("estimateRelease() comes near to the release that Helm would keep", async () => {
    const files = printPipeline(reference);
    await placeFiles(directory.path, files);
    const args = ["install", "rel", directory.path, "--dry-run=client", "--output", "json"];
    const { code, stdout } = await runHelm(await findHelm({ version: "4.1.4" }), args);
    assert.equal(code, 0);
    const real = gzipSync(stdout, { level: 9 }).toString("base64").length;
    const values = [...reference.parts].map(([name, part]) => ({
      [name]: coalesceValues(Object(defaultsOf(part.stage.chart.values as JsonSchema)), part.values), // a TypeBox model is one
    }));
    const estimated = estimateRelease(files, values);
    assert(Math.abs(estimated - real) < real / 10, `estimated ${estimated}, really ${real}`);
  });

  for (const version of helmVersions) {
    it(`estimateRelease() is right that Helm ${version} reads no larger files`, async () => {
      const small = definePipeline({ name: "etl", version: "0.1.0", stages: { extract: new BatchJob({ image }) } });
      const values = `${printPipeline(small).get("values.yaml")}# ${"x".repeat(MAX_FILE)}\n`;
      await placeFiles(join(directory.path, "etl"), new Map([...printPipeline(small), ["values.yaml", values]]));
      const rendering = templateChart(await findHelm({ version }), join(directory.path, "etl"));
      await assert.rejects(rendering, /"?values\.yaml"? is larger than the maximum file size 5242880/);
    });
  }
});
