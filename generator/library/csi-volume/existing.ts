/** What a cluster already has; nothing where none is in reach, as under `helm template`. */
import type { Expression } from "../../expression/expression.ts";
import type { TemplateFunction } from "../../expression/node.ts";
import { call, includeWith } from "../../functions/call.ts";
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

const existingClaimFunction: TemplateFunction = {
  name: "existingClaim",
  go: includeWith("existingClaim", "fromJson"),
  js: (): ExistingClaim => ({ size: "", capacity: "0", storageClassName: "" }),
  template: {
    comment: "What a claim of the cluster asks for and has; nothing where no cluster is in reach.",
    body: () => `{{- $claim := lookup "v1" "PersistentVolumeClaim" (index . 0) (index . 1) }}
{{- $existing := dict "size" (dig "spec" "resources" "requests" "storage" "" $claim) }}
{{- $_ := set $existing "capacity" (dig "status" "capacity" "storage" "0" $claim) }}
{{- $_ := set $existing "storageClassName" (dig "spec" "storageClassName" "" $claim) }}
{{- toJson $existing }}`,
  },
};

/** The claim of a name that the cluster has. */
export function existingClaim(namespace: Expression<string>, name: Expression<string>): Expression<ExistingClaim> {
  return call(existingClaimFunction, [namespace, name], { type: "object" });
}

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
