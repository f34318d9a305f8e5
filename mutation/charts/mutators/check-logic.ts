/** A test of a check that demands less, more, or the contrary. */
import { type Command, functionOf } from "../pipeline-tree.ts";
import type { Template } from "../template.ts";
import { mutateCommands, replaceOperand, swapOperands } from "./commands.ts";
import type { Fault, Mutator } from "./mutator.ts";

/** What a careless hand writes in the place of a function. `and` of one argument is that argument. */
const SWAPPED: Readonly<Record<string, readonly string[]>> = {
  and: ["or"],
  or: ["and"],
  eq: ["ne"],
  ne: ["eq"],
  gt: ["ge", "lt"],
  ge: ["gt", "lt"],
  lt: ["le", "gt"],
  le: ["lt", "gt"],
};

export const changeLogic: Mutator = (template) =>
  mutateCommands(template, (command) => [
    ...swapFunction(command),
    ...dropOperands(command),
    ...swapBranches(template, command),
  ]);

function swapFunction(command: Command): readonly Fault[] {
  const [name, ...args] = command.operands;
  const own = functionOf(command);
  if (name === undefined || args.length === 0) return [];
  if (own === "not") return [replaceOperand("not dropped", name, "and")];
  if (args.length === 1) return [];
  return (SWAPPED[own] ?? []).map((other) => replaceOperand(`${other} for ${own}`, name, other));
}

function dropOperands(command: Command): readonly Fault[] {
  const name = functionOf(command);
  const args = command.operands.slice(1);
  if (!/^(and|or)$/.test(name) || args.length < 2) return [];
  return args.map((arg) => replaceOperand(`operand of ${name} dropped`, arg, ""));
}

function swapBranches(template: Template, command: Command): readonly Fault[] {
  const [, one, other] = command.operands;
  // A test that is piped into it says whether a value is absent: those are defaults.
  if (functionOf(command) !== "ternary" || command.isPiped || one === undefined || other === undefined) return [];
  return [swapOperands("branches swapped", template, one, other)];
}
