/** Sizes that can be compared. */
import type { Expression, Operand } from "../../expression/expression.ts";
import { command, pipe, stringConstant } from "../../expression/go/go-syntax.ts";
import { templateFunction } from "../../expression/template-function.ts";
import { call, includeOf } from "../../functions/call.ts";

/** Powers of ten and of two by the units that Kubernetes writes after a number. */
const DECIMAL = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 } as const;
const BINARY = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 } as const;

const factors = [
  ...Object.entries(DECIMAL).map(([unit, power]) => `"${unit}" ${power < 0 ? `1e${power}` : 10 ** power}`),
  ...Object.entries(BINARY).map(([unit, power]) => `"${unit}" ${2n ** BigInt(power)}`),
];

/** The function of `bytesOf`, for templates that include it. */
export const bytesFunction = templateFunction({
  name: "bytes",
  go: includeOf("bytes", "float64"),
  js: countBytes,
  // No tree: decimal arithmetic with the factor of a unit.
  template: {
    comment: "The number of bytes of a size: 1.5Gi is 1610612736. Decimal arithmetic, so that equal sizes are equal.",
    body: () => `{{- $number := regexFind "^[0-9.]+" . }}
{{- $unit := trimPrefix $number . }}
{{- if regexMatch "^[eE][-+]?[0-9]+$" $unit }}
{{- float64 . }}
{{- else if $unit }}
{{- $units := dict
      ${factors.slice(0, 6).join(" ")}
      ${factors.slice(6, 9).join(" ")}
      ${factors.slice(9, 13).join(" ")}
      ${factors.slice(13).join(" ")} }}
{{- mulf $number (index $units $unit) }}
{{- else }}
{{- float64 $number }}
{{- end }}`,
  },
});

/** What `bytesOf` computes. */
export function countBytes(size: string): number {
  const [, number = "", unit = ""] = /^([0-9.]+)(.*)$/.exec(size) ?? [];
  if (Object.hasOwn(BINARY, unit)) return Number(number) * 2 ** BINARY[unit as keyof typeof BINARY]; // one of its keys
  if (Object.hasOwn(DECIMAL, unit)) return Number(`${number}e${DECIMAL[unit as keyof typeof DECIMAL]}`); // one of its keys
  return Number(number + unit) || 0;
}

/** The bytes of a size such as 10Gi. */
export function bytesOf(size: Expression<string>): Expression<number> {
  return call(bytesFunction, [size], { type: "number" });
}

const bytesOfAmountFunction = templateFunction({
  ...bytesFunction,
  go: ([amount], prefix) =>
    bytesFunction.go([pipe(command("toString", amount), command("trimPrefix", stringConstant("+")))], prefix),
  js: (amount: unknown) => countBytes(String(amount).replace(/^\+/, "")),
});

/** The number that an amount of a resource denotes, as a text or a number. */
export function bytesOfAmount(amount: Operand<string | number>): Expression<number> {
  return call(bytesOfAmountFunction, [amount], { type: "number" });
}

const lessFunction = templateFunction({
  name: "lt",
  go: (args) => command("lt", ...args),
  js: (a: number, b: number) => a < b,
});

/** Whether a size is smaller than another, whatever their units. */
export function isSmallerSize(size: Expression<string>, than: Expression<string>): Expression<boolean> {
  return call(lessFunction, [bytesOf(size), bytesOf(than)], { type: "boolean" });
}
