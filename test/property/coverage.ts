/** Which fields of a values model the drawn values had. */
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { isMap } from "../../generator/is-map.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { flattenSchema } from "./flatten-schema.ts";

/** How many fields were drawn, and the paths of those that were not. */
export interface Coverage {
  readonly drawn: number;
  readonly all: number;
  readonly missed: readonly string[];
}

/** Collects the fields that values have, and tells them from those of a model; a definition in several places counts once. */
export function createCoverage(model: JsonSchema): {
  readonly add: (values: Values) => void;
  readonly read: () => Coverage;
} {
  const fields = new Map<JsonSchema, string>();
  listFields(model, "", fields);
  const drawn = new Set<JsonSchema>();
  return {
    add: (values) => visit(model, values, drawn),
    read() {
      const missed = [...fields].filter(([schema]) => !drawn.has(schema)).map(([, path]) => path);
      return { drawn: fields.size - missed.length, all: fields.size, missed };
    },
  };
}

function listFields(schema: JsonSchema, path: string, fields: Map<JsonSchema, string>): void {
  if (fields.has(schema)) return;
  fields.set(schema, path);
  const { properties, keyed, items } = flattenSchema(schema);
  for (const [key, below] of Object.entries(properties))
    listFields(below, path === "" ? key : `${path}.${key}`, fields);
  for (const below of [...keyed.map(([, entry]) => entry), ...(items === undefined ? [] : [items])])
    listFields(below, `${path}.*`, fields);
}

function visit(schema: JsonSchema, value: unknown, drawn: Set<JsonSchema>): void {
  drawn.add(schema);
  const { properties, keyed, items } = flattenSchema(schema);
  if (Array.isArray(value)) {
    for (const item of value) if (items !== undefined) visit(items, item, drawn);
  } else if (isMap(value)) {
    for (const [key, child] of Object.entries(value)) {
      const below = Object.hasOwn(properties, key)
        ? properties[key]
        : keyed.find(([pattern]) => new RegExp(pattern, "u").test(key))?.[1];
      if (below !== undefined) visit(below, child, drawn);
    }
  }
}
