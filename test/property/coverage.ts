/** Which fields of a values model the drawn values had. */
import { isMap, type Values } from "../../generator/evaluate/coalesce-values.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import type { Chart } from "../../generator/mod.ts";
import { flattenSchema } from "./flatten-schema.ts";

/** How many fields were drawn, and the paths of those that were not. */
export interface Coverage {
  readonly drawn: number;
  readonly all: number;
  readonly missed: readonly string[];
}

/** Compares the fields of values with those of a chart's model; a definition that stands in several places counts once. */
export function coverageOf(chart: Chart, values: readonly Values[]): Coverage {
  const model = chart.values as JsonSchema; // a TypeBox schema is a JSON schema
  const fields = new Map<JsonSchema, string>();
  listFields(model, "", fields);
  const drawn = new Set<JsonSchema>();
  for (const one of values) visit(model, one, drawn);
  const missed = [...fields].filter(([schema]) => !drawn.has(schema)).map(([, path]) => path);
  return { drawn: fields.size - missed.length, all: fields.size, missed };
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
