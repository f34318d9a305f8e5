/** What maps have under keys that are computed; a variable that holds none is a map without entries. */
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

/** The keys of maps in no order: what has it is asked for an item. */
export function keysOf(...maps: readonly Expression<AnyMap | undefined>[]): Expression<readonly string[]> {
  return call(keysFunction, maps, { type: "array" });
}

const valueAtFunction = templateFunction({
  name: "valueAt",
  go: (args) => command("get", ...args),
  js: (map: AnyMap | undefined, key: string) =>
    map !== undefined && Object.hasOwn(map, key) ? ownEntry(map, key) : "",
});

/** What a map has under a key, or "". */
export function valueAt<T>(
  type: ValueType,
  map: Expression<Readonly<Record<string, T>> | undefined>,
  key: Operand<string>,
): Expression<T> {
  return call(valueAtFunction, [map, key], { type });
}
