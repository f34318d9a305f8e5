/** Computes a named template once for all that need it. */
import { type Define, type IncludeOptions, include } from "../../expression/define.ts";
import { Expression } from "../../expression/expression.ts";
import { keep } from "../../expression/go/keep.ts";
import { pathNode, type TemplateFunction } from "../../expression/node.ts";
import { templateFunction } from "../../expression/template-function.ts";
import { call } from "../call.ts";

function shareFunction(key: string): TemplateFunction {
  return templateFunction({
    name: `share${key}`,
    go: ([store, kept, value]) => keep(kept, store, key, value),
    js: (_store: object, _kept: unknown, value: unknown) => value,
    absentSafe: [1],
  });
}

/**
 * What a named template yields: the first template that needs it stores it under the key in a map of the root, where the
 * others find it. All template files of a chart share that map; if a Helm gave each file one of its own, the same would
 * be printed, only slower.
 */
export function computeOnce<T>(
  define: Define<T>,
  {
    store,
    key,
    ...options
  }: Pick<IncludeOptions, "isShared"> & { readonly store: readonly string[]; readonly key: string },
): Expression<T> {
  const type = define.type === "string" ? "string" : "object";
  return call(shareFunction(key), [rootPath(store), rootPath([...store, key]), include(define, undefined, options)], {
    type,
  });
}

function rootPath(keys: readonly string[]): Expression<object> {
  return new Expression(pathNode({ type: "object", root: ".", keys }));
}
