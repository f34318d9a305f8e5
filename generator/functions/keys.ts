/** Keys of maps, and values under computed keys; an absent map has no entries. */
import type { Expression, Operand } from "../expression/expression.ts";
import { command } from "../expression/go/go-syntax.ts";
import type { ValueType } from "../expression/node.ts";
import { templateFunction } from "../expression/template-function.ts";
import { call } from "./call.ts";
import { ownEntry } from "./own-entry.ts";

type AnyMap = Readonly<Record<string, unknown>>;

const keysFunction = templateFunction({
  name: "keys",
  go: (args) => command("keys", ...args),
  js: (...maps: readonly (object | undefined)[]) => maps.flatMap((map) => Object.keys(map ?? {})),
});

/** The keys of a map in no particular order: sort them, or test for an item. */
export function keysOf(...maps: readonly Expression<AnyMap | undefined>[]): Expression<readonly string[]> {
  return call(keysFunction, maps, { type: "array" });
}

const valueAtFunction = templateFunction({
  name: "valueAt",
  go: (args) => command("get", ...args),
  js: (map: AnyMap | undefined, key: string) =>
    map !== undefined && Object.hasOwn(map, key) ? ownEntry(map, key) : "",
});

/** The value of a map under a key, or "". */
export function valueAt<T>(
  type: ValueType,
  map: Expression<Readonly<Record<string, T>> | undefined>,
  key: Operand<string>,
): Expression<T> {
  return call(valueAtFunction, [map, key], { type });
}
