/** Labels of pods that only their controller may set. */
import { defineCheck, param, stringParam } from "../../../expression/define-function.ts";
import { forEach } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import { hasItem } from "../../../functions/lists.ts";
import { text } from "../../../functions/strings.ts";
import type { Strings } from "../../common/names.ts";
import { labelKeysParam } from "./check-own-labels.ts";

/** Refuses labels that the controller sets on its pods: the API server refuses them in a Job, others are overwritten. */
export const checkPodLabels = defineCheck({
  name: "checkPodLabels",
  comment: "Refuses labels that the controller sets on its pods.",
  params: { podLabels: param<Strings>({ type: "object" }), added: labelKeysParam, controller: stringParam },
  body: ({ podLabels, added, controller }) =>
    forEach(podLabels, (key) =>
      guard(hasItem(added, key), text`podLabels: expected labels that no ${controller} sets itself, got ${key}`),
    ),
});
