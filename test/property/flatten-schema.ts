/** One schema of what a model, the definitions that it refers to, and the parts of its allOf say together. */
import type { JsonSchema } from "../../generator/json-schema.ts";
import { resolveReference } from "../../generator/values/kubernetes/definitions.ts";

/** Everything that holds at a place; what is said twice holds twice. */
export interface FlatSchema {
  /** The schemas that were put together; all of them hold. */
  readonly parts: readonly JsonSchema[];
  readonly types: readonly string[];
  /** The only values, where there are some by name. */
  readonly words: readonly unknown[];
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: ReadonlySet<string>;
  /** Keys by pattern; an empty pattern represents `additionalProperties`. */
  readonly keyed: readonly (readonly [pattern: string, entry: JsonSchema])[];
  /** Whether keys that nothing names are allowed. */
  readonly isOpen: boolean;
  readonly items?: JsonSchema;
}

const known = new WeakMap<JsonSchema, FlatSchema>();

/** Puts together what holds at a place. */
export function flattenSchema(schema: JsonSchema): FlatSchema {
  const found = known.get(schema) ?? flatten(schema);
  known.set(schema, found);
  return found;
}

function flatten(schema: JsonSchema): FlatSchema {
  const parts = expand(schema);
  const types = parts.flatMap(({ type }) => (type === undefined ? [] : [[type].flat()]));
  const items = parts.flatMap((part) => part.items ?? []);
  const keyed = parts.flatMap(keyedOf);
  return {
    parts,
    types: intersect(types),
    words: intersect(parts.flatMap(wordsOf)),
    properties: joinProperties(parts),
    required: new Set(parts.flatMap(({ required = [] }) => required)),
    keyed,
    isOpen: keyed.length === 0 && parts.every(({ additionalProperties }) => additionalProperties === undefined),
    ...(items.length === 0 ? {} : { items: join(items) }),
  };
}

// All but some words are refused, too, where other values are asked for what none of them can be.
function wordsOf({ const: only, enum: words = only === undefined ? undefined : [only], ...rest }: JsonSchema) {
  const admitted = words ?? rest.if?.not?.enum;
  return admitted === undefined ? [] : [admitted];
}

function intersect<T>([first = [], ...others]: readonly (readonly T[])[]): readonly T[] {
  return others.reduce((all, more) => all.filter((one) => more.includes(one)), first);
}

function expand(schema: JsonSchema): readonly JsonSchema[] {
  const { $ref, allOf = [], ...own } = schema;
  const target = $ref === undefined ? undefined : resolveReference($ref);
  if ($ref !== undefined && target === undefined) throw new TypeError(`Cannot find the definition "${$ref}"`);
  return [own, ...[...allOf, ...(target === undefined ? [] : [target])].flatMap(expand)];
}

function joinProperties(parts: readonly JsonSchema[]): Readonly<Record<string, JsonSchema>> {
  const all = parts.flatMap(({ properties = {} }) => Object.entries(properties));
  const byName = Map.groupBy(all, ([name]) => name);
  return Object.fromEntries([...byName].map(([name, entries]) => [name, join(entries.map(([, schema]) => schema))]));
}

function join(schemas: readonly JsonSchema[]): JsonSchema {
  const [first = {}, ...others] = schemas;
  return others.length === 0 ? first : { allOf: schemas };
}

function keyedOf({ patternProperties = {}, additionalProperties }: JsonSchema): FlatSchema["keyed"] {
  const byPattern = Object.entries(patternProperties).filter(([, entry]) => !refusesAll(entry));
  return typeof additionalProperties === "object" ? [...byPattern, ["", additionalProperties]] : byPattern;
}

/** Whether a schema refuses every value, as that of keys that are too long. */
function refusesAll({ not }: JsonSchema): boolean {
  return not !== undefined && Object.keys(not).length === 0;
}
