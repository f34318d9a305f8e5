/** Claims that not every pod can mount: those of one node, and those of one pod. */
import { defineFunction, entry, param } from "../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { given, type Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { hasItem, list } from "../../../functions/lists.ts";
import { and, eq, nonEmpty, not, orIfEmpty } from "../../../functions/logic.ts";
import { type ByName, lookUp } from "../../../functions/maps.ts";
import { without } from "../../../functions/split.ts";
import { text } from "../../../functions/strings.ts";
import type { PipelineContext } from "../../common/pipeline-context.ts";
import type { AccessMode } from "../values/claim-values.ts";
import type { WorkloadValues } from "../values/values.ts";
import { volumeValues } from "../values/volume-values.ts";

type AccessModes = NonNullable<PipelineContext["accessModes"]>;
type Volume = Reference<WorkloadValues["volumes"][string]>;

const params = { volumes: param<WorkloadValues["volumes"]>(volumeValues()), accessModes: param<AccessModes>() };

// A branch may be left over beside another type.
function isBranch(volume: Volume, branch: "claim" | "pipelineVolume"): Expression<boolean> {
  return and(nonEmpty(volume[branch]), eq(orIfEmpty(volume.type, branch), branch));
}

function isOfOnePod({ pipelineVolume }: Volume, accessModes: Expression<AccessModes>): Expression<boolean> {
  const { stage, volume } = given(pipelineVolume);
  const mode = lookUp<string>("string", accessModes, stage, volume);
  return hasItem(list(mode), "ReadWriteOncePod");
}

function claimWithOnly(name: string, comment: string, modes: readonly AccessMode[]) {
  const find: (volumes: Operand<unknown>, accessModes: Operand<unknown>) => Expression<string> = defineFunction({
    name,
    comment,
    params,
    result: "first",
    body: ({ volumes, accessModes }) =>
      forEach(enabled(volumes), (id, volume) => {
        const otherModes = without(given(volume.claim).accessModes, ...modes);
        return [
          when(and(isBranch(volume, "claim"), not(nonEmpty(otherModes))), text`${id}.claim`),
          when(isBranch(volume, "pipelineVolume"), when(isOfOnePod(volume, accessModes), text`${id}.pipelineVolume`)),
        ];
      }),
  });
  return find;
}

/** The first volume whose claim only one pod can mount, with the branch that says so: `data.claim`. */
export const singlePodClaim: (volumes: Operand<unknown>, accessModes: Operand<unknown>) => Expression<string> =
  claimWithOnly("singlePodClaim", "The first volume whose claim only one pod can mount, or nothing.", [
    "ReadWriteOncePod",
  ]);

/** The first volume with a claim for which a new pod may wait until the old one ends, with the branch that says so. */
export const singleNodeClaim: (volumes: Operand<unknown>, accessModes: Operand<unknown>) => Expression<string> =
  claimWithOnly(
    "singleNodeClaim",
    "The first volume with a claim that only one node or pod can mount: a new pod may wait for the old one to end.",
    ["ReadWriteOnce", "ReadWriteOncePod"],
  );

/** The claims of other stages that only one pod can mount: the id of the volume by the path of its access modes. */
export const singlePodClaims: (volumes: Operand<unknown>, accessModes: Operand<unknown>) => Expression<ByName<string>> =
  defineFunction({
    name: "singlePodClaims",
    comment:
      "The claims of other stages that only one pod can mount: the id of the volume by the path of its access modes.",
    params,
    result: "map",
    body: ({ volumes, accessModes }) =>
      forEach(enabled(volumes), (id, volume) => {
        const { stage, volume: shared } = given(volume.pipelineVolume);
        return when(
          isBranch(volume, "pipelineVolume"),
          when(isOfOnePod(volume, accessModes), entry(text`${stage}.volumes.${shared}.claim.accessModes`, id)),
        );
      }),
  });
