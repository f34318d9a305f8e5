/** Claims that one node holds at a time, which the pods of several stages mount: they must meet on that node. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { compareBytes } from "../../../functions/go-json.ts";
import { ownEntry } from "../../../functions/own-entry.ts";
import { fitNameFunction, trimName } from "../../../functions/strings.ts";
import type { Affinity } from "../../../values/kubernetes/types.ts";
import type { Strings } from "../../common/names.ts";
import type { PipelineContext } from "../../common/pipeline-context.ts";

interface Volume {
  readonly enabled?: boolean;
  readonly type?: string;
  readonly pipelineVolume?: { readonly stage: string; readonly volume: string };
}
type Exclusive = NonNullable<PipelineContext["exclusive"]>;

const claimLabelsFunction: TemplateFunction = {
  name: "claimLabels",
  go: includeWith("claimLabels", "fromJson"),
  js: (volumes: Readonly<Record<string, Volume>> | undefined, exclusive: Exclusive | undefined) =>
    Object.fromEntries(
      Object.values(volumes ?? {}).flatMap(({ enabled, type, pipelineVolume }) => {
        if (enabled === false || pipelineVolume === undefined || (type ?? "pipelineVolume") !== "pipelineVolume")
          return [];
        const { stage, volume } = pipelineVolume;
        const mode = ownEntry(ownEntry(exclusive ?? {}, stage) ?? {}, volume);
        return mode === undefined ? [] : [[trimName(63, `volume-${stage}-${volume}`), mode]];
      }),
    ),
  absentSafe: "all",
  reads: [["*.enabled", "*.type", "*.pipelineVolume.stage", "*.pipelineVolume.volume"], undefined],
  template: {
    comment:
      "A label for each claim of the pod that one node holds at a time: by it, the pods that mount the claim find each other.",
    body: (prefix) => `{{- $labels := dict }}
{{- $exclusive := index . 1 | default dict }}
{{- range $id, $volume := index . 0 }}
{{- if and (ne $volume.enabled false) $volume.pipelineVolume (has $volume.type (list nil "pipelineVolume")) }}
{{- $stage := $volume.pipelineVolume.stage }}
{{- with index (index $exclusive $stage | default dict) $volume.pipelineVolume.volume }}
{{- $name := printf "volume-%s-%s" $stage $volume.pipelineVolume.volume }}
{{- $_ := set $labels (include "${prefix}.fitName" (list 63 $name)) . }}
{{- end }}
{{- end }}
{{- end }}
{{- toJson $labels }}`,
    needs: () => [fitNameFunction],
  },
};

/** A label for each claim that the pod mounts and one node holds at a time; none where pods do not wait for each other. */
export function claimLabels(volumes: Expression<unknown>, exclusive: Expression<Exclusive>): Expression<Strings> {
  return call(claimLabelsFunction, [volumes, exclusive], { type: "object" });
}

const nearClaimsFunction: TemplateFunction = {
  name: "nearClaims",
  go: includeWith("nearClaims", "fromJson"),
  js: (affinity: Affinity | undefined, labels: Strings, release: string) => {
    const terms = Object.entries(labels)
      .sort(([a], [b]) => compareBytes(a, b))
      .map(([label, mode]) => ({
        labelSelector: { matchLabels: { "app.kubernetes.io/instance": release, [label]: mode } },
        topologyKey: "kubernetes.io/hostname",
      }));
    if (terms.length === 0) return affinity ?? {};
    const own = affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
    const required = { requiredDuringSchedulingIgnoredDuringExecution: [...own, ...terms] };
    return { ...affinity, podAffinity: { ...affinity?.podAffinity, ...required } };
  },
  absentSafe: "all",
  template: {
    comment:
      "An affinity with a demand for each claim that one node holds at a time: to run where the other pods run that mount it.",
    body: () => `{{- $affinity := index . 0 }}
{{- $release := index . 2 }}
{{- $terms := list }}
{{- range $label, $mode := index . 1 }}
{{- $labels := dict "app.kubernetes.io/instance" $release $label $mode }}
{{- $selector := dict "matchLabels" $labels }}
{{- $terms = append $terms (dict "labelSelector" $selector "topologyKey" "kubernetes.io/hostname") }}
{{- end }}
{{- if $terms }}
{{- $podAffinity := ($affinity).podAffinity }}
{{- $own := ($podAffinity).requiredDuringSchedulingIgnoredDuringExecution | default list }}
{{- $required := dict "requiredDuringSchedulingIgnoredDuringExecution" (concat $own $terms) }}
{{- $affinity = merge (dict "podAffinity" (merge $required $podAffinity)) $affinity }}
{{- end }}
{{- toJson $affinity }}`,
  },
};

/** The user's affinity, with a demand for each label of a claim: to run on the node where the others run that mount it. */
export function nearClaims(
  affinity: Expression<Affinity>,
  labels: Expression<Strings>,
  release: Expression<string>,
): Expression<Affinity> {
  return call(nearClaimsFunction, [affinity, labels, release], { type: "object" });
}
