/** What the StorageClasses are called. */
import { bind } from "../../../expression/bind.ts";
import { defineFunction, entry, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { choose } from "../../../expression/when.ts";
import { nonEmpty } from "../../../functions/logic.ts";
import { type ByName, dict } from "../../../functions/maps.ts";
import { fitName, sha256, text, toJson, trunc } from "../../../functions/strings.ts";
import { storageClasses } from "./storage-class-values.ts";

interface StorageClass {
  readonly name: string;
  readonly nameSuffixHash: boolean;
  readonly provisioner: string;
  readonly parameters: ByName<string>;
  readonly reclaimPolicy: string;
  readonly volumeBindingMode: string;
}

/** The names of StorageClasses, by id; `start` is what the names that are not exact begin with. */
export const storageClassNames: (
  classes: Expression<ByName<StorageClass>>,
  start: Expression<string>,
) => Expression<ByName<string>> = defineFunction({
  name: "storageClassNames",
  comment:
    "The names of StorageClasses by id. Unless one is exact, it ends in a hash of what cannot change in a class.",
  params: { classes: param<ByName<StorageClass>>(storageClasses()), start: stringParam },
  result: "map",
  body: ({ classes, start }) =>
    forEach(classes, (id, storageClass) => {
      const { name: exact, nameSuffixHash } = storageClass;
      return bind("name", text`${start}-${id}`, (name) =>
        choose(
          nonEmpty(exact),
          entry(id, exact),
          choose(
            nameSuffixHash,
            bind("immutable", dict<object>(fixedFields<Expression<unknown>>(storageClass)), (fixed) =>
              bind("hash", trunc(sha256(toJson(fixed)), 8), (hash) => entry(id, text`${fitName(name, 54)}-${hash}`)),
            ),
            entry(id, fitName(name, 63)),
          ),
        ),
      );
    }),
});

/** The fields that cannot change once the class is there. */
type FixedFields = Pick<StorageClass, "provisioner" | "parameters" | "reclaimPolicy" | "volumeBindingMode">;

/** What cannot change once a class is there. */
export function fixedFields<T>({
  provisioner,
  parameters,
  reclaimPolicy,
  volumeBindingMode,
}: Readonly<Record<keyof FixedFields, T>>): Readonly<Record<keyof FixedFields, T>> {
  return { provisioner, parameters, reclaimPolicy, volumeBindingMode };
}
