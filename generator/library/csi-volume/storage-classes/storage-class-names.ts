/** The names of the StorageClasses. */
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

/** The names of StorageClasses, by id; names that are not exact begin with `start`. */
export const storageClassNames: (
  classes: Expression<ByName<StorageClass>>,
  start: Expression<string>,
) => Expression<ByName<string>> = defineFunction({
  name: "storageClassNames",
  comment:
    "The names of StorageClasses by id. Unless a name is exact, it ends in a hash of the immutable fields of the class.",
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

/** The immutable fields of a class. */
type FixedFields = Pick<StorageClass, "provisioner" | "parameters" | "reclaimPolicy" | "volumeBindingMode">;

/** The immutable fields of a class, and their values. */
export function fixedFields<T>({
  provisioner,
  parameters,
  reclaimPolicy,
  volumeBindingMode,
}: Readonly<Record<keyof FixedFields, T>>): Readonly<Record<keyof FixedFields, T>> {
  return { provisioner, parameters, reclaimPolicy, volumeBindingMode };
}
