/** One value of a chart with most of its fields: what is deep hardly comes about where all values are drawn at once. */
import fc from "fast-check";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { bases } from "../fields/bases.ts";
import { listFields, listPlaces, listSlots, type Slot } from "../fields/list-slots.ts";
import { setAt } from "./settle-values.ts";
import type { Subject } from "./subject.ts";
import { type Names, valuesArbitrary } from "./values-arbitrary.ts";

/** Of a hundred optional fields, how many are there. */
const PRESENCE = 80;

/** Names of the containers of the bases, by the key of the field that has them. */
const CONTAINERS: Names = new Map([
  ["container", ["main", "prepare"]],
  ["containerName", ["main"]],
]);

/** What may stand in one place of the values. */
export function slotArbitrary(schema: JsonSchema, names: Names): fc.Arbitrary<unknown> {
  return valuesArbitrary(
    { type: "object", properties: { drawn: schema }, required: ["drawn"] },
    { names: new Map([...names, ...CONTAINERS]), presence: PRESENCE },
  ).map(({ drawn }) => drawn);
}

/** The values of which a chart makes all of its objects, with another content in one place; none where there are none. */
export function onePlaceOf({ name, model, names }: Subject): fc.Arbitrary<Values> | undefined {
  const all = bases[name]?.flatMap(({ values, variants = [] }) =>
    [{}, ...variants].map((variant) => ({ ...values, ...variant })),
  );
  if (all === undefined) return undefined;
  // What holds more is drawn more often.
  const slots = listSlots(model).flatMap((slot): readonly Slot[] =>
    Array.from({ length: Math.ceil(listFields(slot.schema).length / 2) }, () => slot),
  );
  return fc.tuple(fc.constantFrom(...all), fc.constantFrom(...slots)).chain(
    ([base, { keys, schema }]) =>
      fc
        .tuple(fc.constantFrom(...listPlaces(keys, base)), slotArbitrary(schema, names))
        .map(([path, drawn]) => setAt(base, path, drawn) as Values), // a map stays one
  );
}
