import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import Type from "typebox";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { closed, defineChart, printChart } from "../../generator/chart.ts";
import { library } from "../../generator/library/library.ts";
import {
  BatchJob,
  checkObjects,
  definePipeline,
  formatFinding,
  type KubernetesObject,
  printPipeline,
  withEnvironment,
} from "../../generator/mod.ts";
import { renderAll, sortObjects, useCharts } from "../charts/render-charts.ts";
import { richValues } from "../charts/rich-values.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import { image } from "./use-nasty-charts.ts";

const [batchJob] = library;
assert(batchJob !== undefined);

describe("difficult definitions", () => {
  const directory = useCharts();

  it("16. schemas with remote refs and cycles: refused at generation", () => {
    const define = (size: object) => () =>
      defineChart({ ...batchJob, values: closed({ size: Type.Unsafe<string>(size) }, { description: "Values" }) });
    assert.throws(define({ $ref: "https://example.com/size.json" }), {
      name: "ChartError",
      path: "values.properties.size.$ref",
    });
    assert.throws(define({ $id: "https://example.com/size.json" }), { path: "values.properties.size.$id" });
    const list: Record<string, unknown> = { type: "array" };
    list["items"] = list;
    assert.throws(define(list), {
      name: "ChartError",
      message: /values\.properties\.size\.items.*: .* contains itself$/,
    });
    for (const files of [printPipeline(reference), ...library.map(printChart)]) {
      const references = [...(files.get("values.schema.json") ?? "").matchAll(/"\$ref": "([^"]*)"/g)];
      for (const [, target] of references) assert.match(target ?? "", /^#\/definitions\/[\w.-]+$/);
    }
  });

  it('17. names "..", "a/b", upper case, version "1.2": refused; "+" becomes "_" in labels', async () => {
    const stages = { load: new BatchJob({ image }) };
    const definition = { name: "etl", version: "1.0.0", stages };
    for (const name of ["..", "a/b", "ETL", "", "a\n"]) {
      const quoted = JSON.stringify(name).replaceAll("\\", "\\\\");
      assert.throws(() => definePipeline({ ...definition, name }), new RegExp(`: name: expected .*, got ${quoted}$`));
      assert.throws(() => withEnvironment(reference, name, {}), /PipelineError: .*: environments: expected /);
      assert.throws(() => definePipeline({ ...definition, stages: { [name]: new BatchJob({ image }) } }), {
        name: "PipelineError",
        path: name,
      });
    }
    for (const version of ["1.2", "v1.2.3", "latest"]) {
      assert.throws(() => definePipeline({ ...definition, version }), /: version: expected a semantic version/);
    }
    const files = printPipeline(definePipeline({ ...definition, name: "plus", version: "1.0.0+build.5" }));
    await placeFiles(join(directory.path, "plus"), files);
    await placeFiles(
      join(directory.path, "plus-job"),
      new Map([...printChart({ ...batchJob, version: "1.0.0+build.5" }), ["values.yaml", writeAscii({ image })]]),
    );
    const charts = ["plus", "plus-job"].map((name) => ({ chart: join(directory.path, name) }));
    const [ofStage = [], ofJob = []] = await renderAll(charts);
    assertNoFindings([...ofStage, ...ofJob]);
    // What exists while helm test runs has no version.
    for (const object of ofJob.filter(({ metadata }) => !Object(metadata["annotations"])["helm.sh/hook"])) {
      assert.equal(chartOf(object), "batch-job-1.0.0_build.5");
      assert.equal(Object(object.metadata["labels"])["app.kubernetes.io/version"], "1.0.0_build.5");
    }
  });

  it('18. a release name of 53 characters: no name too long, no collision, no trailing "-"', async () => {
    const releases = ["a".repeat(53), `${"a-".repeat(26)}a`];
    const chart = join(directory.path, reference.name);
    const objects = (await renderAll(releases.map((release) => ({ chart, release })))).flat();
    assertNoFindings(objects);
    for (const { metadata } of objects) assert.doesNotMatch(metadata.name, /-$|^.{64}/);
  });

  it("19. a version-only bump changes no immutable field, of any kind", async () => {
    const renders = [];
    for (const version of ["0.1.0", "9.9.9"]) {
      for (const chart of library) {
        const path = join(directory.path, version, chart.name);
        const values = writeAscii(richValues[chart.name] ?? {});
        await placeFiles(path, new Map([...printChart({ ...chart, version }), ["rich.yaml", values]]));
        renders.push({ chart: path, valuesFiles: [join(path, "rich.yaml")] });
      }
    }
    const rendered = await renderAll(renders);
    const [before, after] = [rendered.slice(0, library.length), rendered.slice(library.length)].map((all) =>
      sortObjects(all.flat()),
    );
    assert.deepEqual(before?.map(withoutVersion), after?.map(withoutVersion));
    const kinds = new Set(after?.map(({ kind }) => kind));
    for (const kind of ["Job", "StatefulSet", "Deployment", "PersistentVolumeClaim", "StorageClass"]) {
      assert(kinds.has(kind), kind);
    }
  });
});

function assertNoFindings(objects: readonly KubernetesObject[]): void {
  const findings = checkObjects(objects, { releaseNamespace: "default" });
  assert.deepEqual(findings.map(formatFinding), []);
}

function chartOf({ metadata }: KubernetesObject): unknown {
  return Object(metadata["labels"])["helm.sh/chart"];
}

function withoutVersion({ metadata, ...object }: KubernetesObject): object {
  const { "helm.sh/chart": _, "app.kubernetes.io/version": __, ...labels } = Object(metadata["labels"]);
  return { ...object, metadata: { ...metadata, labels } };
}
