import { isKind } from "./kinds.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { enter, listItems, readText, startAt } from "./place.ts";
import { listPods } from "./pod-templates.ts";
import { checkReference, type Release } from "./references.ts";
import type { Finding, Rule } from "./rule.ts";

const rule = "service-accounts-exist";

// Every cluster has an account in each namespace, and the roles for people.
const builtInAccount = "default";
const builtInRoles = new Set(["admin", "cluster-admin", "edit", "view"]);

/** The ServiceAccount of every pod exists, and so do the accounts and the role of every RoleBinding. */
export const serviceAccountsExist: Rule = (objects, context) => {
  const release = { objects, context };
  const bindings = objects.filter((object) => isKind(object, "RoleBinding"));
  return [
    ...listPods(objects)
      .map((pod) => enter(pod, "spec", "serviceAccountName"))
      .filter(({ value }) => value !== undefined && value !== "" && value !== builtInAccount)
      .flatMap((name) => checkReference(rule, release, name, "ServiceAccount")),
    ...bindings.flatMap((binding) => [...checkSubjects(release, binding), ...checkRole(release, binding)]),
  ];
};

/** Users and groups are not objects: only accounts can be missing. */
function checkSubjects(release: Release, binding: KubernetesObject): readonly Finding[] {
  return listItems(startAt(binding), "subjects")
    .filter((subject) => readText(subject, "kind") === "ServiceAccount" && readText(subject, "name") !== builtInAccount)
    .flatMap((subject) =>
      checkReference(rule, release, enter(subject, "name"), "ServiceAccount", readText(subject, "namespace")),
    );
}

function checkRole(release: Release, binding: KubernetesObject): readonly Finding[] {
  const role = enter(startAt(binding), "roleRef");
  const name = enter(role, "name");
  if (readText(role, "kind") !== "ClusterRole") return checkReference(rule, release, name, "Role");
  return builtInRoles.has(String(name.value)) ? [] : checkReference(rule, release, name, "ClusterRole", "");
}
