/** Named templates: text, an object or whole documents that are written once and included. */
import { Expression, NODE } from "./expression.ts";
import type { IncludeNode, ValueType } from "./node.ts";

declare const TYPE: unique symbol;

/** What a named template yields. */
export type DefineType = ValueType | "documents";

/** A named template. It takes no parameters: TypeScript functions inline what differs. */
export class Define<out T = unknown> {
  declare readonly [TYPE]: T;
  /** The full name, `chart.name`: Helm's names are global over all charts of a release. */
  readonly name: string;
  readonly type: DefineType;
  readonly body: unknown;
  /** One sentence that stands above it. */
  readonly comment: string;

  constructor(name: string, type: DefineType, body: unknown, comment: string) {
    this.name = name;
    this.type = type;
    this.body = body;
    this.comment = comment;
  }
}

// What the text of a named template can be read back as.
const READABLE: ReadonlySet<DefineType> = new Set(["string", "object", "array", "documents"]);

/** How a named template is included. */
export interface IncludeOptions {
  /** Whether one render computes it once, for all roots that include it so: it must read what all of them have. */
  readonly isShared?: boolean;
}

/** Makes an expression of what a named template yields, seen from the includer's root or from another scope. */
export function include<T>(
  define: Define<T>,
  scope?: Expression<unknown>,
  { isShared = false }: IncludeOptions = {},
): Expression<T> {
  if (!READABLE.has(define.type)) {
    throw new TypeError(
      `Cannot include "${define.name}": expected a named template of a string, an object, an array or documents, got one of type ${define.type}`,
    );
  }
  const type = define.type === "documents" ? "any" : define.type;
  const node: IncludeNode = { op: "include", type, define, ...(isShared ? { isShared } : {}) };
  return new Expression<T>(scope === undefined ? node : { ...node, scope: scope[NODE] });
}
