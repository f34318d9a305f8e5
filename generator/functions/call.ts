/** How the functions of this folder make their expressions. */
import { Expression, NODE, toNode } from "../expression/expression.ts";
import { atom, command, type GoNode, pipe, stringConstant } from "../expression/go-syntax.ts";
import type { CallNode, PathNode, TemplateFunction, ValueType } from "../expression/node.ts";

/** Makes the expression of a call. */
export function call<T>(
  fn: TemplateFunction,
  args: readonly unknown[],
  result: { readonly type: ValueType; readonly optional?: boolean; readonly source?: PathNode | undefined },
): Expression<T> {
  const node: CallNode = {
    op: "call",
    type: result.type,
    function: fn,
    args: args.map(toNode),
    optional: result.optional ?? false,
    ...(result.source === undefined ? {} : { source: result.source }),
  };
  return new Expression<T>(node);
}

/** The call of a function's named template whose text is JSON, parsed again. */
export function includeJson(
  name: string,
  argument: GoNode,
  prefix: string,
  parse: "fromJson" | "fromJsonArray" = "fromJson",
): GoNode {
  return pipe(command("include", stringConstant(`${prefix}.${name}`), argument), atom(parse));
}

/** The reference whose entries an expression holds, for functions that pick or sort them. */
export function sourceOf(map: Expression<unknown>): PathNode | undefined {
  const node = map[NODE];
  if (node.op === "path") return node;
  return node.op === "call" ? node.source : undefined;
}
