/** What a pipeline reads of batch-job. */
import type { StageContract, StageViolation } from "../../chart/stage-contract.ts";
import { mapAt, type PlainValues, textAt } from "../../chart/value-at.ts";
import { describeImage } from "../workload/drawing.ts";
import { workloadFacts } from "../workload/stage-facts.ts";
import { isScheduled } from "./kind.ts";

/** How batch-job is shown: its image, its schedule and how many pods it has; defaults are left out. */
export const drawn: StageContract["drawn"] = {
  kind: "batch",
  object: (values) => (isScheduled(values) ? "CronJob" : "Job"),
  details: (values, hasPod) => [describeImage(values), ...(hasPod ? describeRuns(values) : [])],
};

/** The facts of a batch stage, from its values. */
export const facts: NonNullable<StageContract["facts"]> = { ...workloadFacts, isScheduled, violation: findViolation };

function describeRuns(values: PlainValues): readonly string[] {
  const job = mapAt(values, "job");
  const cron = isScheduled(values) ? mapAt(values, "cron") : {};
  const [completions, parallelism] = [textAt(job, "completions"), textAt(job, "parallelism")];
  return [
    [textAt(cron, "schedule"), textAt(cron, "timeZone")].filter(Boolean).join(" "),
    completions === "" ? "" : `${completions} completions`,
    parallelism === "" ? "" : `${parallelism} at once`,
    job["suspend"] === true || cron["suspend"] === true ? "suspended" : "",
  ];
}

function findViolation(values: PlainValues): StageViolation | undefined {
  const seconds = isScheduled(values) ? "" : textAt(mapAt(values, "job"), "ttlSecondsAfterFinished");
  if (seconds === "") return undefined;
  return {
    path: "job.ttlSecondsAfterFinished",
    wanted: "no value in a pipeline, where the next upgrade would run a deleted Job again",
    found: seconds,
  };
}
