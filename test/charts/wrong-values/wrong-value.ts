/** Values that a keyword refuses, and values that are right. */
import type { Json, JsonObject, JsonSchema } from "../../../generator/json-schema.ts";
import { findChild, listSlots, printPath, type Site } from "./site.ts";

const TEXTS = [
  ...["not legal!", "", "a:b", "..", "1.2.3.4", "5", "limits.cpu", "limits.memory", "metadata.name", "1Gi", "10%"],
  ...["/a", "a", "wrong", "A", "a/b", "0", "1", "0%", "/../a", "Local", '"quoted"', "127.0.0.1"],
];

// What refuses nothing by itself, or is read elsewhere.
const OTHER_KEYWORDS = [
  ...["title", "description", "default", "examples", "$schema", "$comment", "definitions"],
  ...["properties", "patternProperties", "items", "if", "then", "else", "allOf", "required", "additionalProperties"],
];

/** What a rule's `if` has put into the place that its `then` refuses. */
export interface Own {
  readonly items: readonly Json[];
  readonly keys: JsonObject;
  /** Keys that must stay away. */
  readonly absent: readonly string[];
}

/** The types that a value may have at a place; nothing where any will do. */
export function typesOf(site: Site): readonly string[] {
  return site.schemas.flatMap(({ type }) => type ?? []);
}

/** A value of none of the types. */
export function ofOtherType(types: readonly string[]): Json {
  const candidates: readonly [string, Json][] = [
    ["string", "wrong"],
    ["number", 5],
    ["boolean", true],
    ["array", []],
  ];
  const found = candidates.find(([type]) => !types.includes(type) && !(type === "number" && types.includes("integer")));
  if (found === undefined) throw new TypeError(`Cannot find a value that is none of ${types.join(", ")}`);
  return found[1];
}

/** A text that matches a pattern, or one that does not. */
export function findText(pattern: string, options: { readonly matches: boolean; readonly at: Site }): string {
  const expression = new RegExp(pattern, "u");
  const text = [...TEXTS, ...legalWords(options.at)].find((one) => expression.test(one) === options.matches);
  if (text === undefined) throw new TypeError(`Cannot find a text for ${pattern} at "${printPath(options.at.path)}"`);
  return text;
}

/** Another value than the given ones: one that the place knows, if there is one, so that nothing else refuses it. */
export function otherThan(values: readonly unknown[], site: Site): Json {
  const legal = legalWords(site).find((word) => !values.includes(word));
  if (legal !== undefined) return legal;
  const [first] = values;
  if (typeof first === "boolean") return !first;
  if (typeof first === "number") return first + 1;
  return "wrong";
}

/** A value of the right type, as empty as can be. */
export function sampleOf(site: Site): Json {
  const word = legalWords(site)[0];
  if (word !== undefined) return word;
  const [type] = typesOf(site);
  if (type === "object" || type === undefined) return {};
  if (type === "array") return [];
  if (type === "boolean") return true;
  return type === "string" ? "a" : Math.max(1, ...site.schemas.map(({ minimum }) => minimum ?? 1));
}

/** The values that a keyword of a schema refuses at a place; none for keywords about single keys, or that refuse nothing. */
export function listWrongValues(keyword: string, schema: JsonSchema, site: Site, own: Own): readonly Json[] {
  const items = (size: number): Json => [
    ...own.items,
    ...Array.from({ length: size }, () => sampleOf(listSlots(site)[0] ?? site)),
  ];
  const number = (limit: number | undefined): number => limit ?? 0;
  switch (keyword) {
    case "type":
      return wrongTypes([schema.type ?? []].flat());
    case "enum":
      return [otherThan(schema.enum ?? [], site)];
    case "const":
      return [otherThan([schema.const], site)];
    case "pattern":
      return [findText(schema.pattern ?? "", { matches: false, at: site })];
    case "not":
      return [refusedByNot(schema.not ?? {}, site)];
    case "minimum":
      return [number(schema.minimum) - 1];
    case "maximum":
      return [number(schema.maximum) + 1];
    case "minLength":
      return ["a".repeat(number(schema.minLength) - 1)];
    case "maxLength":
      return ["a".repeat(number(schema.maxLength) + 1)];
    case "minItems":
      return [items(number(schema.minItems) - 1)];
    case "maxItems":
      return [items(number(schema.maxItems) + 1)];
    case "uniqueItems":
      return schema.uniqueItems === true ? [items(2)] : [];
    case "contains":
      return [["wrong"]];
    case "minProperties":
      return objectsOf(site, number(schema.minProperties) - 1, own);
    case "maxProperties":
      return objectsOf(site, number(schema.maxProperties) + 1, own);
    case "anyOf":
      return [own.keys];
    case "oneOf":
      return [own.keys, { ...own.keys, ...withBranches(schema.oneOf ?? [], site) }];
    default:
      if (OTHER_KEYWORDS.includes(keyword)) return [];
      throw new TypeError(`Cannot break the keyword "${keyword}" at "${printPath(site.path)}": it is not known`);
  }
}

function wrongTypes(types: readonly string[]): readonly Json[] {
  const isWhole = types.includes("integer") && !types.includes("number");
  return [ofOtherType(types), ...(isWhole ? [1.5] : [])];
}

function refusedByNot(not: JsonSchema, site: Site): Json {
  if (not.pattern !== undefined) return findText(not.pattern, { matches: true, at: site });
  if (Object.keys(not).length === 0) return sampleOf(site);
  if (not.const !== undefined) return not.const as Json; // a schema is JSON
  throw new TypeError(`Cannot break the keyword "not" at "${printPath(site.path)}"`);
}

function withBranches(parts: readonly JsonSchema[], site: Site): JsonObject {
  const keys = listBranches(parts, site).slice(0, 2);
  return Object.fromEntries(keys.map((key) => [key, sampleOf(findChild(site, key) ?? site)]));
}

// An object with so many keys, if the place knows so many.
function objectsOf(site: Site, size: number, own: Own): readonly JsonObject[] {
  const given = Object.keys(own.keys);
  const named = site.children.flatMap(({ path }) => path.slice(-1)).filter((step) => typeof step === "string");
  const [slot] = listSlots(site).flatMap(({ path }) => path.slice(-1));
  const others = Array.from({ length: size }, (_, index) =>
    typeof slot === "object" ? String(slot.keyOf(index)) : [],
  );
  const known = [...named, ...others.flat()].filter((key) => !given.includes(key) && !own.absent.includes(key));
  const keys = known.slice(0, Math.max(0, size - given.length));
  if (given.length + keys.length < size) return [];
  const entries = keys.map((key) => [key, sampleOf(findChild(site, key) ?? listSlots(site)[0] ?? site)] as const);
  return [{ ...own.keys, ...Object.fromEntries(entries) }];
}

/** The keys that the branches of a `oneOf` or `anyOf` demand, one each. */
export function listBranches(parts: readonly JsonSchema[], site: Site): readonly string[] {
  const keys = parts.flatMap(({ required, ...rest }) => (Object.keys(rest).length === 0 ? (required ?? []) : []));
  if (keys.length === parts.length) return keys;
  throw new TypeError(`Cannot read the branches at "${printPath(site.path)}": expected one required key in each`);
}

function legalWords(site: Site): readonly string[] {
  return site.schemas.flatMap((schema: JsonSchema) => schema.enum ?? []).filter((word) => typeof word === "string");
}
