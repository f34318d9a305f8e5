/** What a cluster already has; nothing where none is in reach, as under `helm template`. */
import { bind } from "../../expression/bind.ts";
import { defineFunction, entry, stringParam } from "../../expression/define-function.ts";
import type { Expression } from "../../expression/expression.ts";
import { call } from "../../functions/call.ts";
import { orIfEmpty } from "../../functions/logic.ts";
import { lookUpObject } from "../../functions/look-up-object.ts";
import { lookUp } from "../../functions/maps.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { changedFieldFunction } from "../common/changed-field.ts";

/** A claim of the cluster; every field is "" where there is no such claim. */
export interface ExistingClaim {
  /** What it asks for. */
  readonly size: string;
  /** What it has; "0" while it is not bound. */
  readonly capacity: string;
  readonly storageClassName: string;
}

/** The fields of an existing claim, for `bind`. */
export const existingClaimSchema: JsonSchema = {
  type: "object",
  properties: { size: { type: "string" }, capacity: { type: "string" }, storageClassName: { type: "string" } },
  required: ["size", "capacity", "storageClassName"],
};

/** The claim of a name that the cluster has. */
export const existingClaim: (namespace: Expression<string>, name: Expression<string>) => Expression<ExistingClaim> =
  defineFunction({
    name: "existingClaim",
    comment: "What a claim of the cluster asks for and has; nothing where no cluster is in reach.",
    params: { namespace: stringParam, name: stringParam },
    result: "map",
    body: ({ namespace, name }) =>
      bind(
        "claim",
        lookUpObject<object>({ apiVersion: "v1", kind: "PersistentVolumeClaim", namespace, name }),
        (claim) => [
          entry("size", lookUp<string>("string", claim, "spec", "resources", "requests", "storage")),
          entry("capacity", orIfEmpty(lookUp<string>("string", claim, "status", "capacity", "storage"), "0")),
          entry("storageClassName", lookUp<string>("string", claim, "spec", "storageClassName")),
        ],
      ),
  });

const changedClassField = changedFieldFunction({
  comment:
    "The first of the given fields in which a StorageClass of the cluster differs; nothing where no cluster is in reach.",
  object: "$class",
  lookup: `"storage.k8s.io/v1" "StorageClass" "" (index . 0)`,
  value: `index $class $field | default (kindIs "map" $wanted | ternary dict "")`,
  wanted: 1,
});

/** The first field in which the StorageClass of a name that the cluster has differs from what is wanted, or "". */
export function changedField(
  name: Expression<string>,
  wanted: Readonly<Record<string, Expression<unknown>>>,
): Expression<string> {
  return call(changedClassField, [name, wanted], { type: "string" });
}
