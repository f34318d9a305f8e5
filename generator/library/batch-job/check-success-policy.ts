/** Rules of a success policy that no Job can satisfy: a pattern cannot compare numbers. */
import { bind, collectSum } from "../../expression/bind.ts";
import { defineCheck, kubernetesParam, param, stringParam } from "../../expression/define-function.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEachItem, forEachPosition } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { given } from "../../expression/reference.ts";
import { choose, when } from "../../expression/when.ts";
import { and, greaterThan, nonEmpty, not, orIfEmpty } from "../../functions/logic.ts";
import { difference, numberOf } from "../../functions/numbers.ts";
import { first, itemBefore, last, split } from "../../functions/split.ts";
import { contains, text, toJson } from "../../functions/strings.ts";
import type { SuccessPolicy, SuccessPolicyRule } from "../../values/kubernetes/types.ts";

const numberParam = param<number>({ type: "integer" });
const rangesSchema = { type: "array", items: { type: "string" } };

// A range is one number, or two with a dash between them.
const startOf = (range: Expression<string>): Expression<number> => numberOf(first(split(range, "-")));
const endOf = (range: Expression<string>): Expression<number> => numberOf(last(split(range, "-")));

function bindEnds(range: Expression<string>, body: (start: Expression<number>, end: Expression<number>) => unknown) {
  return bind("start", startOf(range), (start) => bind("end", endOf(range), (end) => body(start, end)));
}

const checkSucceededCount = defineCheck({
  name: "checkSucceededCount",
  comment: "Refuses a count of succeeded indexes above the number of indexes.",
  params: { path: stringParam, count: numberParam, most: numberParam },
  body: ({ path, count, most }) =>
    guard(
      greaterThan(count, most),
      text`${path}.succeededCount: expected at most ${toJson(most)}, got ${toJson(count)}`,
    ),
});

const checkSucceededIndexes = defineCheck({
  name: "checkSucceededIndexes",
  comment: "Refuses indexes that are not in increasing order, or not below the completions of the Job.",
  params: {
    path: stringParam,
    indexes: stringParam,
    ranges: param<readonly string[]>(rangesSchema),
    completions: numberParam,
  },
  body: ({ path, indexes, ranges, completions }) => {
    const notIncreasing = text`${path}.succeededIndexes: expected increasing numbers, got ${indexes}`;
    return [
      forEachPosition(ranges, (i, range) =>
        bindEnds(range, (start, end) => [
          guard(and(contains(range, "-"), not(greaterThan(end, start))), notIncreasing),
          when(
            greaterThan(i, 0),
            bind("previous", endOf(itemBefore(ranges, i)), (previous) =>
              guard(not(greaterThan(start, previous)), notIncreasing),
            ),
          ),
        ]),
      ),
      bind("last", endOf(last(ranges)), (highest) =>
        guard(
          not(greaterThan(completions, highest)),
          text`${path}.succeededIndexes: expected numbers below completions, ${toJson(completions)}, got ${toJson(highest)}`,
        ),
      ),
    ];
  },
});

const checkSuccessRule = defineCheck({
  name: "checkSuccessRule",
  comment: "Refuses a rule of a success policy that a Job with these completions cannot satisfy.",
  params: {
    path: stringParam,
    rule: kubernetesParam<SuccessPolicyRule>("SuccessPolicyRule"),
    completions: numberParam,
  },
  body: ({ path, rule: { succeededIndexes, succeededCount }, completions }) =>
    choose(
      nonEmpty(succeededIndexes),
      bind(
        "ranges",
        split(given(succeededIndexes), ","),
        (ranges) => [
          checkSucceededIndexes(path, succeededIndexes, ranges, completions),
          collectSum(
            "most",
            forEachItem(ranges, (range) => bindEnds(range, (start, end) => [difference(end, start), 1])),
            (most) => checkSucceededCount(path, succeededCount, most),
          ),
        ],
        rangesSchema,
      ),
      checkSucceededCount(path, succeededCount, completions),
    ),
});

/** Refuses a success policy that a Job with these completions cannot satisfy. */
export const checkSuccessPolicy = defineCheck({
  name: "checkSuccessPolicy",
  comment: "Refuses a success policy that a Job with these completions cannot satisfy.",
  params: { policy: kubernetesParam<SuccessPolicy>("SuccessPolicy"), completions: numberParam },
  body: ({ policy, completions }) =>
    bind("total", orIfEmpty(completions, 0), (total) =>
      forEachPosition(policy.rules, (i, rule) => checkSuccessRule(text`job.successPolicy.rules.${i}`, rule, total)),
    ),
});
