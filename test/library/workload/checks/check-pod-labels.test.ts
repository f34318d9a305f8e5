import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../../generator/library/stateful-stage/chart.ts";
import { validateValues } from "../../../../generator/values/validate-values.ts";
import { testRefusals } from "../../test-refusals.ts";

const image = { image: { repository: "app", tag: "1" } };
const labeled = (...keys: readonly string[]): object => ({
  ...image,
  podLabels: Object.fromEntries(keys.map((key) => [key, "a"])),
});

/** The labels that each controller sets. */
const charts = [
  [
    batchJob,
    "Job",
    ["batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "controller-uid", "job-name"],
    ["pod-template-hash"],
  ],
  [
    statefulStage,
    "StatefulSet",
    ["apps.kubernetes.io/pod-index", "controller-revision-hash", "statefulset.kubernetes.io/pod-name"],
    ["job-name"],
  ],
  [serviceStage, "Deployment", ["pod-template-hash"], ["job-name", "controller-revision-hash"]],
] as const;

describe("checkPodLabels()", () => {
  for (const [chart, controller, reserved, free] of charts) {
    testRefusals(`checkPodLabels() refuses labels that a ${controller} sets on its pods`, chart, [
      { values: labeled("app", ...free), refusal: "" },
      ...reserved.map((key, i) => ({
        values: labeled("app", key),
        refusal: `podLabels: expected labels that no ${controller} sets itself, got ${key}`,
        isUnchecked: true,
        isComputedOnly: i > 0,
      })),
    ]);

    it(`checkPodLabels() has a rule in the schema for the labels that a ${controller} sets`, () => {
      assert.deepEqual(validateValues(chart.schema, labeled("app", ...free)), []);
      for (const key of reserved) {
        assert.deepEqual(
          validateValues(chart.schema, labeled("app", key)).map(({ path, message }) => `${path}: ${message}`),
          [`podLabels.${key}: must be absent: the ${controller} sets it, got "a"`],
        );
      }
    });
  }
});
