/** Immutable fields of objects in the cluster. */
import { bind } from "../../expression/bind.ts";
import { type Param, param } from "../../expression/define-function.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import type { Reference } from "../../expression/reference.ts";
import { ne } from "../../functions/logic.ts";
import { toJson } from "../../functions/strings.ts";

/** The value of a field. */
export type FixedField = object | string | number | boolean;
/** Fields by name. */
export type FixedFields = Readonly<Record<string, FixedField>>;

/** The parameter of a check for the wanted fields. */
export const fixedFieldsParam: Param<FixedFields> = param<FixedFields>({ type: "object", additionalProperties: {} });

/** Refuses each wanted field that differs from what an object has. */
export function refuseChanges(
  wanted: Reference<FixedFields>,
  has: (field: Expression<string>, value: Expression<FixedField>) => Expression<FixedField>,
  message: (field: Expression<string>) => Expression<string>,
) {
  return forEach(
    wanted,
    (field, value) =>
      bind("current", has(field, value), (current) => guard(ne(toJson(current), toJson(value)), message(field))),
    { as: "wantedField" },
  );
}
