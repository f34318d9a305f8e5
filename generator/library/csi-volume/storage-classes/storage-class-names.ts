/** What the StorageClasses are called. */
import { createHash } from "node:crypto";
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { printGoJson } from "../../../functions/go-json.ts";
import { fitNameFunction, trimName } from "../../../functions/strings.ts";
import { BINDING_MODE, RECLAIM_POLICY } from "./storage-class-values.ts";

interface StorageClass {
  readonly name?: string;
  readonly nameSuffixHash?: boolean;
  readonly provisioner: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly reclaimPolicy?: string;
  readonly volumeBindingMode?: string;
}

const immutable = ["provisioner", "parameters", "reclaimPolicy", "volumeBindingMode"] as const;

const storageClassNamesFunction: TemplateFunction = {
  name: "storageClassNames",
  go: includeWith("storageClassNames", "fromJson"),
  js: (classes: Readonly<Record<string, StorageClass>> | undefined, start: string) =>
    Object.fromEntries(Object.entries(classes ?? {}).map(([id, entry]) => [id, nameOf(entry, `${start}-${id}`)])),
  reads: [["name", "nameSuffixHash", ...immutable].map((field) => `*.${field}`), undefined],
  template: {
    comment:
      "The names of StorageClasses by id. Unless one is exact, it ends in a hash of what cannot change in a class.",
    body: (prefix) => `{{- $names := dict }}
{{- $start := index . 1 }}
{{- range $id, $class := index . 0 }}
{{- $name := printf "%s-%s" $start $id }}
{{- if $class.name }}
{{- $name = $class.name }}
{{- else if eq (toString $class.nameSuffixHash) "false" }}
{{- $name = include "${prefix}.fitName" (list 63 $name) }}
{{- else }}
{{- $immutable := dict "provisioner" $class.provisioner "parameters" ($class.parameters | default dict) }}
{{- $_ := set $immutable "reclaimPolicy" ($class.reclaimPolicy | default "${RECLAIM_POLICY}") }}
{{- $_ := set $immutable "volumeBindingMode" ($class.volumeBindingMode | default "${BINDING_MODE}") }}
{{- $hash := toJson $immutable | sha256sum | trunc 8 }}
{{- $name = printf "%s-%s" (include "${prefix}.fitName" (list 54 $name)) $hash }}
{{- end }}
{{- $_ := set $names $id $name }}
{{- end }}
{{- toJson $names }}`,
    needs: () => [fitNameFunction],
  },
};

function nameOf(entry: StorageClass, name: string): string {
  if (entry.name) return entry.name;
  if (entry.nameSuffixHash === false) return trimName(63, name);
  const { provisioner, parameters = {}, reclaimPolicy = RECLAIM_POLICY, volumeBindingMode = BINDING_MODE } = entry;
  const text = printGoJson({ provisioner, parameters, reclaimPolicy, volumeBindingMode });
  return `${trimName(54, name)}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}

/** The names of StorageClasses, by id; `start` is what the names that are not exact begin with. */
export function storageClassNames(
  classes: Expression<Readonly<Record<string, StorageClass>>>,
  start: Expression<string>,
): Expression<Readonly<Record<string, string>>> {
  return call(storageClassNamesFunction, [classes, start], { type: "object" });
}
