/** Parts of texts and of lists. */
import type { Expression, Operand } from "../expression/expression.ts";
import { command, constant } from "../expression/go/go-syntax.ts";
import { textInGo } from "../expression/go/go-values.ts";
import { templateFunction } from "../expression/template-function.ts";
import { call } from "./call.ts";

const splitFunction = templateFunction({
  name: "split",
  go: (args) => command("splitList", ...args),
  js: (separator: string, value: unknown) => textInGo(value).split(separator),
});

/** The parts of a string between separators. */
export function split(value: Operand<string>, separator: string): Expression<readonly string[]> {
  return call(splitFunction, [separator, value], { type: "array" });
}

const findAllFunction = templateFunction({
  name: "findAll",
  go: (args) => command("regexFindAll", ...args, constant(-1)),
  js: findAllMatches,
});

// Go has no list where nothing matches.
function findAllMatches(pattern: string, value: unknown): readonly string[] | null {
  const found = [...textInGo(value).matchAll(new RegExp(pattern, "gu"))].map(([match]) => match);
  return found.length > 0 ? found : null;
}

/** All parts of a string that match a regular expression. */
export function findAll(value: Operand<string>, pattern: string): Expression<readonly string[]> {
  return call(findAllFunction, [pattern, value], { type: "array" });
}

const substringFunction = templateFunction({
  name: "substring",
  go: (args) => command("substr", ...args),
  js: (start: number, end: number, value: unknown) => textInGo(value).slice(start, end < 0 ? undefined : end),
});

/** What a string of ASCII characters has from a position on, up to another one if that is given. */
export function substring(
  value: Operand<string>,
  start: Operand<number>,
  end: Operand<number> = -1,
): Expression<string> {
  return call(substringFunction, [start, end, value], { type: "string" });
}

const firstFunction = templateFunction({
  name: "first",
  go: (args) => command("first", ...args),
  js: (list: readonly unknown[]) => list[0],
});

/** The first item of a list that has some. */
export function first<T>(list: Expression<readonly T[]>): Expression<T> {
  return call(firstFunction, [list], { type: "any" });
}

const lastFunction = templateFunction({
  name: "last",
  go: (args) => command("last", ...args),
  js: (list: readonly unknown[]) => list.at(-1),
});

/** The last item of a list that has some. */
export function last<T>(list: Expression<readonly T[]>): Expression<T> {
  return call(lastFunction, [list], { type: "any" });
}

const itemBeforeFunction = templateFunction({
  name: "itemBefore",
  go: ([list, position]) => command("index", list, command("sub", position, constant(1))),
  js: (list: readonly unknown[], position: number) => list[position - 1],
});

/** The item of a list before a position, which must not be 0. */
export function itemBefore<T>(list: Expression<readonly T[] | undefined>, position: Expression<number>): Expression<T> {
  return call(itemBeforeFunction, [list, position], { type: "any" });
}

const withoutFunction = templateFunction({
  name: "without",
  go: (args) => command("without", ...args),
  js: (list: readonly unknown[], ...items: readonly unknown[]) => list.filter((item) => !items.includes(item)),
});

/** A list without some items. */
export function without<T>(list: Expression<readonly T[]>, ...items: readonly T[]): Expression<readonly T[]> {
  return call(withoutFunction, [list, ...items], { type: "array" });
}
