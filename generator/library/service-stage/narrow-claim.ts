/** Claims that not every pod of a Deployment can mount. */
import type { Expression } from "../../expression/expression.ts";
import type { TemplateFunction } from "../../expression/node.ts";
import { call, includeWith } from "../../functions/call.ts";
import { compareBytes } from "../../functions/go-json.ts";
import type { ACCESS_MODES } from "../workload/values/volume-values.ts";

interface Volume {
  readonly enabled?: boolean;
  readonly type?: string;
  readonly claim?: { readonly accessModes?: readonly string[] };
}

const narrowClaimFunction: TemplateFunction = {
  name: "narrowClaim",
  go: includeWith("narrowClaim"),
  js: (volumes: Readonly<Record<string, Volume>> | undefined, ...modes: readonly string[]) => {
    const isNarrow = ({ enabled, type = "claim", claim }: Volume): boolean =>
      enabled !== false &&
      type === "claim" &&
      claim !== undefined &&
      (claim.accessModes ?? ["ReadWriteOnce"]).every((mode) => modes.includes(mode));
    const found = Object.entries(volumes ?? {}).filter(([, volume]) => isNarrow(volume));
    return found.map(([id]) => id).sort(compareBytes)[0] ?? "";
  },
  absentSafe: "all",
  reads: [["*.enabled", "*.type", "*.claim.accessModes"]],
  template: {
    comment: "The first volume of type claim that has no other access modes than these; empty where there is none.",
    body: () => `{{- $modes := rest . }}
{{- $found := "" }}
{{- range $id, $volume := first . }}
{{- if and (ne $volume.enabled false) $volume.claim (eq ($volume.type | default "claim") "claim") }}
{{- $isNarrow := true }}
{{- range $mode := $volume.claim.accessModes | default (list "ReadWriteOnce") }}
{{- $isNarrow = and $isNarrow (has $mode $modes) }}
{{- end }}
{{- if $isNarrow }}
{{- $found = $found | default $id }}
{{- end }}
{{- end }}
{{- end }}
{{- $found }}`,
  },
};

/** The id of the first volume whose claim the chart makes with no other access modes than these, or "". */
export function narrowClaim(
  volumes: Expression<unknown>,
  ...modes: readonly (typeof ACCESS_MODES)[number][]
): Expression<string> {
  return call(narrowClaimFunction, [volumes, ...modes], { type: "string" });
}
