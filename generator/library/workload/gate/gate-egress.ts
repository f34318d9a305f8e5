/** The traffic that a gate needs. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { compareBytes } from "../../../functions/go-json.ts";
import { ownEntry } from "../../../functions/own-entry.ts";
import type { NetworkPolicyEgressRule } from "../../../values/kubernetes/types.ts";
import type { Strings } from "../../common/names.ts";
import type { GateContext } from "../../common/pipeline-context.ts";

type ByStage = GateContext["upstream"];

/** The API server is no pod that a selector could name; its Service and its own port are where it listens. */
const API_SERVER_PORTS = [443, 6443] as const;

const gateEgressFunction: TemplateFunction = {
  name: "gateEgress",
  go: includeWith("gateEgress", "fromJsonArray"),
  js: (upstream: ByStage = {}, ancestors: ByStage = {}, selectors: Readonly<Record<string, Strings>> = {}) => {
    const awaited = Object.entries(upstream).sort(([a], [b]) => compareBytes(a, b));
    const toStages = awaited.flatMap(([stage, { job }]) => {
      const matchLabels = ownEntry(selectors, stage);
      return job || matchLabels === undefined ? [] : [{ to: [{ podSelector: { matchLabels } }] }];
    });
    const ports = API_SERVER_PORTS.map((port) => ({ port, protocol: "TCP" }));
    const hasJobs = [...Object.values(upstream), ...Object.values(ancestors)].some(({ job }) => job);
    return [...toStages, ...(hasJobs ? [{ ports }] : [])];
  },
  absentSafe: "all",
  template: {
    comment: "Rules that let a gate reach the stages that it waits for, and the API server where these are Jobs.",
    body: () => `{{- $rules := list }}
{{- $selectors := index . 2 }}
{{- range $stage, $awaited := index . 0 }}
{{- if not $awaited.job }}
{{- with index $selectors $stage }}
{{- $rules = append $rules (dict "to" (list (dict "podSelector" (dict "matchLabels" .)))) }}
{{- end }}
{{- end }}
{{- end }}
{{- $jobs := list }}
{{- range slice . 0 2 }}
{{- range . }}
{{- $jobs = append $jobs .job }}
{{- end }}
{{- end }}
{{- if compact $jobs }}
{{- $ports := list }}
{{- range $port := list ${API_SERVER_PORTS.join(" ")} }}
{{- $ports = append $ports (dict "port" $port "protocol" "TCP") }}
{{- end }}
{{- $rules = append $rules (dict "ports" $ports) }}
{{- end }}
{{- toJson $rules }}`,
  },
};

/** Rules that let a gate reach the stages that it waits for, and the API server. */
export function gateEgress(
  upstream: Expression<ByStage>,
  ancestors: Expression<ByStage>,
  selectors: Expression<Readonly<Record<string, Strings>>>,
): Expression<readonly NetworkPolicyEgressRule[]> {
  return call(gateEgressFunction, [upstream, ancestors, selectors], { type: "array" });
}
