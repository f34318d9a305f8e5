/** Which volumes a container mounts, and where. */
import type { VolumeDevice, VolumeMount } from "kubernetes-types/core/v1.d.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { atom, command, pipe, stringConstant } from "../../../expression/go-syntax.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeOf } from "../../../functions/call.ts";
import { compareBytes } from "../../../functions/go-json.ts";
import { ownEntry } from "../../../functions/own-entry.ts";

interface Mount {
  readonly mountPath?: string;
  readonly subPath?: string;
  readonly readOnly?: boolean;
  readonly devicePath?: string;
}
/** What is read of a volume to know its mounts. */
export interface VolumeEntry extends Mount {
  readonly enabled?: boolean;
  /** A claim template's; the paths of the other mode may be left over from another values file. */
  readonly volumeMode?: string;
  readonly allContainers?: boolean;
  readonly mounts?: Readonly<Record<string, Mount & { readonly container?: string }>>;
}
type Volumes = Readonly<Record<string, VolumeEntry>>;

const fields = ["enabled", "volumeMode", "allContainers", "mounts.*.container", "mountPath", "mounts.*.mountPath"];
const below = (paths: readonly string[]): readonly string[] => paths.map((field) => `*.${field}`);
/** The fields of a map of volumes that its mounts are made of. */
export const mountReads = below([...fields, "subPath", "readOnly", "mounts.*.subPath", "mounts.*.readOnly"]);
/** The fields of a map of volumes that its block devices are made of. */
export const deviceReads = below([...fields, "devicePath", "mounts.*.devicePath"]);

// Both lists walk the same way; they differ in the field that makes a mount one.
function mountFunction(name: "volumeMounts" | "volumeDevices", comment: string): TemplateFunction {
  const place = name === "volumeMounts" ? "mountPath" : "devicePath";
  const copied = name === "volumeMounts" ? ["mountPath", "subPath", "readOnly"] : ["devicePath"];
  const otherMode = name === "volumeMounts" ? "Block" : "Filesystem";
  return {
    name,
    go: (args, prefix) =>
      pipe(command("include", stringConstant(`${prefix}.${name}`), command("list", ...args)), atom("fromJsonArray")),
    js: (container: string, names: Readonly<Record<string, string>>, ...maps: (Volumes | undefined)[]) =>
      mountsOf(place, container, maps).map(({ id, mount }) => ({
        name: ownEntry(names, id) ?? id,
        ...Object.fromEntries(
          copied.map((key) => [key, mount[key as keyof Mount]]).filter(([, value]) => value !== undefined),
        ),
      })),
    absentSafe: "all",
    reads: [
      undefined,
      undefined,
      ...Array.from({ length: 2 }, () => (name === "volumeMounts" ? mountReads : deviceReads)),
    ],
    template: {
      comment,
      body: () => `{{- $container := index . 0 }}
{{- $names := index . 1 }}
{{- $mounts := list }}
{{- range $volumes := slice . 2 }}
{{- range $id, $volume := $volumes }}
{{- if and (ne $volume.enabled false) (ne $volume.volumeMode "${otherMode}") }}
{{- $candidates := list }}
{{- if or (eq $container "main") $volume.allContainers }}
{{- $candidates = append $candidates $volume }}
{{- end }}
{{- range $mount := $volume.mounts }}
{{- if eq ($mount.container | default "main") $container }}
{{- $candidates = append $candidates $mount }}
{{- end }}
{{- end }}
{{- range $mount := $candidates }}
{{- if $mount.${place} }}
{{- $fields := pick $mount ${copied.map((key) => `"${key}"`).join(" ")} }}
{{- $mounts = append $mounts (set $fields "name" (index $names $id | default $id)) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- toJson $mounts }}`,
    },
  };
}

/** The mounts (or devices) of a container, each with the id of its volume, in the order in which they are printed. */
export function mountsOf(
  place: "mountPath" | "devicePath",
  container: string,
  maps: readonly (Volumes | undefined)[],
): readonly { readonly id: string; readonly mount: Mount }[] {
  const otherMode = place === "mountPath" ? "Block" : "Filesystem";
  return maps.flatMap((volumes) =>
    Object.entries(volumes ?? {})
      .filter(([, volume]) => volume.enabled !== false && volume.volumeMode !== otherMode)
      .sort(([a], [b]) => compareBytes(a, b))
      .flatMap(([id, volume]) =>
        mountsIn(volume, container)
          .filter((mount) => mount[place] !== undefined)
          .map((mount) => ({ id, mount })),
      ),
  );
}

function mountsIn(volume: VolumeEntry, container: string): readonly Mount[] {
  const mounts = Object.entries(volume.mounts ?? {})
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([, mount]) => mount);
  const own = container === "main" || volume.allContainers ? [volume] : [];
  return [...own, ...mounts.filter((mount) => (mount.container ?? "main") === container)];
}

/** The function behind `volumeMounts`, for templates that include it. */
export const volumeMountsFunction = mountFunction(
  "volumeMounts",
  "The mounts of one container: each volume's own, and those that name the container.",
);
/** The function behind `volumeDevices`, for templates that include it. */
export const volumeDevicesFunction = mountFunction("volumeDevices", "The block devices of one container.");

/** The mounts of a container by its name in values; `names` says what a volume is called in the pod. */
export function volumeMounts(
  container: Operand<string>,
  names: Operand<unknown>,
  ...maps: readonly Expression<unknown>[]
): Expression<readonly VolumeMount[]> {
  return call(volumeMountsFunction, [container, names, ...maps], { type: "array" });
}

/** The block devices of a container. */
export function volumeDevices(
  container: Operand<string>,
  names: Operand<unknown>,
  ...maps: readonly Expression<unknown>[]
): Expression<readonly VolumeDevice[]> {
  return call(volumeDevicesFunction, [container, names, ...maps], { type: "array" });
}

const devicePathsFunction: TemplateFunction = {
  name: "devicePaths",
  go: includeOf("devicePaths", "fromJsonArray"),
  js: (volume: VolumeEntry) =>
    [volume, ...Object.values(volume.mounts ?? {})].flatMap(({ devicePath }) =>
      devicePath === undefined ? [] : [devicePath],
    ),
  reads: [["devicePath", "mounts.*.devicePath"]],
  template: {
    comment: "Where containers see a volume as a block device.",
    body: () => `{{- $paths := list }}
{{- $mounts := .mounts }}
{{- range $mount := prepend (values $mounts) . }}
{{- with $mount.devicePath }}
{{- $paths = append $paths . }}
{{- end }}
{{- end }}
{{- toJson $paths }}`,
  },
};

/** Where containers see a volume as a block device, in no order; empty for a volume with files. */
export function devicePaths(volume: Expression<unknown>): Expression<readonly string[]> {
  return call(devicePathsFunction, [volume], { type: "array" });
}
