/** Which claims one node, or one pod, holds at a time. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";

interface Volume {
  readonly claim?: { readonly accessModes?: readonly string[]; readonly existingClaim?: string };
}

const SHARED = ["ReadWriteMany", "ReadOnlyMany"] as const;

const exclusiveModesFunction: TemplateFunction = {
  name: "exclusiveModes",
  go: includeWith("exclusiveModes", "fromJson"),
  js: (volumes: Readonly<Record<string, Volume>> | undefined) =>
    Object.fromEntries(
      Object.entries(volumes ?? {}).flatMap(([id, { claim }]) => {
        const { accessModes = [], existingClaim } = claim ?? {};
        const modes = accessModes.length > 0 || existingClaim ? accessModes : ["ReadWriteOnce"];
        const mode = modes.at(-1);
        return mode === undefined || SHARED.some((shared) => modes.includes(shared)) ? [] : [[id, mode]];
      }),
    ),
  reads: [["*.claim.accessModes", "*.claim.existingClaim"]],
  absentSafe: "all",
  template: {
    comment:
      "The access mode of each claim that one node, or one pod, holds at a time, by the id of its volume. Of a claim that\nexists, only the values could tell.",
    body: () => `{{- $exclusive := dict }}
{{- range $id, $volume := index . 0 }}
{{- $modes := ($volume.claim).accessModes }}
{{- if not (or $modes ($volume.claim).existingClaim) }}
{{- $modes = list "ReadWriteOnce" }}
{{- end }}
{{- if and $modes (not (has "ReadWriteMany" $modes)) (not (has "ReadOnlyMany" $modes)) }}
{{- $_ := set $exclusive $id (last $modes) }}
{{- end }}
{{- end }}
{{- toJson $exclusive }}`,
  },
};

/** The access modes of the claims that are not shared between nodes, by the id of their volume. */
export function exclusiveModes(volumes: Expression<unknown>): Expression<Readonly<Record<string, string>>> {
  return call(exclusiveModesFunction, [volumes], { type: "object" });
}
