import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isOwnTemplate, placeInPipeline, withOwnTemplates } from "../../mutation/charts/in-pipeline.ts";

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
      ["templates/job.yaml", "kind: Job\n"],
      ["templates/tests/connection.yaml", "kind: Pod"],
    ]);
    assert.deepEqual(Object.fromEntries(withOwnTemplates(files, "etl", "batch-job", own)), {
      "Chart.yaml": "name: etl",
      "charts/load/Chart.yaml": "name: load",
      "templates/_stage-functions.tpl": '{{ define "etl/allStages.merge" }}{{ end }}',
      "templates/batch-job/_functions.tpl": '{{ define "batch-job.merge" }}{{ end }}',
      "templates/batch-job/_job.tpl": '{{- define "batch-job.job" -}}\nkind: Job\n{{- end }}\n',
      "templates/load.yaml": '{{ include "batch-job.job" . }}',
    });
  });
});

describe("placeInPipeline()", () => {
  it("placeInPipeline() knows no place for tests and notes", () => {
    const paths = ["templates/_checks.tpl", "templates/tests/connection.yaml", "templates/NOTES.txt", "values.yaml"];
    const places = paths.map((path) => placeInPipeline("batch-job", path, "text"));
    assert.deepEqual(places, [["templates/batch-job/_checks.tpl", "text"], undefined, undefined, undefined]);
  });

  it("placeInPipeline() makes the objects of a file those of the named template that a pipeline includes", () => {
    assert.deepEqual(placeInPipeline("batch-job", "templates/service-account.yaml", "kind: ServiceAccount\n"), [
      "templates/batch-job/_service-account.tpl",
      '{{- define "batch-job.serviceAccount" -}}\nkind: ServiceAccount\n{{- end }}\n',
    ]);
  });
});

describe("isOwnTemplate()", () => {
  it("isOwnTemplate() tells the templates of a pipeline from its copies of those of charts", () => {
    const own = [...files.keys()].filter((path) => isOwnTemplate(path));
    assert.deepEqual(own, ["templates/load.yaml"]);
    assert.ok(isOwnTemplate("templates/tests/pipeline.yaml"));
  });
});
