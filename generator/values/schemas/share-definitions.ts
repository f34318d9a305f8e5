/** Writes equal parts of a schema once, as definitions: Helm compiles the whole schema each time that it starts. */

import { isMap } from "../../is-map.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { oncePer } from "../../once-per.ts";
import { DEFINITIONS } from "../kubernetes/list-references.ts";

/** A part with fewer characters of JSON reads better where it is, and a pattern with fewer costs little to compile. */
const SHORTEST = 200;
const SHORTEST_PATTERN = 20;

/** Of a part that has parts: Helm compiles each of them, and a reference in the place of all. */
const SHORTEST_WITH_PARTS = 100;

/** Keywords with a part by each key; with one part, or a list of parts; those of rules are about what others define. */
const KEYED: ReadonlySet<string> = new Set(["properties", "patternProperties"]);
const PARTS: ReadonlySet<string> = new Set(["items", "additionalProperties", "propertyNames"]);
const RULES: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "contains"]);

/** Where a part stands: the keys of the values that lead to it, and whether it is a rule. */
interface Place {
  readonly keys: readonly string[];
  readonly isRule: boolean;
}

type Change = (part: JsonSchema, place: Place) => JsonSchema;

/** What is known of a part, or of anything in it: equal ones have the same number, and as many characters of JSON. */
interface Measure {
  readonly number: number;
  readonly length: number;
}

type MeasureOf = (part: object) => Measure;

/** What of a part can be a definition, and what then stands next to the reference to it; nothing for a short part. */
type Split = (part: JsonSchema, measureOf: MeasureOf) => { shared: JsonSchema; own: JsonSchema } | undefined;

const ROOT: Place = { keys: [], isRule: false };

/**
 * The same schema, with each part that stands in several places as a definition. Its name is the shortest path of values
 * to it, as in `image.registry`; a rule is named after the first key that it is about, as in `podSecurity.rule`. Where
 * only what a part says to readers differs, that stands next to the reference: validators read no further, editors do.
 */
export function shareDefinitions(schema: JsonSchema): JsonSchema {
  const measureOf = measureParts();
  return share(share(schema, splitWhole, measureOf), splitAnnotations, measureOf);
}

const splitWhole: Split = (part, measureOf) => {
  const shortest = hasParts(part) ? SHORTEST_WITH_PARTS : SHORTEST;
  return measureOf(part).length < shortest ? undefined : { shared: part, own: {} };
};

const splitAnnotations: Split = ({ description, default: value, examples, ...shared }, measureOf) => {
  const { pattern = "", patternProperties = {} } = shared;
  const longest = Math.max(...[pattern, ...Object.keys(patternProperties)].map((each) => each.length));
  if (longest < SHORTEST_PATTERN && measureOf(shared).length < SHORTEST) return undefined;
  const own = Object.entries({ description, default: value, examples }).filter(([, each]) => each !== undefined);
  return { shared, own: Object.fromEntries(own) };
};

