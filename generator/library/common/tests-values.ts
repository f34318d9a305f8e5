/** The values of the tests that `helm test` runs. */
import * as format from "../../values/formats.ts";
import { boolean, closed } from "../../values/model.ts";
import { ownImage, WAITING_IMAGE } from "./image-values.ts";

/** Whether there are tests, and how long they wait. */
export const testSwitches = {
  enabled: boolean({ description: "Whether the chart has tests for helm test", default: true }),
  timeoutSeconds: format.count({ description: "Timeout of a test, in seconds", default: 300 }, 1),
} as const;

/** The values of a workload chart's tests. */
export const tests = closed(
  { ...testSwitches, image: ownImage(WAITING_IMAGE) },
  { description: "What helm test checks: that Services answer and that the Job has succeeded" },
);
