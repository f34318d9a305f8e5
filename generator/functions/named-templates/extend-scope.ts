/** The scope of a named template. */
import { Expression, type Operand } from "../../expression/expression.ts";
import { command } from "../../expression/go/go-syntax.ts";
import { pathNode } from "../../expression/node.ts";
import { templateFunction } from "../../expression/template-function.ts";
import { call } from "../call.ts";

/** The function of `extendScope`; `collect()` refuses a field that hides one of the root. */
export const extendScopeFunction = templateFunction({
  name: "extendScope",
  go: ([fields, root]) => command("merge", fields, root),
  js: (fields: object, root: object) => ({ ...root, ...fields }),
  reads: [[], []],
});

/** The root with more fields: the scope of a named template that is included for one part of the values. */
export function extendScope(fields: Readonly<Record<string, Operand<unknown>>>): Expression<unknown> {
  const root = new Expression(pathNode({ type: "object", root: ".", keys: [] }));
  return call(extendScopeFunction, [fields, root], { type: "object" });
}
