/** How the functions of this folder make their expressions. */
import { Expression, toNode } from "../expression/expression.ts";
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
