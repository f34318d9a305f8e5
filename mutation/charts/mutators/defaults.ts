/** A value without the default that stands in for an absent one. */
import { operandLength } from "../operand.ts";
import { type Action, codeStart, type Template } from "../template.ts";
import type { Fault, Mutator } from "./mutator.ts";

export const dropDefaults: Mutator = (template) =>
  template.actions.flatMap((action) => [
    ...dropPiped(template, action),
    ...dropTernaries(template, action),
    ...dropSwitches(template, action),
  ]);

// `.Values.kind | default "Job"`
function dropPiped(template: Template, action: Action): readonly Fault[] {
  return [...action.code.matchAll(/\s*\|\s+default\s+/g)].map((match) => {
    const operand = operandLength(action.code.slice(match.index + match[0].length));
    return faultAt(template, action, { at: match.index, length: match[0].length + operand, text: "" });
  });
}

// `kindIs "invalid" .Values.x | ternary 4 .Values.x`
function dropTernaries(template: Template, action: Action): readonly Fault[] {
  return [...action.code.matchAll(/kindIs "invalid" (\S+)\s*\|\s*ternary /g)].flatMap((match) => {
    const value = match[1] ?? "";
    const length = operandLength(action.code.slice(match.index + match[0].length));
    const all = match[0].length + length + 1 + value.length;
    if (!action.code.startsWith(value, match.index + all - value.length)) return [];
    return [faultAt(template, action, { at: match.index, length: all, text: value })];
  });
}

// `ne .Values.x false`: a switch that is on unless it says otherwise
function dropSwitches(template: Template, action: Action): readonly Fault[] {
  return [...action.code.matchAll(/\bne (\S+) false\b/g)].map((match) =>
    faultAt(template, action, { at: match.index, length: match[0].length, text: `and ${match[1]}` }),
  );
}

function faultAt(
  template: Template,
  action: Action,
  { at, length, text }: { readonly at: number; readonly length: number; readonly text: string },
): Fault {
  const start = codeStart(template, action) + at;
  return { title: "default dropped", replacements: [{ start, end: start + length, text }] };
}
