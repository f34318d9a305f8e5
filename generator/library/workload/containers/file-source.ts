/** Where the value of a variable comes from, with the names that volumes have in the pod. */
import { defineFunction, entry, param } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { choose } from "../../../expression/when.ts";
import { eq, orIfEmpty } from "../../../functions/logic.ts";
import { type ByName, lookUp, merge } from "../../../functions/maps.ts";

const sourceInPod = defineFunction({
  name: "withVolumeName",
  comment: "The source of a variable's value, with the name that the volume of a file has in the pod.",
  params: {
    source: param<ByName<{ readonly volumeName: string }>>({
      type: "object",
      additionalProperties: {
        type: "object",
        properties: { volumeName: { type: "string" } },
        required: ["volumeName"],
      },
    }),
    names: param<ByName<string>>({ type: "object" }),
  },
  result: "map",
  body: ({ source, names }) =>
    forEach(
      source,
      (key, field) =>
        choose(
          eq(key, "fileKeyRef"),
          entry(
            key,
            merge<unknown>(
              { volumeName: orIfEmpty(lookUp<string>("string", names, field.volumeName), field.volumeName) },
              field as Expression<unknown> as Expression<ByName<unknown>>, // an object, by its schema
            ),
          ),
          entry(key, field),
        ),
      { as: "field" },
    ),
});

/** The source of a variable's value; `names` are those of the stage's volumes in the pod, by id. */
export function fileSourceInPod<T>(source: Expression<T>, names: Expression<ByName<string>>): Expression<T> {
  return sourceInPod(source, names);
}
