/** Immutable fields of objects in the cluster: Kubernetes would refuse a change in the middle of the upgrade. */
import { bind } from "../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { guard } from "../../../expression/guard.ts";
import { given } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { valueAt } from "../../../functions/keys.ts";
import { eq, ne, nonEmpty } from "../../../functions/logic.ts";
import { lookUpObject } from "../../../functions/look-up-object.ts";
import { lookUp } from "../../../functions/maps.ts";
import { text, toJson } from "../../../functions/strings.ts";
import type { Documents } from "../../../manifest/input.ts";
import { type FixedFields, fixedFieldsParam, refuseChanges } from "../../common/fixed-fields.ts";

/** An object that may be in the cluster. */
interface Target {
  readonly kind: "DaemonSet" | "Deployment" | "StatefulSet";
  readonly namespace: Expression<string>;
  readonly name: Expression<string>;
}

const checkSpec = defineCheck({
  name: "checkFixedFields",
  comment: "Refuses a change of immutable fields in the spec of an object, if Helm is connected to a cluster.",
  params: {
    kind: stringParam,
    namespace: stringParam,
    name: stringParam,
    wanted: fixedFieldsParam,
  },
  body: ({ kind, namespace, name, wanted }) =>
    bind(
      "object",
      lookUpObject<{ readonly spec?: FixedFields }>({ apiVersion: "apps/v1", kind, namespace, name }),
      (object) =>
        bind("spec", given(object.spec), (spec) =>
          when(
            nonEmpty(object),
            refuseChanges(
              wanted,
              (field) => valueAt("any", spec, field),
              (field) =>
                text`spec.${field} of ${kind} ${name} cannot change: keep the values that it comes from, or delete the ${kind} first`,
            ),
          ),
        ),
      { type: "object", properties: { spec: { type: "object" } } },
    ),
});

/** Refuses a change of immutable fields of an object in the cluster. */
export function checkFixedFields(
  { kind, namespace, name }: Target,
  wanted: Readonly<Record<string, Operand<unknown> | Readonly<Record<string, Operand<unknown>>>>>,
): Documents {
  return checkSpec(kind, namespace, name, wanted);
}

/** Refuses to make an existing Service headless, and the reverse. */
export const checkHeadless = defineCheck({
  name: "checkHeadless",
  comment: "Refuses to make an existing Service headless, and the reverse.",
  params: { namespace: stringParam, name: stringParam, isHeadless: param<boolean>({ type: "boolean" }) },
  body: ({ namespace, name, isHeadless }) =>
    bind("service", lookUpObject<object>({ apiVersion: "v1", kind: "Service", namespace, name }), (service) =>
      bind("wasHeadless", eq(lookUp<string>("string", service, "spec", "clusterIP"), "None"), (wasHeadless) =>
        when(
          nonEmpty(service),
          guard(
            ne(wasHeadless, isHeadless),
            text`service.headless: expected ${toJson(wasHeadless)}, as Service ${name} has it, which cannot change: delete it first`,
          ),
        ),
      ),
    ),
});
