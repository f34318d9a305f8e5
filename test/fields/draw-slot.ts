/** A value drawn until each of its fields has had two contents that the chart admits. */
import { sample } from "fast-check";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { isMap } from "../../generator/is-map.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { admitValues, fitValues } from "../property/draw-cases.ts";
import { flattenSchema } from "../property/flatten-schema.ts";
import { schemaOf, setAt } from "../property/settle-values.ts";
import { slotArbitrary } from "../property/slot-arbitrary.ts";
import type { Subject } from "../property/subject.ts";
import { examples } from "./bases.ts";
import { listFields, listPlaces, type Slot } from "./list-slots.ts";

/** How often a value is drawn at most; what is still missing is given up when some draws in a row brought nothing. */
const MOST_DRAWS = 100;
const DRAWS_AT_ONCE = 20;
/** How many contents of a field are tried: one may be what is there without it. */
const CONTENTS = 2;

/** Values that a chart admits, with something else in one place. */
export interface DrawnSlot {
  readonly values: readonly Values[];
  /** Whether each field of the value was admitted. */
  readonly isComplete: boolean;
}

/** Draws a value next to others, and makes them fit it as far as is known how. */
export function drawSlot(subject: Subject, slot: Slot, base: Values): DrawnSlot {
  const drawn = listPlaces(slot.keys, base).map((path) => drawPlace(subject, slot.schema, path, base));
  return { values: drawn.flatMap(({ values }) => values), isComplete: drawn.every(({ isComplete }) => isComplete) };
}

function drawPlace(subject: Subject, schema: JsonSchema, path: readonly string[], base: Values): DrawnSlot {
  const wanted = new Map(listFields(schema).map((field) => [field, new Set<string>()]));
  const isWanted = ([field, content]: Content): boolean => {
    const had = wanted.get(field);
    return had !== undefined && had.size < CONTENTS && !had.has(content);
  };
  const arbitrary = slotArbitrary(schema, subject.names);
  const admitted: Values[] = [];
  const isComplete = (): boolean => [...wanted.values()].every((contents) => contents.size > 0);
  let isFruitful = true;
  for (let seed = 0; seed < MOST_DRAWS / DRAWS_AT_ONCE && isFruitful && !(seed > 0 && isComplete()); seed += 1) {
    const before = admitted.length;
    const some = sample(arbitrary, { seed, numRuns: DRAWS_AT_ONCE });
    // What an example shows may hardly come about by chance.
    const own = examples[path.join(".")];
    const shown = [...(schema.examples ?? []), ...(own === undefined ? [] : [own])];
    for (const drawn of seed === 0 ? [...shown, ...some] : some) {
      if (!listContents(schema, drawn, "").some(isWanted)) continue;
      const fitting = fitValues(subject, setAt(base, path, drawn) as Values); // a map stays one
      if (fitting === undefined) continue;
      const values = admitValues(subject, fitting);
      const contents = listContents(schema, valueAt(values, path), "").filter(isWanted);
      if (contents.length === 0) continue;
      for (const [field, content] of contents) wanted.get(field)?.add(content);
      admitted.push(values);
    }
    isFruitful = admitted.length > before;
  }
  return { values: admitted, isComplete: isComplete() };
}

type Content = readonly [path: string, content: string];

function listContents(schema: JsonSchema, value: unknown, path: string): readonly Content[] {
  const { properties, items } = flattenSchema(schema);
  if (Array.isArray(value)) return value.flatMap((item) => listContents(items ?? {}, item, `${path}[]`));
  // What a check refused is no longer there.
  if (value === undefined) return [];
  if (!isMap(value)) return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, child]) =>
    listContents(schemaOf(schema, key) ?? {}, child, `${path}.${Object.hasOwn(properties, key) ? key : "<key>"}`),
  );
}

function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  return key === undefined ? value : valueAt(isMap(value) ? value[key] : undefined, rest);
}
