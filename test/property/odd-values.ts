/** Gives one scalar of values another type, as values have that no schema has checked. */
import fc from "fast-check";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { isMap } from "../../generator/is-map.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import type { Drawn } from "./draw-cases.ts";
import { flattenSchema } from "./flatten-schema.ts";
import { schemaOf, setAt } from "./settle-values.ts";

const SCALARS: readonly unknown[] = ["", 0, "x", null, true, false, 1.5];
// Not in a text: Helm itself reads some, such as those of annotations, and takes no maps for them.
const ALL: readonly unknown[] = [...SCALARS, {}, []];

/** A place of values that holds a scalar. */
export interface ScalarPlace {
  readonly path: readonly (string | number)[];
  /** Whether it is a switch or one of some words, with which templates compare it. */
  readonly isCompared: boolean;
}

/** Cases in which one scalar, be it given or a default, has any type. */
export function oddValuesOf(cases: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn> {
  return fc.tuple(cases, fc.nat(), fc.nat()).map(([{ subject, values }, draw, choice]) => {
    const places = listScalars(subject.model, subject.merge(values));
    const place = places[draw % Math.max(1, places.length)];
    if (place === undefined) return { subject, values };
    const odd = place.isCompared ? ALL : SCALARS;
    return { subject, values: setAt(values, place.path, odd[choice % odd.length]) as Values }; // the root stays
  });
}

/** All scalars in values, and what their model says of them. */
export function listScalars(schema: JsonSchema, value: unknown): readonly ScalarPlace[] {
  const below = (key: string | number, child: unknown, childSchema: JsonSchema | undefined): readonly ScalarPlace[] =>
    listScalars(childSchema ?? {}, child).map((place) => ({ ...place, path: [key, ...place.path] }));
  if (Array.isArray(value)) return value.flatMap((item, i) => below(i, item, flattenSchema(schema).items));
  if (isMap(value)) return Object.entries(value).flatMap(([key, child]) => below(key, child, schemaOf(schema, key)));
  const { types, words } = flattenSchema(schema);
  return [{ path: [], isCompared: words.length > 0 || types.includes("boolean") }];
}
