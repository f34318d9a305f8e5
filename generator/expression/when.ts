/** Conditions: `when` may yield nothing, `choose` and `match` always yield one of their branches. */
import type { JsonSchema } from "../json-schema.ts";
import { type Expression, NODE, toNode } from "./expression.ts";
import { command, stringConstant } from "./go/go-syntax.ts";
import { equalInGo } from "./go/go-values.ts";
import type { CallNode, ExpressionNode } from "./node.ts";
import { type Choice, Handle, toPart, type When } from "./part.ts";
import { createReference, pathOf, type Reference } from "./reference.ts";
import { templateFunction } from "./template-function.ts";

/** A part that is present only when the test holds: an `{{- if }}` on a line of its own. */
export function when<const T>(test: Expression<unknown>, then: T): When<T> {
  return whenNode(test[NODE], then);
}

/** The first part when the test holds, else the second; where that is conditional, perhaps none. */
export function choose<const T, const U>(test: Expression<unknown>, then: T, otherwise: When<U>): When<T | U>;
export function choose<const T, const U>(test: Expression<unknown>, then: T, otherwise: U): Choice<T | U>;
export function choose(test: Expression<unknown>, then: unknown, otherwise: unknown): unknown {
  return choiceNode(test[NODE], then, otherwise);
}

/** The part that a string names; nothing when no case has its name. */
export function match<K extends string, const T>(
  value: Expression<K | undefined>,
  cases: { readonly [P in K]?: T },
): When<T> {
  const entries = casesOf(cases) as [string, T][]; // K's own keys
  const [last, ...rest] = entries.toReversed();
  if (last === undefined) throw new TypeError("Cannot match a value: expected at least one case");
  const tail: When<T> | Choice<T> = whenNode<T>(equalsTo(value, last[0]), last[1]);
  return rest.reduce<When<T> | Choice<T>>(
    (otherwise, [name, then]) => choiceNode<T>(equalsTo(value, name), then, otherwise),
    tail,
  ) as When<T>; // may be absent, like its last branch
}

/** The part that a string names; the last case applies to all other strings, so it should be the safe one. */
export function matchOrLast<K extends string, const C extends { readonly [P in K]: unknown }>(
  value: Expression<K>,
  cases: C,
): Choice<C[K]> {
  const [last, ...rest] = casesOf(cases).toReversed();
  if (last === undefined || rest.length === 0) throw new TypeError("Cannot match a value: expected at least two cases");
  return rest.reduce<unknown>(
    (otherwise, [name, then]) => choiceNode(equalsTo(value, name), then, otherwise),
    last[1],
  ) as Choice<C[K]>; // there are two cases
}

// JavaScript puts names that are numbers before all others, so the last written one is not the last.
function casesOf(cases: Readonly<Record<string, unknown>>): readonly [string, unknown][] {
  const entries = Object.entries(cases);
  const number = entries.find(([name]) => /^(?:0|[1-9]\d*)$/.test(name));
  if (number === undefined) return entries;
  throw new TypeError(`Cannot match a value: expected cases that are no numbers, got "${number[0]}"`);
}

/** One of two parts, by the JSON type of a value that is a string or an object. */
export function matchType<T, const A, const B>(
  value: Reference<T>,
  cases: {
    readonly string: (value: Reference<Extract<T, string>>) => A;
    readonly object: (value: Reference<Exclude<T, string | undefined>>) => B;
  },
): Choice<A | B> {
  const path = pathOf(value);
  if (path === undefined) throw new TypeError("Cannot match the type of an expression: expected a reference");
  const narrow = (type: "string" | "object"): JsonSchema => ({ ...path.schema, type });
  const test: CallNode = { op: "call", type: "boolean", function: isString, args: [path], optional: false };
  return choiceNode(
    test,
    cases.string(createReference({ ...path, type: "string", schema: narrow("string"), optional: false })),
    cases.object(createReference({ ...path, type: "object", schema: narrow("object"), optional: false })),
  );
}

function whenNode<T>(test: ExpressionNode, then: unknown): When<T> {
  return new Handle<"when", T>({ kind: "when", test, then: toPart(then) });
}

function choiceNode<T>(test: ExpressionNode, then: unknown, otherwise: unknown): Choice<T> {
  return new Handle<"choice", T>({ kind: "choice", test, then: toPart(then), otherwise: toPart(otherwise) });
}

function equalsTo(value: Expression<unknown>, name: string): ExpressionNode {
  return { op: "call", type: "boolean", function: equals, args: [value[NODE], toNode(name)], optional: false };
}

/** The function of `eq`: whether two texts or booleans are the same. */
export const equals = templateFunction({
  name: "eq",
  go: (args) => command("eq", ...args),
  js: equalInGo,
});
/** Whether a value is a text. */
export const isString = templateFunction({
  name: "isString",
  go: (args) => command("kindIs", stringConstant("string"), ...args),
  js: (value: unknown) => typeof value === "string",
  absentSafe: "all",
  reads: [[]],
});
