/** Rules of a pod failure policy that Kubernetes refuses: exit codes out of order, unknown containers. */
import { bind, collectList } from "../../expression/bind.ts";
import { defineCheck, kubernetesParam, param, stringParam } from "../../expression/define-function.ts";
import { forEach, forEachItem, forEachPosition } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { and, greaterThan, not } from "../../functions/logic.ts";
import type { ByName } from "../../functions/maps.ts";
import { itemBefore } from "../../functions/split.ts";
import { text, toJson } from "../../functions/strings.ts";
import type { PodFailurePolicy } from "../../values/kubernetes/types.ts";
import { checkContainerName } from "../workload/checks/containers/check-container-references.ts";

const checkExitCodes = defineCheck({
  name: "checkExitCodes",
  comment: "Refuses exit codes that are not in increasing order.",
  params: { path: stringParam, codes: param<readonly number[]>({ type: "array", items: { type: "integer" } }) },
  body: ({ path, codes }) =>
    forEachPosition(codes, (i, code) =>
      guard(
        and(greaterThan(i, 0), not(greaterThan(code, itemBefore(codes, i)))),
        text`${path}: expected increasing numbers, got ${toJson(codes)}`,
      ),
    ),
});

/**
 * Refuses rules of a pod failure policy that Kubernetes refuses. In the pod of a chain, containers have the names in the
 * values of the stage, and those in the pod: so do the ones of earlier stages.
 */
export const checkPodFailurePolicy = defineCheck({
  name: "checkPodFailurePolicy",
  comment: "Refuses rules of a pod failure policy with exit codes out of order, or for unknown containers.",
  params: {
    policy: kubernetesParam<PodFailurePolicy>("PodFailurePolicy"),
    chain: param<readonly { readonly name: string }[]>({
      type: "array",
      items: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
    }),
    own: param<ByName<string>>({ type: "object", additionalProperties: { type: "string" } }),
  },
  body: ({ policy, chain, own }) => {
    const names = [
      forEachItem(chain, ({ name }) => name, { as: "container" }),
      forEach(own, (name, nameInPod) => [name, nameInPod], { as: "nameInPod" }),
    ];
    return collectList<string, unknown>("containers", names, (containers) =>
      forEachPosition(policy.rules, (i, { onExitCodes: { values, containerName } }) =>
        bind("path", text`job.podFailurePolicy.rules.${i}.onExitCodes`, (path) => [
          checkExitCodes(text`${path}.values`, values),
          checkContainerName(text`${path}.containerName`, containerName, containers),
        ]),
      ),
    );
  },
});
