/** What volumes are called in a pod that several stages share. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { fitNameFunction, trimName } from "../../../functions/strings.ts";

interface VolumeEntry {
  readonly type?: string;
  readonly existingClaim?: string;
  readonly pipelineVolume?: { readonly stage: string; readonly volume: string };
}

const volumeNamesFunction: TemplateFunction = {
  name: "volumeNames",
  go: includeWith("volumeNames", "fromJson"),
  js: (volumes: Readonly<Record<string, VolumeEntry>> | undefined, chain: string | undefined) => {
    if (!chain) return {};
    return Object.fromEntries(
      Object.entries(volumes ?? {}).map(([id, volume]) => [id, trimName(63, nameInChain(id, volume, chain))]),
    );
  },
  absentSafe: "all",
  reads: [["*.type", "*.existingClaim", "*.pipelineVolume.stage", "*.pipelineVolume.volume"]],
  template: {
    comment:
      "The names of a stage's volumes in the pod of a chain, by id. A claim has one name for all stages: a pod that lists a\nclaim twice never starts.",
    body: (prefix) => `{{- $names := dict }}
{{- $chain := index . 1 }}
{{- if $chain }}
{{- range $id, $volume := index . 0 }}
{{- $name := printf "%s-%s" $chain $id }}
{{- if and $volume.pipelineVolume (has $volume.type (list nil "pipelineVolume")) }}
{{- $name = printf "%s-%s" $volume.pipelineVolume.stage $volume.pipelineVolume.volume }}
{{- else if and $volume.existingClaim (has $volume.type (list nil "existingClaim")) }}
{{- $name = printf "claim-%s" ($volume.existingClaim | replace "." "-") }}
{{- end }}
{{- $_ := set $names $id (include "${prefix}.fitName" (list 63 $name)) }}
{{- end }}
{{- end }}
{{- toJson $names }}`,
    needs: () => [fitNameFunction],
  },
};

function nameInChain(id: string, volume: VolumeEntry, chain: string): string {
  const counts = (branch: string): boolean => volume.type === undefined || volume.type === branch;
  if (volume.pipelineVolume !== undefined && counts("pipelineVolume")) {
    return `${volume.pipelineVolume.stage}-${volume.pipelineVolume.volume}`;
  }
  if (volume.existingClaim !== undefined && counts("existingClaim"))
    return `claim-${volume.existingClaim.replaceAll(".", "-")}`;
  return `${chain}-${id}`;
}

/** The names of volumes by id where several stages share a pod, else an empty map: a volume then has its id's name. */
export function volumeNames(
  volumes: Expression<unknown>,
  chain: Expression<string>,
): Expression<Readonly<Record<string, string>>> {
  return call(volumeNamesFunction, [volumes, chain], { type: "object" });
}
