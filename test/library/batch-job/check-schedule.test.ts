import { describe } from "mocha";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { testRefusals } from "../test-refusals.ts";

/** Schedules, and their first range that ends before it begins. */
const schedules: readonly (readonly [schedule: string, range: string])[] = [
  ["* * * * *", ""],
  ["1-5 08-09 1-1 jan-DEC sun-sat", ""],
  ["5-1 * * * *", "5-1"],
  ["*/2 9-17/2,20-08 * * *", "20-08"],
  ["0 22-6 * * *", "22-6"],
  ["* * * * FRI-MON", "FRI-MON"],
  ["* * * Dec-jan fri-mon", "Dec-jan"],
  ["* * * * mon-sun", "mon-sun"],
  ["@daily", ""],
];

describe("checkSchedule()", () => {
  testRefusals(
    "checkSchedule() refuses the schedule that the API server would",
    batchJob,
    schedules.map(([schedule, range]) => ({
      values: { image: { repository: "busybox", tag: "1.36" }, kind: "CronJob", cron: { schedule } },
      refusal:
        range === "" ? "" : `cron.schedule: expected ranges that end after they begin, got ${range} in "${schedule}"`,
    })),
  );
});
