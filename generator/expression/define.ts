/** Named templates: text, an object or whole documents that are written once and included. */
import { Expression, NODE } from "./expression.ts";
import { templateName } from "./go/go-names.ts";
import { type DefineType, type IncludeNode, type NamedTemplate, type Part, pathNode } from "./node.ts";
import { toPart } from "./part.ts";

declare const TYPE: unique symbol;

/** A named template. It takes no parameters: TypeScript functions inline what differs. */
export class Define<out T = unknown> implements NamedTemplate {
  declare readonly [TYPE]: T;
  readonly name: string;
  readonly type: DefineType;
  readonly body: Part;
  readonly comment: string;
  readonly isCheck: boolean;

  constructor(
    name: string,
    type: DefineType,
    body: unknown,
    comment: string,
    { isCheck = false }: { readonly isCheck?: boolean } = {},
  ) {
    this.name = templateName(name);
    this.type = type;
    this.body = toPart(body);
    this.comment = comment;
    this.isCheck = isCheck;
  }
}

/** The named template that an expression includes. */
export function templateOf<T>(expression: Expression<T>): Define<T> {
  const node = expression[NODE];
  if (node.op !== "include") throw new TypeError(`Cannot name the template of ${node.op}: expected an include`);
  return node.define as Define<T>; // every named template is one, and this one yields what the expression does
}

// What the text of a named template can be read back as.
const READABLE: ReadonlySet<DefineType> = new Set(["string", "object", "array", "documents"]);

/** How a named template is included. */
export interface IncludeOptions {
  /** Whether a render computes it once for all roots: it must read only what is the same in all of them. */
  readonly isShared?: boolean;
  /** The keys that lead from the root to where the text is kept for the next include, in a map that is there. */
  readonly keptAt?: readonly string[];
}

/** Makes an expression of what a named template yields, seen from the includer's root or from another scope. */
export function include<T>(
  define: Define<T>,
  scope?: Expression<unknown>,
  { isShared = false, keptAt }: IncludeOptions = {},
): Expression<T> {
  if (!READABLE.has(define.type)) {
    throw new TypeError(
      `Cannot include "${define.name}": expected a named template of a string, an object, an array or documents, got one of type ${define.type}`,
    );
  }
  const type = define.type === "documents" ? "any" : define.type;
  const node: IncludeNode = {
    op: "include",
    type,
    define,
    ...(isShared ? { isShared } : {}),
    ...(keptAt === undefined ? {} : { kept: pathNode({ type: "string", root: ".", keys: keptAt }) }),
  };
  return new Expression<T>(scope === undefined ? node : { ...node, scope: scope[NODE] });
}
