/** Makes one thing in values other than it was drawn, mostly wrong. */
import fc from "fast-check";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { isMap } from "../../generator/is-map.ts";
import type { Drawn } from "./draw-cases.ts";
import { setAt } from "./settle-values.ts";
import { anyJson } from "./values-arbitrary.ts";

type Path = readonly (string | number)[];

/** Cases with another value at one place of their values, or with a key more. */
export function mutationOf(cases: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn> {
  return fc.tuple(cases, fc.nat(), fc.boolean(), anyJson).map(([{ subject, values }, draw, isNewKey, value]) => {
    const paths = listPaths(values, []);
    const path = paths[draw % Math.max(1, paths.length)] ?? ["image"];
    return { subject, values: setAt(values, isNewKey ? [...path.slice(0, -1), "typo"] : path, value) as Values }; // the root stays
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
