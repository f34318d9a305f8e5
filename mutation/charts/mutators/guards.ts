/** A guard that lets everything pass. */
import { operandLength } from "../operand.ts";
import { codeStart } from "../template.ts";
import { type Fault, type Mutator, NOTHING } from "./mutator.ts";

/** Code that refuses to render: `fail "no"`, `printf "no %s" .a | fail`. */
export const FAIL: RegExp = /^fail\s|\|\s*fail$/;

export const dropGuards: Mutator = (template) =>
  template.actions.flatMap((action): readonly Fault[] => {
    const { start, end, code } = action;
    if (FAIL.test(code)) return [{ title: "fail dropped", replacements: [{ start, end, text: NOTHING }] }];
    return [...code.matchAll(/\brequired\s+/g)].map((match) => {
      const message = match.index + match[0].length;
      const from = codeStart(template, action) + match.index;
      const length = match[0].length + operandLength(code.slice(message));
      // `and` of one argument is that argument.
      return { title: "required dropped", replacements: [{ start: from, end: from + length, text: "and" }] };
    });
  });
