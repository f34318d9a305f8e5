/** Prints values on one line: scalars, and the maps and lists that an author wrote with `inline()`. */
import { atom, pipe, writeFlat } from "../../expression/go/go-syntax.ts";
import { lowerValue } from "../../expression/go/lower.ts";
import type { ExpressionNode, Part } from "../../expression/node.ts";
import { printScalar } from "../../yaml/print-scalar.ts";
import { presenceOf } from "../presence.ts";
import type { Context } from "./print-action.ts";
import { describePart, PrintError } from "./print-error.ts";

/** A map, a list or a scalar on one line; each part of it is always there. */
export function printInline(part: Part, context: Context): string {
  switch (part.kind) {
    case "map":
      return `{ ${part.fields.map(([key, value]) => `${printScalar(key)}: ${printInline(value, context)}`).join(", ")} }`;
    case "list":
      return `[${part.items.map((item) => printInline(item, context)).join(", ")}]`;
    case "literal":
      if (isScalar(part.value)) return printScalar(part.value);
      break;
    case "expression": {
      const format = formatOf(part.node);
      if (format === undefined || presenceOf(part, context.known) !== true) break;
      return `{{ ${writeFlat(pipe(lowerValue(part.node, context), atom(format)))} }}`;
    }
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
  throw new PrintError(context.path, "a scalar that is always there, or a map or list of such", describePart(part));
}

/** Whether a constant is a scalar. */
export function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** How a scalar is written on its line; absent for objects and lists, which are written below it. */
export function formatOf({ type }: ExpressionNode): "quote" | "toJson" | undefined {
  switch (type) {
    case "string":
      return "quote";
    case "integer":
    case "number":
    case "boolean":
    case "any":
      return "toJson";
    case "object":
    case "array":
      return undefined;
    default:
      throw type satisfies never;
  }
}
