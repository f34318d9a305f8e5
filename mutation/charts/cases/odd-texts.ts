/** Values with one text in them that YAML reads as a number, unless it stands in quotes. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { flattenSchema } from "../../../test/property/flatten-schema.ts";

/** Legal as a name, too. */
const ODD = "1e3";

/** A text in values: the keys that lead to it, and those of its place in the model, `*` for an entry. */
interface Place {
  readonly path: readonly string[];
  readonly model: string;
  /** Whether the text is the last key itself. */
  readonly isKey: boolean;
}

/** For each place of the model that some of the values have a text at: those values, with an odd one there. */
export function oddTexts(model: JsonSchema, all: readonly Values[]): readonly Values[] {
  const done = new Set<string>();
  return all.flatMap((values) =>
    listPlaces(values, model, { path: [], model: "", isKey: false }).flatMap((place) => {
      const name = `${place.model} ${place.isKey}`;
      if (done.has(name)) return [];
      done.add(name);
      return [changeAt(values, place.path, place.isKey) as Values]; // values stay a map
    }),
  );
}

function listPlaces(value: unknown, schema: JsonSchema, at: Place): readonly Place[] {
  if (typeof value === "string") return isComputed(schema) ? [] : [at];
  if (typeof value !== "object" || value === null) return [];
  const { properties, keyed, items } = flattenSchema(schema);
  return Object.entries(value).flatMap(([key, child]): readonly Place[] => {
    const path = [...at.path, key];
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (own !== undefined) return listPlaces(child, own, { path, model: `${at.model}.${key}`, isKey: false });
    const model = `${at.model}.*`;
    const entry = Array.isArray(value) ? items : keyed.find(([pattern]) => new RegExp(pattern, "u").test(key))?.[1];
    const inside = entry === undefined ? [] : listPlaces(child, entry, { path, model, isKey: false });
    return Array.isArray(value) ? inside : [{ path, model, isKey: true }, ...inside];
  });
}

// Templates compute with what a pattern describes: with any other text, the two interpreters may do as they like.
function isComputed(schema: JsonSchema): boolean {
  return flattenSchema(schema).parts.some(
    ({ pattern }) => pattern !== undefined && !new RegExp(pattern, "u").test(ODD),
  );
}

function changeAt(value: unknown, [key, ...rest]: readonly string[], isKey: boolean): unknown {
  if (key === undefined) return ODD;
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? changeAt(item, rest, isKey) : item));
  const entries = Object.entries(value as object); // the path leads through maps and lists
  return Object.fromEntries(
    entries.map(([name, child]) => {
      if (name !== key) return [name, child];
      return isKey && rest.length === 0 ? [ODD, child] : [name, changeAt(child, rest, isKey)];
    }),
  );
}
