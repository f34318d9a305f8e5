/** The names of the claims. */
import { bind } from "../../../expression/bind.ts";
import { defineFunction, entry, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { withoutDefault } from "../../../expression/reference.ts";
import { orIfEmpty } from "../../../functions/logic.ts";
import type { ByName } from "../../../functions/maps.ts";
import { fitName, text } from "../../../functions/strings.ts";
import { volumes as volumesModel } from "../volume-values.ts";

interface Volume {
  readonly claim: { readonly name: string; readonly existingClaim: string };
}

/** The names of the claims of volumes, by id; names that are not exact start with `fullname`. */
export const claimNames: (
  volumes: Expression<ByName<Volume>>,
  fullname: Expression<string>,
) => Expression<ByName<string>> = defineFunction({
  name: "claimNames",
  comment:
    "The names of claims by the id of their volume: an existing name, an exact name, or the objects' name and the id.",
  params: { volumes: param<ByName<Volume>>(volumesModel()), fullname: stringParam },
  result: "map",
  body: ({ volumes, fullname }) =>
    forEach(volumes, (id, { claim }) =>
      bind("name", fitName(text`${fullname}-${id}`, 63), (name) =>
        entry(id, orIfEmpty(orIfEmpty(claim.existingClaim, withoutDefault(claim.name)), name)),
      ),
    ),
});
