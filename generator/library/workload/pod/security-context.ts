/** Security contexts as Kubernetes accepts them. */
import { defineFunction, entry, param } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { choose, when } from "../../../expression/when.ts";
import { valueAt } from "../../../functions/keys.ts";
import { hasItem } from "../../../functions/lists.ts";
import { and, eq, filled, ne, not } from "../../../functions/logic.ts";
import { type ByName, withoutKeys } from "../../../functions/maps.ts";
import { toJson } from "../../../functions/strings.ts";

const PROFILES: readonly string[] = ["seccompProfile", "appArmorProfile"];
/** What a cluster of OpenShift sets itself, from the range of the namespace; it refuses pods that choose. */
const IDS: readonly string[] = ["runAsUser", "runAsGroup", "fsGroup"];

/** Whether the values leave the ids of users and groups to the cluster. */
export function leavesIds(podSecurity: Expression<string>): Expression<boolean> {
  return eq(podSecurity, "openshift");
}

const consistentContext = defineFunction({
  name: "securityContext",
  comment:
    "A security context without contradictions: only a profile of type Localhost names a file of the node, and a user 0 is root.",
  params: {
    context: param<ByName<{ readonly type?: string }>>({
      type: "object",
      additionalProperties: { properties: { type: { type: "string" } } },
    }),
    leavesIds: param<boolean>({ type: "boolean" }),
  },
  result: "map",
  body: ({ context, leavesIds }) => [
    forEach(
      context,
      (key, field) =>
        choose(
          and(hasItem(PROFILES, key), ne(field.type, "Localhost")),
          entry(key, withoutKeys(field, "localhostProfile")),
          when(not(and(leavesIds, hasItem(IDS, key))), entry(key, field)),
        ),
      { as: "field" },
    ),
    // The default says that no user is root: Kubernetes would start no such container.
    when(eq(toJson(valueAt("any", context, "runAsUser")), "0"), entry("runAsNonRoot", false)),
  ],
});

/**
 * A security context that Kubernetes accepts: without file names left over from other values files, for profiles of
 * another type, without the default that forbids a root user where the values ask for one, and without the ids of users
 * and groups that the cluster sets.
 */
export function securityContextOf<T>(context: Expression<T>, podSecurity: Expression<string>): Expression<T> {
  return consistentContext(filled(context), leavesIds(podSecurity));
}
