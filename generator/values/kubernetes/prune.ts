/** Turns Kubernetes' OpenAPI v3 documents into draft-07 definitions that a chart's values.schema.json can embed. */
import { compareText } from "../../compare-text.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { nearest } from "../../nearest.ts";
import { DEFINITIONS, listReferences } from "./list-references.ts";
import { shortenDescription } from "./shorten-description.ts";

/** A schema as Kubernetes' OpenAPI v3 writes it; other keywords are an error, except those that are dropped. */
export interface OpenApiSchema {
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: OpenApiSchema };
  readonly additionalProperties?: OpenApiSchema;
  readonly items?: OpenApiSchema;
  readonly allOf?: readonly OpenApiSchema[];
  readonly $ref?: string;
}

/** The part of an OpenAPI v3 document that is read. */
export interface OpenApiDocument {
  readonly components: { readonly schemas: { readonly [fullName: string]: OpenApiSchema } };
}

/** Which kinds are needed, and constraints that the API's OpenAPI does not state. */
export interface Overlay {
  /** The kinds to keep, with all that they refer to: short names, `Probe`. */
  readonly roots: readonly string[];
  /** The properties to leave out: `Lifecycle.stopSignal`. */
  readonly omitted: readonly string[];
  /** Definitions written by hand; they replace kinds of the same name. */
  readonly written: { readonly [name: string]: JsonSchema };
  /** Keywords added to a definition (`Probe`) or to one of its properties (`Probe.periodSeconds`). */
  readonly rules: { readonly [place: string]: JsonSchema };
}

const KEYWORDS = new Set([
  ...["type", "description", "format", "enum", "required", "properties"],
  ...["additionalProperties", "items", "allOf", "$ref"],
]);
const DROPPED_KEYWORDS = /^(default|x-kubernetes-.*)$/;

// Values pass through float64: an int64 beyond these limits would change silently.
const INTEGER_RANGES: { readonly [format: string]: JsonSchema } = {
  int32: { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  int64: { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
};

/**
 * Prunes OpenAPI documents to the overlay's roots and what they refer to.
 *
 * @returns definitions by short name, with sorted keys at every depth, whose references are all `#/definitions/NAME`
 * @throws where a name is unknown or ambiguous, a keyword is new, or an entry of the overlay fits nothing
 */
export function pruneSchemas(documents: readonly OpenApiDocument[], overlay: Overlay): Record<string, JsonSchema> {
  const kinds = collectKinds(documents);
  const unused = new Set([...overlay.omitted, ...Object.keys(overlay.rules)]);
  const definitions = new Map<string, JsonSchema>();
  const queue = [...overlay.roots];
  for (const name of queue) {
    if (definitions.has(name)) continue;
    const definition = overlay.written[name] ?? convertDefinition(name, findKind(name, kinds), overlay, unused);
    definitions.set(name, sortKeys(definition));
    queue.push(...listReferences(definition));
  }
  for (const name of Object.keys(overlay.written)) if (!definitions.has(name)) unused.add(name);
  if (unused.size > 0) {
    throw new Error(`Cannot prune schemas: expected every entry of the overlay to fit, got ${[...unused].join(", ")}`);
  }
  return Object.fromEntries([...definitions].sort(([a], [b]) => compareText(a, b)));
}

/** Puts the keys of every object in the order of their UTF-16 code units. */
export function sortKeys<T>(value: T): T {
  const sort = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(sort);
    if (typeof part !== "object" || part === null) return part;
    const entries = Object.entries(part).sort(([a], [b]) => compareText(a, b));
    return Object.fromEntries(entries.map(([key, child]) => [key, sort(child)]));
  };
  // The same value in another order of keys.
  return sort(value) as T;
}

// By short name; under each, every different text of it, with its full name.
type Kinds = ReadonlyMap<string, ReadonlyMap<string, OpenApiSchema>>;

function collectKinds(documents: readonly OpenApiDocument[]): Kinds {
  const kinds = new Map<string, Map<string, OpenApiSchema>>();
  for (const document of documents) {
    for (const [fullName, schema] of Object.entries(document.components.schemas)) {
      const name = shortenName(fullName);
      const found = kinds.get(name) ?? new Map<string, OpenApiSchema>();
      kinds.set(name, found.set(`${fullName} ${JSON.stringify(sortKeys(schema))}`, schema));
    }
  }
  return kinds;
}

function findKind(name: string, kinds: Kinds): OpenApiSchema {
  const found = kinds.get(name) ?? new Map<string, OpenApiSchema>();
  const [schema, ...others] = found.values();
  if (schema === undefined) {
    const near = nearest(name, kinds.keys());
    const advice = near === undefined ? "" : `; did you mean ${near}?`;
    throw new Error(`Cannot prune schemas: expected a kind of the documents, got "${name}"${advice}`);
  }
  if (others.length > 0) {
    const fullNames = [...found.keys()].map((key) => key.split(" ", 1)[0]);
    throw new Error(`Cannot prune schemas: expected one kind "${name}", got ${fullNames.join(", ")}`);
  }
  return schema;
}

function convertDefinition(name: string, schema: OpenApiSchema, overlay: Overlay, unused: Set<string>): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const [key, child] of Object.entries(schema.properties ?? {})) {
    const place = `${name}.${key}`;
    if (overlay.omitted.includes(place)) {
      unused.delete(place);
      continue;
    }
    const rule = overlay.rules[place];
    unused.delete(place);
    properties[key] = addRule(convertSchema(child, place, overlay), rule);
  }
  const { properties: _, ...rest } = schema;
  const { properties: added, required = [], ...keywords } = overlay.rules[name] ?? {};
  unused.delete(name);
  const wanted = [...new Set([...(schema.required ?? []), ...required])];
  return {
    ...convertSchema(rest, name, overlay),
    ...keywords,
    ...(wanted.length > 0 ? { required: wanted } : {}),
    ...(schema.properties === undefined
      ? {}
      : { properties: { ...properties, ...added }, additionalProperties: false }),
  };
}

