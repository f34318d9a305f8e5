import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isOwnTemplate, pathInPipeline, withOwnTemplates } from "../../mutation/charts/in-pipeline.ts";

const files = new Map([
  ["Chart.yaml", "name: etl"],
  ["charts/load/Chart.yaml", "name: load"],
  ["templates/_stage-functions.tpl", '{{ define "etl/allStages.merge" }}{{ end }}'],
  ["templates/batch-job/_job.tpl", '{{ define "etl/batch-job.job" }}{{ end }}'],
  ["templates/load.yaml", '{{ include "etl/batch-job.job" . }}'],
]);

describe("withOwnTemplates()", () => {
  it("withOwnTemplates() puts the templates of a chart in the place of a pipeline's copies, under their own names", () => {
    const own = new Map([
      ["Chart.yaml", "name: batch-job"],
      ["templates/_functions.tpl", '{{ define "batch-job.merge" }}{{ end }}'],
      ["templates/job.yaml", '{{ define "batch-job.job" }}{{ end }}'],
      ["templates/tests/connection.yaml", "kind: Pod"],
    ]);
    assert.deepEqual(Object.fromEntries(withOwnTemplates(files, "etl", "batch-job", own)), {
      "Chart.yaml": "name: etl",
      "charts/load/Chart.yaml": "name: load",
      "templates/_stage-functions.tpl": '{{ define "etl/allStages.merge" }}{{ end }}',
      "templates/batch-job/_functions.tpl": '{{ define "batch-job.merge" }}{{ end }}',
      "templates/batch-job/_job.tpl": '{{ define "batch-job.job" }}{{ end }}',
      "templates/load.yaml": '{{ include "batch-job.job" . }}',
    });
  });
});

describe("pathInPipeline()", () => {
  it("pathInPipeline() knows no place for tests and notes", () => {
    const paths = [
      "templates/_checks.tpl",
      "templates/job.yaml",
      "templates/tests/connection.yaml",
      "templates/NOTES.txt",
    ];
    const places = paths.map((path) => pathInPipeline("templates/batch-job/", path));
    assert.deepEqual(places, ["templates/batch-job/_checks.tpl", "templates/batch-job/_job.tpl", undefined, undefined]);
  });
});

describe("isOwnTemplate()", () => {
  it("isOwnTemplate() tells the templates of a pipeline from its copies of those of charts", () => {
    const own = [...files.keys()].filter((path) => isOwnTemplate(path));
    assert.deepEqual(own, ["templates/load.yaml"]);
    assert.ok(isOwnTemplate("templates/tests/pipeline.yaml"));
  });
});
