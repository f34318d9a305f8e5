/** Parts of texts and of lists. */
import type { Expression, Operand } from "../expression/expression.ts";
import { command, constant, type GoNode } from "../expression/go-syntax.ts";
import type { TemplateFunction } from "../expression/node.ts";
import { call } from "./call.ts";

const splitFunction: TemplateFunction = {
  name: "split",
  go: (args) => command("splitList", ...args),
  js: (separator: string, value: string) => value.split(separator),
};

/** The parts of a string between separators. */
export function split(value: Operand<string>, separator: string): Expression<readonly string[]> {
  return call(splitFunction, [separator, value], { type: "array" });
}

const findAllFunction: TemplateFunction = {
  name: "findAll",
  go: (args) => command("regexFindAll", ...args, constant(-1)),
  js: (pattern: string, value: string) => [...value.matchAll(new RegExp(pattern, "gu"))].map(([found]) => found),
};

/** All parts of a string that match a regular expression. */
export function findAll(value: Operand<string>, pattern: string): Expression<readonly string[]> {
  return call(findAllFunction, [pattern, value], { type: "array" });
}

const substringFunction: TemplateFunction = {
  name: "substring",
  go: (args) => command("substr", ...args),
  js: (start: number, end: number, value: string) => value.slice(start, end < 0 ? undefined : end),
};

/** What a string of ASCII characters has from a position on, up to another one if that is given. */
export function substring(
  value: Operand<string>,
  start: Operand<number>,
  end: Operand<number> = -1,
): Expression<string> {
  return call(substringFunction, [start, end, value], { type: "string" });
}

const firstFunction: TemplateFunction = {
  name: "first",
  go: (args) => command("first", ...args),
  js: (list: readonly unknown[]) => list[0],
};

/** The first item of a list that has some. */
export function first<T>(list: Expression<readonly T[]>): Expression<T> {
  return call(firstFunction, [list], { type: "any" });
}

const lastFunction: TemplateFunction = {
  name: "last",
  go: (args) => command("last", ...args),
  js: (list: readonly unknown[]) => list.at(-1),
};

/** The last item of a list that has some. */
export function last<T>(list: Expression<readonly T[]>): Expression<T> {
  return call(lastFunction, [list], { type: "any" });
}

const itemBeforeFunction: TemplateFunction = {
  name: "itemBefore",
  go: ([list, position]) => command("index", list as GoNode, command("sub", position as GoNode, constant(1))), // two arguments
  js: (list: readonly unknown[], position: number) => list[position - 1],
};

/** The item of a list before a position, which is not the first one. */
export function itemBefore<T>(list: Expression<readonly T[] | undefined>, position: Expression<number>): Expression<T> {
  return call(itemBeforeFunction, [list, position], { type: "any" });
}
