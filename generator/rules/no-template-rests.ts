import { enter, isFields, listEntries, listItems, type Place, startAt } from "./place.ts";
import { type Finding, type Rule, reportAt } from "./rule.ts";

const rule = "no-template-rests";

// What Go prints instead of failing: an absent value, and a verb that does not fit its argument, as in
// "%!d(string=x)" or "%!(EXTRA int=1)". A "%!" without a parenthesis can be a user's own text.
const rests = [/<no value>/, /<nil>/, /%!.?\(/u];

/** No text contains what a template prints for an absent value, and no field is null. */
export const noTemplateRests: Rule = (objects) => objects.flatMap((object) => checkValue(startAt(object)));

function checkValue(place: Place): readonly Finding[] {
  const { value } = place;
  if (value === null) return [reportAt(rule, place, "expected a value or no field at all, got null")];
  if (typeof value === "string") return checkText(place, value);
  if (Array.isArray(value)) return listItems(place).flatMap(checkValue);
  if (!isFields(value)) return [];
  return listEntries(place).flatMap(([key, child]) => [...checkText(enter(place, key), key), ...checkValue(child)]);
}

function checkText(place: Place, text: string): readonly Finding[] {
  const rest = rests.map((pattern) => pattern.exec(text)?.[0]).find((match) => match !== undefined);
  if (rest === undefined) return [];
  return [reportAt(rule, place, `expected text without ${JSON.stringify(rest)}, got ${JSON.stringify(text)}`)];
}
