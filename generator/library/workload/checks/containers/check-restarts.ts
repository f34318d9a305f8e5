/**
 * Rules of containers' restarts that need a newer Kubernetes than the others. They are not in the table of newer fields:
 * whether a sidecar may have rules depends on another of its values, which no place of the table can say.
 */
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import { forEach, forEachItem } from "../../../../expression/for-each.ts";
import { when } from "../../../../expression/when.ts";
import { enabled } from "../../../../functions/entries.ts";
import { eq, nonEmpty } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import { checkNewerField } from "../../../common/newer-fields/check-newer-fields.ts";
import { containerValues, initContainerValues, sidecarValues } from "../../values/container-values.ts";
import type { WorkloadValues } from "../../values/values.ts";

/** The first Kubernetes that restarts all containers of a pod, and that has rules for native sidecars. */
const SINCE = "1.36";

const checkRules = defineCheck({
  name: "checkRestartRules",
  comment: "Refuses a restart of all containers where the cluster's Kubernetes is too old for it.",
  params: {
    version: stringParam,
    path: stringParam,
    rules: param<WorkloadValues["restartPolicyRules"]>(containerValues().restartPolicyRules),
  },
  body: ({ version, path, rules }) =>
    forEachItem(rules, ({ action }) =>
      when(
        eq(action, "RestartAllContainers"),
        checkNewerField(version, text`${path}restartPolicyRules with RestartAllContainers`, SINCE),
      ),
    ),
});

/** Refuses rules of restarts that the cluster's Kubernetes is too old for. */
export const checkRestarts = defineCheck({
  name: "checkRestarts",
  comment: "Refuses rules of restarts that the cluster's Kubernetes is too old for.",
  params: {
    version: stringParam,
    rules: param<WorkloadValues["restartPolicyRules"]>(containerValues().restartPolicyRules),
    initContainers: param<WorkloadValues["initContainers"]>(initContainerValues()),
    sidecars: param<WorkloadValues["sidecars"]>(sidecarValues(true)),
    nativeSidecars: param<WorkloadValues["sidecars"]>(sidecarValues(true)),
  },
  body: ({ version, rules, initContainers, sidecars, nativeSidecars }) => [
    checkRules(version, "", rules),
    forEach(initContainers, (name, { restartPolicyRules }) =>
      checkRules(version, text`initContainers.${name}.`, restartPolicyRules),
    ),
    forEach(sidecars, (name, { restartPolicyRules }) =>
      checkRules(version, text`sidecars.${name}.`, restartPolicyRules),
    ),
    forEach(enabled(nativeSidecars), (name, { restartPolicyRules }) =>
      when(
        nonEmpty(restartPolicyRules),
        checkNewerField(version, text`sidecars.${name}.restartPolicyRules of a native sidecar`, SINCE),
      ),
    ),
  ],
});
