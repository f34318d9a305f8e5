/** How the functions of this folder make their expressions. */
import { Expression, NODE, toNode } from "../expression/expression.ts";
import { atom, command, type GoNode, pipe, stringConstant } from "../expression/go/go-syntax.ts";
import { type CallNode, type PathNode, sourceOf, type TemplateFunction, type ValueType } from "../expression/node.ts";

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

type Parse = "fromJson" | "fromJsonArray" | "float64" | "int";

/** How a template calls a function by its named template, which gets the arguments as a list. */
export function includeWith(name: string, parse?: Parse): TemplateFunction["go"] {
  return (args, prefix) => includeTemplate(name, command("list", ...args), prefix, parse);
}

/** How a template calls a function by its named template, which gets the one argument. */
export function includeOf(name: string, parse?: Parse): TemplateFunction["go"] {
  return ([argument], prefix) => includeTemplate(name, argument as GoNode, prefix, parse); // there is one
}

function includeTemplate(name: string, argument: GoNode, prefix: string, parse: Parse | undefined): GoNode {
  const text = command("include", stringConstant(`${prefix}.${name}`), argument);
  return parse === undefined ? text : pipe(text, atom(parse));
}

/** The reference whose entries an expression contains, for functions that pick or sort them. */
export function entriesOf(map: Expression<unknown>): PathNode | undefined {
  return sourceOf(map[NODE]);
}
