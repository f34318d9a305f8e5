import { type Place, showValue } from "./place.ts";
import { type Finding, reportAt } from "./rule.ts";

/** Reports a value that is none of the allowed ones; `undefined` among them allows the field to be absent. */
export function expectOneOf(rule: string, place: Place, allowed: readonly unknown[]): readonly Finding[] {
  if (allowed.includes(place.value)) return [];
  return [reportAt(rule, place, `expected ${allowed.map(showValue).join(" or ")}, got ${showValue(place.value)}`)];
}
