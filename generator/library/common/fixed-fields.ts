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
export type Field = object | string | number | boolean;
/** Fields by name. */
export type Fields = Readonly<Record<string, Field>>;

/** The parameter of a check for the wanted fields. */
export const fieldsParam: Param<Fields> = param<Fields>({ type: "object", additionalProperties: {} });

/** Refuses each wanted field that differs from what an object has. */
export function refuseChanges(
  wanted: Reference<Fields>,
  has: (field: Expression<string>, value: Expression<Field>) => Expression<Field>,
  message: (field: Expression<string>) => Expression<string>,
) {
  return forEach(
    wanted,
    (field, value) =>
      bind("current", has(field, value), (current) => guard(ne(toJson(current), toJson(value)), message(field))),
    { as: "wantedField" },
  );
}
