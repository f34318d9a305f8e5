/** What all template files of a pipeline chart need, computed once for all of them. */
import { type Define, include } from "../../expression/define.ts";
import { Expression } from "../../expression/expression.ts";
import { command, stringConstant } from "../../expression/go/go-syntax.ts";
import { pathNode, type TemplateFunction } from "../../expression/node.ts";
import { templateFunction } from "../../expression/template-function.ts";
import { call } from "../../functions/call.ts";

// All template files of a chart have one root: what the first puts there, the others find. A Helm that gave each file a
// root of its own would print the same objects, only later. Go's `or` computes nothing behind what is not empty.
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

/** What a named template yields; the files that ask for it later find it in the root, under the key. */
export function share<T>(key: string, define: Define<T>): Expression<T> {
  return call(shareFunction(key), [rootPath(), rootPath(key), include(define, undefined, { isShared: true })], {
    type: "object",
  });
}

function rootPath(...keys: readonly string[]): Expression<object> {
  return new Expression(pathNode({ type: "object", root: ".", keys }));
}
