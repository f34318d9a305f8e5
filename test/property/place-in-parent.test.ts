import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { placeInParent } from "./place-in-parent.ts";

describe("placeInParent()", () => {
  it("placeInParent() leaves in each copy of a chart what differs between them", () => {
    for (const path of ["Chart.yaml", "values.yaml", "templates/job.yaml", "charts/store/values.yaml"]) {
      assert.deepEqual(placeInParent("etl", path), { isShared: false, path });
    }
  });

  it("placeInParent() gives the parent all that has named templates alone, under names that Helm takes for such", () => {
    const shared = (path: string): object => ({ isShared: true, path });
    assert.deepEqual(placeInParent("etl", "templates/_helpers.tpl"), shared("templates/_etl-helpers.tpl"));
    assert.deepEqual(placeInParent("etl", "templates/job/_a.tpl"), shared("templates/_etl-job-a.tpl"));
  });

  it("placeInParent() has no place for what Helm does not need", () => {
    for (const path of ["README.md", "values.schema.json", "templates/NOTES.txt", "charts/job/README.md"]) {
      assert.equal(placeInParent("etl", path), undefined, path);
    }
  });
});
