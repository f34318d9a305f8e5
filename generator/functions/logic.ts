/** Tests and choices between values. */

import { admitsEmpty, isEmptyInGo } from "../expression/default-rule.ts";
import { Expression, NODE, type Operand, toNode, typeOf } from "../expression/expression.ts";
import { command, pipe, stringConstant } from "../expression/go/go-syntax.ts";
import { booleanInGo, equalInGo, integerInGo } from "../expression/go/go-values.ts";
import { RenderError } from "../expression/go/render-error.ts";
import {
  type ExpressionNode,
  type LogicNode,
  operandsOf,
  type TemplateFunction,
  type TestNode,
} from "../expression/node.ts";
import { templateFunction } from "../expression/template-function.ts";
import { equals, isString } from "../expression/when.ts";
import { isMap as isMapValue } from "../is-map.ts";
import { call } from "./call.ts";
import { printGoText } from "./go/go-text.ts";

const boolean = { type: "boolean" } as const;

/** Whether a value is given at all, even 0, false or "". */
export function present(value: Expression<unknown>): Expression<boolean> {
  return test("present", value);
}

/** Whether a value is given and not "", 0, false, {} or []. */
export function nonEmpty(value: Expression<unknown>): Expression<boolean> {
  return test("nonEmpty", value);
}

/** The opposite of a test. */
export function not(value: Expression<unknown>): Expression<boolean> {
  return test("not", value);
}

function test(op: TestNode["op"], value: Expression<unknown>): Expression<boolean> {
  return new Expression<boolean>({ op, type: "boolean", arg: value[NODE] });
}

/** Whether all tests hold. */
export function and(...tests: readonly Expression<boolean>[]): Expression<boolean> {
  return join("and", tests);
}

/** Whether any test holds. */
export function or(...tests: readonly Expression<boolean>[]): Expression<boolean> {
  return join("or", tests);
}

// One test alone is what it is.
function join(op: LogicNode["op"], tests: readonly Expression<boolean>[]): Expression<boolean> {
  const [first, ...others] = tests;
  if (first !== undefined && others.length === 0) return first;
  return new Expression<boolean>({ op, type: "boolean", args: tests.map((one) => one[NODE]) });
}

// An absent value differs from a text, and so does its default from any other text: the default is not needed.
function withoutDefault(compare: TemplateFunction, a: Expression<unknown>, b: unknown): TemplateFunction {
  const node = toNode(a);
  const fallback = node.op === "path" ? node.schema.default : undefined;
  const isNeedless = typeof fallback === "string" && typeof b === "string" && b !== "" && b !== fallback;
  return isNeedless ? { ...compare, absentSafe: [0] } : compare;
}

/** Whether two strings or booleans are equal. Numbers are not compared: a values file makes them floats. */
export function eq<T extends string | boolean>(
  a: Expression<T | undefined>,
  b: Operand<NoInfer<T>>,
): Expression<boolean> {
  return call(withoutDefault(equals, a, b), [a, b], boolean);
}

const neFunction = templateFunction({
  name: "ne",
  go: (args) => command("ne", ...args),
  js: (a: unknown, b: unknown) => !equalInGo(a, b),
});

/** Whether two strings or booleans differ. */
export function ne<T extends string | boolean>(
  a: Expression<T | undefined>,
  b: Operand<NoInfer<T>>,
): Expression<boolean> {
  return call(withoutDefault(neFunction, a, b), [a, b], boolean);
}

const isTrueFunction = templateFunction({
  name: "isTrue",
  go: ([value]) => command("eq", command("toJson", value), stringConstant("true")),
  js: (value: unknown) => value === true,
  absentSafe: "all",
});

/**
 * Whether a value is given and is the boolean true: no text, not even "true", which Go takes for true like any other.
 */
export function isTrue(value: Expression<unknown>): Expression<boolean> {
  return call(isTrueFunction, [value], boolean);
}

const isFalseFunction = templateFunction({
  name: "isFalse",
  go: ([value]) => command("eq", command("toJson", value), stringConstant("false")),
  js: (value: unknown) => value === false,
  absentSafe: "all",
});

/** Whether a value is given and is the boolean false, whatever its declared type. */
export function isFalse(value: Expression<unknown>): Expression<boolean> {
  return call(isFalseFunction, [value], boolean);
}

const isMapFunction = templateFunction({
  name: "isMap",
  go: ([value]) => command("kindIs", stringConstant("map"), value),
  js: isMapValue,
  absentSafe: "all",
  reads: [[]],
});

/** Whether a value is given and is a map. */
export function isMap(value: Expression<unknown>): Expression<boolean> {
  return call(isMapFunction, [value], boolean);
}

const isListFunction = templateFunction({
  name: "isList",
  go: ([value]) => command("kindIs", stringConstant("slice"), value),
  js: (value: unknown) => Array.isArray(value),
  absentSafe: "all",
  reads: [[]],
});

/** Whether a value is given and is a list. */
export function isList(value: Expression<unknown>): Expression<boolean> {
  return call(isListFunction, [value], boolean);
}

