/** A check with another text or number in it. */
import { type Command, functionOf, type Operand } from "../pipeline-tree.ts";
import { mutateCommands, replaceOperand } from "./commands.ts";
import type { Fault, Mutator } from "./mutator.ts";

/** Functions whose texts are names of templates, kinds of values, or messages, and whose numbers are positions. */
const OTHERS = /^(include|printf|fail|required|kindIs|index|lookup|dig|default|regexFindAll)$/;

export const changeLiterals: Mutator = (template) =>
  mutateCommands(template, (command) => {
    const name = functionOf(command);
    if (OTHERS.test(name)) return [];
    return command.operands.flatMap((operand) => changeOperand(operand, command));
  });

function changeOperand(operand: Operand, { operands }: Command): readonly Fault[] {
  const { kind, code } = operand;
  // A parameter is what stands alone: the first argument of a list that is passed on is a path.
  if (operands.length === 1) return [];
  if (kind === "number") return [replaceOperand("number changed", operand, addOne(code))];
  if (kind !== "text" || code === '""') return [];
  return [replaceOperand("text changed", operand, `${code.slice(0, -1)}-other${code.slice(-1)}`)];
}

// `0.0` stays a fraction. A float that one more does not change is doubled: 1e18.
function addOne(code: string): string {
  const [whole = "", fraction] = code.split(".");
  const number = Number(whole);
  const next = String(Number.isSafeInteger(number) ? number + 1 : number * 2);
  return fraction === undefined ? next : `${next}.${fraction}`;
}
