/** A pod with more rights than it should have. */
import { operandLength } from "../operand.ts";
import { codeStart } from "../template.ts";
import type { Fault, Mutator } from "./mutator.ts";

const SETTING =
  /"(runAsNonRoot|runAsUser|runAsGroup|fsGroup|fsGroupChangePolicy|seccompProfile|allowPrivilegeEscalation|readOnlyRootFilesystem|capabilities|drop)"\s+/g;
// A line and the action that prints what is below it.
const FIELD = /^ *(securityContext:\n *\{\{-[\s\S]*?\}\}|automountServiceAccountToken: .*)\n/gm;

export const dropSecurity: Mutator = (template) => [
  ...template.actions.flatMap((action) =>
    [...action.code.matchAll(SETTING)]
      .filter(() => action.code.includes(".defaults"))
      .map((match): Fault => {
        const start = codeStart(template, action) + match.index;
        const value = operandLength(action.code.slice(match.index + match[0].length));
        const replacement = { start, end: start + match[0].length + value, text: "" };
        return { title: `${match[1]} dropped`, replacements: [replacement] };
      }),
  ),
  ...[...template.text.matchAll(FIELD)].map((match): Fault => {
    const replacement = { start: match.index, end: match.index + match[0].length, text: "" };
    return { title: `${match[0].trim().split(":")[0]} deleted`, replacements: [replacement] };
  }),
];
