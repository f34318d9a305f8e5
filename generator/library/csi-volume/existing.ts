/** Objects that the cluster already has; none where Helm is not connected to one, as in `helm template`. */
import { bind } from "../../expression/bind.ts";
import { defineCheck, defineFunction, entry, stringParam } from "../../expression/define-function.ts";
import type { Expression } from "../../expression/expression.ts";
import { when } from "../../expression/when.ts";
import { valueAt } from "../../functions/keys.ts";
import { isMap, nonEmpty, orIfEmpty, ternary } from "../../functions/logic.ts";
import { lookUpObject } from "../../functions/look-up-object.ts";
import { lookUp } from "../../functions/maps.ts";
import { text } from "../../functions/strings.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { type FixedField, type FixedFields, fixedFieldsParam, refuseChanges } from "../common/fixed-fields.ts";

/** A claim of the cluster; every field is "" where the claim does not exist. */
export interface ExistingClaim {
  /** The size that it requests. */
  readonly size: string;
  /** The size of its volume; "0" while it is not bound. */
  readonly capacity: string;
  readonly storageClassName: string;
}

/** The fields of an existing claim, for `bind`. */
export const existingClaimSchema: JsonSchema = {
  type: "object",
  properties: { size: { type: "string" }, capacity: { type: "string" }, storageClassName: { type: "string" } },
  required: ["size", "capacity", "storageClassName"],
};

/** The claim with a name in the cluster. */
export const existingClaim: (namespace: Expression<string>, name: Expression<string>) => Expression<ExistingClaim> =
  defineFunction({
    name: "existingClaim",
    comment:
      "The requested and the actual size of a claim in the cluster; nothing if Helm is not connected to a cluster.",
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

/** Refuses a change of immutable fields of a StorageClass in the cluster. */
export const checkStorageClass = defineCheck({
  name: "checkStorageClass",
  comment: "Refuses a change of immutable fields of a StorageClass, if Helm is connected to a cluster.",
  params: { id: stringParam, name: stringParam, wanted: fixedFieldsParam },
  body: ({ id, name, wanted }) =>
    bind(
      "class",
      lookUpObject<FixedFields>({ apiVersion: "storage.k8s.io/v1", kind: "StorageClass", name }),
      (existing) =>
        when(
          nonEmpty(existing),
          refuseChanges(
            wanted,
            (field, value) => orIfEmpty(valueAt("any", existing, field), ternary<FixedField>(isMap(value), {}, "")),
            (field) => text`storageClasses.${id}.${field}: expected what StorageClass ${name} has, got something else`,
          ),
        ),
    ),
});
