/** Claims that not every pod of a Deployment can mount. */
import { defineFunction, param } from "../../expression/define-function.ts";
import type { Expression, Operand } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { given } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { and, eq, nonEmpty, not, orIfEmpty } from "../../functions/logic.ts";
import { without } from "../../functions/split.ts";
import type { WorkloadValues } from "../workload/values/values.ts";
import { type AccessMode, volumeValues } from "../workload/values/volume-values.ts";

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
export const podClaim: (volumes: Operand<unknown>) => Expression<string> = claimWithOnly(
  "podClaim",
  "The first volume whose claim only one pod can mount; nothing where there is none.",
  ["ReadWriteOncePod"],
);

/** The first volume that a new pod may have to wait for, as long as an old one holds its claim. */
export const heldClaim: (volumes: Operand<unknown>) => Expression<string> = claimWithOnly(
  "heldClaim",
  "The first volume that a new pod may have to wait for, as long as an old one holds its claim.",
  ["ReadWriteOnce", "ReadWriteOncePod"],
);