/** Whether a value is given and is a text. */
export function isText(value: Expression<unknown>): Expression<boolean> {
  return call(isString, [value], boolean);
}

const filledFunction = templateFunction({ name: "filled", go: ([value]) => value, js: (value: unknown) => value });

/** A value with its default, as an argument of a function that adds no defaults. */
export function filled<T>(value: Expression<T>): Expression<T> {
  const node = toNode(value);
  return node.op === "path" && node.schema.default !== undefined ? call(filledFunction, [value], node) : value;
}

const isOneOfFunction = templateFunction({
  name: "isOneOf",
  go: ([value, ...allowed]) => command("has", command("toString", value), command("list", ...allowed)),
  js: (value: unknown, ...allowed: readonly string[]) => allowed.includes(printGoText(value ?? NIL)),
  absentSafe: [0],
});

/** How Go writes a value that is absent. */
const NIL = "<nil>";

/** Whether a value is absent, or one of some as text: `false` may be the boolean or the text. */
export function isAbsentOrOneOf(value: Expression<unknown>, allowed: readonly string[]): Expression<boolean> {
  return call(isOneOfFunction, [value, ...allowed, NIL], boolean);
}

const greaterThanFunction = templateFunction({
  name: "gt",
  go: ([value, limit]) => command("gt", command("int64", value), limit),
  js: (value: unknown, limit: unknown) => integerInGo(value) > integerInGo(limit),
});

// A limit from a values file is a float, like the value.
const greaterThanValueFunction = templateFunction({
  ...greaterThanFunction,
  go: (args) => command("gt", ...args.map((arg) => command("int64", arg))),
});

// Computed numbers are floats on both sides.
const greaterThanFloatFunction = templateFunction({
  name: "gtFloat",
  go: (args) => command("gt", ...args),
  js: (value: number, limit: number) => value > limit,
});

/** Whether an integer is above a limit, or a computed number above another. */
export function greaterThan(value: Expression<number>, limit: Operand<number>): Expression<boolean> {
  if (typeOf(value) === "number" && typeOf(limit) === "number")
    return call(greaterThanFloatFunction, [value, limit], boolean);
  return call(typeof limit === "number" ? greaterThanFunction : greaterThanValueFunction, [value, limit], boolean);
}

const ternaryFunction = templateFunction({
  name: "ternary",
  go: ([test, then, otherwise]) => command("ternary", then, otherwise, test),
  js: (test: unknown, then: unknown, otherwise: unknown) => (booleanInGo(test) ? then : otherwise),
  chooses: ([test]) => (test === undefined ? undefined : test ? 1 : 2),
});

/** One of two values. Both are computed before one is chosen, so neither may be `required`. */
export function ternary<T>(test: Expression<boolean>, then: Operand<T>, otherwise: Operand<T>): Expression<T> {
  for (const branch of [then, otherwise]) {
    if (callsRequired(toNode(branch))) {
      throw new TypeError("Cannot put required into a branch of ternary: both branches are always computed");
    }
  }
  return call(ternaryFunction, [test, then, otherwise], { type: typeOf(then) });
}

function callsRequired(node: ExpressionNode): boolean {
  return (node.op === "call" && node.function.name === "required") || operandsOf(node).some(callsRequired);
}

const orElseFunction = templateFunction({
  name: "orElse",
  go: ([value, fallback]) =>
    pipe(command("kindIs", stringConstant("invalid"), value), command("ternary", fallback, value)),
  js: (value: unknown, fallback: unknown) => value ?? fallback,
  absentSafe: [0],
});

/** A value, or another where it is absent; 0, false and "" are values. */
export function orElse<T>(value: Expression<T>, fallback: Operand<NonNullable<T>>): Expression<NonNullable<T>> {
  const fn = admitsEmpty(toNode(value)) ? orElseFunction : orIfEmptyFunction;
  return call(fn, [value, fallback], { type: typeOf(value) });
}

const orIfEmptyFunction = templateFunction({
  name: "default",
  go: ([value, fallback]) => pipe(value, command("default", fallback)),
  js: (value: unknown, fallback: unknown) => (isEmptyInGo(value) ? fallback : value),
  chooses: ([value]) => (value === undefined ? undefined : value ? 0 : 1),
  absentSafe: [0],
});

/** A value, or another where it is absent or empty: Helm's `default`. */
export function orIfEmpty<T>(value: Expression<T>, fallback: Operand<NonNullable<T>>): Expression<NonNullable<T>> {
  return call(orIfEmptyFunction, [value, fallback], { type: typeOf(value) });
}

const requiredFunction = templateFunction({
  name: "required",
  go: ([message, value]) => command("required", message, value),
  js: (message: string, value: unknown) => {
    if (value === undefined || value === null || value === "") throw new RenderError(message);
    return value;
  },
  absentSafe: [1],
  refuses: true,
});

/** A value that must be given: Helm stops with the message where it is absent or "". */
export function required<T>(value: Expression<T>, message: Operand<string>): Expression<NonNullable<T>> {
  return call(requiredFunction, [message, value], { type: typeOf(value) });
}
