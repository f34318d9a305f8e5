import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { failurePolicyFault } from "../../../generator/library/batch-job/failure-policy-fault.ts";
import { successPolicyFault } from "../../../generator/library/batch-job/success-policy-fault.ts";
import { assertAgreement, type Case } from "../../functions/compare-with-helm.ts";
import { helmVersions, useChart } from "../service-stage/render-chart.ts";

const image = { image: { repository: "busybox", tag: "1.36" } };
const onExitCodes = (...values: readonly number[]): object => ({ operator: "NotIn", values });
const failRule = (codes: object): object => ({ action: "FailJob", onExitCodes: codes });

/** Rules of success policies for five completions, and what is wrong with them. */
const successRules: readonly (readonly [rule: object, fault: string])[] = [
  [{ succeededCount: 5, succeededIndexes: "0-4" }, ""],
  [{ succeededIndexes: "0,02-03" }, ""],
  [{ succeededCount: 5 }, ""],
  [{ succeededIndexes: "3,1" }, "succeededIndexes: expected rising numbers, got 3,1"],
  [{ succeededIndexes: "3-1" }, "succeededIndexes: expected rising numbers, got 3-1"],
  [{ succeededIndexes: "1-1" }, "succeededIndexes: expected rising numbers, got 1-1"],
  [{ succeededIndexes: "0-2,2" }, "succeededIndexes: expected rising numbers, got 0-2,2"],
  [{ succeededIndexes: "0-5" }, "succeededIndexes: expected numbers below completions, 5, got 5"],
  [{ succeededIndexes: "9999999999" }, "succeededIndexes: expected numbers below completions, 5, got 9999999999"],
  [{ succeededIndexes: "0,2-3", succeededCount: 4 }, "succeededCount: expected at most 3, got 4"],
  [{ succeededCount: 2000000 }, "succeededCount: expected at most 5, got 2000000"],
];

/** Rules of failure policies, and what is wrong with them. */
const failureRules: readonly (readonly [codes: object, fault: string])[] = [
  [onExitCodes(1), ""],
  [onExitCodes(-7, 0, 2000000), ""],
  [{ containerName: "main", ...onExitCodes(1) }, ""],
  [{ containerName: "prepare", ...onExitCodes(1) }, ""],
  [{ containerName: "log", ...onExitCodes(1) }, ""],
  [onExitCodes(2000000, 1), "values: expected rising numbers, got 2000000, 1"],
  [{ containerName: "off", ...onExitCodes(1) }, 'containerName: no container of the pod is called "off"'],
  [{ containerName: 'a"<b', ...onExitCodes(1) }, 'containerName: no container of the pod is called "a\\"\\u003cb"'],
];
const containers = {
  initContainers: { prepare: image, off: { ...image, enabled: false } },
  sidecars: { log: image },
};

const indexed = { completionMode: "Indexed", completions: 5 };

describe("successPolicyFault()", () => {
  it("successPolicyFault() finds the same in both languages", async () => {
    const build = successPolicyFault as Case["build"]; // of a policy and completions
    await assertAgreement(
      successRules.map(([rule]) => ({ title: JSON.stringify(rule), args: [{ rules: [rule] }, 5], build })),
    );
  });
});

describe("failurePolicyFault()", () => {
  it("failurePolicyFault() finds the same in both languages", async () => {
    const build = failurePolicyFault as Case["build"]; // of a policy and the containers of the pod
    const { initContainers, sidecars } = containers;
    const cases = failureRules.map(([codes]) => ({
      title: JSON.stringify(codes),
      args: [{ rules: [failRule(codes)] }, [], initContainers, sidecars],
      build,
    }));
    const rules = [failRule({ containerName: "extract", ...onExitCodes(1) })];
    await assertAgreement([...cases, { title: "chain", args: [{ rules }, [{ name: "extract" }], {}, {}], build }]);
  });
});

describe("jobGuards()", () => {
  for (const version of helmVersions) {
    const chart = useChart(batchJob, version);

    const refusal = (values: object): Promise<string> => chart.refusal({ ...image, ...values });
    /** Both kinds have one guard: each is asked about one fault of a sort as a CronJob too. */
    const cronJobRefusal = (values: object): Promise<string> =>
      refusal({ ...values, kind: "CronJob", cron: { schedule: "@daily" } });

    it(`jobGuards() refuse success policies that no Job can meet, under Helm ${version}`, async () => {
      const jobOf = (rule: object): object => {
        return { ...indexed, successPolicy: { rules: [{ succeededCount: 1 }, rule] } };
      };
      for (const [rule, fault] of successRules) {
        const job = jobOf(rule);
        if (fault === "") {
          const objects = await chart.render({ ...image, job });
          assert.ok(JSON.stringify(objects).includes(JSON.stringify(rule)));
          continue;
        }
        const said = await refusal({ job });
        assert.ok(said.includes(`job.successPolicy.rules.1.${fault}`), said);
      }
      assert.match(
        await cronJobRefusal({ job: jobOf({ succeededIndexes: "3,1" }) }),
        /job\.successPolicy\.rules\.1\.succeededIndexes: expected rising numbers, got 3,1/,
      );
    });

    it(`jobGuards() refuse failure policies with codes out of order and unknown containers, under Helm ${version}`, async () => {
      for (const [codes, fault] of failureRules) {
        const job = { podFailurePolicy: { rules: [failRule(codes)] } };
        if (fault === "") {
          await chart.render({ ...image, ...containers, job });
          continue;
        }
        const said = await refusal({ ...containers, job });
        assert.ok(said.includes(`job.podFailurePolicy.rules.0.onExitCodes.${fault}`), said);
      }
      assert.match(
        await cronJobRefusal({ job: { podFailurePolicy: { rules: [failRule(onExitCodes(2, 1))] } } }),
        /job\.podFailurePolicy\.rules\.0\.onExitCodes\.values: expected rising numbers, got 2, 1/,
      );
    });

    it(`jobGuards() refuse more failed indexes than there are, under Helm ${version}`, async () => {
      const job = { ...indexed, backoffLimitPerIndex: 1, maxFailedIndexes: 6 };
      for (const said of [await refusal({ job }), await cronJobRefusal({ job })]) {
        assert.match(said, /job\.maxFailedIndexes: expected at most job\.completions/);
      }
      await chart.render({ ...image, job: { ...job, maxFailedIndexes: 5 } });
    });
  }
});
