/** Writes equal parts of a schema once, as definitions: Helm compiles the whole schema each time that it starts. */

import { isMap } from "../../is-map.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { DEFINITIONS } from "../kubernetes/list-references.ts";

/** A part with fewer characters of JSON reads better where it is. */
const SHORTEST = 200;

/** Keywords with one part, or a list of parts; those of rules are about what other parts define. */
const PARTS: ReadonlySet<string> = new Set(["items", "additionalProperties", "propertyNames"]);
const RULES: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "contains"]);

/** Where a part stands: the keys of the values that lead to it, and whether it is a rule. */
interface Place {
  readonly keys: readonly string[];
  readonly isRule: boolean;
}

type Change = (part: JsonSchema, place: Place) => JsonSchema;

const ROOT: Place = { keys: [], isRule: false };

/**
 * The same schema, with each part that stands in several places as a definition. Its name is the shortest path of values
 * to it, as in `image.registry`; a rule is named after the first key that it is about, as in `podSecurity.rule`.
 */
export function shareDefinitions(schema: JsonSchema): JsonSchema {
  const { definitions = {}, ...body } = schema;
  const names = new Map(Object.entries(definitions).map(([name, part]) => [JSON.stringify(part), name]));
  const taken = new Set(Object.keys(definitions));
  const added = collectPlaces(schema).flatMap(([part, places]) => {
    const text = JSON.stringify(part);
    if (places.length < 2 || names.has(text)) return [];
    const name = freeName(nameOf(part, places), taken);
    names.set(text, name);
    taken.add(name);
    return [[name, part] as const];
  });
  const share: Change = (part) => {
    const name = names.get(JSON.stringify(part));
    return name === undefined ? changeParts(part, share) : { $ref: `${DEFINITIONS}${name}` };
  };
  const all = [...Object.entries(definitions), ...added].map(
    ([name, part]) => [name, changeParts(part, share)] as const,
  );
  if (all.length === 0) return schema;
  return { ...changeParts(body, share), definitions: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

// What stands in equal parts stands in one place: the definition that they become.
function collectPlaces({
  definitions = {},
  ...body
}: JsonSchema): readonly (readonly [JsonSchema, readonly Place[]])[] {
  const known = new Map<string, [part: JsonSchema, places: Place[]]>();
  const collect: Change = (part, place) => {
    const text = JSON.stringify(part);
    const found = known.get(text);
    found?.[1].push(place);
    if (found !== undefined || part.$ref !== undefined) return part;
    if (text.length >= SHORTEST) known.set(text, [part, [place]]);
    return changeParts(part, collect, place);
  };
  changeParts(body, collect);
  for (const [name, part] of Object.entries(definitions)) {
    // Paths begin with the name of a Kubernetes type; that of a chart whose values a stage has is none of their keys.
    changeParts(part, collect, /^[A-Z]/.test(name) ? { ...ROOT, keys: [name] } : ROOT);
  }
  return [...known.values()];
}

function changeParts(schema: JsonSchema, change: Change, place = ROOT): JsonSchema {
  const isRule = (keyword: string): boolean => place.isRule || RULES.has(keyword);
  const entries = Object.entries(schema).map(([keyword, value]: [string, unknown]) => {
    // A schema can be true or false, and has no parts then.
    const changed = (part: unknown, keys = place.keys): unknown =>
      isMap(part) ? change(part, { keys, isRule: isRule(keyword) }) : part;
    if (keyword === "properties") return [keyword, mapEach(value, (part, key) => changed(part, [...place.keys, key]))];
    if (keyword === "patternProperties") return [keyword, mapEach(value, (part) => changed(part))];
    if (!PARTS.has(keyword) && !RULES.has(keyword)) return [keyword, value];
    return [keyword, Array.isArray(value) ? value.map((part) => changed(part)) : changed(value)];
  });
  return Object.fromEntries(entries) as JsonSchema; // each keyword has a value of the kind that it had
}

function mapEach(map: unknown, change: (part: unknown, key: string) => unknown): unknown {
  return isMap(map) ? Object.fromEntries(Object.entries(map).map(([key, part]) => [key, change(part, key)])) : map;
}

function nameOf(part: JsonSchema, places: readonly Place[]): string {
  const inValues = places.filter(({ isRule }) => !isRule);
  const [{ keys } = ROOT] = (inValues.length > 0 ? inValues : places).toSorted((a, b) => a.keys.length - b.keys.length);
  return [...keys, ...(inValues.length > 0 ? [] : [...topicOf(part), "rule"])].join(".") || "entry";
}

/** The first key that a rule is about. */
function topicOf({ properties = {}, required = [], ...rule }: JsonSchema): readonly string[] {
  const [key] = [...Object.keys(properties), ...required];
  if (key !== undefined) return [key];
  const inner = rule.if ?? rule.not ?? rule.anyOf?.[0] ?? rule.oneOf?.[0];
  return inner === undefined ? [] : topicOf(inner);
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}${count}`)) count += 1;
  return `${name}${count}`;
}
