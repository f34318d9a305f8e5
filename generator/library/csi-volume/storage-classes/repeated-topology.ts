/** Topologies of a StorageClass that name one key twice. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeOf } from "../../../functions/call.ts";
import { findRepeated, repeatedEntryFunction } from "../../common/repeated-entry.ts";

interface Term {
  readonly matchLabelExpressions: readonly { readonly key: string }[];
}

const repeatedTopologyFunction: TemplateFunction = {
  name: "repeatedTopology",
  go: includeOf("repeatedTopology"),
  js: (terms: readonly Term[] = []) =>
    terms.map(({ matchLabelExpressions }) => findRepeated(matchLabelExpressions, "key")).find((key) => key !== "") ??
    "",
  absentSafe: "all",
  template: {
    comment: "The first key that a term of a StorageClass's topologies has twice, or nothing.",
    body: (prefix) => `{{- $found := "" }}
{{- range . }}
{{- $found = $found | default (include "${prefix}.repeatedEntry" (list .matchLabelExpressions "key")) }}
{{- end }}
{{- $found }}`,
    needs: () => [repeatedEntryFunction],
  },
};

/** The first key that a term of a StorageClass's topologies has twice, or "". */
export function repeatedTopology(terms: Expression<unknown>): Expression<string> {
  return call(repeatedTopologyFunction, [terms], { type: "string" });
}
