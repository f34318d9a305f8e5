/** What a batch job adds to the pod of a later stage, when a chain of stages shares one pod. */
import type { Container } from "kubernetes-types/core/v1.d.ts";
import { Define } from "../../expression/define.ts";
import { forEach, forEachItem } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { enabled } from "../../functions/entries.ts";
import { concat, list } from "../../functions/lists.ts";
import { not } from "../../functions/logic.ts";
import { text } from "../../functions/strings.ts";
import type { Documents } from "../../manifest/input.ts";
import type { Workload } from "../workload/workload.ts";
import type { BatchJobValues } from "./values.ts";

/** Makes the named templates that a pipeline chart includes for the stages of a chain before the last. */
export function createChainTemplates({ v, pod, container }: Workload<BatchJobValues>): readonly Define[] {
  const containers = new Define<readonly Container[]>(
    "batch-job.chainContainers",
    "array",
    concat(pod.initContainers, list(container("main", v, { runsFirst: true }))),
    "The containers of a stage that runs in the pod of a later stage.",
  );
  const pullSecrets = new Define<readonly string[]>(
    "batch-job.pullSecrets",
    "array",
    [forEachItem(v.image.pullSecrets, (secret) => secret)],
    "The names of the Secrets that pull the stage's image.",
  );
  const guards = new Define<Documents>(
    "batch-job.chainGuards",
    "documents",
    [
      forEach(enabled(v.sidecars), (name, { native }) =>
        guard(
          not(native),
          text`sidecars.${name}.native: expected true in a stage that runs in the pod of a later one, got false`,
        ),
      ),
    ],
    "What a stage that runs in the pod of a later stage cannot have.",
  );
  return [containers, pullSecrets, guards];
}
