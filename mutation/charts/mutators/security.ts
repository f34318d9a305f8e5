/** A pod with more rights than it should have. */
import { operandLength } from "../operand.ts";
import { codeStart } from "../template.ts";
import type { Fault, Mutator } from "./mutator.ts";

const OF_POD = ["runAsNonRoot", "runAsUser", "runAsGroup", "fsGroup", "fsGroupChangePolicy", "seccompProfile"];
const OF_CONTAINER = ["allowPrivilegeEscalation", "readOnlyRootFilesystem", "capabilities", "drop"];
const SETTINGS = [...OF_POD, ...OF_CONTAINER];
const KEYS = [...SETTINGS, "securityContext", "automountServiceAccountToken"];

// An entry of a dictionary in an action.
const ENTRY = new RegExp(`"(${SETTINGS.join("|")})"\\s+`, "g");
// A line and all that is nested below it. The pattern only looks ahead at them, for further ones may be nested there.
const FIELD = new RegExp(`^(?=(( *)(${KEYS.join("|")}):.*\\n(?:\\2 .*\\n)*))`, "gm");

export const dropSecurity: Mutator = (template) => [
  ...template.actions.flatMap((action) =>
    [...action.code.matchAll(ENTRY)]
      .filter(() => action.code.includes(".defaults"))
      .map((match): Fault => {
        const start = codeStart(template, action) + match.index;
        const value = operandLength(action.code.slice(match.index + match[0].length));
        const replacement = { start, end: start + match[0].length + value, text: "" };
        return { title: `${match[1]} dropped`, replacements: [replacement] };
      }),
  ),
  ...[...template.text.matchAll(FIELD)].map(({ index, 1: text = "", 3: key = "" }): Fault => {
    const replacement = { start: index, end: index + text.length, text: "" };
    return { title: `${key} deleted`, replacements: [replacement] };
  }),
];
