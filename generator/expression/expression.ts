/** The handles that a chart author passes around: instances, so that libraries that copy plain objects keep them. */
import type { ExpressionNode, ValueType } from "./node.ts";

/** The key under which a handle keeps its node; a symbol, so that every string stays free for values. */
export const NODE: unique symbol = Symbol("node");
declare const TYPE: unique symbol;

/** A value that the template computes when Helm renders it; `T` is what it yields. */
export class Expression<out T = unknown> {
  declare readonly [TYPE]: T;
  readonly [NODE]: ExpressionNode;

  constructor(node: ExpressionNode) {
    this[NODE] = node;
  }

  /** Fails, because an expression has no text before Helm renders it; join strings with the `text` tag. */
  [Symbol.toPrimitive](): never {
    throw new TypeError("Cannot turn an expression into text: use the text tag to join strings");
  }
}

/** An expression, or a constant in its place. */
export type Operand<T> = Expression<T> | T;

/** Makes the node of an expression, of a constant, or of a map or list of them. */
export function toNode(operand: unknown): ExpressionNode {
  if (operand instanceof Expression) return operand[NODE];
  if (Array.isArray(operand)) return { op: "list", type: "array", items: operand.map(toNode) };
  switch (typeof operand) {
    case "string":
      return { op: "literal", type: "string", value: operand };
    case "boolean":
      return { op: "literal", type: "boolean", value: operand };
    case "number":
      if (!Number.isFinite(operand)) break;
      return { op: "literal", type: Number.isInteger(operand) ? "integer" : "number", value: operand };
    case "object": {
      if (operand === null || !isPlainObject(operand)) break;
      const entries = Object.entries(operand).filter(([, value]) => value !== undefined);
      return { op: "dict", type: "object", entries: entries.map(([key, value]) => [key, toNode(value)] as const) };
    }
    default:
  }
  throw new TypeError(`Cannot use ${describe(operand)} in an expression: expected an expression or a constant`);
}

/** The type of what an operand yields. */
export function typeOf(operand: unknown): ValueType {
  return toNode(operand).type;
}

/** Whether a value is a map literal rather than an instance of some class. */
export function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return `a ${value.constructor.name}`;
}
