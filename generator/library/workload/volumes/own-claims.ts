/** The names of the claims that a workload mounts, for references in whole objects. */
import { defineFunction, entry, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { given } from "../../../expression/reference.ts";
import { match } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import type { ByName } from "../../../functions/maps.ts";
import type { Names } from "../../common/names.ts";
import { volumeType } from "../values/unions.ts";
import type { WorkloadValues } from "../values/values.ts";
import { volumeValues } from "../values/volume-values.ts";
import { claimName } from "./volumes.ts";

const claimsOfVolumes = defineFunction({
  name: "ownClaims",
  comment: "The names of the claims of a stage's volumes, by their ids.",
  params: { volumes: param<WorkloadValues["volumes"]>(volumeValues()), fullname: stringParam },
  result: "map",
  body: ({ volumes, fullname }) =>
    forEach(enabled(volumes), (id, volume) =>
      match(volumeType(volume), {
        claim: entry(id, claimName(id, fullname)),
        existingClaim: entry(id, given(volume.existingClaim)),
      }),
    ),
});

/** The names of the claims that a workload has of its own, or that exist, by the id of the volume. */
export function ownClaims(volumes: Expression<unknown>, { fullname }: Names): Expression<ByName<string>> {
  return claimsOfVolumes(volumes, fullname);
}
