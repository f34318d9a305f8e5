/** Rules of a success policy that no Job can meet: a pattern cannot compare numbers. */
import type { Expression } from "../../expression/expression.ts";
import type { TemplateFunction } from "../../expression/node.ts";
import { call, includeWith } from "../../functions/call.ts";

interface SuccessPolicy {
  readonly rules?: readonly { readonly succeededIndexes?: string; readonly succeededCount?: number }[];
}

const successPolicyFaultFunction: TemplateFunction = {
  name: "successPolicyFault",
  go: includeWith("successPolicyFault"),
  js: (policy: SuccessPolicy | undefined, completions: number | undefined) => {
    const faults = (policy?.rules ?? []).flatMap(({ succeededIndexes, succeededCount = 0 }, i) => {
      const { count, isIncreasing, last } = readIndexes(succeededIndexes);
      const most = succeededIndexes === undefined ? (completions ?? 0) : count;
      const path = `rules.${i}`;
      return [
        ...(isIncreasing ? [] : [`${path}.succeededIndexes: expected rising numbers, got ${succeededIndexes}`]),
        ...(last < (completions ?? 0)
          ? []
          : [`${path}.succeededIndexes: expected numbers below completions, ${completions}, got ${last}`]),
        ...(succeededCount > most ? [`${path}.succeededCount: expected at most ${most}, got ${succeededCount}`] : []),
      ];
    });
    return faults[0] ?? "";
  },
  absentSafe: "all",
  template: {
    comment: "The first thing in a success policy that a Job of some completions cannot meet, or nothing.",
    body: () => `{{- $fault := "" }}
{{- $completions := index . 1 | int64 }}
{{- range $i, $rule := (index . 0).rules }}
{{- $most := $completions }}
{{- if $rule.succeededIndexes }}
{{- $most = 0 }}
{{- $last := -1 }}
{{- $isIncreasing := true }}
{{- range splitList "," $rule.succeededIndexes }}
{{- $ends := splitList "-" . }}
{{- $from := first $ends | atoi }}
{{- $to := last $ends | atoi }}
{{- if or (le $from $last) (and (gt (len $ends) 1) (le $to $from)) }}
{{- $isIncreasing = false }}
{{- end }}
{{- $most = add $most (sub $to $from) 1 }}
{{- $last = $to }}
{{- end }}
{{- if not $isIncreasing }}
{{- $fault = $fault | default (printf "rules.%d.succeededIndexes: expected rising numbers, got %s" $i
    $rule.succeededIndexes) }}
{{- end }}
{{- if ge (int64 $last) $completions }}
{{- $fault = $fault | default (printf "rules.%d.succeededIndexes: expected numbers below completions, %d, got %d" $i
    $completions $last) }}
{{- end }}
{{- end }}
{{- if gt ($rule.succeededCount | int64) (int64 $most) }}
{{- $fault = $fault | default (printf "rules.%d.succeededCount: expected at most %d, got %d" $i (int64 $most)
    (int64 $rule.succeededCount)) }}
{{- end }}
{{- end }}
{{- $fault }}`,
  },
};

/** How many indexes a text such as 0,2-3 names, whether they rise, and the last of them. */
function readIndexes(indexes: string | undefined): { count: number; isIncreasing: boolean; last: number } {
  const read = { count: 0, isIncreasing: true, last: -1 };
  for (const range of indexes?.split(",") ?? []) {
    const [from = 0, to] = range.split("-").map(Number);
    if (from <= read.last || (to !== undefined && to <= from)) read.isIncreasing = false;
    read.last = to ?? from;
    read.count += read.last - from + 1;
  }
  return read;
}

/** What is wrong with the first rule of a success policy that a Job cannot meet, with its path, or "". */
export function successPolicyFault(policy: Expression<unknown>, completions: Expression<unknown>): Expression<string> {
  return call(successPolicyFaultFunction, [policy, completions], { type: "string" });
}
