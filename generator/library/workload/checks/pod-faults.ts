/** What no pod can have, and a schema cannot say: two containers of one name, two mounts in one place. */
import { bind } from "../../../expression/bind.ts";
import type { Expression } from "../../../expression/expression.ts";
import { guard } from "../../../expression/guard.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import type { Reference } from "../../../expression/reference.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { compareBytes } from "../../../functions/go-json.ts";
import { nonEmpty } from "../../../functions/logic.ts";
import type { Documents } from "../../../manifest/input.ts";
import type { WorkloadValues } from "../values/values.ts";
import {
  deviceReads,
  mountReads,
  mountsOf,
  type VolumeEntry,
  volumeDevicesFunction,
  volumeMountsFunction,
} from "../volumes/volume-mounts.ts";

type ByName<E> = Readonly<Record<string, E>>;
interface Container {
  readonly enabled?: boolean;
}
interface Volume extends VolumeEntry {
  readonly type?: string;
  readonly existingClaim?: string;
  readonly pipelineVolume?: { readonly stage: string; readonly volume: string };
}

const MAIN = "the main container";
const claimReads = ["*.type", "*.existingClaim", "*.pipelineVolume.stage", "*.pipelineVolume.volume"];
const placeReads = [...mountReads, ...deviceReads];

const podFaultFunction: TemplateFunction = {
  name: "podFault",
  go: includeWith("podFault"),
  js: (
    volumes: ByName<Volume> | undefined,
    initContainers: ByName<Container> | undefined,
    sidecars: ByName<Container> | undefined,
    ...claimTemplates: (ByName<Volume> | undefined)[]
  ) => {
    const maps = [volumes, ...claimTemplates];
    return [
      ...nameFaults({ initContainers, sidecars }),
      ...maps.flatMap((map, i) =>
        volumeFaults(KEYS[i] ?? "", map, ["main", ...Object.keys({ ...initContainers, ...sidecars })]),
      ),
      ...placeFaults(maps, ["main", ...namesOf(initContainers), ...namesOf(sidecars)]),
      "",
    ][0];
  },
  absentSafe: "all",
  reads: [[...placeReads, ...claimReads], ["*.enabled"], ["*.enabled"], placeReads],
  template: {
    comment: "The first thing that no pod can have: two containers of one name, two mounts in one place.",
    body: (prefix) => `{{- $fault := "" }}
{{- $containers := dict "main" "${MAIN}" }}
{{- $known := list "main" }}
{{- range $key, $map := dict "initContainers" (index . 1) "sidecars" (index . 2) }}
{{- range $name, $container := $map }}
{{- $known = append $known $name }}
{{- if ne $container.enabled false }}
{{- with index $containers $name }}
{{- $fault = $fault | default (printf "%s.%s: expected a name of its own, got that of %s" $key $name .) }}
{{- end }}
{{- $_ := set $containers $name (printf "%s.%s" $key $name) }}
{{- end }}
{{- end }}
{{- end }}
{{- $maps := prepend (slice . 3) (index . 0) }}
{{- $places := dict }}
{{- range $i, $map := $maps }}
{{- $claims := dict }}
{{- range $id, $volume := $map }}
{{- if ne $volume.enabled false }}
{{- $path := printf "%s.%s" (index (list ${KEYS.map((key) => `"${key}"`).join(" ")}) $i) $id }}
{{- $_ := set $places $id $path }}
{{- range $mountId, $mount := $volume.mounts }}
{{- if not (has ($mount.container | default "main") $known) }}
{{- $fault = $fault | default (printf "%s.mounts.%s.container: no container is called %q" $path $mountId
    $mount.container) }}
{{- end }}
{{- end }}
{{- $claim := "" }}
{{- if and $volume.existingClaim (has $volume.type (list nil "existingClaim")) }}
{{- $claim = printf "existingClaim %s" $volume.existingClaim }}
{{- else if and $volume.pipelineVolume (has $volume.type (list nil "pipelineVolume")) }}
{{- $claim = printf "pipelineVolume %s of %s" $volume.pipelineVolume.volume $volume.pipelineVolume.stage }}
{{- end }}
{{- with and $claim (index $claims $claim) }}
{{- $fault = $fault | default (printf "%s: has the %s, as %s has: a pod that lists a claim twice never starts, use mounts"
    $path $claim .) }}
{{- end }}
{{- $_ := set $claims $claim $path }}
{{- end }}
{{- end }}
{{- end }}
{{- range $container, $_ := $containers }}
{{- $taken := dict }}
{{- $mounted := dict }}
{{- $mounts := include "${prefix}.volumeMounts" (concat (list $container dict) $maps) | fromJsonArray }}
{{- $devices := include "${prefix}.volumeDevices" (concat (list $container dict) $maps) | fromJsonArray }}
{{- range $mount := concat $mounts $devices }}
{{- $place := index $places $mount.name }}
{{- $field := hasKey $mount "mountPath" | ternary "mountPath" "devicePath" }}
{{- $path := index $mount $field }}
{{- with index $taken $path }}
{{- $fault = $fault | default (printf
    "%s: expected a %s of its own in container %s, got %q as in %s; enabled: false switches a volume off" $place $field
    $container $path .) }}
{{- end }}
{{- if ne (index $mounted $place | default $field) $field }}
{{- $fault = $fault | default (printf "%s: expected mountPath or devicePath in container %s, got both" $place
    $container) }}
{{- end }}
{{- if and (eq $field "devicePath") (eq (index $mounted $place | toString) $field) }}
{{- $fault = $fault | default (printf "%s: expected one devicePath in container %s, got two" $place $container) }}
{{- end }}
{{- $_ := set $taken $path $place }}
{{- $_ := set $mounted $place $field }}
{{- end }}
{{- end }}
{{- $fault }}`,
    needs: () => [volumeMountsFunction, volumeDevicesFunction],
  },
};

