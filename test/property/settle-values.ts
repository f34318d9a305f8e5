/** Makes values fit the rules of a schema (`if`, `then`), which nothing that is drawn field by field can heed. */

import { Check } from "typebox/schema";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { isMap } from "../../generator/is-map.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { flattenSchema } from "./flatten-schema.ts";

/** The keys of maps and the positions in lists from the root down. */
export type Path = readonly (string | number)[];
type Edit = { readonly path: Path; readonly value: unknown };

const MOST_ROUNDS = 12;

/**
 * Changes a user's values until, merged with the defaults, they heed the rules, or nothing more is known to change.
 * What a rule demands is set to a plain value; what it forbids is removed.
 */
export function settleValues(model: JsonSchema, merge: (values: Values) => Values, values: Values): Values {
  let settled = values;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const edits = findEdits(model, merge(settled), []);
    if (edits.length === 0) return settled;
    settled = edits.reduce<Values>((all, { path, value }) => setAt(all, path, value) as Values, settled); // a map stays one
  }
  return settled;
}

// What heeds the rules of a schema: most of merged values are the same defaults in each round and each case.
const settledBy = new WeakMap<JsonSchema, WeakSet<object>>();

function findEdits(schema: JsonSchema, value: unknown, path: Path): readonly Edit[] {
  if (typeof value !== "object" || value === null) return findNewEdits(schema, value, path);
  const settled = settledBy.get(schema) ?? new WeakSet();
  settledBy.set(schema, settled);
  if (settled.has(value)) return [];
  const edits = findNewEdits(schema, value, path);
  if (edits.length === 0) settled.add(value);
  return edits;
}

function findNewEdits(schema: JsonSchema, value: unknown, path: Path): readonly Edit[] {
  const flat = flattenSchema(schema);
  const own = flat.parts
    .flatMap((part) => demandsOf(part, value))
    .flatMap((demand) => enforce(demand, { schema, value, path }));
  return [...findEditsBelow(schema, value, path), ...own];
}

function demandsOf(part: JsonSchema, value: unknown): readonly JsonSchema[] {
  const { minProperties, maxProperties, anyOf, oneOf } = part;
  const branch = part.if === undefined ? undefined : Check(part.if, value) ? part.then : part.else;
  return [
    ...(branch === undefined ? [] : [branch]),
    ...(minProperties === undefined ? [] : [{ minProperties }]),
    ...(maxProperties === undefined ? [] : [{ maxProperties }]),
    ...[anyOf, oneOf].flatMap((choice) => (choice === undefined ? [] : [{ anyOf: choice }])),
  ];
}

function findEditsBelow(schema: JsonSchema, value: unknown, path: Path): readonly Edit[] {
  if (Array.isArray(value)) {
    const { items } = flattenSchema(schema);
    return items === undefined ? [] : value.flatMap((item, index) => findEdits(items, item, [...path, index]));
  }
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const below = schemaOf(schema, key);
    return below === undefined ? [] : findEdits(below, child, [...path, key]);
  });
}

interface Place {
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly path: Path;
}

function enforce(demand: JsonSchema | boolean, place: Place): readonly Edit[] {
  const { schema, value, path } = place;
  if (demand === false) return [{ path, value: undefined }];
  if (demand === true || (value !== undefined && Check(demand, value))) return [];
  const set = (other: unknown): readonly Edit[] => [{ path, value: other }];
  if (demand.const !== undefined) return set(demand.const);
  if (demand.enum !== undefined) return set(demand.enum[0]);
  if (demand.not !== undefined || demand.pattern !== undefined || demand.minLength !== undefined) return set(undefined);
  if (typeof value === "number" && demand.minimum !== undefined) return set(demand.minimum);
  if (typeof value === "string" && demand.maxLength !== undefined) return set("");
  if (Array.isArray(value)) return enforceList(demand, place, value);
  if (!isMap(value)) return [];
  if (demand.maxProperties !== undefined)
    return set(Object.fromEntries(Object.entries(value).slice(0, demand.maxProperties)));
  const wanted = demand.minProperties === undefined ? [] : Object.keys(flattenSchema(schema).properties).slice(0, 1);
  const missing = [...(demand.required ?? []), ...wanted].filter((key) => value[key] === undefined);
  const [choice] = [...(demand.anyOf ?? []), ...(demand.oneOf ?? [])];
  return [
    ...missing.map((key) => ({ path: [...path, key], value: sampleOf(schemaOf(schema, key) ?? {}) })),
    ...Object.entries(value).flatMap(([key, child]) => {
      const below = demand.properties?.[key] ?? demand.additionalProperties;
      return below === undefined
        ? []
        : enforce(below, { schema: schemaOf(schema, key) ?? {}, value: child, path: [...path, key] });
    }),
    ...(choice === undefined ? [] : enforce(choice, place)),
  ];
}

function enforceList(demand: JsonSchema, { schema, path }: Place, value: readonly unknown[]): readonly Edit[] {
  const { minItems = 0, maxItems = value.length, contains, items } = demand;
  if (value.length > maxItems) return [{ path, value: value.slice(0, maxItems) }];
  if (value.length < minItems) {
    const own = flattenSchema(schema).items ?? {};
    return [{ path, value: [sampleOf(items === undefined ? own : { allOf: [own, items] })] }];
  }
  const kept = items === undefined ? value : value.filter((item) => Check(items, item));
  return [{ path, value: contains?.const === undefined ? kept : [...kept, contains.const] }];
}

/** What a schema says of a key of a map. */
export function schemaOf(schema: JsonSchema, key: string): JsonSchema | undefined {
  const { properties, keyed } = flattenSchema(schema);
  if (Object.hasOwn(properties, key)) return properties[key];
  return keyed.find(([pattern]) => new RegExp(pattern, "u").test(key))?.[1];
}

/** A plain value for a place. */
function sampleOf(schema: JsonSchema): unknown {
  const flat = flattenSchema(schema);
  const [given] = flat.parts.flatMap((part) =>
    [part.default, ...(part.examples ?? []), ...(part.enum ?? [])].filter((one) => one !== undefined),
  );
  if (given !== undefined) return given;
  const [type] = flat.types;
  if (type === "string")
    return (
      ["a", "1", "1Gi", "/a", "10%", "10.0.0.0/8", "cpu"].find((text) =>
        flat.parts.every((part) => Check(part, text)),
      ) ?? "a"
    );
  if (type === "integer" || type === "number") return Math.max(1, ...flat.parts.map(({ minimum = 1 }) => minimum));
  if (type === "boolean") return true;
  if (type === "array") {
    const count = Math.max(0, ...flat.parts.map(({ minItems = 0 }) => minItems));
    return Array.from({ length: count }, () => sampleOf(flat.items ?? {}));
  }
  const required = [...flat.required].map((key) => [key, sampleOf(flat.properties[key] ?? {})] as const);
  return Object.fromEntries(required);
}

/** Data with another value at a path; `undefined` takes it away. */
export function setAt(data: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(data)) {
    return data.flatMap((item: unknown, index) => {
      if (index !== key) return [item];
      const changed = setAt(item, rest, value);
      return changed === undefined ? [] : [changed];
    });
  }
  const entries = new Map(isMap(data) ? Object.entries(data) : []);
  const changed = setAt(entries.get(String(key)), rest, value);
  if (changed === undefined) entries.delete(String(key));
  else entries.set(String(key), changed);
  return Object.fromEntries(entries);
}
