/** Which volumes a container mounts, and where. */
import type { VolumeDevice, VolumeMount } from "kubernetes-types/core/v1.d.ts";
import { bind } from "../../../expression/bind.ts";
import { defineFunction, entry, type Param, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { forEach, forEachItem } from "../../../expression/for-each.ts";
import { given, type Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { and, eq, ne, nonEmpty, or, orIfEmpty, present } from "../../../functions/logic.ts";
import { type ByName, lookUp } from "../../../functions/maps.ts";
import { boolean, closed, enumOf, mapOf, optional } from "../../../values/model.ts";
import { moreMountValues, mountValues } from "../values/volume-values.ts";

interface Mount {
  readonly mountPath?: string;
  readonly subPath?: string;
  readonly subPathExpr?: string;
  readonly readOnly?: boolean;
  readonly recursiveReadOnly?: string;
  readonly mountPropagation?: string;
  readonly devicePath?: string;
}
interface VolumeEntry extends Mount {
  readonly enabled: boolean;
  /** Of a claim template; paths of the other mode may be left over from another values file. */
  readonly volumeMode?: string;
  readonly allContainers: boolean;
  readonly mounts: ByName<Mount & { readonly container: string }>;
}

const volumeModel = closed(
  {
    enabled: boolean({ description: "Whether the pod has the volume", default: true }),
    volumeMode: optional(enumOf(["Filesystem", "Block"], { description: "What it is" })),
    ...mountValues,
    ...moreMountValues,
  },
  { description: "A volume or a claim template" },
);
// If the schema is skipped, they may be "", which is a value too.
const mountParam = param<Mount>({
  type: "object",
  properties: {
    ...Object.fromEntries(
      ["mountPath", "subPath", "subPathExpr", "recursiveReadOnly", "mountPropagation"].map((name) => [
        name,
        { type: "string" },
      ]),
    ),
    readOnly: { type: "boolean" },
  },
});
const namesParam = param<ByName<string>>({ type: "object" });
const mapsParam: Param<readonly ByName<VolumeEntry>[]> = param({
  type: "array",
  items: mapOf(".", volumeModel, { description: "Volumes" }),
});

interface Params {
  readonly container: Expression<string>;
  readonly names: Expression<ByName<string>>;
  readonly maps: Expression<readonly ByName<VolumeEntry>[]>;
}

// Both lists have the same order: each volume's own mount first, then those that name their container.
function mountsOf(
  { container, names, maps }: Params,
  place: "mountPath" | "devicePath",
  otherMode: "Filesystem" | "Block",
  makeMount: (name: Expression<string>, mount: Reference<Mount>) => unknown,
): unknown {
  return forEachItem(
    maps,
    (volumes) =>
      forEach(
        volumes,
        (id, volume) =>
          when(
            and(volume.enabled, ne(volume.volumeMode, otherMode)),
            bind("name", orIfEmpty(lookUp<string>("string", names, id), id), (name) => [
              when(
                and(nonEmpty(volume[place]), or(eq(container, "main"), volume.allContainers)),
                makeMount(name, volume),
              ),
              forEach(volume.mounts, (_, mount) =>
                when(and(nonEmpty(mount[place]), eq(mount.container, container)), makeMount(name, mount)),
              ),
            ]),
          ),
        { as: "volume" },
      ),
    { as: "volumes" },
  );
}

const mountIn = defineFunction({
  name: "volumeMount",
  comment: "A mount of a volume by the name that it has in the pod.",
  params: { name: stringParam, mount: mountParam },
  result: "map",
  body: ({ name, mount: { mountPath, subPath, subPathExpr, readOnly, recursiveReadOnly, mountPropagation } }) => [
    entry("name", name),
    entry("mountPath", given(mountPath)),
    when(present(subPath), entry("subPath", given(subPath))),
    when(present(subPathExpr), entry("subPathExpr", given(subPathExpr))),
    when(present(readOnly), entry("readOnly", given(readOnly))),
    when(present(recursiveReadOnly), entry("recursiveReadOnly", given(recursiveReadOnly))),
    when(present(mountPropagation), entry("mountPropagation", given(mountPropagation))),
  ],
});

const allMounts = defineFunction({
  name: "volumeMounts",
  comment: "The mounts of one container: each volume's own, and those that name the container.",
  params: { container: stringParam, names: namesParam, maps: mapsParam },
  isVariadic: true,
  result: "list",
  body: (params) => mountsOf(params, "mountPath", "Block", (name, mount) => mountIn(name, mount)),
});

const allDevices = defineFunction({
  name: "volumeDevices",
  comment: "The block devices of one container.",
  params: { container: stringParam, names: namesParam, maps: mapsParam },
  isVariadic: true,
  result: "list",
  body: (params) =>
    mountsOf(params, "devicePath", "Filesystem", (name, { devicePath }) => ({ name, devicePath: given(devicePath) })),
});

/** The mounts of a container by its name in values; `names` has the names of volumes in the pod. */
export function volumeMounts(
  container: Operand<string>,
  names: Operand<unknown>,
  ...maps: readonly Expression<unknown>[]
): Expression<readonly VolumeMount[]> {
  return allMounts(container, names, ...maps);
}

/** The block devices of a container. */
export function volumeDevices(
  container: Operand<string>,
  names: Operand<unknown>,
  ...maps: readonly Expression<unknown>[]
): Expression<readonly VolumeDevice[]> {
  return allDevices(container, names, ...maps);
}

/** Where containers see a volume as a block device; empty for a volume with files. */
export const devicePaths: (volume: Expression<unknown>) => Expression<readonly string[]> = defineFunction({
  name: "devicePaths",
  comment: "Where containers see a volume as a block device.",
  params: { volume: param<VolumeEntry>(volumeModel) },
  result: "list",
  body: ({ volume }) => [
    when(nonEmpty(volume.devicePath), given(volume.devicePath)),
    forEach(volume.mounts, (_, mount) => when(nonEmpty(mount.devicePath), given(mount.devicePath))),
  ],
});
