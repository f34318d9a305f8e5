/** Maps keyed by name. */
import { defineFunction, entry, param, stringParam } from "../expression/define-function.ts";
import { Expression, type Operand, toNode } from "../expression/expression.ts";
import { forEach, forEachItem } from "../expression/for-each.ts";
import { command, stringConstant } from "../expression/go/go-syntax.ts";
import { goTypeOf, indexInGo, mapInGo } from "../expression/go/go-values.ts";
import { RenderError } from "../expression/go/render-error.ts";
import type { ValueType } from "../expression/node.ts";
import { pathOf } from "../expression/reference.ts";
import { templateFunction } from "../expression/template-function.ts";
import { when } from "../expression/when.ts";
import { isMap } from "../is-map.ts";
import { call, entriesOf } from "./call.ts";
import { reverse } from "./lists.ts";
import { nonEmpty, orIfEmpty } from "./logic.ts";

/** A map keyed by name. */
export type ByName<E> = Readonly<Record<string, E>>;

const lookUpFunction = templateFunction({
  name: "lookUp",
  go: ([map, ...keys]) => command("dig", ...keys, stringConstant(""), map),
  js: dig,
  searches: 0,
});

// A value of another type than the one that Go asserts.
function dig(map: unknown, ...keys: readonly unknown[]): unknown {
  for (const key of keys) if (typeof key !== "string") throw conversionError(key, "string");
  let found = map;
  for (const key of keys as readonly string[]) {
    if (!isMap(found)) throw conversionError(found, "map[string]interface {}");
    if (!Object.hasOwn(found, key)) return "";
    found = found[key];
  }
  return found;
}

function conversionError(value: unknown, wanted: string): RenderError {
  return new RenderError(`interface conversion: interface {} is ${goTypeOf(value)}, not ${wanted}`);
}

/** The value under computed keys, or "" where there is none. */
export function lookUp<T>(
  type: ValueType,
  map: Expression<unknown>,
  ...keys: readonly Operand<string>[]
): Expression<T | ""> {
  return call(lookUpFunction, [orEmpty(map), ...keys], { type });
}

// Go's dig and hasKey fail on a map that is absent: one without a default, or one that a null removed.
function orEmpty<T>(map: Expression<T>): Expression<T> {
  const path = pathOf(map);
  const isDeclared = path !== undefined && (path.keys.length > 0 || path.isNullable === true);
  const mayBeAbsent = isDeclared && path.schema.default === undefined;
  return mayBeAbsent ? (orIfEmpty<unknown>(map, {}) as Expression<T>) : map;
}

const hasEntryFunction = templateFunction({
  name: "hasEntry",
  go: (args) => command("hasKey", ...args),
  js: (map: unknown, name: string) => Object.hasOwn(mapInGo(map), name),
  searches: 0,
  reads: [[]],
});

/** Whether a map has an entry under a computed name. */
export function hasEntry(map: Expression<unknown>, name: Operand<string>): Expression<boolean> {
  return call(hasEntryFunction, [orEmpty(map), name], { type: "boolean" });
}

const hasValueFunction = templateFunction({
  name: "hasValue",
  go: (args) => command("not", command("kindIs", stringConstant("invalid"), command("index", ...args))),
  js: (map: unknown, name: string) => indexInGo(map, name) !== undefined,
  reads: [[]],
});

/** Whether a map has a value, even an empty one, under a computed name. */
export function hasValue(map: Expression<unknown>, name: Operand<string>): Expression<boolean> {
  return call(hasValueFunction, [map, name], { type: "boolean" });
}

const entryFunction = templateFunction({
  name: "index",
  go: (args) => command("index", ...args),
  js: indexInGo,
  reads: [["#1"]],
});

/** The entry of a map under a name that is computed; absent where there is none. */
export function entryOf<T>(type: ValueType, map: Expression<unknown>, name: Operand<string>): Expression<T> {
  return call(entryFunction, [map, name], { type, optional: true });
}

const mapOfFunction = templateFunction({
  name: "dict",
  go: (args) => command("dict", ...args),
  js: (...pairs: readonly unknown[]) =>
    Object.fromEntries(pairs.flatMap((key, i) => (i % 2 === 0 ? [[String(key), pairs[i + 1] ?? null]] : []))),
});

/** A map with keys that are computed: each key is followed by its value. */
export function mapOf<T>(...pairs: readonly (Operand<string> | Operand<T>)[]): Expression<ByName<T>> {
  return call(mapOfFunction, pairs, { type: "object" });
}

/** A map of constants and expressions as one expression, which functions and `bind` take. */
export function dict<T extends object>(entries: { readonly [K in keyof T]: Operand<T[K]> }): Expression<T> {
  return new Expression<T>(toNode(entries));
}

const withoutKeysFunction = templateFunction({
  name: "omit",
  go: (args) => command("omit", ...args),
  js: (map: unknown, ...names: readonly string[]) =>
    Object.fromEntries(Object.entries(mapInGo(map)).filter(([key]) => !names.includes(key))),
});

/** A map without the entries of some names. */
export function withoutKeys<T>(map: Expression<T>, ...names: readonly string[]): Expression<T> {
  return call(withoutKeysFunction, [map, ...names], { type: "object", source: entriesOf(map) });
}

const mergedMaps = defineFunction({
  name: "merge",
  comment: `Merges maps; the first one wins, also with "", 0 and false.`,
  params: { maps: param<readonly ByName<unknown>[]>({ type: "array" }) },
  isVariadic: true,
  mergesMaps: true,
  result: "map",
  body: ({ maps }) =>
    forEachItem(reverse(maps), (map) => forEach(map, (key, value) => entry(key, value), { as: "value" }), {
      as: "map",
    }),
});

/** Merges maps; the first one wins. */
export function merge<E>(
  ...maps: readonly (Expression<ByName<E> | undefined> | ByName<Operand<E>>)[]
): Expression<ByName<E>> {
  return mergedMaps(...maps);
}

const fieldsOfEntries = defineFunction({
  name: "fieldOfEach",
  comment: "One field of each entry of a map that has it.",
  params: { map: param<ByName<object>>(), field: stringParam },
  result: "map",
  body: ({ map, field }) =>
    forEach(map, (name, one) => when(hasEntry(one, field), entry(name, entryOf("any", one, field))), { as: "entry" }),
});

/** One field of each entry of a map; an entry without it is left out. */
export function fieldOfEach<E, K extends keyof E & string>(
  map: Expression<ByName<E>>,
  field: K,
): Expression<ByName<E[K]>> {
  return fieldsOfEntries(map, field);
}

const fullEntries = defineFunction({
  name: "withoutEmpty",
  comment: "The entries of a map that are not empty.",
  params: { map: param<ByName<unknown>>() },
  result: "map",
  body: ({ map }) => forEach(map, (name, one) => when(nonEmpty(one), entry(name, one)), { as: "entry" }),
});

/** The entries of a map that are not empty. */
export function withoutEmpty<E>(map: Expression<ByName<E>>): Expression<ByName<E>> {
  return fullEntries(map);
}
