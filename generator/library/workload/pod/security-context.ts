/** Security contexts as Kubernetes accepts them. */
import { defineFunction, entry, param } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { choose, when } from "../../../expression/when.ts";
import { valueAt } from "../../../functions/keys.ts";
import { hasItem } from "../../../functions/lists.ts";
import { and, eq, filled, ne } from "../../../functions/logic.ts";
import { type ByName, withoutKeys } from "../../../functions/maps.ts";
import { toJson } from "../../../functions/strings.ts";

const PROFILES: readonly string[] = ["seccompProfile", "appArmorProfile"];

const consistentContext = defineFunction({
  name: "securityContext",
  comment:
    "A security context without contradictions: only a profile of type Localhost names a file of the node, and a user 0 is root.",
  params: {
    context: param<ByName<{ readonly type?: string }>>({
      type: "object",
      additionalProperties: { properties: { type: { type: "string" } } },
    }),
  },
  result: "map",
  body: ({ context }) => [
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
    // The default says that no user is root: Kubernetes would start no such container.
    when(eq(toJson(valueAt("any", context, "runAsUser")), "0"), entry("runAsNonRoot", false)),
  ],
});

/**
 * A security context that Kubernetes accepts: without file names left over from other values files, for profiles of
 * another type, and without the default that forbids a root user where the values ask for one.
 */
export function securityContextOf<T>(context: Expression<T>): Expression<T> {
  return consistentContext(filled(context));
}
