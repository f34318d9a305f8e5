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

const monthly = (schedule: string): object => ({
  image: { repository: "busybox", tag: "1.36" },
  kind: "CronJob",
  cron: { schedule },
});
/** Schedules of days that no month of theirs has. */
const never = [
  "0 0 30 2 *",
  "0 0 31 4 *",
  "0 0 31 2,4,6,9,11 *",
  " */5  1-3  30,31 FEB ?",
  "0 0 031 Sep,nov *",
  "0 0 30-31 02 *",
];
/** Schedules that run in some month, in a leap year, or on a weekday. */
const rare = [
  "0 0 29 2 *",
  "0 0 30 2 MON",
  "0 0 31 2,3 *",
  "0 0 31 12 *",
  "0 0 30 4 *",
  "0 0 31 * *",
  "0 0 3 2 *",
  "0 0 1,31 2 *",
];

describe("checkSchedule()", () => {
  testRefusals("checkSchedule() refuses a schedule of dates that never are", batchJob, [
    ...rare.map((schedule) => ({ values: monthly(schedule), refusal: "" })),
    ...never.map((schedule) => ({
      values: monthly(schedule),
      refusal: `cron.schedule: expected a date that exists, got "${schedule}", which never runs`,
    })),
  ]);

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
