/** What the claims are called. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { fitNameFunction, trimName } from "../../../functions/strings.ts";

interface Volume {
  readonly claim?: { readonly name?: string; readonly existingClaim?: string };
}

const claimNamesFunction: TemplateFunction = {
  name: "claimNames",
  go: includeWith("claimNames", "fromJson"),
  js: (volumes: Readonly<Record<string, Volume>> | undefined, fullname: string) =>
    Object.fromEntries(
      Object.entries(volumes ?? {}).map(([id, { claim }]) => [
        id,
        claim?.existingClaim || claim?.name || trimName(63, `${fullname}-${id}`),
      ]),
    ),
  reads: [["*.claim.name", "*.claim.existingClaim"], undefined],
  template: {
    comment:
      "The names of claims by the id of their volume: an existing one, an exact one, or the objects' name and the id.",
    body: (prefix) => `{{- $names := dict }}
{{- $fullname := index . 1 }}
{{- range $id, $volume := index . 0 }}
{{- $name := include "${prefix}.fitName" (list 63 (printf "%s-%s" $fullname $id)) }}
{{- $name = ($volume.claim).existingClaim | default ($volume.claim).name | default $name }}
{{- $_ := set $names $id $name }}
{{- end }}
{{- toJson $names }}`,
    needs: () => [fitNameFunction],
  },
};

/** The names of the claims of volumes, by id; `fullname` starts those that have no exact name. */
export function claimNames(
  volumes: Expression<Readonly<Record<string, Volume>>>,
  fullname: Expression<string>,
): Expression<Readonly<Record<string, string>>> {
  return call(claimNamesFunction, [volumes, fullname], { type: "object" });
}
