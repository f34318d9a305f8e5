/** A check that takes one variable for another. */
import { findScopes } from "../blocks.ts";
import type { Operand } from "../pipeline-tree.ts";
import type { Template } from "../template.ts";
import { commandsOf, replaceOperand } from "./commands.ts";
import type { Fault, Mutator } from "./mutator.ts";

/** A variable, and the fields of it that are read. */
const VARIABLE = /^(\$\w+)((?:\.\w+)*)$/;

export const changeVariables: Mutator = (template) =>
  findScopes(template).flatMap((actions) => {
    let scopes: readonly (readonly string[])[] = [[]];
    return actions.flatMap((action) => {
      const { keyword, code } = action;
      if (keyword === "end" || keyword === "else") scopes = scopes.slice(0, -1);
      const faults = usesOf(template, action).flatMap((use) => listFaults(use, scopes.flat()));
      if (keyword !== "" && keyword !== "end") scopes = [...scopes, []];
      scopes = [...scopes.slice(0, -1), [...(scopes.at(-1) ?? []), ...declaredIn(code)]];
      return faults;
    });
  });

function declaredIn(code: string): readonly string[] {
  const head = /^(?:range\s+)?(\$\w+)(?:,\s*(\$\w+))?\s*:=/.exec(code);
  return (head?.slice(1) ?? []).filter((name) => name !== undefined && name !== "$_");
}

// What stands before `:=` or `=` is no use; it is a command of one operand.
function usesOf(template: Template, action: Template["actions"][number]): readonly Operand[] {
  const assigned = /^(?:range\s+)?\$\w+(?:,\s*\$\w+)?\s*:?=/.exec(action.code)?.[0].length ?? 0;
  const start = template.text.indexOf(action.code, action.start) + assigned;
  return commandsOf(template, action)
    .flatMap(({ operands }) => operands)
    .filter((operand) => operand.start >= start && VARIABLE.test(operand.code));
}

function listFaults(use: Operand, declared: readonly string[]): readonly Fault[] {
  const [, own = "", fields = ""] = VARIABLE.exec(use.code) ?? [];
  const other = declared.findLast((name) => name !== own);
  return other === undefined ? [] : [replaceOperand("another variable", use, other + fields)];
}
