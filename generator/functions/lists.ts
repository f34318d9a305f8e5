/** Lists. */
import { Expression, type Operand, toNode } from "../expression/expression.ts";
import { atom, command, pipe } from "../expression/go/go-syntax.ts";
import { goTypeOf, isNil } from "../expression/go/go-values.ts";
import { RenderError } from "../expression/go/render-error.ts";
import { templateFunction } from "../expression/template-function.ts";
import { call, entriesOf } from "./call.ts";
import { compareBytes, printGoJson } from "./go/go-json.ts";

const concatFunction = templateFunction({
  name: "concat",
  go: (args) => command("concat", ...args),
  js: (...lists: unknown[]) => lists.flatMap(listToConcat),
  joinsLists: true,
});

function listToConcat(list: unknown): readonly unknown[] {
  if (Array.isArray(list)) return list;
  throw new RenderError(`Cannot concat type ${kindInGo(list)} as list`);
}

// Sprig names the kind of a value, not its type: "map", not "map[string]interface {}".
function kindInGo(value: unknown): string {
  return goTypeOf(value).replace(/\[.*/, "");
}

/** Joins lists. In Go, joining only empty lists yields null, so print it inside a `nonEmpty` test. */
export function concat<T>(...lists: readonly (Expression<readonly T[]> | readonly T[])[]): Expression<readonly T[]> {
  const [first] = lists;
  const source = first instanceof Expression ? entriesOf(first) : undefined;
  return call(concatFunction, lists, { type: "array", source });
}

/** A list of computed items, and of constants. */
export function list<T>(...items: readonly Operand<T>[]): Expression<readonly T[]> {
  return new Expression<readonly T[]>({ op: "list", type: "array", items: items.map(toNode) });
}

const uniqFunction = templateFunction({
  name: "uniq",
  go: ([list]) => pipe(list, atom("uniq")),
  js: (list: readonly unknown[]) => [...new Map(list.map((item) => [printGoJson(item), item])).values()],
});

/** A list without duplicates. */
export function uniq<T>(list: Expression<readonly T[]>): Expression<readonly T[]> {
  return call(uniqFunction, [list], { type: "array", source: entriesOf(list) });
}

const reverseFunction = templateFunction({
  name: "reverse",
  go: ([list]) => command("reverse", list),
  js: (list: readonly unknown[]) => list.toReversed(),
});

/** A list from its end to its start. */
export function reverse<T>(list: Expression<readonly T[]>): Expression<readonly T[]> {
  return call(reverseFunction, [list], { type: "array", source: entriesOf(list) });
}

const hasItemFunction = templateFunction({
  name: "hasItem",
  go: ([list, item]) => command("has", item, list),
  js: (list: unknown, item: unknown) => {
    if (!isNil(list) && !Array.isArray(list)) throw new RenderError(`Cannot find has on type ${kindInGo(list)}`);
    return (list ?? []).includes(item);
  },
  searches: 0,
  absentSafe: [0],
});

/** Whether a list has an item; one that is absent has none. */
export function hasItem<T extends string | boolean>(
  list: Expression<readonly T[] | undefined> | readonly T[],
  item: Operand<T>,
): Expression<boolean> {
  return call(hasItemFunction, [list, item], { type: "boolean" });
}

const sortedFunction = templateFunction({
  name: "sorted",
  go: ([list]) => command("sortAlpha", list),
  js: (list: readonly string[]) => list.toSorted(compareBytes),
});

/** The texts of a list in the order of their bytes. */
export function sorted(list: Expression<readonly string[]>): Expression<readonly string[]> {
  return call(sortedFunction, [list], { type: "array", source: entriesOf(list) });
}

const joinFunction = templateFunction({
  name: "join",
  go: ([separator, list]) => command("join", separator, list),
  js: (separator: string, list: readonly string[]) => list.join(separator),
});

/** The texts of a list with another between them. */
export function join(list: Expression<readonly string[]>, separator: string): Expression<string> {
  return call(joinFunction, [separator, list], { type: "string" });
}

const countFunction = templateFunction({
  name: "len",
  go: ([list]) => command("len", list),
  js: (list: readonly unknown[]) => list.length,
});

/** How many items a list has. */
export function count(list: Expression<readonly unknown[]>): Expression<number> {
  return call(countFunction, [list], { type: "integer" });
}
