/** Security contexts as Kubernetes accepts them. */
import { defineFunction, entry, param } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { choose } from "../../../expression/when.ts";
import { hasItem } from "../../../functions/lists.ts";
import { and, filled, ne } from "../../../functions/logic.ts";
import { type ByName, withoutKeys } from "../../../functions/maps.ts";

const PROFILES: readonly string[] = ["seccompProfile", "appArmorProfile"];

const ownProfiles = defineFunction({
  name: "withOwnProfiles",
  comment: "A security context in which only a profile of type Localhost names a file of the node.",
  params: {
    context: param<ByName<{ readonly type?: string }>>({
      type: "object",
      additionalProperties: { properties: { type: { type: "string" } } },
    }),
  },
  result: "map",
  body: ({ context }) =>
    forEach(
      context,
      (key, field) =>
        choose(
          and(hasItem(PROFILES, key), ne(field.type, "Localhost")),
          entry(key, withoutKeys(field, "localhostProfile")),
          entry(key, field),
        ),
      { as: "field" },
    ),
});

/** A security context without file names left over from other values files, for profiles of another type. */
export function withOwnProfiles<T>(context: Expression<T>): Expression<T> {
  return ownProfiles(filled(context));
}
