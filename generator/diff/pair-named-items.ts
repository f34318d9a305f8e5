/** Pairs the items of two lists by the field that identifies them, as Kubernetes merges such lists. */
import type { Values } from "../evaluate/coalesce-values.ts";
import { isMap } from "../is-map.ts";

/** An item's name with the item on both sides; undefined where a side lacks it. */
export type NamedPair = readonly [name: string, from: Values | undefined, to: Values | undefined];

/**
 * The fields that may name an item; the first that suits both lists is used: containers, variables, ports and
 * volumes; mounts; claim templates; rules and paths of an Ingress.
 */
const namings: readonly ((item: Values) => unknown)[] = [
  (item) => item["name"],
  (item) => item["mountPath"],
  (item) => (isMap(item["metadata"]) ? item["metadata"]["name"] : undefined),
  (item) => item["host"],
  (item) => item["path"],
];

/**
 * The items of two lists by name, in the order of the second and then of the first; an absent list has no items.
 * Nothing when the sides are no lists of named items, or when those that both have are in another order: order can
 * have a meaning, as with init containers.
 */
export function pairNamedItems(from: unknown, to: unknown): readonly NamedPair[] | undefined {
  const [before, after] = [itemsOf(from), itemsOf(to)];
  if (before === undefined || after === undefined || before.length + after.length === 0) return undefined;
  for (const nameOf of namings) {
    const [one, other] = [byName(before, nameOf), byName(after, nameOf)];
    if (one !== undefined && other !== undefined) return isSameOrder(one, other) ? pair(one, other) : undefined;
  }
  return undefined;
}

function itemsOf(value: unknown): readonly Values[] | undefined {
  if (value === undefined) return [];
  return Array.isArray(value) && value.every(isMap) ? value : undefined;
}

function byName(items: readonly Values[], nameOf: (item: Values) => unknown): ReadonlyMap<string, Values> | undefined {
  const named = new Map<string, Values>();
  for (const item of items) {
    const name = nameOf(item);
    if (typeof name !== "string" || named.has(name)) return undefined;
    named.set(name, item);
  }
  return named;
}

function isSameOrder(one: ReadonlyMap<string, Values>, other: ReadonlyMap<string, Values>): boolean {
  const shared = [...one.keys()].filter((name) => other.has(name));
  const sharedByOther = [...other.keys()].filter((name) => one.has(name));
  return shared.every((name, index) => name === sharedByOther[index]);
}

function pair(one: ReadonlyMap<string, Values>, other: ReadonlyMap<string, Values>): readonly NamedPair[] {
  const names = new Set([...other.keys(), ...one.keys()]);
  return [...names].map((name) => [name, one.get(name), other.get(name)]);
}
