/** What all template files of a pipeline chart need, computed once for all of them. */
import { type Define, include } from "../../expression/define.ts";
import { Expression } from "../../expression/expression.ts";
import { command, type GoNode, stringConstant } from "../../expression/go-syntax.ts";
import type { PathNode, TemplateFunction } from "../../expression/node.ts";
import { call } from "../../functions/call.ts";

// All template files of a chart have one root: what the first puts there, the others find. A Helm that gave each file a
// root of its own would print the same objects, only later. Go's `or` computes nothing behind what is not empty.
function shareFunction(key: string): TemplateFunction {
  return {
    name: `share${key}`,
    go: ([root, shared, value]) => {
      const kept = command("set", root as GoNode, stringConstant(key), value as GoNode); // three arguments
      return command("or", shared as GoNode, command("get", kept, stringConstant(key)));
    },
    js: (_root: object, _shared: unknown, value: object) => value,
    absentSafe: [1],
  };
}

/** What a named template yields; the files that ask for it later find it in the root, under the key. */
export function share<T>(key: string, define: Define<T>): Expression<T> {
  return call(shareFunction(key), [rootPath(), rootPath(key), include(define, undefined, { isShared: true })], {
    type: "object",
  });
}

function rootPath(...keys: readonly string[]): Expression<object> {
  const path: PathNode = { op: "path", type: "object", root: ".", keys, optional: false, schema: {}, models: [] };
  return new Expression(path);
}
