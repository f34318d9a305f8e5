/** Values from a values model: each field may be there or not, and each branch of a union may be left over. */
import fc from "fast-check";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { isDefaulted } from "../../generator/values/defaults.ts";
import { type FlatSchema, flattenSchema } from "./flatten-schema.ts";
import { anyText, numberOf, textOf } from "./scalars.ts";

type Field = readonly [key: string, value: unknown];
type Fields = fc.Arbitrary<readonly Field[]>;

/** Told of the schema of each value that is drawn. */
export type Witness = (schema: JsonSchema) => void;

// Of a hundred optional fields, how many are there.
const PRESENCE = 35;
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

/**
 * Values that fit a model but for its rules (`if` and `then`), which `settleValues` makes them fit.
 * A field with a default may be absent.
 */
export function valuesArbitrary(model: JsonSchema): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return arbitraryOf(model) as fc.Arbitrary<Readonly<Record<string, unknown>>>; // a model is an object
}

function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const flat = flattenSchema(schema);
  if (flat.words.length > 0) return fc.constantFrom(...flat.words);
  if (flat.types.length === 0) return anyJson;
  return fc.oneof(...flat.types.map((type) => arbitraryOfType(type, flat)));
}

function arbitraryOfType(type: string, flat: FlatSchema): fc.Arbitrary<unknown> {
  switch (type) {
    case "string":
      return textOf(flat.parts);
    case "integer":
      return numberOf(flat.parts, true);
    case "number":
      return numberOf(flat.parts, false);
    case "boolean":
      return fc.boolean();
    case "array":
      return arrayOf(flat);
    case "object":
      return objectOf(flat);
    default:
      throw new TypeError(`Cannot draw a value of type "${type}"`);
  }
}

function arrayOf({ parts, items }: FlatSchema): fc.Arbitrary<unknown> {
  const minLength = Math.max(0, ...parts.map(({ minItems = 0 }) => minItems));
  const maxLength = Math.max(
    minLength,
    Math.min(MOST_ENTRIES, ...parts.map(({ maxItems = MOST_ENTRIES }) => maxItems)),
  );
  const item = items === undefined ? anyJson : arbitraryOf(items);
  if (!parts.some(({ uniqueItems }) => uniqueItems)) return fc.array(item, { minLength, maxLength });
  return fc.uniqueArray(item, { minLength, maxLength, selector: (value) => JSON.stringify(value) });
}

function objectOf(flat: FlatSchema): fc.Arbitrary<object> {
  const branches = branchesOf(flat);
  const fields = Object.entries(flat.properties)
    .filter(([key]) => !branches.includes(key) && !(branches.length > 0 && key === "type"))
    .map(([key, schema]) => fieldOf(key, schema, flat.required.has(key) && !isDefaulted(schema) ? 100 : PRESENCE));
  const all = fc.tuple(...fields, ...branchFields(branches, flat), ...entriesOf(flat));
  return all.map((parts) => Object.fromEntries(parts.flat()));
}

function fieldOf(key: string, schema: JsonSchema, presence: number): Fields {
  const there = arbitraryOf(schema).map((value): readonly Field[] => [[key, value]]);
  if (presence === 100) return there;
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 100 - presence, arbitrary: fc.constant([]) },
    { weight: presence, arbitrary: there },
  );
}

// The branches that a `type` names, or of which just one is demanded.
function branchesOf({ parts, properties }: FlatSchema): readonly string[] {
  const named = flattenSchema(properties["type"] ?? {}).words;
  if (named.length > 0 && named.every((name) => Object.hasOwn(properties, String(name)))) return named.map(String);
  const [demanded = []] = parts.flatMap(({ oneOf, anyOf }) => [oneOf, anyOf].filter((choice) => choice !== undefined));
  return demanded.flatMap(({ required = [] }) => required);
}

function branchFields(branches: readonly string[], flat: FlatSchema): readonly Fields[] {
  if (branches.length === 0) return [];
  const hasType = flat.properties["type"] !== undefined;
  const schemaOf = (key: string): JsonSchema => flat.properties[key] ?? {};
  const chosen = fc.constantFrom(...branches).chain((branch) => {
    const others = hasType ? branches.filter((other) => other !== branch) : [];
    const leftOver = others.map((other) => fieldOf(other, schemaOf(other), LEFT_OVER));
    return fc
      .tuple(fc.integer({ min: 0, max: 9 }), fieldOf(branch, schemaOf(branch), 100), ...leftOver)
      .map(([draw, own, ...rest]): readonly Field[] => {
        const fields = [...own, ...rest.flat()];
        const isTyped = hasType && (fields.length > 1 || draw > 4);
        return isTyped ? [["type", branch], ...fields] : fields;
      });
  });
  const isSwitched = flat.properties["enabled"] !== undefined;
  // An entry that is switched off needs no branch.
  const none = fc.constant<readonly Field[]>([["enabled", false]]);
  return [isSwitched ? fc.oneof({ weight: 9, arbitrary: chosen }, { weight: 1, arbitrary: none }) : chosen];
}

function entriesOf({ parts, keyed, isOpen, properties }: FlatSchema): readonly Fields[] {
  const most = Math.min(MOST_ENTRIES, ...parts.map(({ maxProperties = MOST_ENTRIES }) => maxProperties));
  const fits = (key: string): boolean => !Object.hasOwn(properties, key);
  const tooLong = parts
    .flatMap(({ patternProperties = {} }) => Object.entries(patternProperties))
    .filter(([, entry]) => entry.not !== undefined);
  const isShort = (key: string): boolean => !tooLong.some(([pattern]) => new RegExp(pattern, "u").test(key));
  const maps = keyed.map(([pattern, entry]) => {
    const key = textOf([pattern === "" ? {} : { pattern }]).filter((one) => fits(one) && isShort(one));
    const known = parts.flatMap((part) => Object.keys((part.default as object | undefined) ?? {})); // a map's default is a map
    const names =
      known.length === 0
        ? key
        : fc.oneof({ weight: 4, arbitrary: key }, { weight: 1, arbitrary: fc.constantFrom(...known) });
    return fc.array(fc.tuple(names, arbitraryOf(entry)), { maxLength: most });
  });
  if (!isOpen) return maps;
  return [...maps, fc.array(fc.tuple(anyText.filter(fits), anyJson), { maxLength: 2 })];
}
