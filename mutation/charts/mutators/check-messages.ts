/** A refusal that does not say where, or what. */
import { type Command, functionOf, type Operand } from "../pipeline-tree.ts";
import type { Template } from "../template.ts";
import { mutateCommands, replaceOperand, swapOperands } from "./commands.ts";
import type { Fault, Mutator } from "./mutator.ts";

export const emptyPaths: Mutator = (template) =>
  mutateCommands(template, (command) => (/^(fail|printf)$/.test(functionOf(command)) ? emptyPath(command) : []));

export const changeValues: Mutator = (template) =>
  mutateCommands(template, (command) =>
    functionOf(command) === "printf"
      ? [...emptyValues(command), ...swapValues(template, command), ...cut(command)]
      : [],
  );

/** `"volumes.%s.claim: expected"`: what stands before the first space or colon. */
const PATH = /^"((?:\\.|[^"\\\s:%])+)/;

function emptyPath({ operands: [, message] }: Command): readonly Fault[] {
  if (message?.kind !== "text") return [];
  const path = PATH.exec(message.code)?.[1];
  if (path === undefined) return [];
  return [replaceOperand("path of a message emptied", message, `"${message.code.slice(path.length + 1)}`)];
}

/** `%s: expected at most %s`: what stands behind the path. */
const REST = /: .*(?="$)/;

// Go complains of a value that it is given in vain, in the message; so does nobody who reads the path alone.
function cut({ operands: [, message] }: Command): readonly Fault[] {
  if (message?.kind !== "text" || !REST.test(message.code)) return [];
  return [replaceOperand("message cut behind its path", message, message.code.replace(REST, ""))];
}

function valuesOf({ operands }: Command): readonly Operand[] {
  return operands.slice(2);
}

function emptyValues(command: Command): readonly Fault[] {
  const format = command.operands[1]?.code ?? "";
  if (/%d/.test(format)) return [];
  return valuesOf(command).map((value) => replaceOperand("value of a message emptied", value, '""'));
}

function swapValues(template: Template, command: Command): readonly Fault[] {
  const values = valuesOf(command);
  const textOf = ({ start, end }: Operand): string => template.text.slice(start, end);
  return values.flatMap((one, i) => {
    const next = values[i + 1];
    if (next === undefined || textOf(one) === textOf(next)) return [];
    return [swapOperands("values of a message swapped", template, one, next)];
  });
}
