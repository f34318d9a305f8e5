/** Fields of objects of the cluster that no upgrade can change; Kubernetes would refuse it when it is half done. */
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
  comment: "Refuses other values of fields than an object of the cluster has in its spec, where a cluster is in reach.",
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

/** Refuses other values of fields than an object of the cluster has. */
export function checkFixedFields(
  { kind, namespace, name }: Target,
  wanted: Readonly<Record<string, Operand<unknown> | Readonly<Record<string, Operand<unknown>>>>>,
): Documents {
  return checkSpec(kind, namespace, name, wanted);
}

/** Refuses to make a Service of the cluster headless that is not, and the other way round. */
export const checkHeadless = defineCheck({
  name: "checkHeadless",
  comment: "Refuses to make a Service of the cluster headless that is not, and the other way round.",
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
