/** The claims that only one node, or one pod, can mount at a time. */
import { defineFunction, entry, param } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { withoutDefault } from "../../../expression/reference.ts";
import { choose, when } from "../../../expression/when.ts";
import { hasItem } from "../../../functions/lists.ts";
import { nonEmpty, not, or } from "../../../functions/logic.ts";
import type { ByName } from "../../../functions/maps.ts";
import { last } from "../../../functions/split.ts";
import { volumes as volumesModel } from "../volume-values.ts";

interface Volume {
  readonly claim: { readonly accessModes: readonly string[]; readonly existingClaim: string };
}

/** The access modes of the claims that are not shared between nodes, by the id of their volume. */
export const exclusiveModes: (volumes: Expression<ByName<Volume>>) => Expression<ByName<string>> = defineFunction({
  name: "exclusiveModes",
  comment:
    "The access mode of each claim that only one node, or one pod, can mount at a time, by the id of its volume. The mode\nof an existing claim is known only if the values state it.",
  params: { volumes: param<ByName<Volume>>(volumesModel()) },
  result: "map",
  body: ({ volumes }) =>
    forEach(volumes, (id, { claim }) => {
      const modes = withoutDefault(claim.accessModes);
      return when(
        not(or(hasItem(modes, "ReadWriteMany"), hasItem(modes, "ReadOnlyMany"))),
        choose(
          nonEmpty(modes),
          entry(id, last(modes)),
          when(not(nonEmpty(claim.existingClaim)), entry(id, "ReadWriteOnce")),
        ),
      );
    }),
});
