/** Reads merged values, which are untyped plain data: a value that is absent or of another type reads as empty. */
import { ownEntry } from "../functions/own-entry.ts";
import { isMap } from "../is-map.ts";

/** Plain values. */
export type PlainValues = Readonly<Record<string, unknown>>;

/** The map at a path; empty where there is none. */
export function mapAt(values: PlainValues, ...keys: readonly string[]): PlainValues {
  return keys.reduce<PlainValues>((map, key) => {
    const value = ownEntry(map, key);
    return isMap(value) ? value : {};
  }, values);
}

/** The text or number at a key, as text; empty where there is none. */
export function textAt(values: PlainValues, key: string): string {
  const value = ownEntry(values, key);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The maps in a map that are not disabled, by name. */
export function enabledAt(
  values: PlainValues,
  ...keys: readonly string[]
): readonly (readonly [string, PlainValues])[] {
  return Object.entries(mapAt(values, ...keys)).flatMap(([name, entry]) =>
    isMap(entry) && entry["enabled"] !== false ? [[name, entry] as const] : [],
  );
}

/** The name of the branch of a union that is used: the one that `type` names, else the only one that is given. */
export function branchAt(entry: PlainValues, branches: readonly string[]): string {
  return textAt(entry, "type") || (branches.find((branch) => ownEntry(entry, branch) !== undefined) ?? "");
}
