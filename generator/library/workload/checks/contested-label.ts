/** Labels that a term of an affinity asks to be the same and to differ. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeOf } from "../../../functions/call.ts";

interface Term {
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
}
interface PodAffinity {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly Term[];
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly { readonly podAffinityTerm: Term }[];
}
type Affinity = Readonly<Record<"podAffinity" | "podAntiAffinity", PodAffinity | undefined>>;

const KINDS = ["podAffinity", "podAntiAffinity"] as const;

const contestedLabelFunction: TemplateFunction = {
  name: "contestedLabel",
  go: includeOf("contestedLabel"),
  js: (affinity: Partial<Affinity> = {}) => {
    const terms = KINDS.flatMap((kind) => listTerms(affinity[kind] ?? {}));
    const contested = terms.flatMap(({ matchLabelKeys = [], mismatchLabelKeys = [] }) =>
      matchLabelKeys.filter((key) => mismatchLabelKeys.includes(key)),
    );
    return contested[0] ?? "";
  },
  absentSafe: "all",
  template: {
    comment: "The first label that a term of an affinity asks to be the same and to differ, or nothing.",
    body: () => `{{- $found := "" }}
{{- range $affinity := list .podAffinity .podAntiAffinity }}
{{- $terms := list }}
{{- range ($affinity).requiredDuringSchedulingIgnoredDuringExecution }}
{{- $terms = append $terms . }}
{{- end }}
{{- range ($affinity).preferredDuringSchedulingIgnoredDuringExecution }}
{{- $terms = append $terms .podAffinityTerm }}
{{- end }}
{{- range $term := $terms }}
{{- range $key := $term.matchLabelKeys }}
{{- if has $key $term.mismatchLabelKeys }}
{{- $found = $found | default $key }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- $found }}`,
  },
};

function listTerms(affinity: PodAffinity): readonly Term[] {
  const preferred = affinity.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return [
    ...(affinity.requiredDuringSchedulingIgnoredDuringExecution ?? []),
    ...preferred.map(({ podAffinityTerm }) => podAffinityTerm),
  ];
}

/** The first label that a term of an affinity asks to be the same (matchLabelKeys) and to differ, or "". */
export function contestedLabel(affinity: Expression<unknown>): Expression<string> {
  return call(contestedLabelFunction, [affinity], { type: "string" });
}
