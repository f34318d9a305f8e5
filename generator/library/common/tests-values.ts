/** The values of what `helm test` runs. */
import * as format from "../../values/formats.ts";
import { boolean, closed } from "../../values/model.ts";
import { ownImage, WAITING_IMAGE } from "./image-values.ts";

/** Whether there are tests, and how long they wait. */
export const testSwitches = {
  enabled: boolean({ description: "Whether helm test has something to run", default: true }),
  timeoutSeconds: format.count({ description: "Seconds after which a test fails", default: 300 }, 1),
} as const;

/** The values of a workload chart's tests. */
export const tests = closed(
  { ...testSwitches, image: ownImage(WAITING_IMAGE) },
  { description: "What helm test runs: it sees to it that Services answer and that a Job has succeeded" },
);
