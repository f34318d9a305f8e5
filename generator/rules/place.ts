import type { KubernetesObject } from "./kubernetes-object.ts";

/**
 * A value inside of an object, with the path that leads to it. Rules walk places, so that a finding always has
 * its path; a place whose value is `undefined` is a field that is absent.
 */
export interface Place {
  readonly object: KubernetesObject;
  readonly path: string;
  readonly value: unknown;
}

/** A map of unknown content, as any part of a parsed object may be one. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a map, not a list and not null. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The place of the whole object. */
export function startAt(object: KubernetesObject): Place {
  return { object, path: "", value: object };
}

/** The place that the keys lead to, even if it is absent. */
export function enter(place: Place, ...keys: readonly (string | number)[]): Place {
  return keys.reduce<Place>(
    ({ object, path, value }, key) => ({ object, path: appendKey(path, key), value: readKey(value, key) }),
    place,
  );
}

/** The places of a list's items; none where there is no list. */
export function listItems(place: Place, ...keys: readonly (string | number)[]): readonly Place[] {
  const list = enter(place, ...keys);
  return Array.isArray(list.value) ? list.value.map((_, index) => enter(list, index)) : [];
}

/** A map's keys with the places of their values; none where there is no map. */
export function listEntries(
  place: Place,
  ...keys: readonly (string | number)[]
): readonly (readonly [string, Place])[] {
  const map = enter(place, ...keys);
  return isFields(map.value) ? Object.keys(map.value).map((key) => [key, enter(map, key)] as const) : [];
}

/** The string that the keys lead to, or undefined where there is none. */
export function readText(place: Place, ...keys: readonly (string | number)[]): string | undefined {
  const { value } = enter(place, ...keys);
  return typeof value === "string" ? value : undefined;
}

/** Writes a value into a message: scalars as JSON, `nothing` for an absent field, only the type of lists and maps. */
export function showValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return isFields(value) ? "a map" : JSON.stringify(value);
}

function readKey(value: unknown, key: string | number): unknown {
  if (typeof key === "number") return Array.isArray(value) ? value[key] : undefined;
  // Own fields only: "constructor" is a legal label.
  return isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function appendKey(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}
