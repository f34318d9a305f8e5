/** Values from a values model: each field may be there or not, and each branch of a union may be left over. */
import fc from "fast-check";
import { Check } from "typebox/schema";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { ownEntry } from "../../generator/functions/own-entry.ts";
import { isMap } from "../../generator/is-map.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { isDefaulted } from "../../generator/values/defaults.ts";
import { FROM } from "../../generator/values/kubernetes/object-parts.ts";
import { type FlatSchema, flattenSchema } from "./flatten-schema.ts";
import { anyText, numberOf, textOf } from "./scalars.ts";

type Field = readonly [key: string, value: unknown];
type Fields = fc.Arbitrary<readonly Field[]>;

/** Called with the schema of each value that is drawn. */
export type Witness = (schema: JsonSchema) => void;

// Of a hundred optional fields, how many are there unless it is said.
const PRESENCE = 35;
// Of a hundred defaults, how many are removed.
const NULLS = 2;
const LEFT_OVER = 15;
const MOST_ENTRIES = 3;

/** Any JSON. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ readonly any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyText,
    fc.boolean(),
    numberOf([{}], false),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.array(fc.tuple(anyText, tie("any")), { maxLength: 3 }).map(Object.fromEntries),
  ),
})).any;

/** Names by the key of the field that holds them, or whose entries have them: `stage`, `ports`. */
export type Names = ReadonlyMap<string, readonly string[]>;

/** What is known of a place next to its schema. */
interface Place {
  readonly names: Names;
  /** Of a hundred optional fields, how many are there. */
  readonly presence: number;
  /** The key of the field. */
  readonly key: string;
  /** What is there already; it needs not be drawn again. */
  readonly base: unknown;
}

interface Base {
  /** What is there before the values. */
  readonly base?: Values;
}

/**
 * Values that fit a model but for its rules (`if` and `then`), which `settleValues` makes them fit.
 * A field with a default, or one that `base` has, may be absent.
 */
export function valuesArbitrary(
  model: JsonSchema,
  { names = new Map(), base = {}, presence = PRESENCE }: Partial<Pick<Place, "names" | "presence">> & Base = {},
): fc.Arbitrary<Values> {
  return arbitraryOf(model, { names, presence, key: "", base }) as fc.Arbitrary<Values>; // a model is an object
}

function arbitraryOf(schema: JsonSchema, place: Place): fc.Arbitrary<unknown> {
  const flat = flattenSchema(schema);
  if (flat.words.length > 0) return fc.constantFrom(...flat.words);
  if (flat.types.length === 0) return flat.properties[FROM] === undefined ? anyJson : partOfObject(flat, place);
  return fc.oneof(...flat.types.map((type) => arbitraryOfType(type, flat, place)));
}

// A part of a whole object, with references at any depth.
function partOfObject({ properties }: FlatSchema, place: Place): fc.Arbitrary<unknown> {
  const reference = arbitraryOf(properties[FROM] ?? {}, { ...place, key: FROM, base: undefined });
  const parts = fc.letrec<{ readonly part: unknown }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      anyJson,
      reference.map((from) => ({ [FROM]: from })),
      fc.array(tie("part"), { maxLength: 2 }),
      fc.array(fc.tuple(anyText, tie("part")), { maxLength: 2 }).map(Object.fromEntries),
    ),
  }));
  return parts.part;
}

function arbitraryOfType(type: string, flat: FlatSchema, place: Place): fc.Arbitrary<unknown> {
  switch (type) {
    case "string":
      return namesOr(place, textOf(flat.parts), flat.parts);
    case "integer":
      return numberOf(flat.parts, true);
    case "number":
      return numberOf(flat.parts, false);
    case "boolean":
      return fc.boolean();
    case "array":
      return arrayOf(flat, place);
    case "object":
      return objectOf(flat, place);
    default:
      throw new TypeError(`Cannot draw a value of type "${type}"`);
  }
}

// Mostly the known names: others find nothing, and guards refuse them.
function namesOr(
  { names, key }: Place,
  text: fc.Arbitrary<string>,
  parts: readonly JsonSchema[],
): fc.Arbitrary<string> {
  const known = (names.get(key) ?? []).filter((name) => parts.every((part) => Check(part, name)));
  if (known.length === 0) return text;
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: text });
}

function arrayOf({ parts, items }: FlatSchema, place: Place): fc.Arbitrary<unknown> {
  const minLength = Math.max(0, ...parts.map(({ minItems = 0 }) => minItems));
  const maxLength = Math.max(
    minLength,
    Math.min(MOST_ENTRIES, ...parts.map(({ maxItems = MOST_ENTRIES }) => maxItems)),
  );
  const item = items === undefined ? anyJson : arbitraryOf(items, { ...place, base: undefined });
  if (!parts.some(({ uniqueItems }) => uniqueItems)) return fc.array(item, { minLength, maxLength });
  return fc.uniqueArray(item, { minLength, maxLength, selector: (value) => JSON.stringify(value) });
}

function objectOf(flat: FlatSchema, place: Place): fc.Arbitrary<object> {
  const branches = branchesOf(flat);
  const fields = Object.entries(flat.properties)
    .filter(([key]) => !branches.some((branch) => branch.key === key || (branch.type !== undefined && key === "type")))
    .map(([key, schema]) => {
      const below = placeBelow(place, key);
      const isNeeded = flat.required.has(key) && !isDefaulted(schema) && below.base === undefined;
      return fieldOf(schema, below, isNeeded ? 100 : place.presence);
    });
  const all = fc.tuple(...fields, ...branchFields(branches, flat, place), ...entriesOf(flat, place));
  return fc.tuple(all, fc.nat()).map(([parts, turn]) => Object.fromEntries(pickFields(parts.flat(), turn, flat)));
}