function share(schema: JsonSchema, splitPart: Split, measureOf: MeasureOf): JsonSchema {
  const split = oncePer((part: JsonSchema) => splitPart(part, measureOf));
  const { definitions = {}, ...body } = schema;
  const names = new Map(Object.entries(definitions).map(([name, part]) => [measureOf(part).number, name]));
  const taken = new Set(Object.keys(definitions));
  const added = collectPlaces(schema, split, measureOf).flatMap(([part, places]) => {
    const { number } = measureOf(part);
    if (places.length < 2 || names.has(number)) return [];
    const name = freeName(nameOf(part, places), taken);
    names.set(number, name);
    taken.add(name);
    return [[name, part] as const];
  });
  const refer: Change = (part) => {
    const { shared, own } = split(part) ?? { shared: part, own: {} };
    const name = names.get(measureOf(shared).number);
    return name === undefined ? changeParts(part, refer) : { $ref: `${DEFINITIONS}${name}`, ...own };
  };
  const all = [...Object.entries(definitions), ...added].map(
    ([name, part]) => [name, changeParts(part, refer)] as const,
  );
  if (all.length === 0) return schema;
  return { ...changeParts(body, refer), definitions: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/**
 * Measures each part once, and by the measures of what is in it: parts stand in each other, and are asked often. Parts
 * with equal keys say the same, in whatever order.
 */
function measureParts(): MeasureOf {
  const known = new WeakMap<object, Measure>();
  const numbers = new Map<string, number>();
  const write = (value: unknown): { readonly text: string; readonly length: number } => {
    if (typeof value !== "object" || value === null) {
      const text = JSON.stringify(value);
      return { text, length: text.length };
    }
    const { number, length } = measureOf(value);
    return { text: `#${number}`, length };
  };
  const measureOf: MeasureOf = (part) => {
    const found = known.get(part);
    if (found !== undefined) return found;
    const isList = Array.isArray(part);
    let length = 2;
    const texts: string[] = [];
    for (const [key, value] of Object.entries(part)) {
      if (value === undefined) continue;
      const written = write(value);
      const name = isList ? "" : `${JSON.stringify(key)}:`;
      length += name.length + written.length + (texts.length === 0 ? 0 : 1);
      texts.push(`${name}${written.text}`);
    }
    const text = isList ? `[${texts.join()}]` : `{${texts.sort().join()}}`;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    const measure = { number, length };
    known.set(part, measure);
    return measure;
  };
  return measureOf;
}

// What stands in equal parts stands in one place: the definition that they become.
function collectPlaces(
  { definitions = {}, ...body }: JsonSchema,
  split: (part: JsonSchema) => ReturnType<Split>,
  measureOf: MeasureOf,
): readonly (readonly [JsonSchema, readonly Place[]])[] {
  const known = new Map<number, [part: JsonSchema, places: Place[]]>();
  const collect: Change = (part, place) => {
    const shared = part.$ref === undefined ? split(part)?.shared : undefined;
    const key = shared && measureOf(shared).number;
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

/** The same part where none of its own is changed: what is known of it holds still. */
function changeParts(schema: JsonSchema, change: Change, place = ROOT): JsonSchema {
  let result: object = schema;
  for (const [keyword, value] of Object.entries(schema) as [string, unknown][]) {
    if (!holdsParts(keyword)) continue;
    const isKeyed = KEYED.has(keyword);
    const isRule = place.isRule || RULES.has(keyword);
    // A schema can be true or false, and has no parts then.
    const changed = (part: unknown, keys = place.keys): unknown =>
      isMap(part) ? change(part, { keys, isRule }) : part;
    let parts = value;
    if (keyword === "properties") parts = mapEach(value, (part, key) => changed(part, [...place.keys, key]));
    else if (isKeyed) parts = mapEach(value, (part) => changed(part));
    else parts = Array.isArray(value) ? mapList(value, (part) => changed(part)) : changed(value);
    // A copy with the same order of keywords.
    if (parts !== value) result = { ...result, [keyword]: parts };
  }
  return result as JsonSchema; // each keyword has a value of the kind that it had
}

function mapEach(map: unknown, change: (part: unknown, key: string) => unknown): unknown {
  if (!isMap(map)) return map;
  const changed = Object.entries(map).map(([key, part]) => [key, change(part, key)] as const);
  return changed.every(([key, part]) => part === map[key]) ? map : Object.fromEntries(changed);
}

function mapList(list: readonly unknown[], change: (part: unknown) => unknown): readonly unknown[] {
  const changed = list.map(change);
  return changed.every((part, i) => part === list[i]) ? list : changed;
}

function hasParts(part: JsonSchema): boolean {
  return Object.keys(part).some(holdsParts);
}

function holdsParts(keyword: string): boolean {
  return KEYED.has(keyword) || PARTS.has(keyword) || RULES.has(keyword);
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
