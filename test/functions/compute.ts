/** What expressions yield in process, without Helm. */
import { createEvaluate } from "../../generator/evaluate/evaluate-expression.ts";
import { evaluateTree } from "../../generator/evaluate/evaluate-tree.ts";
import { scopeOf } from "../../generator/evaluate/scope.ts";
import { Expression, NODE } from "../../generator/expression/expression.ts";
import type { ExpressionNode, TemplateFunction, TreeFunction } from "../../generator/expression/node.ts";
import { typeOfSchema } from "../../generator/expression/reference.ts";

/** Evaluates expressions over functions alone. */
export const evaluator = createEvaluate({
  define: ({ define }) => {
    throw new TypeError(`Cannot compute "${define.name}": there is no such template here`);
  },
  apply: ({ function: fn, type }, args, scope) => evaluateTree(fn, type, args, scope, evaluator),
});

/** What an expression yields by the JavaScript and the trees of its functions. */
export function compute(node: ExpressionNode, values: object): unknown {
  return evaluator.value(node, scopeOf({ Values: values }));
}

/** What a function yields for arguments, be it written in JavaScript or as a tree. */
export function computeFunction(fn: TemplateFunction | TreeFunction, ...args: readonly unknown[]): unknown {
  if ("params" in fn) return evaluateTree(fn, fn.type, args, scopeOf({}), evaluator);
  return fn.js(...(args as never[])); // each function has argument types of its own
}

/** What an expression over some arguments yields; `build` takes a reference to each. */
export function computeOf(
  build: (...args: readonly Expression<never>[]) => Expression<unknown>,
  ...args: readonly unknown[]
): unknown {
  const expression = build(...args.map((arg, i) => argument(arg, [`a${i}`])));
  return compute(expression[NODE], Object.fromEntries(args.map((arg, i) => [`a${i}`, arg])));
}

/** A reference to an argument, given its value and its keys below `.Values`. */
export function argument(value: unknown, keys: readonly string[]): Expression<never> {
  // A map's entries may have two switches, one on and one off unless they say so.
  const schema = {
    type: typeName(value),
    patternProperties: {
      "": { properties: { on: { type: "boolean", default: true }, off: { type: "boolean", default: false } } },
    },
  };
  return new Expression<never>({
    op: "path",
    type: typeOfSchema(schema),
    root: ".",
    keys: ["Values", ...keys],
    optional: false,
    schema,
    models: [],
  });
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return value === undefined ? "object" : typeof value;
}
