/** What goes wrong when a manifest is printed. */
import type { Part } from "../../expression/node.ts";

/** A part is in a place where it cannot be printed. */
export class PrintError extends TypeError {
  readonly code = "PRINT";
  readonly path: readonly string[];

  constructor(path: readonly string[], wanted: string, found: string) {
    super(`Cannot print "${path.join(".")}": expected ${wanted}, got ${found}`);
    this.name = "PrintError";
    this.path = path;
  }
}

/** Describes a part in messages. */
export function describePart(part: Part): string {
  switch (part.kind) {
    case "literal":
      return describeLiteral(part.value);
    case "expression":
      return `an expression of type ${part.node.type}`;
    case "map":
      return "an object";
    case "list":
      return "a list";
    case "when":
      return "a conditional part";
    case "choice":
      return "a choice";
    case "each":
    case "repeated":
      return "a repeated part";
    case "bind":
    case "collect":
      return "a variable";
    case "entry":
      return "an entry";
    case "guard":
      return "a guard";
    case "spread":
      return "fields of another map";
    default:
      return part satisfies never;
  }
}

function describeLiteral(value: unknown): string {
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return `a ${value.constructor.name}`;
}
