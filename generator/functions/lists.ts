/** Lists. */
import { Expression, NODE, type Operand } from "../expression/expression.ts";
import { atom, command, type GoNode, pipe } from "../expression/go-syntax.ts";
import type { TemplateFunction } from "../expression/node.ts";
import { call, sourceOf } from "./call.ts";
import { printGoJson } from "./go-json.ts";

const concatFunction: TemplateFunction = {
  name: "concat",
  go: (args) => command("concat", ...args),
  js: (...lists: unknown[][]) => lists.flat(),
};

/** Lists one after the other. Go makes null of nothing but empty lists, so print it behind a `nonEmpty` test. */
export function concat<T>(...lists: readonly (Expression<readonly T[]> | readonly T[])[]): Expression<readonly T[]> {
  const [first] = lists;
  const source = first instanceof Expression ? sourceOf(first) : undefined;
  return call(concatFunction, lists, { type: "array", source });
}

/** A list of computed items. */
export function list<T>(...items: readonly Expression<T>[]): Expression<readonly T[]> {
  return new Expression<readonly T[]>({ op: "list", type: "array", items: items.map((item) => item[NODE]) });
}

const uniqFunction: TemplateFunction = {
  name: "uniq",
  go: ([list]) => pipe(list as GoNode, atom("uniq")), // one argument
  js: (list: readonly unknown[]) => [...new Map(list.map((item) => [printGoJson(item), item])).values()],
};

/** A list without what is in it twice. */
export function uniq<T>(list: Expression<readonly T[]>): Expression<readonly T[]> {
  return call(uniqFunction, [list], { type: "array", source: sourceOf(list) });
}

const hasItemFunction: TemplateFunction = {
  name: "hasItem",
  go: ([list, item]) => command("has", item as GoNode, list as GoNode), // two arguments
  js: (list: readonly unknown[] | undefined, item: unknown) => (list ?? []).includes(item),
  absentSafe: [0],
};

/** Whether a list has an item; one that is absent has none. */
export function hasItem<T extends string | boolean>(
  list: Expression<readonly T[] | undefined>,
  item: Operand<T>,
): Expression<boolean> {
  return call(hasItemFunction, [list, item], { type: "boolean" });
}
