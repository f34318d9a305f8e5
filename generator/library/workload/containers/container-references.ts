/** References to containers in a pod that several stages share: values have a stage's own names for its containers. */
import { bind } from "../../../expression/bind.ts";
import { defineFunction, entry, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach, forEachItem } from "../../../expression/for-each.ts";
import type { Choice } from "../../../expression/part.ts";
import { given, type Reference } from "../../../expression/reference.ts";
import { choose, when } from "../../../expression/when.ts";
import { valueAt } from "../../../functions/keys.ts";
import { and, isMap, isText, nonEmpty } from "../../../functions/logic.ts";
import { type ByName, hasEntry, lookUp, merge } from "../../../functions/maps.ts";
import type {
  DownwardAPIVolumeSource,
  ProjectedVolumeSource,
  VolumeProjection,
} from "../../../values/kubernetes/types.ts";

type Names = Expression<ByName<string>>;
const namesParam = param<ByName<string>>({ type: "object" });

const ownerInPod = defineFunction({
  name: "withContainerName",
  comment: "An object of which a field names a container, with the name that the container has in the pod.",
  params: { owner: param<ByName<object>>({ type: "object" }), field: stringParam, names: namesParam },
  result: "map",
  body: ({ owner, field, names }) => [
    forEach(owner, (key, value) => entry(key, value), { as: "value" }),
    bind(
      "reference",
      valueAt<{ readonly containerName?: string }>("object", owner as never, field), // it has a container's name
      (reference) => {
        const container = given(reference.containerName);
        const name = lookUp<string>("string", names, container);
        return when(
          and(isMap(reference), isText(container), hasEntry(names, container)),
          entry(field, merge<unknown>({ containerName: name }, reference as never)), // with its other fields
        );
      },
      { type: "object", properties: { containerName: { type: "string" } } },
    ),
  ],
});

const ownersInPod = defineFunction({
  name: "withContainerNames",
  comment: "Objects of which a field names a container, with the names that the containers have in the pod.",
  params: { owners: param<readonly object[]>({ type: "array" }), field: stringParam, names: namesParam },
  result: "list",
  body: ({ owners, field, names }) => forEachItem(owners, (owner) => ownerInPod(owner, field, names)),
});

const sourcesInPod = defineFunction({
  name: "projectedSourcesInPod",
  comment: "The sources of a projected volume, with the names that containers have in the pod.",
  params: {
    sources: param<readonly VolumeProjection[]>({
      type: "array",
      items: { $ref: "#/definitions/VolumeProjection" },
    }),
    names: namesParam,
  },
  result: "list",
  body: ({ sources, names }) =>
    forEachItem(sources, (source) =>
      choose(
        nonEmpty(source.downwardAPI.items),
        merge<unknown>({ downwardAPI: withFiles(given(source.downwardAPI) as never, names) }, source as never),
        source,
      ),
    ),
});

function withFiles(volume: Reference<DownwardAPIVolumeSource>, names: Names): Expression<DownwardAPIVolumeSource> {
  return merge<unknown>({ items: ownersInPod(volume.items, "resourceFieldRef", names) }, volume as never) as never;
}

/** The source of a variable's value; `names` are those of the stage's containers in the pod. */
export function valueSourceInPod<T>(source: Expression<T>, names: Names): Expression<T> {
  return ownerInPod(source, "resourceFieldRef", names) as never; // with the same fields
}

/** A volume with fields of the pod as files. */
export function downwardAPIInPod(
  volume: Reference<DownwardAPIVolumeSource>,
  names: Names,
): Choice<Expression<DownwardAPIVolumeSource>> {
  return choose(nonEmpty(volume.items), withFiles(volume, names), volume);
}

/** A projected volume, which may have fields of the pod as files. */
export function projectedInPod(
  volume: Reference<ProjectedVolumeSource>,
  names: Names,
): Choice<Expression<ProjectedVolumeSource>> {
  const sources = { sources: sourcesInPod(volume.sources, names) };
  return choose(nonEmpty(volume.sources), merge<unknown>(sources, volume as never) as never, volume);
}

/** The rules of a Job's pod failure policy. */
export function failureRulesInPod<T extends object>(
  rules: Expression<readonly T[]>,
  names: Names,
): Expression<readonly T[]> {
  return ownersInPod(rules, "onExitCodes", names) as never; // with the same fields
}
