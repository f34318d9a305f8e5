/** Computes once what all template files of a pipeline chart need. */
import { type Define, include } from "../../expression/define.ts";
import { Expression } from "../../expression/expression.ts";
import { command, stringConstant } from "../../expression/go/go-syntax.ts";
import { pathNode, type TemplateFunction } from "../../expression/node.ts";
import { templateFunction } from "../../expression/template-function.ts";
import { call } from "../../functions/call.ts";

// All template files of a chart share one root: what the first stores there, the others find. If a Helm gave each file
// a root of its own, the same objects would be printed, only slower. Go's `or` stops at the first value that is not
// empty.
function shareFunction(key: string): TemplateFunction {
  return templateFunction({
    name: `share${key}`,
    go: ([root, shared, value]) => {
      const kept = command("set", root, stringConstant(key), value);
      return command("or", shared, command("get", kept, stringConstant(key)));
    },
    js: (_root: object, _shared: unknown, value: object) => value,
    absentSafe: [1],
  });
}

/** The result of a named template; later files find it in the root, under the key. */
export function share<T>(key: string, define: Define<T>): Expression<T> {
  return call(shareFunction(key), [rootPath(), rootPath(key), include(define, undefined, { isShared: true })], {
    type: "object",
  });
}

function rootPath(...keys: readonly string[]): Expression<object> {
  return new Expression(pathNode({ type: "object", root: ".", keys }));
}
