/** Ranges of a cron line that end before they begin: a pattern cannot compare numbers. */
import type { Expression } from "../../expression/expression.ts";
import { command, stringConstant } from "../../expression/go-syntax.ts";
import type { TemplateFunction } from "../../expression/node.ts";
import { call } from "../../functions/call.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const numbers = new Map([
  ...MONTHS.map((name, i) => [name, i + 1] as const),
  ...WEEKDAYS.map((name, i) => [name, i] as const),
]);
const listNames = (names: readonly string[]): string => names.map((name) => `"${name}" ${numbers.get(name)}`).join(" ");

const reversedRangeFunction: TemplateFunction = {
  name: "reversedRange",
  go: ([schedule], prefix) =>
    command("include", stringConstant(`${prefix}.reversedRange`), schedule ?? stringConstant("")),
  js: (schedule: string) =>
    schedule.match(/\w+-\w+/g)?.find((range) => {
      const [from = 0, to = 0] = range.split("-").map((end) => numbers.get(end.toLowerCase()) ?? Number(end));
      return from > to;
    }) ?? "",
  template: {
    comment: "The first range of a cron line that ends before it begins, such as 5-1 or FRI-MON.",
    body: () => `{{- $found := "" }}
{{- $numbers := dict
      ${listNames(MONTHS.slice(0, 6))}
      ${listNames(MONTHS.slice(6))}
      ${listNames(WEEKDAYS)} }}
{{- range regexFindAll "\\\\w+-\\\\w+" . -1 }}
{{- $ends := splitList "-" (lower .) }}
{{- $from := index $ends 0 }}
{{- $to := index $ends 1 }}
{{- if gt (get $numbers $from | default (atoi $from)) (get $numbers $to | default (atoi $to)) }}
{{- $found = $found | default . }}
{{- end }}
{{- end }}
{{- $found }}`,
  },
};

/** The first range of a cron line that ends before it begins, else "". */
export function reversedRange(schedule: Expression<string>): Expression<string> {
  return call(reversedRangeFunction, [schedule], { type: "string" });
}
