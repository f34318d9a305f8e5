/** Computes expressions as Helm does: each place in which an expression can be printed has a way to compute it. */
import { admitsEmpty, defaultRule, isEmptyInGo } from "../expression/default-rule.ts";
import { defaultsFunction } from "../expression/defaults-function.ts";
import { equalInGo, fieldInGo, isNil } from "../expression/go/go-values.ts";
import { withPrefix } from "../expression/go/message-prefix.ts";
import type { ApplyNode, CallNode, ExpressionNode, IncludeNode, LogicNode, PathNode } from "../expression/node.ts";
import { type EvaluationScope, readVariable, scopeOf } from "./scope.ts";

/** What the evaluator of expressions needs from the evaluator of parts. */
export interface Templates {
  /** Computes what a named template yields, seen from a root. */
  readonly define: (include: IncludeNode, scope: EvaluationScope) => unknown;
  /** Computes what a function yields for arguments. */
  readonly apply: (node: ApplyNode, args: readonly unknown[], scope: EvaluationScope) => unknown;
}

/** The ways to compute an expression; its place decides which one is used. */
export interface Evaluate {
  /** The value where it is used: an absent one is its default, or `undefined`. */
  readonly value: (node: ExpressionNode, scope: EvaluationScope) => unknown;
  /** The value in a place that accepts an absent one. */
  readonly absentSafe: (node: ExpressionNode, scope: EvaluationScope) => unknown;
  /** Go's truth of a value: absent is false like empty. */
  readonly truth: (node: ExpressionNode, scope: EvaluationScope) => boolean;
}

/** Makes the evaluator of expressions. */
export function createEvaluate({ define, apply }: Templates): Evaluate {
  const value = (node: ExpressionNode, scope: EvaluationScope): unknown => {
    switch (node.op) {
      case "literal":
        return node.value;
      case "path":
        return withDefault(node, readPath(node, scope));
      case "and":
      case "or":
        return decide(node, (arg) => value(arg, scope));
      case "not":
        return isEmptyInGo(value(node.arg, scope));
      case "present":
        return !isNil(absentSafe(node.arg, scope));
      case "nonEmpty":
        return !isEmptyInGo(absentSafe(node.arg, scope));
      case "call":
        return applyFunction(node, scope);
      case "apply":
        return apply(
          node,
          node.args.map((arg) => absentSafe(arg, scope)),
          scope,
        );
      case "include":
        return define(node, node.scope === undefined ? scope : scopeOf(value(node.scope, scope), scope.yields));
      case "dict":
        // In Go, an absent value in a map or a list is null.
        return Object.fromEntries(node.entries.map(([key, entry]) => [key, value(entry, scope) ?? null]));
      case "list":
        return node.items.map((item) => value(item, scope) ?? null);
      default:
        return node satisfies never;
    }
  };
  const absentSafe = (node: ExpressionNode, scope: EvaluationScope): unknown =>
    node.op === "path" ? readPath(node, scope) : value(node, scope);
  const truth = (node: ExpressionNode, scope: EvaluationScope): boolean => {
    switch (node.op) {
      case "present":
        return isThere(node.arg, absentSafe(node.arg, scope));
      case "not":
        return !truth(node.arg, scope);
      case "and":
        return node.args.every((arg) => truth(arg, scope));
      case "or":
        return node.args.some((arg) => truth(arg, scope));
      case "nonEmpty":
      case "path":
      case "literal":
      case "call":
      case "apply":
      case "include":
      case "dict":
      case "list":
        return !isEmptyInGo(value(node, scope));
      default:
        return node satisfies never;
    }
  };
  const applyFunction = (node: CallNode, scope: EvaluationScope): unknown => {
    const safe = node.function.absentSafe ?? [];
    const args = node.args.map((arg, i) =>
      safe === "all" || safe.includes(i) ? absentSafe(arg, scope) : value(arg, scope),
    );
    const [message, ...others] = args;
    const given = node.function.refuses === true ? [withPrefix(String(message), scope.root), ...others] : args;
    return node.function.js(...(given as never[])); // each function knows its own arguments
  };
  return { value, absentSafe, truth };
}

/** Whether an expression has a value. Where no schema admits an empty one, Go's truth of it is the test. */
export function isThere(node: ExpressionNode, value: unknown): boolean {
  return admitsEmpty(node) ? !isNil(value) : !isEmptyInGo(value);
}

// Go's `and` and `or` yield the operand that decides, and compute none after it.
function decide({ op, args }: LogicNode, compute: (arg: ExpressionNode) => unknown): unknown {
  let operand: unknown;
  for (const arg of args) {
    operand = compute(arg);
    if (isEmptyInGo(operand) === (op === "and")) break;
  }
  return operand;
}

function readPath(path: PathNode, scope: EvaluationScope): unknown {
  let value: unknown = path.root === "." ? scope.root : readVariable(scope, path.root);
  for (const key of path.keys) value = fieldInGo(value, key);
  return value ?? undefined;
}

function withDefault(path: PathNode, value: unknown): unknown {
  const fallback = path.schema.default;
  const rule = defaultRule(path);
  switch (rule) {
    case "none":
      return value;
    case "switch":
      return !equalInGo(value, false);
    case "fill":
      return defaultsFunction.js(...([value, fallback] as never[])); // its two arguments
    case "ifEmpty":
      return isEmptyInGo(value) ? fallback : value;
    case "ifAbsent":
      return value ?? fallback;
    default:
      return rule satisfies never;
  }
}
