/** What the stages may ask of one another, computed once for all template files of a pipeline chart. */
import { type Define, include } from "../expression/define.ts";
import { Expression } from "../expression/expression.ts";
import { command, type GoNode, stringConstant } from "../expression/go-syntax.ts";
import type { PathNode, TemplateFunction } from "../expression/node.ts";
import { call } from "../functions/call.ts";
import type { PipelineContext } from "../library/common/pipeline-context.ts";

const KEY = "Pipeline";

// All template files of a chart have one root: what the first puts there, the others find. A Helm that gave each file a
// root of its own would print the same objects, only later. Go's `or` computes nothing behind what is not empty.
const shareFunction: TemplateFunction = {
  name: "share",
  go: ([root, shared, value]) => {
    const key = stringConstant(KEY);
    const kept = command("set", root as GoNode, key, value as GoNode); // three arguments
    return command("or", shared as GoNode, command("get", kept, key));
  },
  js: (_root: object, _shared: unknown, value: object) => value,
  absentSafe: [1],
};

/** The context that a named template yields; the files that ask for it later find it in the root. */
export function shareContext(define: Define<PipelineContext>): Expression<PipelineContext> {
  return call(shareFunction, [rootPath(), rootPath(KEY), include(define)], { type: "object" });
}

function rootPath(...keys: readonly string[]): Expression<object> {
  const path: PathNode = { op: "path", type: "object", root: ".", keys, optional: false, schema: {}, models: [] };
  return new Expression(path);
}
