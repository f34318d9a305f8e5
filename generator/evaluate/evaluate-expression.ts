/** Computes expressions as Helm does: for each way of printing a place there is one of computing it. */
import { defaultsFunction } from "../expression/defaults-function.ts";
import { admitsEmpty, isEmptyInGo } from "../expression/lower.ts";
import type { CallNode, ExpressionNode, IncludeNode, PathNode } from "../expression/node.ts";
import { type EvaluationScope, scopeOf } from "./scope.ts";

/** Computes what a named template yields, seen from a root. */
export type EvaluateDefine = (include: IncludeNode, scope: EvaluationScope) => unknown;

/** Computes expressions; `define` computes the named templates that they include. */
export class ExpressionEvaluator {
  readonly #define: EvaluateDefine;

  constructor(define: EvaluateDefine) {
    this.#define = define;
  }

  /** The value where it is used: an absent one is its default, or `undefined`. */
  value(node: ExpressionNode, scope: EvaluationScope): unknown {
    switch (node.op) {
      case "literal":
        return node.value;
      case "path":
        return withDefault(node, readPath(node, scope));
      case "call":
        return this.#call(node, scope);
      case "include":
        return this.#define(node, node.scope === undefined ? scope : scopeOf(this.value(node.scope, scope)));
      case "dict":
        return Object.fromEntries(node.entries.map(([key, value]) => [key, this.value(value, scope)]));
      case "list":
        return node.items.map((item) => this.value(item, scope));
      default:
        return node satisfies never;
    }
  }

  /** The value in a place that takes an absent one as it is. */
  absentSafe(node: ExpressionNode, scope: EvaluationScope): unknown {
    return node.op === "path" ? readPath(node, scope) : this.value(node, scope);
  }

  /** Go's truth of a value: absent is false like empty. */
  truth(node: ExpressionNode, scope: EvaluationScope): boolean {
    if (node.op === "path" && isEmptyInGo(node.schema.default)) return !isEmptyInGo(readPath(node, scope));
    if (node.op === "call") {
      if (node.function.name === "and") return node.args.every((arg) => this.truth(arg, scope));
      if (node.function.name === "or") return node.args.some((arg) => this.truth(arg, scope));
      if (node.function.name === "not") return node.args.every((arg) => !this.truth(arg, scope));
    }
    return !isEmptyInGo(this.value(node, scope));
  }

  #call(node: CallNode, scope: EvaluationScope): unknown {
    const safe = node.function.absentSafe ?? [];
    const args = node.args.map((arg, i) =>
      safe === "all" || safe.includes(i) ? this.absentSafe(arg, scope) : this.value(arg, scope),
    );
    return node.function.js(...(args as never[])); // each function knows its own arguments
  }
}

function readPath(path: PathNode, scope: EvaluationScope): unknown {
  let value: unknown = path.root === "." ? scope.root : scope.variables[path.root];
  for (const key of path.keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key]; // an object, checked above
  }
  return value ?? undefined;
}

function withDefault(path: PathNode, value: unknown): unknown {
  const fallback = path.schema.default;
  if (fallback === undefined) return value;
  if (fallback === true) return value !== false;
  if (typeof fallback === "object" && fallback !== null && !Array.isArray(fallback) && !isEmptyInGo(fallback)) {
    return defaultsFunction.js(...([value, fallback] as never[])); // its two arguments
  }
  if (isEmptyInGo(fallback) || !admitsEmpty(path)) return isEmptyInGo(value) ? fallback : value;
  return value ?? fallback;
}
