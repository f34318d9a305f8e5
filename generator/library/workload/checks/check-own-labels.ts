/** Labels of a stage's own pods that its spread constraints and affinity name: of pods without them, nothing is counted. */
import { bind } from "../../../expression/bind.ts";
import {
  defineCheck,
  defineFunction,
  kubernetesParam,
  type Param,
  param,
  stringParam,
} from "../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { forEach, forEachItem, forEachPosition } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import { match, when } from "../../../expression/when.ts";
import { keysOf } from "../../../functions/keys.ts";
import { concat, hasItem } from "../../../functions/lists.ts";
import { and, ne, nonEmpty, not } from "../../../functions/logic.ts";
import { entryOf, hasEntry } from "../../../functions/maps.ts";
import { text, toJson } from "../../../functions/strings.ts";
import type { LabelSelector, TopologySpreadConstraint } from "../../../values/kubernetes/types.ts";
import type { Strings } from "../../common/names.ts";

const stringsParam = param<Strings>({ type: "object" });
/** The parameter for keys of labels. */
export const labelKeysParam: Param<readonly string[]> = param<readonly string[]>({
  type: "array",
  items: { type: "string" },
});

/** Labels that a controller adds may have any value: only the cluster knows it. */
const unmetLabel: (...args: readonly Operand<unknown>[]) => Expression<string> = defineFunction({
  name: "unmetLabel",
  comment: "The label by which a selector excludes pods with some labels, to which their controller adds others.",
  params: { selector: kubernetesParam<LabelSelector>("LabelSelector"), labels: stringsParam, added: labelKeysParam },
  result: "first",
  body: ({ selector: { matchLabels, matchExpressions }, labels, added }) => [
    forEach(matchLabels, (key, value) =>
      when(and(not(hasItem(added, key)), ne(toJson(entryOf("string", labels, key)), toJson(value))), key),
    ),
    forEachItem(
      matchExpressions,
      ({ key, operator, values }) => {
        const isThere = hasEntry(labels, key);
        const isListed = hasItem(values, entryOf<string>("string", labels, key));
        return when(
          not(hasItem(added, key)),
          match(operator, {
            In: when(not(isListed), key),
            NotIn: when(isListed, key),
            Exists: when(not(isThere), key),
            DoesNotExist: when(isThere, key),
          }),
        );
      },
      { as: "requirement" },
    ),
  ],
});

/** Refuses keys of labels that the pods do not have. */
export const checkLabelKeys = defineCheck({
  name: "checkLabelKeys",
  comment: "Refuses keys of labels that the pods do not have: Kubernetes ignores them.",
  params: { path: stringParam, keys: labelKeysParam, known: labelKeysParam },
  body: ({ path, keys, known }) =>
    forEachItem(keys, (key) =>
      guard(
        not(hasItem(known, key)),
        text`${path}: expected labels of the pods, such as those in podLabels, got ${key}`,
      ),
    ),
});

/** Refuses keys of labels by which a selector selects already. */
export const checkSelectedKeys = defineCheck({
  name: "checkSelectedKeys",
  comment: "Refuses keys of labels that a selector has already: the API server refuses the pod.",
  params: { path: stringParam, keys: labelKeysParam, selector: kubernetesParam<LabelSelector>("LabelSelector") },
  body: ({ path, keys, selector: { matchLabels, matchExpressions } }) => {
    const checkKey = (key: Expression<string>): unknown =>
      guard(hasItem(keys, key), text`${path}: expected ${key} in matchLabelKeys or in labelSelector, got it in both`);
    return [
      forEach(matchLabels, checkKey),
      forEachItem(matchExpressions, ({ key }) => checkKey(key), { as: "requirement" }),
    ];
  },
});

/** Refuses spread constraints that do not count the pods that they are for, and so do not spread them. */
export const checkSpreadLabels = defineCheck({
  name: "checkSpreadLabels",
  comment: "Refuses spread constraints that do not count the pods that they are for, and so do not spread them.",
  params: {
    constraints: param<readonly TopologySpreadConstraint[]>({
      type: "array",
      items: { $ref: "#/definitions/TopologySpreadConstraint" },
    }),
    labels: stringsParam,
    added: labelKeysParam,
  },
  body: ({ constraints, labels, added }) =>
    forEachPosition(constraints, (i, { labelSelector, matchLabelKeys }) =>
      bind("unmet", unmetLabel(labelSelector, labels, added), (unmet) => [
        guard(
          nonEmpty(unmet),
          text`topologySpreadConstraints.${i}.labelSelector: expected to select the pods that it spreads, got a mismatch in ${unmet}`,
        ),
        checkLabelKeys(
          text`topologySpreadConstraints.${i}.matchLabelKeys`,
          matchLabelKeys,
          concat(keysOf(labels), added),
        ),
        checkSelectedKeys(text`topologySpreadConstraints.${i}`, matchLabelKeys, labelSelector),
      ]),
    ),
});
