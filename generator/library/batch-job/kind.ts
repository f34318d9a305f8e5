/** Whether batch-job is a Job or a CronJob: the value says so, else whether there is a schedule. */
import { mapAt, type PlainValues, textAt } from "../../chart/value-at.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import type { Reference } from "../../expression/reference.ts";
import { eq, nonEmpty, orElse, orIfEmpty, ternary } from "../../functions/logic.ts";
import type { BatchJobValues } from "./values.ts";

const [JOB, CRON_JOB] = ["Job", "CronJob"] as const;

/** The kind of the controller: `Job` or `CronJob`. */
export function defineKind({ kind, cron }: Reference<BatchJobValues>): Expression<string> {
  return include(
    new Define<string>(
      "batch-job.kind",
      "string",
      orElse(kind as Expression<string | undefined>, ternary(nonEmpty(cron.schedule), CRON_JOB, JOB)),
      "What runs the pods: a CronJob where the values say so, or have a schedule and no kind; else a Job.",
    ),
  );
}

/** When the pods run: the schedule of a CronJob, `once` where the values say `Job`, else "". */
export function defineRuns({ kind: given, cron }: Reference<BatchJobValues>, kind: Expression<string>): Define<string> {
  return new Define<string>(
    "batch-job.runs",
    "string",
    ternary(eq(kind, CRON_JOB), orIfEmpty(cron.schedule, ""), ternary(nonEmpty(given), "once", "")),
    'When the pods run: the schedule of a CronJob, "once" where the values say Job, else nothing.',
  );
}

/** Whether plain values make a CronJob. */
export function isScheduled(values: PlainValues): boolean {
  const kind = textAt(values, "kind");
  return kind === "" ? textAt(mapAt(values, "cron"), "schedule") !== "" : kind === CRON_JOB;
}
