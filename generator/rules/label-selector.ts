import { enter, listEntries, listItems, type Place, readText, showValue } from "./place.ts";

/** One condition of a selector on labels. */
export interface SelectorTerm {
  readonly place: Place;
  /** The condition as kubectl writes it: `app=web`, `tier in (a, b)`, `!legacy`. */
  readonly text: string;
  readonly matches: (labels: Labels) => boolean;
}

/** Label values by key; a value that only the cluster knows is the form that it has. */
export type Labels = ReadonlyMap<string, unknown>;

function hasValue(labels: Labels, key: string, wanted: unknown): boolean {
  const value = labels.get(key);
  return value instanceof RegExp ? value.test(String(wanted)) : value === wanted;
}

/** The labels of an object or of a pod template. */
export function readLabels(place: Place): Labels {
  return new Map(listEntries(place, "metadata", "labels").map(([key, { value }]) => [key, value]));
}

/** The terms of a plain map of labels, as a Service has it. */
export function listMapTerms(selector: Place): readonly SelectorTerm[] {
  return listEntries(selector).map(([key, place]) => ({
    place,
    text: `${key}=${place.value}`,
    matches: (labels) => hasValue(labels, key, place.value),
  }));
}

/** The terms of a label selector with `matchLabels` and `matchExpressions`. */
export function listSelectorTerms(selector: Place): readonly SelectorTerm[] {
  return [
    ...listMapTerms(enter(selector, "matchLabels")),
    ...listItems(selector, "matchExpressions").map(readExpression),
  ];
}

/** Whether labels satisfy every term; no terms are satisfied by all labels. */
export function matchesAll(terms: readonly SelectorTerm[], labels: Labels): boolean {
  return terms.every((term) => term.matches(labels));
}

function readExpression(place: Place): SelectorTerm {
  const key = readText(place, "key") ?? "";
  const operator = readText(place, "operator");
  const values = listItems(place, "values").map(({ value }) => value);
  switch (operator) {
    case "In":
      return {
        place,
        text: `${key} in (${values.join(", ")})`,
        matches: (labels) => values.some((value) => hasValue(labels, key, value)),
      };
    case "NotIn": {
      const matches = (labels: Labels) => !labels.has(key) || !values.includes(labels.get(key));
      return { place, text: `${key} notin (${values.join(", ")})`, matches };
    }
    case "Exists":
      return { place, text: key, matches: (labels) => labels.has(key) };
    case "DoesNotExist":
      return { place, text: `!${key}`, matches: (labels) => !labels.has(key) };
    default:
      return { place, text: `${key} ${showValue(operator)}`, matches: () => false };
  }
}
