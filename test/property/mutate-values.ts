/** Makes one thing in values other than it was drawn, mostly wrong. */
import fc from "fast-check";
import { isMap, type Values } from "../../generator/evaluate/coalesce-values.ts";
import { setAt } from "./settle-values.ts";
import { anyJson } from "./values-arbitrary.ts";

type Path = readonly (string | number)[];

/** Values with another value at one of their places, or with a key more. */
export function mutationOf(values: fc.Arbitrary<Values>): fc.Arbitrary<Values> {
  return fc.tuple(values, fc.nat(), fc.boolean(), anyJson).map(([before, draw, isNewKey, value]) => {
    const paths = listPaths(before, []);
    const path = paths[draw % Math.max(1, paths.length)] ?? ["image"];
    return setAt(before, isNewKey ? [...path.slice(0, -1), "typo"] : path, value) as Values; // the root stays
  });
}

function listPaths(value: unknown, path: Path): readonly Path[] {
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : isMap(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([key, child]) => [[...path, key], ...listPaths(child, [...path, key])]);
}
