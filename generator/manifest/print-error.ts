/** What goes wrong when a manifest is printed. */
import { Bind } from "../expression/bind.ts";
import { Expression, isPlainObject, NODE } from "../expression/expression.ts";
import { ForEach } from "../expression/for-each.ts";
import { Choice, When } from "../expression/when.ts";

/** A part stands where it cannot be printed. */
export class PrintError extends TypeError {
  readonly code = "PRINT";
  readonly path: readonly string[];

  constructor(path: readonly string[], wanted: string, found: string) {
    super(`Cannot print "${path.join(".")}": expected ${wanted}, got ${found}`);
    this.name = "PrintError";
    this.path = path;
  }
}

/** Says what a part is, for messages. */
export function describePart(part: unknown): string {
  if (part instanceof Expression) return `an expression of type ${part[NODE].type}`;
  if (part instanceof When) return "a conditional part";
  if (part instanceof Choice) return "a choice";
  if (part instanceof ForEach) return "a repeated part";
  if (part instanceof Bind) return "a variable";
  if (typeof part !== "object" || part === null) return part === null ? "null" : typeof part;
  return isPlainObject(part) ? "an object" : `a ${part.constructor.name}`;
}
