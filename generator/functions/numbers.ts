/** Sums. */
import type { Expression, Operand } from "../expression/expression.ts";
import { command, constant } from "../expression/go-syntax.ts";
import { templateFunction } from "../expression/template-function.ts";
import { call } from "./call.ts";

/** The largest number that Kubernetes keeps where it counts in 32 bits. */
const MAX_INT32 = 2147483647;

const sumFunction = templateFunction({
  name: "sum",
  go: (args) => command("min", command("add", ...args), constant(MAX_INT32)),
  js: (...numbers: readonly number[]) =>
    Math.min(
      numbers.reduce((sum, number) => sum + number, 0),
      MAX_INT32,
    ),
});

/** The sum of whole numbers, at most the largest that Kubernetes keeps in 32 bits. */
export function sum(...numbers: readonly Operand<number>[]): Expression<number> {
  return call(sumFunction, numbers, { type: "integer" });
}
