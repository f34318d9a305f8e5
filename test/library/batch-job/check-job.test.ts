import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluateFiles } from "../../../generator/evaluate/evaluate-manifest.ts";
import { toPart } from "../../../generator/expression/part.ts";
import { valuesOf } from "../../../generator/expression/reference.ts";
import { list } from "../../../generator/functions/lists.ts";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { checkJob } from "../../../generator/library/batch-job/check-job.ts";
import { defineKind } from "../../../generator/library/batch-job/kind.ts";
import type { BatchJobValues } from "../../../generator/library/batch-job/values.ts";
import { testRefusals } from "../test-refusals.ts";

const image = { image: { repository: "busybox", tag: "1.36" } };
const onExitCodes = (...values: readonly number[]): object => ({ operator: "NotIn", values });
const failRule = (codes: object): object => ({ action: "FailJob", onExitCodes: codes });

/** Rules of success policies for five completions, and what is wrong with them. */
const successRules: readonly (readonly [rule: object, violation: string])[] = [
  [{ succeededCount: 5, succeededIndexes: "0-4" }, ""],
  [{ succeededIndexes: "0,02-03" }, ""],
  [{ succeededCount: 5 }, ""],
  [{ succeededIndexes: "3,1" }, "succeededIndexes: expected increasing numbers, got 3,1"],
  [{ succeededIndexes: "3-1" }, "succeededIndexes: expected increasing numbers, got 3-1"],
  [{ succeededIndexes: "1-1" }, "succeededIndexes: expected increasing numbers, got 1-1"],
  [{ succeededIndexes: "0-2,2" }, "succeededIndexes: expected increasing numbers, got 0-2,2"],
  [{ succeededIndexes: "0-5" }, "succeededIndexes: expected numbers below completions, 5, got 5"],
  [{ succeededIndexes: "9999999999" }, "succeededIndexes: expected numbers below completions, 5, got 9999999999"],
  [{ succeededIndexes: "0,2-3", succeededCount: 4 }, "succeededCount: expected at most 3, got 4"],
  [{ succeededIndexes: "4", succeededCount: 2 }, "succeededCount: expected at most 1, got 2"],
  [{ succeededIndexes: "0,1-1" }, "succeededIndexes: expected increasing numbers, got 0,1-1"],
  [{ succeededCount: 2000000 }, "succeededCount: expected at most 5, got 2000000"],
];

/** Rules of failure policies, and what is wrong with them. */
const failureRules: readonly (readonly [codes: object, violation: string])[] = [
  [onExitCodes(1), ""],
  [onExitCodes(-7, 0, 2000000), ""],
  [{ containerName: "main", ...onExitCodes(1) }, ""],
  [{ containerName: "prepare", ...onExitCodes(1) }, ""],
  [{ containerName: "log", ...onExitCodes(1) }, ""],
  [onExitCodes(2000000, 1), "values: expected increasing numbers, got [2000000,1]"],
  [{ containerName: "off", ...onExitCodes(1) }, 'containerName: no container of the pod is called "off"'],
  [{ containerName: 'a"<b', ...onExitCodes(1) }, 'containerName: no container of the pod is called "a\\"\\u003cb"'],
];
const containers = {
  initContainers: { prepare: image, off: { ...image, enabled: false } },
  sidecars: { log: image },
};

const indexed = { completionMode: "Indexed", completions: 5 };

/** Both kinds have one check: each is asked about one violation of a sort as a CronJob too. */
const asCronJob = { kind: "CronJob", cron: { schedule: "@daily" } };

describe("checkJob()", () => {
  const jobOf = (rule: object): object => ({
    ...indexed,
    successPolicy: { rules: [{ succeededCount: 1 }, rule] },
  });
  testRefusals("checkJob() refuses success policies that no Job can meet", batchJob, [
    ...successRules.map(([rule, violation]) => ({
      values: { ...image, job: jobOf(rule) },
      refusal: violation === "" ? "" : `job.successPolicy.rules.1.${violation}`,
    })),
    {
      values: { ...image, ...asCronJob, job: jobOf({ succeededIndexes: "3,1" }) },
      refusal: "job.successPolicy.rules.1.succeededIndexes: expected increasing numbers, got 3,1",
    },
    {
      values: { ...image, job: { successPolicy: { rules: [{ succeededIndexes: "0" }] } } },
      refusal: "job.successPolicy.rules.0.succeededIndexes: expected numbers below completions, 0, got 0",
      isUnchecked: true,
    },
  ]);

  testRefusals("checkJob() refuses failure policies with codes out of order and unknown containers", batchJob, [
    ...failureRules.map(([codes, violation]) => ({
      values: { ...image, ...containers, job: { podFailurePolicy: { rules: [failRule(codes)] } } },
      refusal: violation === "" ? "" : `job.podFailurePolicy.rules.0.onExitCodes.${violation}`,
    })),
    {
      values: { ...image, ...asCronJob, job: { podFailurePolicy: { rules: [failRule(onExitCodes(2, 1))] } } },
      refusal: "job.podFailurePolicy.rules.0.onExitCodes.values: expected increasing numbers, got [2,1]",
    },
  ]);

  const job = { ...indexed, backoffLimitPerIndex: 1, maxFailedIndexes: 6 };
  testRefusals("checkJob() refuses more failed indexes than there are", batchJob, [
    ...[{}, asCronJob].map((kind) => ({
      values: { ...image, ...kind, job },
      refusal: "job.maxFailedIndexes: expected at most job.completions, 5, got 6",
    })),
    { values: { ...image, job: { ...job, maxFailedIndexes: 5 } }, refusal: "" },
  ]);
});

describe("checkPodFailurePolicy()", () => {
  it("checkPodFailurePolicy() knows the containers of earlier stages of a chain", () => {
    const podFailurePolicy = { rules: [failRule({ containerName: "extract", ...onExitCodes(1) })] };
    const refusalOf = (Chain: object): string => {
      const root = { Values: { ...image, job: { podFailurePolicy } }, Chain };
      const documents = toPart(
        checkJob(
          { v: valuesOf<BatchJobValues>(batchJob.values), volumes: list() },
          defineKind(valuesOf<BatchJobValues>(batchJob.values)),
        ),
      );
      try {
        evaluateFiles([{ file: "job.yaml", documents }], root);
      } catch (error) {
        return (error as Error).message; // a RenderError
      }
      return "";
    };
    assert.equal(refusalOf({ initContainers: [{ name: "extract" }] }), "");
    assert.equal(
      refusalOf({ initContainers: [] }),
      'job.podFailurePolicy.rules.0.onExitCodes.containerName: no container of the pod is called "extract"',
    );
  });
});
