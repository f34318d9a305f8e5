/** A check that looks at another field than it should, or at one that is never there. */
import { findScopes } from "../blocks.ts";
import type { Operand } from "../pipeline-tree.ts";
import type { Template } from "../template.ts";
import { commandsOf, replaceOperand } from "./commands.ts";
import type { Fault, Mutator } from "./mutator.ts";

const LAST = /\.(\w+)$/;

export const changeFields: Mutator = (template) =>
  findScopes(template).flatMap((actions) => {
    const fields = listFields(template, actions);
    const names = [...new Set(fields.map(nameOf))];
    return fields.flatMap((field) => listFaults(template, field, names));
  });

/** The operands that end in a field: `$volume.static`, `(.Values.job).parallelism`. */
function listFields(template: Template, actions: Template["actions"]): readonly Operand[] {
  return actions
    .flatMap((action) => commandsOf(template, action).flatMap(({ operands }) => operands))
    .filter(({ kind, code }) => kind === "field" && LAST.test(code));
}

function nameOf({ code }: Operand): string {
  return LAST.exec(code)?.[1] ?? "";
}

function listFaults(template: Template, field: Operand, names: readonly string[]): readonly Fault[] {
  const own = nameOf(field);
  const text = template.text.slice(field.start, field.end);
  const change = (name: string): string => text.slice(0, -own.length) + name;
  const others = names.filter((name) => name !== own);
  const next = others[names.indexOf(own) % others.length];
  return [
    replaceOperand("field that is never there", field, change(`${own}Other`)),
    ...(next === undefined ? [] : [replaceOperand("another field", field, change(next))]),
  ];
}
