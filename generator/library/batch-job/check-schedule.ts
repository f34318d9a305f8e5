/** Ranges of a cron line that end before they begin, which a pattern cannot compare, and dates that do not exist. */
import { bind } from "../../expression/bind.ts";
import { defineCheck, stringParam } from "../../expression/define-function.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEachItem } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { valueAt } from "../../functions/keys.ts";
import { greaterThan, nonEmpty, orIfEmpty } from "../../functions/logic.ts";
import { dict } from "../../functions/maps.ts";
import { numberOf } from "../../functions/numbers.ts";
import { findAll, first, last, split } from "../../functions/split.ts";
import { lower, text } from "../../functions/strings.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

// The last days of a month, in months that are all shorter, on any weekday: with a weekday, it would run on that too.
const SHORT_MONTHS = "((0*([2469]|11)|feb|apr|jun|sep|nov),?)+";
const NEVER = `^ *([^ ]+ +){2}((0*31[-,]?)+ +${SHORT_MONTHS}|(0*3[01][-,]?)+ +(0*2|feb)) +[*?] *$`;

type Numbers = Readonly<Record<string, number>>;
/** The numbers of months and of weekdays by their names. */
const namedNumbers = dict<Numbers>(
  Object.fromEntries([
    ...MONTHS.map((name, i) => [name, i + 1] as const),
    ...WEEKDAYS.map((name, i) => [name, i] as const),
  ]),
);

function readNumber(numbers: Expression<Numbers>, end: Expression<string>): Expression<number> {
  return orIfEmpty(valueAt("integer", numbers, end), numberOf(end));
}

/** Refuses a cron line with a range that ends before it begins, such as 5-1 or FRI-MON, or that never runs. */
export const checkSchedule = defineCheck({
  name: "checkSchedule",
  comment: "Refuses a cron line with a range that ends before it begins, such as 5-1 or FRI-MON, or that never runs.",
  params: { schedule: stringParam },
  body: ({ schedule }) => [
    guard(
      nonEmpty(findAll(lower(schedule), NEVER)),
      text`cron.schedule: expected a date that exists, got "${schedule}", which never runs`,
    ),
    bind("numbers", namedNumbers, (numbers) =>
      bind(
        "ranges",
        findAll(schedule, "\\w+-\\w+"),
        (ranges) =>
          forEachItem(ranges, (range) =>
            bind("ends", split(lower(range), "-"), (ends) =>
              bind("start", readNumber(numbers, first(ends)), (start) =>
                bind("end", readNumber(numbers, last(ends)), (end) =>
                  guard(
                    greaterThan(start, end),
                    text`cron.schedule: expected ranges that end after they begin, got ${range} in "${schedule}"`,
                  ),
                ),
              ),
            ),
          ),
        { type: "array", items: { type: "string" } },
      ),
    ),
  ],
});
