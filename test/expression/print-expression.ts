/** Expressions as the text of a template action, for tests. */
import { type Expression, NODE } from "../../generator/expression/expression.ts";
import { writeGo } from "../../generator/expression/go/go-syntax.ts";
import { lowerAbsentSafe, lowerTruth, lowerValue, type Scope } from "../../generator/expression/go/lower.ts";

const top: Scope = { prefix: "t", root: "." };
const wide = { column: -1000, indent: 0, tail: 0 };

/** What may be where a value is used. */
export function printValue(expression: Expression, scope: Partial<Scope> = {}): string {
  return writeGo(lowerValue(expression[NODE], { ...top, ...scope }), wide);
}

/** What may follow `if`. */
export function printTruth(expression: Expression, scope: Partial<Scope> = {}): string {
  return writeGo(lowerTruth(expression[NODE], { ...top, ...scope }), wide);
}

/** What may be where an absent value is accepted. */
export function printAbsentSafe(expression: Expression, scope: Partial<Scope> = {}): string {
  return writeGo(lowerAbsentSafe(expression[NODE], { ...top, ...scope }), wide);
}
