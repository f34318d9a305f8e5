/** Writes equal parts of a schema once, as definitions: Helm compiles the whole schema each time that it starts. */

import { isMap } from "../../is-map.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { DEFINITIONS } from "../kubernetes/list-references.ts";

/** A part with fewer characters of JSON reads better where it is, and a pattern with fewer costs little to compile. */
const SHORTEST = 200;
const SHORTEST_PATTERN = 20;

/** Keywords with one part, or a list of parts; those of rules are about what other parts define. */
const PARTS: ReadonlySet<string> = new Set(["items", "additionalProperties", "propertyNames"]);
const RULES: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "contains"]);

/** Where a part stands: the keys of the values that lead to it, and whether it is a rule. */
interface Place {
  readonly keys: readonly string[];
  readonly isRule: boolean;
}

type Change = (part: JsonSchema, place: Place) => JsonSchema;

/** What of a part can be a definition, and what then stands next to the reference to it; nothing for a short part. */
type Split = (part: JsonSchema) => { readonly shared: JsonSchema; readonly own: JsonSchema } | undefined;

const ROOT: Place = { keys: [], isRule: false };

/**
 * The same schema, with each part that stands in several places as a definition. Its name is the shortest path of values
 * to it, as in `image.registry`; a rule is named after the first key that it is about, as in `podSecurity.rule`. Where
 * only what a part says to readers differs, that stands next to the reference: validators read no further, editors do.
 */
export function shareDefinitions(schema: JsonSchema): JsonSchema {
  return share(share(schema, splitWhole), splitAnnotations);
}

function splitWhole(part: JsonSchema): ReturnType<Split> {
  return JSON.stringify(part).length < SHORTEST ? undefined : { shared: part, own: {} };
}

function splitAnnotations({ description, default: value, examples, ...shared }: JsonSchema): ReturnType<Split> {
  const { pattern = "", patternProperties = {} } = shared;
  const longest = Math.max(...[pattern, ...Object.keys(patternProperties)].map((each) => each.length));
  if (longest < SHORTEST_PATTERN && JSON.stringify(shared).length < SHORTEST) return undefined;
  const own = Object.entries({ description, default: value, examples }).filter(([, each]) => each !== undefined);
  return { shared, own: Object.fromEntries(own) };
}

function share(schema: JsonSchema, split: Split): JsonSchema {
  const { definitions = {}, ...body } = schema;
  const names = new Map(Object.entries(definitions).map(([name, part]) => [keyOf(part), name]));
  const taken = new Set(Object.keys(definitions));
  const added = collectPlaces(schema, split).flatMap(([part, places]) => {
    const key = keyOf(part);
    if (places.length < 2 || names.has(key)) return [];
    const name = freeName(nameOf(part, places), taken);
    names.set(key, name);
    taken.add(name);
    return [[name, part] as const];
  });
  const refer: Change = (part) => {
    const { shared, own } = split(part) ?? { shared: part, own: {} };
    const name = names.get(keyOf(shared));
    return name === undefined ? changeParts(part, refer) : { $ref: `${DEFINITIONS}${name}`, ...own };
  };
  const all = [...Object.entries(definitions), ...added].map(
    ([name, part]) => [name, changeParts(part, refer)] as const,
  );
  if (all.length === 0) return schema;
  return { ...changeParts(body, refer), definitions: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Parts with equal keys say the same, in whatever order. */
function keyOf(part: JsonSchema): string {
  return JSON.stringify(part, (_, value: unknown) =>
    isMap(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

// What stands in equal parts stands in one place: the definition that they become.
function collectPlaces(
  { definitions = {}, ...body }: JsonSchema,
  split: Split,
): readonly (readonly [JsonSchema, readonly Place[]])[] {
  const known = new Map<string, [part: JsonSchema, places: Place[]]>();
  const collect: Change = (part, place) => {
    const shared = part.$ref === undefined ? split(part)?.shared : undefined;
    const key = shared && keyOf(shared);
    const found = key === undefined ? undefined : known.get(key);
    found?.[1].push(place);
    if (found !== undefined || part.$ref !== undefined) return part;
    if (key !== undefined && shared !== undefined) known.set(key, [shared, [place]]);
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
