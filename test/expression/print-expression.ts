/** Expressions as the text of a template action, for tests. */
import { type Expression, NODE } from "../../generator/expression/expression.ts";
import { writeGo } from "../../generator/expression/go/go-syntax.ts";
import { lowerAbsentSafe, lowerTruth, lowerValue, type Scope } from "../../generator/expression/go/lower.ts";

const top: Scope = { prefix: "t", root: "." };
const wide = { column: -1000, indent: 0, tail: 0 };

/** What stands where the value counts. */
export function printValue(expression: Expression, scope: Partial<Scope> = {}): string {
  return writeGo(lowerValue(expression[NODE], { ...top, ...scope }), wide);
}

/** What stands behind `if`. */
export function printTruth(expression: Expression, scope: Partial<Scope> = {}): string {
  return writeGo(lowerTruth(expression[NODE], { ...top, ...scope }), wide);
}

/** What stands where an absent value is taken as it is. */
export function printAbsentSafe(expression: Expression, scope: Partial<Scope> = {}): string {
  return writeGo(lowerAbsentSafe(expression[NODE], { ...top, ...scope }), wide);
}
