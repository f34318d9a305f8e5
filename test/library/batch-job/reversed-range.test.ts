import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { reversedRange } from "../../../generator/library/batch-job/reversed-range.ts";
import { assertAgreement } from "../../functions/compare-with-helm.ts";
import { helmVersions, useChart } from "../service-stage/render-chart.ts";

const schedules = [
  "* * * * *",
  "1-5 08-09 1-1 jan-DEC sun-sat",
  "5-1 * * * *",
  "*/2 9-17/2,20-08 * * *",
  "* * * * FRI-MON",
  "* * * Dec-jan fri-mon",
  "@daily",
  "",
];

describe("reversedRange()", () => {
  it("reversedRange() finds the same in both languages", async () => {
    await assertAgreement(
      schedules.map((schedule) => ({ title: schedule, args: [schedule], build: reversedRange as never })),
    );
  });

  for (const version of helmVersions) {
    const chart = useChart(batchJob, version);
    it(`reversedRange() refuses the schedule that the API server would, under Helm ${version}`, async () => {
      const values = { image: { repository: "busybox", tag: "1.36" }, kind: "CronJob" };
      assert.match(
        await chart.refusal({ ...values, cron: { schedule: "0 22-6 * * *" } }),
        /cron\.schedule: expected ranges that end after they begin, got 22-6 in "0 22-6 \* \* \*"/,
      );
    });
  }
});
