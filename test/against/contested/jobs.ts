/** Jobs whose numbers contradict one another. */
import fc from "fast-check";
import { all, always, listed, mostlyOn, named, pick, some } from "./draw.ts";

const index = pick("0", "1", "2-3", "1-2", "3-1", "0-5", "4", "5", "2");
const successRule = some({
  succeededIndexes: listed(index).map((all) => all.join(",")),
  succeededCount: pick(1, 2, 4, 6),
});
const exitCodes = always(
  { operator: pick("In", "NotIn"), values: listed(pick(1, 2, 3)) },
  { containerName: pick("main", "a", "none") },
);
const failureRule = all({ action: pick("FailJob", "Ignore"), onExitCodes: exitCodes });
const indexed = { completionMode: fc.constant("Indexed"), completions: pick(1, 5) };
const field = pick("5", "5-1", "1-5", "*", "5-5", "MON-FRI", "sat-mon", "JAN-MAR", "DEC-feb", "FRI-1", "10-9,1");
const image = fc.constant({ repository: "busybox", tag: "1.36" });

/** Parts of batch-job's values. */
export const jobParts: readonly fc.Arbitrary<Readonly<Record<string, unknown>>>[] = [
  all({ job: always({ ...indexed, successPolicy: all({ rules: listed(successRule) }) }, {}) }),
  always(
    { job: all({ podFailurePolicy: all({ rules: listed(failureRule) }) }) },
    { initContainers: named(always({ image }, { enabled: mostlyOn }), pick("a")) },
  ),
  all({ job: some({ ...indexed, backoffLimitPerIndex: pick(0, 1), maxFailedIndexes: pick(0, 1, 5, 6) }) }),
  always(
    { kind: pick("CronJob") },
    { cron: some({ schedule: listed(field).map((fields) => [...fields, "*", "*", "*", "*"].slice(0, 5).join(" ")) }) },
  ),
  some({
    kind: pick("Job", "CronJob"),
    restartPolicy: pick("Never", "OnFailure"),
    job: some({ ttlSecondsAfterFinished: pick(0, 60), podReplacementPolicy: pick("Failed", "TerminatingOrFailed") }),
    cron: all({ schedule: pick("@daily") }),
  }),
  some({ tests: some({ image: some({ repository: pick("", "a"), tag: pick("", "1") }) }) }),
];
