/** Fields of objects of the cluster that no upgrade can change; Kubernetes would refuse it when it is half done. */
import { bind } from "../../../expression/bind.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { guard } from "../../../expression/guard.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { and, ne, nonEmpty, ternary } from "../../../functions/logic.ts";
import { text } from "../../../functions/strings.ts";
import type { Documents } from "../../../manifest/input.ts";
import { changedFieldFunction } from "../../common/changed-field.ts";

/** An object that may be in the cluster. */
interface Target {
  readonly kind: "Deployment" | "StatefulSet";
  readonly namespace: Expression<string>;
  readonly name: Expression<string>;
}

const changedSpecField = changedFieldFunction({
  comment:
    "The first of the given fields of its spec in which an object of the cluster differs; nothing where no cluster is in reach.",
  object: "$object",
  lookup: `"apps/v1" (index . 0) (index . 1) (index . 2)`,
  value: "index $object.spec $field",
  wanted: 3,
});

/** Refuses other values of fields than an object of the cluster has. */
export function fixedFieldsGuard(
  { kind, namespace, name }: Target,
  wanted: Readonly<Record<string, Operand<unknown> | Readonly<Record<string, Operand<unknown>>>>>,
): Documents {
  const changed = call<string>(changedSpecField, [kind, namespace, name, wanted], { type: "string" });
  return bind("changed", changed, (field) =>
    guard(
      nonEmpty(field),
      text`spec.${field} of ${kind} ${name} cannot change: keep the values that it comes from, or delete the ${kind} first`,
    ),
  );
}

const headlessServiceFunction: TemplateFunction = {
  name: "headlessService",
  go: includeWith("headlessService"),
  js: () => "",
  template: {
    comment: `Whether a Service of the cluster is headless, "true" or "false"; nothing where no cluster is in reach.`,
    body: () => `{{- with lookup "v1" "Service" (index . 0) (index . 1) }}
{{- eq (dig "spec" "clusterIP" "" .) "None" }}
{{- end }}`,
  },
};

/** Refuses to make a Service of the cluster headless that is not, and the other way round. */
export function headlessGuard(
  { namespace, name }: Pick<Target, "namespace" | "name">,
  isHeadless: Expression<boolean>,
): Documents {
  const found = call<string>(headlessServiceFunction, [namespace, name], { type: "string" });
  return bind("headless", found, (headless) =>
    guard(
      and(nonEmpty(headless), ne(headless, ternary(isHeadless, "true", "false"))),
      text`service.headless: expected ${headless}, as Service ${name} has it, which cannot change: delete it first`,
    ),
  );
}