// Where an object may have few fields, any of them.
function pickFields(fields: readonly Field[], turn: number, { parts, required }: FlatSchema): readonly Field[] {
  const most = Math.min(...parts.map(({ maxProperties = fields.length }) => maxProperties));
  if (fields.length <= most) return fields;
  const [needed, others] = [fields.filter(([key]) => required.has(key)), fields.filter(([key]) => !required.has(key))];
  const start = turn % Math.max(1, others.length);
  return [...needed, ...others.slice(start), ...others.slice(0, start)].slice(0, most);
}

function placeBelow({ names, presence, base }: Place, key: string): Place {
  return { names, presence, key, base: isMap(base) ? ownEntry(base, key) : undefined };
}

function fieldOf(schema: JsonSchema, place: Place, presence: number): Fields {
  const there = arbitraryOf(schema, place).map((value): readonly Field[] => [[place.key, value]]);
  if (presence === 100) return there;
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 100 - presence, arbitrary: fc.constant([]) },
    { weight: presence, arbitrary: there },
    { weight: isDefaulted(schema) ? NULLS : 0, arbitrary: fc.constant([[place.key, null]]) },
  );
}

/** A field of which there is one of several, and the `type` that says so. */
interface Branch {
  readonly key: string;
  readonly type?: string;
}

// The branches that a `type` names, be it with a capital letter, or of which just one is demanded.
function branchesOf({ parts, properties }: FlatSchema): readonly Branch[] {
  const types = flattenSchema(properties["type"] ?? {}).words.map(String);
  const named = types.map((type) => ({
    key: [type, type.charAt(0).toLowerCase() + type.slice(1)].find((key) => Object.hasOwn(properties, key)) ?? "",
    type,
  }));
  if (named.length > 0 && named.every(({ key }) => key !== "")) return named;
  const [demanded = []] = parts.flatMap(({ oneOf, anyOf }) => [oneOf, anyOf].filter((choice) => choice !== undefined));
  return demanded.flatMap(({ required = [] }) => required).map((key) => ({ key }));
}

function branchFields(branches: readonly Branch[], flat: FlatSchema, place: Place): readonly Fields[] {
  if (branches.length === 0) return [];
  const hasType = branches.some(({ type }) => type !== undefined);
  const isBounded = flat.parts.some(({ maxProperties }) => maxProperties !== undefined);
  const field = ({ key }: Branch, presence: number): Fields =>
    fieldOf(flat.properties[key] ?? {}, placeBelow(place, key), presence);
  const chosen = fc.constantFrom(...branches).chain((branch) => {
    const others = hasType && !isBounded ? branches.filter((other) => other !== branch) : [];
    const leftOver = others.map((other) => field(other, LEFT_OVER));
    return fc
      .tuple(fc.integer({ min: 0, max: 9 }), field(branch, 100), ...leftOver)
      .map(([draw, own, ...rest]): readonly Field[] => {
        const fields = [...own, ...rest.flat()];
        const isTyped = hasType && (fields.length > 1 || draw > 4 || flat.required.has("type"));
        return isTyped ? [["type", branch.type], ...fields] : fields;
      });
  });
  const isSwitched = flat.properties["enabled"] !== undefined;
  // An entry that is disabled needs no branch.
  const none = fc.constant<readonly Field[]>([["enabled", false]]);
  return [isSwitched ? fc.oneof({ weight: 9, arbitrary: chosen }, { weight: 1, arbitrary: none }) : chosen];
}

function entriesOf({ parts, keyed, isOpen, properties }: FlatSchema, place: Place): readonly Fields[] {
  const most = Math.min(MOST_ENTRIES, ...parts.map(({ maxProperties = MOST_ENTRIES }) => maxProperties));
  const fits = (key: string): boolean => !Object.hasOwn(properties, key);
  const tooLong = parts
    .flatMap(({ patternProperties = {} }) => Object.entries(patternProperties))
    .filter(([, entry]) => entry.not !== undefined);
  const isShort = (key: string): boolean => !tooLong.some(([pattern]) => new RegExp(pattern, "u").test(key));
  const maps = keyed.map(([pattern, entry]) => {
    const key = textOf([pattern === "" ? {} : { pattern }]).filter((one) => fits(one) && isShort(one));
    const defaults = parts.flatMap((part) => Object.keys((part.default as object | undefined) ?? {})); // a map's default is a map
    const there = [...defaults, ...Object.keys(isMap(place.base) ? place.base : {})].filter(fits);
    const name = there.length === 0 ? key : fc.oneof({ weight: 4, arbitrary: key }, fc.constantFrom(...there));
    const names = namesOr(place, name, []);
    const below = { ...place, key: "", base: undefined };
    const entries = fc.array(fc.tuple(names, arbitraryOf(entry, below)), { maxLength: most });
    if (defaults.length === 0) return entries;
    const removed = fc.constantFrom(...defaults).map((one): readonly Field[] => [[one, null]]);
    return fc.oneof(
      { withCrossShrink: true },
      { weight: 100 - NULLS, arbitrary: entries },
      { weight: NULLS, arbitrary: removed },
    );
  });
  if (!isOpen) return maps;
  return [...maps, fc.array(fc.tuple(anyText.filter(fits), anyJson), { maxLength: 2 })];
}
