/** Labels of pods that only their controller may set, as a rule of the schema. */
import { absent } from "../../../values/model.ts";
import { addedLabels, type Controller } from "../pod/pod-labels.ts";

/** The rule for the root of a values model whose controller sets labels on its pods. */
export function podLabelRule(controller: Controller): object {
  const reserved = addedLabels(controller).map((key) => [key, absent(`the ${controller} sets it`)] as const);
  return { properties: { podLabels: { properties: Object.fromEntries(reserved) } } };
}
