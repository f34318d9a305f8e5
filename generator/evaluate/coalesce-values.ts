/** Merges values as Helm does before it renders. */
import { ownEntry, setOwn } from "../functions/own-entry.ts";
import { isMap } from "../is-map.ts";

/** Plain values. */
export type Values = Readonly<Record<string, unknown>>;

/** What a null does that overrides a value: it removes it, or stays, to remove what is merged below it later. */
type NullOver = "removes" | "stays";

/**
 * The values of a chart overridden by those of a user: maps merge key by key, all else replaces. A null removes what
 * the chart has there; where the chart has nothing, it stays.
 */
export function coalesceValues(own: object, given: object): Values {
  return layer(own as Values, given as Values, "removes"); // plain values have string keys
}

/** Values files in order, the last one wins. Nulls stay, to remove what the chart has. */
export function mergeFiles(files: readonly Values[]): Values {
  return files.reduce<Values>((base, file) => layer(base, file, "stays"), {});
}

/** The values of a chart with subcharts. */
export interface UmbrellaValues {
  /** The chart's own, with those of each subchart below its name. */
  readonly own: Values;
  /** Those of the subcharts themselves, by their names. */
  readonly subcharts: ReadonlyMap<string, Values>;
}

/** Merges the values that an umbrella has for its subcharts over theirs, as Helm does after it has read the charts. */
export function mergeUmbrella(own: Values, subcharts: ReadonlyMap<string, Values>): UmbrellaValues {
  return { own: withSubcharts(own, subcharts, "stays"), subcharts };
}

/**
 * The values of an umbrella and all of its subcharts overridden by those of a user. A null removes what a subchart has,
 * and not what the umbrella has for it: there it stays.
 */
export function coalesceUmbrella({ own, subcharts }: UmbrellaValues, given: Values): Values {
  const values = layer(own, given, "removes", (key) => (subcharts.has(key) ? "stays" : "removes"));
  return withSubcharts(values, subcharts, "removes");
}

// Helm goes through the subcharts in their order.
function withSubcharts(values: Values, subcharts: ReadonlyMap<string, Values>, nullOver: NullOver): Values {
  const parent = Object.hasOwn(values, "global") ? { global: copyOf(values["global"]) } : {};
  const merged = [...subcharts].map(([name, own]): [string, Values] => {
    const given = ownEntry(values, name);
    return [name, withGlobal(own, isMap(given) ? given : {}, parent, nullOver)];
  });
  return { ...values, ...parent, ...Object.fromEntries(merged) };
}

/** A subchart's values with its parent's `global`. Where one of the two is no map, the subchart keeps its own. */
function withGlobal(own: Values, given: Values, parent: Values, nullOver: NullOver): Values {
  const merged = layer(own, given, nullOver);
  const [global, above] = [globalOf(given), globalOf(parent)];
  if (!isMap(global) || !isMap(above)) return merged;
  const table = mergeGlobal(copyOf(global) as Table, above); // a map's copy is one
  const defaults = globalOf(own);
  if (isMap(defaults)) fill(table, copyOf(defaults) as Table, nullOver);
  return { ...merged, global: table };
}

function globalOf(values: Values): unknown {
  return Object.hasOwn(values, "global") ? values["global"] : {};
}

/** A map that is changed where it is. */
type Table = Record<string, unknown>;

/**
 * Merges the parent's `global` over a subchart's. Helm copies the maps in it but not those below them: what a subchart
 * adds there is seen by its parent and all other subcharts.
 */
function mergeGlobal(table: Table, above: Values): Table {
  for (const [key, value] of Object.entries(above)) {
    const known = ownEntry(table, key);
    if (!Object.hasOwn(table, key) || (!isMap(known) && !isMap(value)))
      setOwn(table, key, isMap(value) ? { ...value } : value);
    else if (isMap(known) && isMap(value)) table[key] = fill({ ...value }, known, "stays");
  }
  return table;
}

function fill(table: Table, base: Values, nullOver: NullOver): Table {
  for (const [key, value] of Object.entries(base)) {
    const known = ownEntry(table, key);
    if (!Object.hasOwn(table, key)) setOwn(table, key, value);
    else if (known === null && nullOver === "removes") delete table[key];
    else if (isMap(known) && isMap(value)) fill(known as Table, value, nullOver); // a map of a table is one
  }
  return table;
}

function copyOf(value: unknown): unknown {
  if (!isMap(value)) return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(entries.map(([key, entry]) => [key, copyOf(entry)]));
}

/** `below` says what a null does in the map below a key; absent: the same. */
function layer(
  base: Values,
  over: Values,
  nullOver: NullOver,
  below: (key: string) => NullOver = () => nullOver,
): Values {
  if (over === base) return base;
  const entries = Object.entries(over);
  if (entries.length === 0) return base;
  const layered = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of entries) {
    const known = layered.get(key);
    if (value === null && nullOver === "removes" && layered.has(key)) layered.delete(key);
    else if (isMap(known) && isMap(value)) layered.set(key, layer(known, value, below(key)));
    else if (value !== undefined) layered.set(key, value);
  }
  return Object.fromEntries(layered);
}

/** Values without their nulls, for use where nothing is below them that a null could remove. */
export function withoutNulls(values: Values): Values {
  const there = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(there.map(([key, value]) => [key, isMap(value) ? withoutNulls(value) : value]));
}