// A reference that the rule names is the only keyword: draft-07 ignores keywords next to one.
function addRule(schema: JsonSchema, rule: JsonSchema | undefined): JsonSchema {
  if (rule === undefined) return schema;
  if (rule.$ref !== undefined) return rule;
  if (schema.$ref !== undefined) return { allOf: [schema, rule] };
  return { ...schema, ...rule };
}

function convertSchema(schema: OpenApiSchema, place: string, overlay: Overlay): JsonSchema {
  checkKeywords(schema, place);
  const description = schema.description === undefined ? {} : { description: shortenDescription(schema.description) };
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference !== undefined) return { ...convertReference(reference, overlay, description) };
  return {
    ...description,
    ...(schema.type === undefined ? {} : { type: schema.type }),
    ...(schema.enum === undefined ? {} : { enum: schema.enum }),
    ...convertFormat(schema.format, place),
    ...(schema.items === undefined ? {} : { items: convertSchema(schema.items, `${place}[]`, overlay) }),
    ...(schema.additionalProperties === undefined
      ? {}
      : { additionalProperties: convertSchema(schema.additionalProperties, `${place}{}`, overlay) }),
  };
}

// A kind's own description is kept and the property's is not: wrapped in allOf it would cost a line of every error
// message for each level above the mistake. A scalar is written out in place, with the property's description.
function convertReference(reference: string, overlay: Overlay, description: JsonSchema): JsonSchema {
  const name = shortenName(reference);
  const written = overlay.written[name];
  const inPlace = description.description !== undefined && written !== undefined && written.type !== "object";
  return inPlace ? { ...written, ...description } : { $ref: `${DEFINITIONS}${name}` };
}

function convertFormat(format: string | undefined, place: string): JsonSchema {
  if (format === undefined) return {};
  const range = INTEGER_RANGES[format];
  if (range === undefined)
    throw new Error(`Cannot convert "${place}": expected format int32 or int64, got "${format}"`);
  return range;
}

function checkKeywords(schema: OpenApiSchema, place: string): void {
  for (const keyword of Object.keys(schema)) {
    if (KEYWORDS.has(keyword) || DROPPED_KEYWORDS.test(keyword)) continue;
    throw new Error(`Cannot convert "${place}": expected a keyword of Kubernetes' OpenAPI, got "${keyword}"`);
  }
  const { allOf = [{}] } = schema;
  if (allOf.length !== 1)
    throw new Error(`Cannot convert "${place}": expected one schema in allOf, got ${allOf.length}`);
}

function shortenName(fullName: string): string {
  return fullName.slice(Math.max(fullName.lastIndexOf("."), fullName.lastIndexOf("/")) + 1);
}
