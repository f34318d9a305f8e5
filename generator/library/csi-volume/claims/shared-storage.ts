/** Storage that two volumes name. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeOf } from "../../../functions/call.ts";
import { compareBytes, printGoJson } from "../../../functions/go-json.ts";

interface Volume {
  readonly static?: {
    readonly enabled?: boolean;
    readonly csi: { readonly driver: string; readonly volumeHandle: string };
  };
}

const sharedStorageFunction: TemplateFunction = {
  name: "sharedStorage",
  go: includeOf("sharedStorage"),
  js: (volumes: Readonly<Record<string, Volume>>) => {
    const seen = new Map<string, string>();
    for (const id of Object.keys(volumes).sort(compareBytes)) {
      const own = volumes[id]?.static;
      if (own === undefined || own.enabled === false) continue;
      const storage = printGoJson([own.csi.driver, own.csi.volumeHandle]);
      const other = seen.get(storage);
      if (other !== undefined) return `volumes.${other}.static.csi and volumes.${id}.static.csi`;
      seen.set(storage, id);
    }
    return "";
  },
  reads: [["*.static.enabled", "*.static.csi.driver", "*.static.csi.volumeHandle"]],
  template: {
    comment: "The paths of the first two volumes that name the same storage: one driver, one handle.",
    body: () => `{{- $seen := dict }}
{{- $shared := "" }}
{{- range $id, $volume := . }}
{{- if and $volume.static (ne ($volume.static).enabled false) }}
{{- $storage := toJson (list (($volume.static).csi).driver (($volume.static).csi).volumeHandle) }}
{{- if hasKey $seen $storage }}
{{- $shared = $shared | default (printf "volumes.%s.static.csi and volumes.%s.static.csi" (get $seen $storage) $id) }}
{{- end }}
{{- $_ := set $seen $storage $id }}
{{- end }}
{{- end }}
{{- $shared }}`,
  },
};

/** The paths of two volumes that name the same storage, with "and" between them, or "". */
export function sharedStorage(volumes: Expression<Readonly<Record<string, Volume>>>): Expression<string> {
  return call(sharedStorageFunction, [volumes], { type: "string" });
}
