/** The expression of a part that is a value, for functions, which yield what a manifest would print. */

import { toNode } from "../expression/expression.ts";
import type { ExpressionNode, Part } from "../expression/node.ts";
import { describePart, PrintError } from "./print/print-error.ts";

/** The expression of a part that is a value: constants, and maps and lists of expressions, are values too. */
export function valueNode(part: Part, path: readonly string[]): ExpressionNode {
  switch (part.kind) {
    case "expression":
      return part.node;
    case "literal": {
      if (!isScalar(part.value)) break;
      return toNode(part.value);
    }
    case "map":
      return {
        op: "dict",
        type: "object",
        entries: part.fields.map(([key, value]) => [key, valueNode(value, path)] as const),
      };
    case "list":
      return { op: "list", type: "array", items: part.items.map((item) => valueNode(item, path)) };
    case "when":
    case "choice":
    case "each":
    case "repeated":
    case "bind":
    case "collect":
    case "entry":
    case "guard":
    case "spread":
      break;
    default:
      return part satisfies never;
  }
  throw new PrintError(path, "a value", describePart(part));
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
