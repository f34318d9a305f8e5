/** What a values file must hold so that the `if` of a rule is true, or false. */
import type { Json, JsonSchema } from "../../../generator/json-schema.ts";
import type { Edit } from "./mistake.ts";
import { findChild, listSlots, printPath, type Site } from "./site.ts";
import { findText, listBranches, otherThan, sampleOf } from "./wrong-value.ts";

/** Ways to make a condition so: each is a list of edits that belong together. */
export type Ways = readonly (readonly Edit[])[];

const VALUE_KEYWORDS = ["const", "enum", "pattern", "minLength", "minItems", "contains"];
// A condition of a type goes with others, which are about values of that type.
const KNOWN = ["type", "properties", "additionalProperties", "required", "anyOf", "oneOf", "not", ...VALUE_KEYWORDS];

/** The ways to make a condition true at a place. */
export function satisfy(condition: JsonSchema, site: Site): Ways {
  checkKnown(condition, site);
  const { properties = {}, required = [], anyOf, oneOf, not } = condition;
  const held = required.map((key) => presence(childOf(site, key)));
  // What a condition says of a value makes it present; for an object or a list that takes an edit of its own.
  const present = held.filter((edit) => edit.do === "hold" || properties[String(edit.path.at(-1))] === undefined);
  const values = Object.entries(properties).map(([key, schema]) =>
    isNever(schema) ? [[omission(childOf(site, key))]] : satisfy(schema, childOf(site, key)),
  );
  const any = [anyOf, oneOf].flatMap((parts) =>
    parts === undefined ? [] : [parts.flatMap((part) => satisfy(part, site))],
  );
  return combine([
    ...present.map((edit) => [[edit]]),
    ...values,
    ...any,
    ...(not === undefined ? [] : [falsify(not, site)]),
    ...valuesWhere(condition, site, true),
  ]);
}

/** The ways to make a condition false at a place. */
export function falsify(condition: JsonSchema, site: Site): Ways {
  checkKnown(condition, site);
  const { properties = {}, additionalProperties, required = [], anyOf, oneOf, not } = condition;
  const ways: Ways = [
    ...required.slice(0, 1).map((key) => [omission(childOf(site, key))]),
    ...Object.entries(properties).flatMap(([key, schema]) => falsify(schema, childOf(site, key))),
    ...(typeof additionalProperties === "object"
      ? listSlots(site).flatMap((slot) => falsify(additionalProperties, slot))
      : []),
    ...(anyOf === undefined ? [] : combine(anyOf.map((part) => falsify(part, site)))),
    ...(oneOf === undefined ? [] : notJustOne(oneOf, site)),
    ...(not === undefined ? [] : satisfy(not, site)),
    ...valuesWhere(condition, site, false).flat(),
  ];
  if (ways.length === 0) throw new TypeError(`Cannot make a condition false at "${printPath(site.path)}"`);
  return ways;
}

// None of the branches, or two of them.
function notJustOne(parts: readonly JsonSchema[], site: Site): Ways {
  const branches = listBranches(parts, site).map((key) => childOf(site, key));
  return [branches.map(omission), branches.slice(0, 2).map(presence)];
}

function valuesWhere(condition: JsonSchema, site: Site, isTrue: boolean): readonly Ways[] {
  const set = (value: Json): readonly Ways[] => [[[{ do: "set", path: site.path, value, isWrong: false }]]];
  const words = (condition.const === undefined ? condition.enum : [condition.const]) as readonly Json[] | undefined; // a schema is JSON
  if (words !== undefined) return set(isTrue ? (words[0] ?? null) : otherThan(words, site));
  if (condition.pattern !== undefined) return set(findText(condition.pattern, { matches: isTrue, at: site }));
  if (condition.contains !== undefined) return set(isTrue ? [condition.contains.const as Json] : []); // a schema is JSON
  if (condition.minItems !== undefined) return itemsWhere(condition.minItems, site, isTrue);
  return condition.minLength === undefined ? [] : set(isTrue ? "a".repeat(condition.minLength) : "");
}

// A list with an item, or without any.
function itemsWhere(minItems: number, site: Site, isTrue: boolean): readonly Ways[] {
  const [item] = listSlots(site);
  if (minItems !== 1 || item === undefined) {
    throw new TypeError(`Cannot read a condition at "${printPath(site.path)}": expected minItems of 1`);
  }
  if (!isTrue) return [[[{ do: "set", path: site.path, value: [], isWrong: false }]]];
  return [[[{ do: "set", path: item.path, value: sampleOf(item), isWrong: false }]]];
}

function presence(site: Site): Edit {
  const value = sampleOf(site);
  if (typeof value !== "object") return { do: "set", path: site.path, value, isWrong: false };
  return { do: "hold", path: site.path, value: Array.isArray(value) ? "array" : "object" };
}

function omission(site: Site): Edit {
  return { do: "omit", path: site.path, isWrong: false };
}

// `false` in the place of a schema refuses every value.
function isNever(schema: JsonSchema | boolean): boolean {
  return schema === false;
}

function childOf(site: Site, key: string): Site {
  const child = findChild(site, key);
  if (child === undefined) throw new TypeError(`Cannot read a condition at "${printPath(site.path)}": no key "${key}"`);
  return child;
}

function checkKnown(condition: JsonSchema, site: Site): void {
  const unknown = Object.keys(condition).filter((keyword) => !KNOWN.includes(keyword));
  if (unknown.length === 0) return;
  throw new TypeError(`Cannot read a condition at "${printPath(site.path)}": unknown keywords ${unknown.join(", ")}`);
}

function combine(parts: readonly Ways[]): Ways {
  return parts.reduce<Ways>((ways, part) => ways.flatMap((way) => part.map((more) => [...way, ...more])), [[]]);
}
