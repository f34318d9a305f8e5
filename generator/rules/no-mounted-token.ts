import { isKind, readNamespace } from "./kinds.ts";
import { enter, listItems, type Place, readText, showValue, startAt } from "./place.ts";
import { listPods } from "./pod-templates.ts";
import { findObject, type Release } from "./references.ts";
import { type Rule, reportAt } from "./rule.ts";

/**
 * No pod mounts the token of its ServiceAccount by default: the pod or its account disables the mount. A container that
 * connects to the API server mounts a projected token of its own. An object that may be privileged may mount the token,
 * and so may a pod of `helm test` that says so, if the release gives permissions to its account.
 */
export const noMountedToken: Rule = (objects, context) =>
  listPods(objects)
    .filter(({ object }) => !context.allowPrivileged?.includes(`${object.kind}/${object.metadata.name}`))
    .filter((pod) => readAutomount({ objects, context }, pod) !== false)
    .filter((pod) => !isTestWithRole({ objects, context }, pod))
    .map((pod) => {
      const place = enter(pod, "spec", "automountServiceAccountToken");
      return reportAt("no-mounted-token", place, `expected false, got ${showValue(place.value)}`);
    });

/** The pod's own setting, else its account's, if that is rendered; undefined means that the token is mounted. */
function readAutomount(release: Release, pod: Place): unknown {
  const own = enter(pod, "spec", "automountServiceAccountToken").value;
  if (own !== undefined) return own;
  const namespace = readNamespace(pod.object, release.context.releaseNamespace);
  const account = readText(pod, "spec", "serviceAccountName") ?? "default";
  return findObject(release, "ServiceAccount", namespace, account)?.["automountServiceAccountToken"];
}

function isTestWithRole({ objects, context }: Release, pod: Place): boolean {
  const namespace = readNamespace(pod.object, context.releaseNamespace);
  const account = readText(pod, "spec", "serviceAccountName");
  return (
    readText(pod, "metadata", "annotations", "helm.sh/hook") === "test" &&
    enter(pod, "spec", "automountServiceAccountToken").value === true &&
    objects
      .filter((object) => isKind(object, "RoleBinding"))
      .flatMap((binding) => listItems(startAt(binding), "subjects"))
      .some((subject) => readText(subject, "name") === account && readText(subject, "namespace") === namespace)
  );
}
