/** The scope of a named template. */
import { Expression, type Operand } from "../expression/expression.ts";
import { command, type GoNode } from "../expression/go-syntax.ts";
import type { TemplateFunction } from "../expression/node.ts";
import { call } from "./call.ts";

/** The function behind `extendScope`; that no field hides another of the root is seen to where templates are collected. */
export const extendScopeFunction: TemplateFunction = {
  name: "extendScope",
  go: ([fields, root]) => command("merge", fields as GoNode, root as GoNode), // two arguments
  js: (fields: object, root: object) => ({ ...root, ...fields }),
  reads: [[], []],
};

/** The root with more fields: the scope of a named template that is included for one part of the values. */
export function extendScope(fields: Readonly<Record<string, Operand<unknown>>>): Expression<unknown> {
  const root = new Expression({
    op: "path",
    type: "object",
    root: ".",
    keys: [],
    optional: false,
    schema: {},
    models: [],
  });
  return call(extendScopeFunction, [fields, root], { type: "object" });
}
