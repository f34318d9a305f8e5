/** Claims that not every pod of a Deployment can mount. */
import { defineFunction, param } from "../../expression/define-function.ts";
import type { Expression, Operand } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { given } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { and, eq, nonEmpty, not, orIfEmpty } from "../../functions/logic.ts";
import { without } from "../../functions/split.ts";
import type { AccessMode } from "../workload/values/claim-values.ts";
import type { WorkloadValues } from "../workload/values/values.ts";
import { volumeValues } from "../workload/values/volume-values.ts";

function claimWithOnly(name: string, comment: string, modes: readonly AccessMode[]) {
  const find: (volumes: Operand<unknown>) => Expression<string> = defineFunction({
    name,
    comment,
    params: { volumes: param<WorkloadValues["volumes"]>(volumeValues()) },
    result: "first",
    body: ({ volumes }) =>
      forEach(enabled(volumes), (id, { type, claim }) => {
        const isClaim = eq(orIfEmpty(type, "claim"), "claim");
        const otherModes = without(given(claim).accessModes, ...modes);
        return when(and(nonEmpty(claim), isClaim, not(nonEmpty(otherModes))), id);
      }),
  });
  return find;
}

/** The first volume whose claim only one pod can mount. */
export const singlePodClaim: (volumes: Operand<unknown>) => Expression<string> = claimWithOnly(
  "singlePodClaim",
  "The first volume whose claim only one pod can mount, or nothing.",
  ["ReadWriteOncePod"],
);

/** The first volume with a claim of a mode that only one node can mount: a new pod may wait for the old one to end. */
export const singleNodeClaim: (volumes: Operand<unknown>) => Expression<string> = claimWithOnly(
  "singleNodeClaim",
  "The first volume with a claim that only one node can mount: a new pod may wait for the old one to end.",
  ["ReadWriteOnce", "ReadWriteOncePod"],
);
