/** Labels by which the objects of a chart are known, which no values can replace. */
import { defineCheck, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import { hasItem, list } from "../../../functions/lists.ts";
import type { ByName } from "../../../functions/maps.ts";
import { text } from "../../../functions/strings.ts";

/** The labels by which pods are selected. */
const SELECTOR: readonly string[] = ["app.kubernetes.io/instance", "app.kubernetes.io/name"];

const checkReserved = defineCheck({
  name: "checkReservedLabels",
  comment: "Refuses labels that the chart sets itself, and that would be lost without a word.",
  params: {
    path: stringParam,
    labels: param<ByName<string>>({ type: "object" }),
    reserved: param<readonly string[]>({ type: "array", items: { type: "string" } }),
  },
  body: ({ path, labels, reserved }) =>
    forEach(labels, (key) =>
      guard(
        hasItem(reserved, key),
        text`${path}: expected labels that the chart does not set itself, such as app.kubernetes.io/part-of, got ${key}`,
      ),
    ),
});

/** Refuses labels of pods, and of templates of claims, that the chart sets itself. */
export function checkSelectorLabels(
  path: Operand<string>,
  labels: Expression<ByName<string> | undefined>,
): Expression<never> {
  return checkReserved(path, labels, list<string>(...SELECTOR));
}

/** Refuses labels of an object, or of all objects, that the chart sets itself. */
export function checkOwnLabels(
  path: Operand<string>,
  labels: Expression<ByName<string> | undefined>,
): Expression<never> {
  return checkReserved(path, labels, list<string>(...SELECTOR, "app.kubernetes.io/managed-by", "helm.sh/chart"));
}
