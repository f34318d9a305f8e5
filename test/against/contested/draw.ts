/** Small words for values that contend with one another: few names, few numbers, so that they collide. */
import fc from "fast-check";
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";

/** A few names of containers, volumes and ports. */
export const nameOf: fc.Arbitrary<string> = fc.constantFrom("a", "b", "main", "data", "gate", "none");

/** One of some values. */
export function pick<T>(...values: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...values);
}

/** A map with each of some fields, or without it. */
export function some(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Values> {
  return fc.record(fields, { requiredKeys: [] });
}

/** A map with all of some fields. */
export function all(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Values> {
  return fc.record(fields);
}

/** A map with all of some fields, and with each of others or without it. */
export function always(
  fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  others: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<Values> {
  return fc.record({ ...fields, ...others }, { requiredKeys: Object.keys(fields) });
}

/** One to three entries by a few names. */
export function named(entry: fc.Arbitrary<unknown>, names: fc.Arbitrary<string> = nameOf): fc.Arbitrary<Values> {
  return fc
    .uniqueArray(fc.tuple(names, entry), { minLength: 1, maxLength: 3, selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries));
}

/** One to three items. */
export function listed<T>(item: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.array(item, { minLength: 1, maxLength: 3 });
}

/** A switch that is mostly on. */
export const mostlyOn: fc.Arbitrary<boolean> = fc.constantFrom(true, true, true, false);
