/** Merges values as Helm does before it renders. */

/** Plain values. */
export type Values = Readonly<Record<string, unknown>>;

/** User's values over a chart's defaults: maps merge key by key, all else replaces, a null takes a default away. */
export function coalesceValues(defaults: Values, user: Values): Values {
  const given = Object.entries(user);
  if (given.length === 0) return defaults;
  const merged = new Map<string, unknown>(Object.entries(defaults));
  for (const [key, value] of given) {
    const known = merged.get(key);
    if (value === null) merged.delete(key);
    else if (value !== undefined) merged.set(key, isMap(known) && isMap(value) ? coalesceValues(known, value) : value);
  }
  return Object.fromEntries(merged);
}

/** Values files in order, the last one wins; nulls stay, to take away the chart's defaults. */
export function mergeFiles(files: readonly Values[]): Values {
  return files.reduce<Values>((base, file) => layer(base, file), {});
}

function layer(base: Values, over: Values): Values {
  const merged = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const known = merged.get(key);
    merged.set(key, isMap(known) && isMap(value) ? layer(known, value) : value);
  }
  return Object.fromEntries(merged);
}

/** Whether a value is a map, and so merges. */
export function isMap(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
