import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { addedLabels } from "../../../../generator/library/workload/pod/pod-labels.ts";
import { addedLabels as labelsByRule } from "../../../../generator/rules/added-labels.ts";
import { startAt } from "../../../../generator/rules/place.ts";

describe("addedLabels()", () => {
  for (const kind of ["DaemonSet", "Deployment", "Job", "StatefulSet"] as const) {
    it(`addedLabels() knows the labels that the rules know of the pods of a ${kind}`, () => {
      const object = { apiVersion: "v1", kind, metadata: { name: "a" } };
      const found = labelsByRule(startAt(object));
      assert.deepEqual(addedLabels(kind).toSorted(), [...found.keys()].toSorted());
    });
  }

  it("addedLabels() knows the labels that any controller adds, where it is unknown", () => {
    const known = addedLabels();
    assert.ok(["pod-template-hash", "batch.kubernetes.io/job-name"].every((key) => known.includes(key)));
  });
});
