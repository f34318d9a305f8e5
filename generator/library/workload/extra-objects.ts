/** Complete objects defined by the user. */
import { bind } from "../../expression/bind.ts";
import { defineFunction, entry, param } from "../../expression/define-function.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import type { Reference } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { ne, nonEmpty } from "../../functions/logic.ts";
import { type ByName, merge } from "../../functions/maps.ts";
import { text } from "../../functions/strings.ts";
import type { Documents } from "../../manifest/input.ts";
import type { Names, Strings } from "../common/names.ts";
import type { CommonValues } from "../common/values.ts";
import { inexactNumber } from "./checks/inexact-number.ts";

interface Metadata {
  readonly labels?: Strings;
}

const withLabels = defineFunction({
  name: "adopt",
  comment: "A complete object of the user with the chart's labels next to its own.",
  params: {
    object: param<{ readonly metadata?: Metadata }>({
      type: "object",
      properties: { metadata: { type: "object", properties: { labels: { type: "object" } } } },
    }),
    labels: param<Strings>(),
  },
  result: "map",
  body: ({ object, labels }) => [
    forEach(
      object as Expression<unknown> as Expression<ByName<unknown>>, // its fields, one by one
      (key, field) => when(ne(key, "enabled"), entry(key, field)),
      { as: "field" },
    ),
    bind("allLabels", merge<string>(labels, object.metadata.labels), (all) =>
      entry(
        "metadata",
        merge<unknown>({ labels: all }, object.metadata as Expression<unknown> as Expression<ByName<unknown>>),
      ),
    ),
  ],
});

/** The entries of `extraObjects`, each with the chart's labels. */
export function createExtraObjects(
  v: Reference<{ extraObjects: Readonly<Record<string, object>> } & CommonValues>,
  names: Names,
): Documents {
  return forEach(enabled(v.extraObjects), (id, object) =>
    // No schema describes the content of the objects.
    bind("inexact", inexactNumber(object), (path) => [
      guard(
        nonEmpty(path),
        text`extraObjects.${id}${path}: expected a number below 2^53 or a string, got a number that has lost its last digits`,
      ),
      adopt(object, names.labels),
    ]),
  );
}

function adopt(object: Expression<object>, labels: Expression<Strings>): Expression<object> {
  return withLabels(object, labels);
}
