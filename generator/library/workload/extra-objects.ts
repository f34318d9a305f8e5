/** Whole objects of the user's own. */
import { bind } from "../../expression/bind.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { atom, command, type GoNode, pipe, stringConstant } from "../../expression/go-syntax.ts";
import { guard } from "../../expression/guard.ts";
import type { TemplateFunction } from "../../expression/node.ts";
import type { Reference } from "../../expression/reference.ts";
import { call } from "../../functions/call.ts";
import { enabled } from "../../functions/entries.ts";
import { nonEmpty } from "../../functions/logic.ts";
import { text } from "../../functions/strings.ts";
import type { Documents } from "../../manifest/input.ts";
import type { Names, Strings } from "../common/names.ts";
import type { CommonValues } from "../common/values.ts";
import { inexactNumber } from "./checks/exact-numbers.ts";

interface Metadata {
  readonly labels?: Strings;
}

const adoptFunction: TemplateFunction = {
  name: "adopt",
  go: (args, prefix) =>
    pipe(
      command("include", stringConstant(`${prefix}.adopt`), command("list", ...(args as GoNode[]))),
      atom("fromJson"),
    ),
  js: ({ enabled: _, metadata, ...object }: { enabled?: boolean; metadata?: Metadata }, labels: Strings) => ({
    ...object,
    metadata: { ...metadata, labels: { ...metadata?.labels, ...labels } },
  }),
  template: {
    comment: "A user's whole object with the chart's labels beside its own.",
    body: () => `{{- $object := omit (index . 0) "enabled" "metadata" }}
{{- $given := (index . 0).metadata }}
{{- $metadata := omit $given "labels" }}
{{- $labels := dict }}
{{- range $key, $value := ($given).labels }}
{{- $_ := set $labels $key $value }}
{{- end }}
{{- range $key, $value := index . 1 }}
{{- $_ := set $labels $key $value }}
{{- end }}
{{- $_ := set $metadata "labels" $labels }}
{{- $_ := set $object "metadata" $metadata }}
{{- toJson $object }}`,
  },
};

/** The entries of `extraObjects`, each with the chart's labels. */
export function createExtraObjects(
  v: Reference<{ extraObjects: Readonly<Record<string, object>> } & CommonValues>,
  names: Names,
): Documents {
  return forEach(enabled(v.extraObjects), (id, object) =>
    // No schema says what stands in the objects.
    bind("inexact", inexactNumber(object), (path) => [
      guard(
        nonEmpty(path),
        text`extraObjects.${id}${path}: expected a number below 2^53 or a text, got a number that has lost its last digits`,
      ),
      adopt(object, names.labels),
    ]),
  );
}

function adopt(object: Expression<object>, labels: Expression<Strings>): Expression<object> {
  return call(adoptFunction, [object, labels], { type: "object" });
}
