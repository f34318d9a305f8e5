/** Values with one text in them that YAML reads as a number, unless it stands in quotes. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { flattenSchema } from "../../../test/property/flatten-schema.ts";

/** Legal as a name, too. */
const ODD = "1e3";

/** A text in values: the keys that lead to it, and those of its place in the model, `*` for an entry. */
interface Place {
  readonly path: readonly string[];
  readonly model: string;
  /** Whether the text is the last key itself. */
  readonly isKey: boolean;
}

/** Computes the objects of values; nothing where a guard refuses them. */
type Evaluate = (values: Values) => readonly object[] | undefined;

/**
 * Values with an odd text at each place of the model that some of the values have a text at, many in one as long as
 * none hides another: a text too many may be refused, or switch off what prints another.
 */
export function oddTexts(model: JsonSchema, all: readonly Values[], evaluate: Evaluate): readonly Values[] {
  const joined = new Set<string>();
  const alone = new Set<string>();
  return all.flatMap((values) => {
    const every = listPlaces(values, model, { path: [], model: "", isKey: false });
    const places = every.filter((place) => isNew(joined, `${place.path.join("\n")} ${place.isKey}`));
    // A key that is another leads elsewhere: it comes last.
    const inOrder = [...places.filter(({ isKey }) => !isKey), ...places.filter(({ isKey }) => isKey)];
    const { cases, left } = joinPlaces(values, inOrder, evaluate);
    // What is printed nowhere as it is may still show, in a hash for one.
    const rest = left
      .filter((place) => isNew(alone, `${place.model} ${place.isKey}`))
      .map((place) => changeAt(values, place.path, place.isKey) as Values); // values stay a map
    return [...cases, ...rest.filter((one) => evaluate(one) !== undefined)];
  });
}

function isNew(known: Set<string>, name: string): boolean {
  const isKnown = known.has(name);
  known.add(name);
  return !isKnown;
}

/** Values with odd texts at many places each, and the places that show nowhere. */
interface Joined {
  readonly cases: readonly Values[];
  readonly left: readonly Place[];
}

function joinPlaces(values: Values, places: readonly Place[], evaluate: Evaluate): Joined {
  const left: Place[] = [];
  let joined = values;
  let count = countOdd(evaluate(values));
  for (const place of places) {
    const more = changeAt(joined, place.path, place.isKey) as Values; // values stay a map
    const moreCount = countOdd(evaluate(more));
    if (moreCount > count) {
      joined = more;
      count = moreCount;
    } else left.push(place);
  }
  if (joined === values) return { cases: [], left };
  const others = joinPlaces(values, left, evaluate);
  return { cases: [joined, ...others.cases], left: others.left };
}

function countOdd(objects: readonly object[] | undefined): number {
  return objects === undefined ? -1 : JSON.stringify(objects).split(ODD).length;
}

function listPlaces(value: unknown, schema: JsonSchema, at: Place): readonly Place[] {
  if (typeof value === "string") return isComputed(at) ? [] : [at];
  if (typeof value !== "object" || value === null) return [];
  const { properties, keyed, items } = flattenSchema(schema);
  return Object.entries(value).flatMap(([key, child]): readonly Place[] => {
    const path = [...at.path, key];
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (own !== undefined) return listPlaces(child, own, { path, model: `${at.model}.${key}`, isKey: false });
    const model = `${at.model}.*`;
    const entry = Array.isArray(value) ? items : keyed.find(([pattern]) => new RegExp(pattern, "u").test(key))?.[1];
    const inside = entry === undefined ? [] : listPlaces(child, entry, { path, model, isKey: false });
    return Array.isArray(value) ? inside : [{ path, model, isKey: true }, ...inside];
  });
}

/** Texts that guards compute with, and print as they are: with any other text, what they compute has no meaning. */
const COMPUTED: ReadonlySet<string> = new Set(["cidr", "except", "loadBalancerSourceRanges", "succeededIndexes"]);

function isComputed({ path }: Place): boolean {
  const key = path.findLast((one) => !/^\d+$/.test(one));
  return key !== undefined && COMPUTED.has(key);
}

function changeAt(value: unknown, [key, ...rest]: readonly string[], isKey: boolean): unknown {
  if (key === undefined) return ODD;
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === key ? changeAt(item, rest, isKey) : item));
  const entries = Object.entries(value as object); // the path leads through maps and lists
  return Object.fromEntries(
    entries.map(([name, child]) => {
      if (name !== key) return [name, child];
      return isKey && rest.length === 0 ? [ODD, child] : [name, changeAt(child, rest, isKey)];
    }),
  );
}
