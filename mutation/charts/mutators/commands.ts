/** Faults of the commands in a template's actions. */
import { type Command, listCommands, type Operand, readPipeline } from "../pipeline-tree.ts";
import { type Action, codeStart, type Template } from "../template.ts";
import type { Fault } from "./mutator.ts";

const KEYWORD = /^(else if|else with|if|with|range)\s+/;

/** The commands of an action, which have their places in the template. */
export function commandsOf(template: Template, action: Action): readonly Command[] {
  if (/^(define|end|else)$/.test(action.keyword) && !KEYWORD.test(action.code)) return [];
  const skipped = KEYWORD.exec(action.code)?.[0].length ?? 0;
  return listCommands(readPipeline(action.code.slice(skipped), codeStart(template, action) + skipped));
}

/** Makes faults of each command of a template. */
export function mutateCommands(
  template: Template,
  list: (command: Command, action: Action) => readonly Fault[],
): readonly Fault[] {
  return template.actions.flatMap((action) => commandsOf(template, action).flatMap((one) => list(one, action)));
}

/** A fault that puts a text in the place of an operand. */
export function replaceOperand(title: string, { start, end }: Operand, text: string): Fault {
  return { title, replacements: [{ start, end, text }] };
}

/** A fault that puts two operands in each other's place. */
export function swapOperands(title: string, { text }: Template, one: Operand, other: Operand): Fault {
  const textOf = ({ start, end }: Operand): string => text.slice(start, end);
  return {
    title,
    replacements: [
      { start: one.start, end: one.end, text: textOf(other) },
      { start: other.start, end: other.end, text: textOf(one) },
    ],
  };
}
