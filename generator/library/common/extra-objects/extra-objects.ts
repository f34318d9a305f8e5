/** Complete objects defined by the user. */
import { type ChartTemplate, defineTemplate } from "../../../chart/chart-template.ts";
import { bind } from "../../../expression/bind.ts";
import { release } from "../../../expression/built-in.ts";
import { type Apply, defineFunction, entry, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import type { Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { eq, ne, nonEmpty, ternary } from "../../../functions/logic.ts";
import { type ByName, dict, merge } from "../../../functions/maps.ts";
import { text } from "../../../functions/strings.ts";
import type { Documents } from "../../../manifest/input.ts";
import { withOwnLabels } from "../labels.ts";
import type { Strings } from "../names.ts";
import { checkMetadata, checkObjectSize } from "./check-object.ts";
import { checkPlaces, namespaceOf, placesOf } from "./object-place.ts";
import { type Referables, referables } from "./referables.ts";
import { type Known, resolve } from "./resolve.ts";

interface Metadata {
  readonly labels?: Strings;
}

const adopt: Apply<object> = defineFunction({
  name: "adopt",
  comment: "A complete object of the user with the chart's labels next to its own, in a namespace if it names none.",
  params: {
    object: param<{ readonly metadata?: Metadata }>({
      type: "object",
      properties: { metadata: { type: "object", properties: { labels: { type: "object" } } } },
    }),
    labels: param<Strings>(),
    namespace: stringParam,
  },
  result: "map",
  body: ({ object, labels, namespace }) => [
    forEach(
      object as Expression<unknown> as Expression<ByName<unknown>>, // its fields, one by one
      (key, field) => when(ne(key, "enabled"), entry(key, field)),
      { as: "field" },
    ),
    bind("allLabels", withOwnLabels(labels, object.metadata.labels), (all) =>
      bind("inNamespace", namespaceOf(object, namespace), (inNamespace) =>
        entry(
          "metadata",
          merge<unknown>(
            { labels: all },
            object.metadata as Expression<unknown> as Expression<ByName<unknown>>,
            ternary<ByName<unknown>>(nonEmpty(inNamespace), dict({ namespace: inNamespace }), {}),
          ),
        ),
      ),
    ),
  ],
});

/** Where the objects are, and what their references can name. */
export interface ExtraObjectsSource {
  readonly objects: Reference<Readonly<Record<string, object>>>;
  readonly labels: Expression<Strings>;
  /** What they can name of the chart itself. */
  readonly own: Expression<Referables>;
  /** What they can name of the stages of the pipeline, by stage. */
  readonly stages: Expression<ByName<Referables>>;
  /** Whether someone else refuses two of one group, kind, namespace and name (default: no). */
  readonly arePlacesChecked?: boolean;
}

/** The template of the entries of `extraObjects`. */
export function createExtraObjectsTemplate(chartName: string, source: ExtraObjectsSource): ChartTemplate {
  return defineTemplate({
    chartName,
    kind: "extraObjects",
    source: "generator/library/common/extra-objects/extra-objects.ts",
    documents: createExtraObjects(source),
  });
}

/** The entries of `extraObjects`, each with the chart's labels and without references. */
export function createExtraObjects({
  objects,
  labels,
  own,
  stages,
  arePlacesChecked = false,
}: ExtraObjectsSource): Documents {
  return when(
    nonEmpty(objects),
    bind(
      "own",
      own,
      (ownNames) =>
        bind("known", merge<Referables>({ "": ownNames }, stages) as Expression<Known>, (known) => [
          ...(arePlacesChecked ? [] : [checkPlaces(placesOf(objects, "", ownNames.namespace, known))]),
          forEach(enabled(objects), (id, object) =>
            bind("path", text`extraObjects.${id}`, (path) => [
              bind("resolved", resolve(object, path, known), (resolved) => [
                checkMetadata(resolved, path),
                checkObjectSize(resolved, path),
                // The namespace of the release is the client's to say, as for all that is installed.
                adopt(resolved, labels, ternary(eq(ownNames.namespace, release.namespace), "", ownNames.namespace)),
              ]),
            ]),
          ),
        ]),
      referables,
    ),
  );
}
