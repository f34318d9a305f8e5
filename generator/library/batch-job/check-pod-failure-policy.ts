/** Rules of a pod failure policy that Kubernetes refuses: exit codes out of order, unknown containers. */
import { collectList } from "../../expression/bind.ts";
import { defineCheck, kubernetesParam, param, stringParam } from "../../expression/define-function.ts";
import { forEach, forEachItem, forEachPosition } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { given } from "../../expression/reference.ts";
import { enabled } from "../../functions/entries.ts";
import { hasItem } from "../../functions/lists.ts";
import { and, greaterThan, not, present } from "../../functions/logic.ts";
import { itemBefore } from "../../functions/split.ts";
import { text, toJson } from "../../functions/strings.ts";
import type { PodFailurePolicy } from "../../values/kubernetes/types.ts";
import { MAIN_CONTAINER } from "../workload/checks/containers/check-container-names.ts";
import { initContainerValues, sidecarValues } from "../workload/values/container-values.ts";
import type { WorkloadValues } from "../workload/values/values.ts";

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

/** Refuses rules of a pod failure policy that Kubernetes refuses; a chain has containers of earlier stages. */
export const checkPodFailurePolicy = defineCheck({
  name: "checkPodFailurePolicy",
  comment: "Refuses rules of a pod failure policy with exit codes out of order, or for unknown containers.",
  params: {
    policy: kubernetesParam<PodFailurePolicy>("PodFailurePolicy"),
    chain: param<readonly { readonly name: string }[]>({
      type: "array",
      items: { type: "object", properties: { name: { type: "string" } }, required: ["name"] },
    }),
    initContainers: param<WorkloadValues["initContainers"]>(initContainerValues()),
    sidecars: param<WorkloadValues["sidecars"]>(sidecarValues(true)),
  },
  body: ({ policy, chain, initContainers, sidecars }) => {
    const names = [
      MAIN_CONTAINER,
      forEachItem(chain, ({ name }) => name, { as: "container" }),
      forEach(enabled(initContainers), (name) => name),
      forEach(enabled(sidecars), (name) => name),
    ];
    return collectList<string, unknown>("containers", names, (containers) =>
      forEachPosition(policy.rules, (i, { onExitCodes: { values, containerName } }) => [
        checkExitCodes(text`job.podFailurePolicy.rules.${i}.onExitCodes.values`, values),
        guard(
          and(present(containerName), not(hasItem(containers, given(containerName)))),
          text`job.podFailurePolicy.rules.${i}.onExitCodes.containerName: no container of the pod is called ${toJson(containerName)}`,
        ),
      ]),
    );
  },
});
