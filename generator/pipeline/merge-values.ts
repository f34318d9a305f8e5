/** Merges values as Helm merges values files: maps key by key, all else replaces, null deletes. */
export function mergeValues(base: object, over: object): object {
  const merged = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const known = merged.get(key);
    if (value === null) merged.delete(key);
    else if (value !== undefined) merged.set(key, isMap(known) && isMap(value) ? mergeValues(known, value) : value);
  }
  return Object.fromEntries(merged);
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
