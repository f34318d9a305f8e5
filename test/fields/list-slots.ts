/** The values of a chart that are drawn one by one: those of its own model, and those with a type of Kubernetes whole. */
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { isMap } from "../../generator/is-map.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { flattenSchema } from "../property/flatten-schema.ts";

/** A key, or any key of a map: an entry of unions has a branch already, and another one is needed. */
export type SlotKey = string | { readonly isUnion: boolean };

/** A value of a chart. */
export interface Slot {
  /** As the page names it: `sidecars.<id>.stdin`. */
  readonly name: string;
  readonly keys: readonly SlotKey[];
  readonly schema: JsonSchema;
}

/** Lists the values of a model. */
export function listSlots(model: JsonSchema): readonly Slot[] {
  return visit({ name: "", keys: [], schema: model });
}

function visit(slot: Slot): readonly Slot[] {
  const { properties, keyed, types } = flattenSchema(slot.schema);
  const fields = Object.entries(properties);
  if (isOwn(slot.schema) && fields.length > 0) {
    const below = fields.flatMap(([key, schema]) => visit(slotBelow(slot, key, schema)));
    // A string, or an object for what a string cannot express.
    return types.includes("string") ? [{ ...slot, schema: { type: "string" } }, ...below] : below;
  }
  const [entry] = keyed;
  const isMapOfObjects = entry !== undefined && Object.keys(flattenSchema(entry[1]).properties).length > 0;
  if (!isMapOfObjects || !isOwn(entry[1])) return [slot];
  return visit(slotBelow(slot, { isUnion: "type" in flattenSchema(entry[1]).properties }, entry[1]));
}

/** Whether a schema is the chart's own, not one of Kubernetes. */
function isOwn({ $ref, allOf = [], properties }: JsonSchema): boolean {
  return $ref === undefined && (properties !== undefined || !allOf.some((part) => part.$ref !== undefined));
}

function slotBelow({ name, keys }: Slot, key: SlotKey, schema: JsonSchema): Slot {
  const own = typeof key === "string" ? key : "<id>";
  return { name: name === "" ? own : `${name}.${own}`, keys: [...keys, key], schema };
}

/** The paths of a value: below each entry of a map that is there, or below a new one. */
export function listPlaces([key, ...rest]: readonly SlotKey[], base: unknown): readonly (readonly string[])[] {
  const entries = isMap(base) ? base : {};
  return (key === undefined ? [] : listKeys(key, entries)).flatMap((one) =>
    rest.length === 0 ? [[one]] : listPlaces(rest, entries[one]).map((below) => [one, ...below]),
  );
}

function listKeys(key: SlotKey, entries: Values): readonly string[] {
  if (typeof key === "string") return [key];
  const known = Object.keys(entries);
  return key.isUnion || known.length === 0 ? [...known, "x"] : known;
}

/** The paths of what a value may hold that holds no more: `.sources[].secret.name`. */
export function listFields(schema: JsonSchema): readonly string[] {
  return listPaths(schema, "", []);
}

// A definition may hold itself, as that of any JSON does: it is listed once on the way.
function listPaths(schema: JsonSchema, path: string, above: readonly string[]): readonly string[] {
  const { parts, properties, keyed, items } = flattenSchema(schema);
  const id = JSON.stringify(parts);
  if (above.includes(id)) return [];
  const within = [...above, id];
  const below = [
    ...Object.entries(properties).flatMap(([key, field]) => listPaths(field, `${path}.${key}`, within)),
    ...keyed.flatMap(([, entry]) => listPaths(entry, `${path}.<key>`, within)),
    ...(items === undefined ? [] : listPaths(items, `${path}[]`, within)),
  ];
  return below.length === 0 ? [path] : below;
}
