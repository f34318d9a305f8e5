/** Arithmetic. */
import type { Expression, Operand } from "../expression/expression.ts";
import { atom, command, constant, type GoNode } from "../expression/go/go-syntax.ts";
import { integerInGo } from "../expression/go/go-values.ts";
import { RenderError } from "../expression/go/render-error.ts";
import { templateFunction } from "../expression/template-function.ts";
import { call } from "./call.ts";

/** The largest number that Kubernetes keeps where it counts in 32 bits. */
const MAX_INT32 = 2147483647;

const sumFunction = templateFunction({
  name: "sum",
  go: (args) => command("min", command("add", ...args), constant(MAX_INT32)),
  js: (...numbers: readonly unknown[]) =>
    Math.min(
      numbers.reduce<number>((sum, number) => sum + integerInGo(number), 0),
      MAX_INT32,
    ),
});

/** The sum of whole numbers, at most the largest that Kubernetes keeps in 32 bits. */
export function sum(...numbers: readonly Operand<number>[]): Expression<number> {
  return call(sumFunction, numbers, { type: "integer" });
}

const quotientFunction = templateFunction({
  name: "quotient",
  go: (args) => command("divf", ...args),
  js: (dividend: number, divisor: number) => {
    if (divisor === 0) throw new RenderError("decimal division by 0");
    return dividend / divisor;
  },
});

/** A computed number divided by another; none can be divided by 0. */
export function quotient(dividend: Expression<number>, divisor: Expression<number>): Expression<number> {
  return call(quotientFunction, [dividend, divisor], { type: "number" });
}

const isCountFunction = templateFunction({
  name: "isCount",
  go: ([number]) => command("and", command("gt", number, atom("0.0")), isWhole(number)),
  js: (number: number) => number > 0 && Math.floor(number) === number,
});

function isWhole(number: GoNode): GoNode {
  return command("eq", command("floor", number), number);
}

/** Whether a computed number is a whole one, and at least 1. */
export function isCount(number: Expression<number>): Expression<boolean> {
  return call(isCountFunction, [number], { type: "boolean" });
}

const numberOfFunction = templateFunction({
  name: "numberOf",
  go: (args) => command("atoi", ...args),
  js: (digits: string) => (/^[-+]?\d+$/.test(digits) ? Number(digits) : 0),
});

/** The integer of a text of digits; 0 for any other text. */
export function numberOf(digits: Operand<string>): Expression<number> {
  return call(numberOfFunction, [digits], { type: "integer" });
}

const differenceFunction = templateFunction({
  name: "difference",
  go: (args) => command("sub", ...args),
  js: (from: number, taken: number) => from - taken,
});

/** A whole number without another one. */
export function difference(from: Expression<number>, taken: Expression<number>): Expression<number> {
  return call(differenceFunction, [from, taken], { type: "integer" });
}

const thousandthsFunction = templateFunction({
  name: "thousandths",
  go: ([number]) => command("int64", command("minf", command("mulf", number, atom("1000.0")), atom("1e18"))),
  js: (number: number) => Math.trunc(Math.min(shifted(number), 1e18)),
});

// As decimal arithmetic has it: 1.001 * 1000 would not be whole.
function shifted(number: number): number {
  const [digits, exponent = "0"] = String(number).split("e");
  return Number(`${digits}e${Number(exponent) + 3}`);
}

/** A computed number in thousandths, cut to a whole number, so that many can be added up exactly. */
export function thousandths(number: Expression<number>): Expression<number> {
  return call(thousandthsFunction, [number], { type: "integer" });
}
