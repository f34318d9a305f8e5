/** Makes one thing in values a little wrong: leaves it out, has it twice, or has another's in its place. */
import fc from "fast-check";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { isMap } from "../../generator/is-map.ts";
import { setAt } from "../property/settle-values.ts";

type Path = readonly (string | number)[];
interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/** Values near to some. */
export function nearValues(values: Values): fc.Arbitrary<Values> {
  const places = listPlaces(values, []);
  const [first] = places;
  if (first === undefined) return fc.constant(values);
  return fc
    .tuple(fc.constantFrom("remove", "repeat", "replace"), fc.constantFrom(...places), fc.nat())
    .map(([change, { path, value }, draw]) => {
      switch (change) {
        case "remove":
          return setAt(values, path, undefined) as Values; // the root stays
        case "repeat":
          return repeat(values, path, value);
        default: {
          const alike = places.filter((other) => typeof other.value === typeof value);
          return setAt(values, path, alike[draw % alike.length]?.value ?? value) as Values; // likewise
        }
      }
    });
}

// An item of a list once more, an entry of a map under another name.
function repeat(values: Values, path: Path, value: unknown): Values {
  const key = path.at(-1);
  const above = path.slice(0, -1);
  if (typeof key === "string") return setAt(values, [...above, "again"], value) as Values; // the root stays
  const list = above.reduce<unknown>((data, part) => Object(data)[part], values);
  return setAt(values, above, Array.isArray(list) ? [...list, value] : list) as Values; // likewise
}

function listPlaces(value: unknown, path: Path): readonly Place[] {
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : isMap(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([key, child]) => [
    { path: [...path, key], value: child },
    ...listPlaces(child, [...path, key]),
  ]);
}