/** The keys of the maps of volumes, in the order of the arguments. */
const KEYS = ["volumes", "persistence"] as const;

function nameFaults(maps: ByName<ByName<Container> | undefined>): readonly string[] {
  const taken = new Map([["main", MAIN]]);
  return Object.entries(maps).flatMap(([key, map]) =>
    namesOf(map).flatMap((name) => {
      const other = taken.get(name);
      taken.set(name, `${key}.${name}`);
      return other === undefined ? [] : [`${key}.${name}: expected a name of its own, got that of ${other}`];
    }),
  );
}

function volumeFaults(key: string, map: ByName<Volume> | undefined, known: readonly string[]): readonly string[] {
  const claims = new Map<string, string>();
  return namesOf(map).flatMap((id) => {
    const volume = map?.[id] ?? {};
    const path = `${key}.${id}`;
    const claim = claimOf(volume);
    const other = claim === undefined ? undefined : claims.get(claim);
    if (claim !== undefined) claims.set(claim, path);
    const mounts = Object.entries(volume.mounts ?? {}).sort(([a], [b]) => compareBytes(a, b));
    return [
      ...mounts
        .filter(([, mount]) => !known.includes(mount.container ?? "main"))
        .map(([mountId, mount]) => `${path}.mounts.${mountId}.container: no container is called "${mount.container}"`),
      ...(other === undefined
        ? []
        : [`${path}: has the ${claim}, as ${other} has: a pod that lists a claim twice never starts, use mounts`]),
    ];
  });
}

function claimOf({ type, existingClaim, pipelineVolume }: Volume): string | undefined {
  const counts = (branch: string): boolean => type === undefined || type === branch;
  if (existingClaim !== undefined && counts("existingClaim")) return `existingClaim ${existingClaim}`;
  if (pipelineVolume === undefined || !counts("pipelineVolume")) return undefined;
  return `pipelineVolume ${pipelineVolume.volume} of ${pipelineVolume.stage}`;
}

function placeFaults(maps: readonly (ByName<Volume> | undefined)[], containers: readonly string[]): readonly string[] {
  const places = new Map(maps.flatMap((map, i) => namesOf(map).map((id) => [id, `${KEYS[i]}.${id}`] as const)));
  return [...new Set(containers)].sort(compareBytes).flatMap((container) => {
    const taken = new Map<string, string>();
    const mounted = new Map<string, string>();
    const mounts = (["mountPath", "devicePath"] as const).flatMap((field) =>
      mountsOf(field, container, maps).map(({ id, mount }) => ({ field, id, path: mount[field] ?? "" })),
    );
    return mounts.flatMap(({ field, id, path }) => {
      const place = places.get(id) ?? "";
      const other = taken.get(path);
      const isBoth = (mounted.get(place) ?? field) !== field;
      const isTwice = field === "devicePath" && mounted.get(place) === field;
      taken.set(path, place);
      mounted.set(place, field);
      return [
        ...(other === undefined
          ? []
          : [
              `${place}: expected a ${field} of its own in container ${container}, got "${path}" as in ${other}; ` +
                "enabled: false switches a volume off",
            ]),
        ...(isBoth ? [`${place}: expected mountPath or devicePath in container ${container}, got both`] : []),
        ...(isTwice ? [`${place}: expected one devicePath in container ${container}, got two`] : []),
      ];
    });
  });
}

function namesOf(map: ByName<Container> | undefined): readonly string[] {
  return Object.entries(map ?? {})
    .filter(([, entry]) => entry.enabled !== false)
    .map(([name]) => name)
    .sort(compareBytes);
}

/** The first thing in a pod's values that no pod can have, with its path, or "". */
export function podFault(
  volumes: Expression<unknown>,
  initContainers: Expression<unknown>,
  sidecars: Expression<unknown>,
  ...claimTemplates: readonly Expression<unknown>[]
): Expression<string> {
  return call(podFaultFunction, [volumes, initContainers, sidecars, ...claimTemplates], { type: "string" });
}

/** Refuses what no pod can have; the API server, or the kubelet, would do so only after the install has begun. */
export function podGuard(v: Reference<WorkloadValues>, claimTemplates: Expression<unknown> | undefined): Documents {
  const more = claimTemplates === undefined ? [] : [claimTemplates];
  return bind("fault", podFault(v.volumes, v.initContainers, v.sidecars, ...more), (fault) =>
    guard(nonEmpty(fault), fault),
  );
}
