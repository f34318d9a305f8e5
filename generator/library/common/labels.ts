/** The labels of objects that Kubernetes recommends in addition to those that identify them; pods do not have them. */
import { chart } from "../../expression/built-in.ts";
import { defineFunction, entry, param } from "../../expression/define-function.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { when } from "../../expression/when.ts";
import { hasItem } from "../../functions/lists.ts";
import { and, not } from "../../functions/logic.ts";
import { type ByName, hasEntry } from "../../functions/maps.ts";
import { fitName, replace } from "../../functions/strings.ts";

const COMPONENT = "app.kubernetes.io/component";
const PART_OF = "app.kubernetes.io/part-of";
const VERSION = "app.kubernetes.io/version";
const RECOMMENDED: readonly string[] = [COMPONENT, PART_OF, VERSION];

/** The labels that say what an object is a part of. */
export type PlaceLabels = Readonly<Record<typeof COMPONENT | typeof PART_OF, Expression<string>>>;

/** The labels of a component of a whole. */
export function placeLabels(component: Expression<string>, whole: Expression<string>): PlaceLabels {
  return { [COMPONENT]: component, [PART_OF]: whole };
}

/** The labels of a component of a whole, and the version of the chart's application. */
export function recommendedLabels(place: PlaceLabels): ByName<Expression<string>> {
  return { ...place, [VERSION]: versionLabel(chart.appVersion) };
}

/** A version as a label has it: without a plus sign. */
export function versionLabel(version: Expression<string>): Expression<string> {
  return fitName(replace(version, "+", "_"), 63);
}

const strings = param<ByName<string>>();

const merged = defineFunction({
  name: "withOwnLabels",
  comment: "The labels of an object and its own, which replace only those that Kubernetes recommends in addition.",
  params: { labels: strings, own: strings },
  result: "map",
  body: ({ labels, own }) => [
    forEach(own, (key, value) => entry(key, value), { as: "value" }),
    forEach(labels, (key, value) => when(not(and(hasItem(RECOMMENDED, key), hasEntry(own, key))), entry(key, value)), {
      as: "value",
    }),
  ],
});

/** The labels of an object and its own, which replace only those that Kubernetes recommends in addition. */
export function withOwnLabels(
  labels: Expression<ByName<string>>,
  own: Expression<ByName<string> | undefined>,
): Expression<ByName<string>> {
  return merged(labels, own);
}
