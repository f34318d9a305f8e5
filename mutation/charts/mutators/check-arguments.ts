/** A check that is given its arguments in another order, or takes one for another. */
import { functionOf } from "../pipeline-tree.ts";
import { mutateCommands, replaceOperand, swapOperands } from "./commands.ts";
import type { Mutator } from "./mutator.ts";

export const changeArguments: Mutator = (template) =>
  mutateCommands(template, (command) => {
    const [, first, second] = command.operands;
    if (functionOf(command) === "index" && first?.code === "." && second?.kind === "number") {
      return [replaceOperand("another parameter", second, second.code === "0" ? "1" : "0")];
    }
    const passed = functionOf(command) === "include" ? second?.inside[0] : undefined;
    const [list, one, other] = passed?.operands ?? [];
    if (list?.code !== "list" || one === undefined || other === undefined) return [];
    return [swapOperands("arguments swapped", template, one, other)];
  });
