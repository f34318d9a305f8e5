/** Mounts that no container can have: two at one path, or a volume that is a directory and a device. */
import { bind, collectList, collectMap } from "../../../../expression/bind.ts";
import { defineCheck, entry, param, stringParam } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { forEach, forEachItem, forEachRepeated } from "../../../../expression/for-each.ts";
import { guard, refuse } from "../../../../expression/guard.ts";
import { given } from "../../../../expression/reference.ts";
import { concat, hasItem } from "../../../../functions/lists.ts";
import { and, eq, isFalse, isTrue, nonEmpty, not, orIfEmpty, ternary } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { JsonSchema } from "../../../../json-schema.ts";
import {
  initContainerValues,
  securityContext as securityContextValues,
  sidecarValues,
} from "../../values/container-values.ts";
import type { WorkloadValues } from "../../values/values.ts";
import { volumeValues } from "../../values/volume-values.ts";
import { volumeDevices, volumeMounts } from "../../volumes/volume-mounts.ts";
import { MAIN_CONTAINER } from "../containers/check-container-names.ts";

type Volumes = WorkloadValues["volumes"];
const volumesParam = param<Volumes>(volumeValues());
const hostUsersParam = param<boolean | undefined>({ type: "boolean" });

/** A mount or a device; its name is the path of its volume in the values. */
interface Mount {
  readonly name: string;
  readonly mountPath?: string;
  readonly devicePath?: string;
  readonly mountPropagation?: string;
}
const texts = Object.fromEntries(
  ["name", "mountPath", "devicePath", "mountPropagation"].map((name) => [name, { type: "string" }]),
);
const mountsSchema: JsonSchema = {
  type: "array",
  items: { type: "object", properties: texts, required: ["name"] },
};
const mountsParam = param<readonly Mount[]>(mountsSchema);

const checkMountPaths = defineCheck({
  name: "checkMountPaths",
  comment: "Refuses two mounts of a container at one path.",
  params: { container: stringParam, mounts: mountsParam },
  body: ({ container, mounts }) =>
    forEachRepeated(
      mounts,
      { key: (_, mount) => orIfEmpty(given(mount.mountPath), given(mount.devicePath)), id: (_, { name }) => name },
      ({ entry: { name, mountPath }, key, other }) =>
        bind("field", ternary(nonEmpty(mountPath), "mountPath", "devicePath"), (field) =>
          refuse(
            text`${name}: expected a unique ${field} in container ${container}, got "${key}" as in ${other}; disable a volume with enabled: false`,
          ),
        ),
    ),
});

const checkDevices = defineCheck({
  name: "checkDevices",
  comment: "Refuses volumes that a container has as directory and as device, or twice as device.",
  params: { container: stringParam, mounts: mountsParam, devices: mountsParam },
  body: ({ container, mounts, devices }) => [
    collectList<string, unknown>(
      "mounted",
      forEachItem(mounts, ({ name }) => name),
      (mounted) =>
        forEachItem(devices, ({ name }) =>
          guard(
            hasItem(mounted, name),
            text`${name}: expected mountPath or devicePath in container ${container}, got both`,
          ),
        ),
    ),
    forEachRepeated(devices, { key: (_, { name }) => name, id: (_, { name }) => name }, ({ key }) =>
      refuse(text`${key}: expected one devicePath in container ${container}, got two`),
    ),
  ],
});

const checkPropagation = defineCheck({
  name: "checkPropagation",
  comment: "Refuses mounts that change those of the node, but in a privileged container.",
  params: { container: stringParam, isPrivileged: param<boolean>({ type: "boolean" }), mounts: mountsParam },
  body: ({ container, isPrivileged, mounts }) =>
    forEachItem(mounts, ({ name, mountPropagation }) =>
      guard(
        and(eq(mountPropagation, "Bidirectional"), not(isPrivileged)),
        text`${name}.mountPropagation: expected container ${container} to be privileged for Bidirectional`,
      ),
    ),
});

const checkMountsOfContainer = defineCheck({
  name: "checkMountsOfContainer",
  comment: "Refuses mounts that a container cannot have; the paths are those of the volumes in the values.",
  params: {
    container: stringParam,
    isPrivileged: param<boolean>({ type: "boolean" }),
    hostUsers: hostUsersParam,
    paths: param<Readonly<Record<string, string>>>({ type: "object" }),
    volumes: volumesParam,
    claimTemplates: volumesParam,
  },
  body: ({ container, isPrivileged, hostUsers, paths, volumes, claimTemplates }) => {
    const mounts: Expression<readonly Mount[]> = volumeMounts(container, paths, volumes, claimTemplates);
    const devices: Expression<readonly Mount[]> = volumeDevices(container, paths, volumes, claimTemplates);
    return bind(
      "mounts",
      mounts,
      (directories) =>
        bind(
          "devices",
          devices,
          (blocks) => [
            checkMountPaths(container, concat(directories, blocks)),
            checkDevices(container, directories, blocks),
            checkPropagation(container, isPrivileged, directories),
            guard(
              and(isFalse(hostUsers), nonEmpty(blocks)),
              text`hostUsers: expected true, because container ${container} has block devices, got false`,
            ),
          ],
          mountsSchema,
        ),
      mountsSchema,
    );
  },
});

/** Refuses mounts that a container of the pod cannot have. */
export const checkMounts = defineCheck({
  name: "checkMounts",
  comment: "Refuses mounts that no container can have: two at one path, or a volume as directory and as device.",
  params: {
    volumes: volumesParam,
    claimTemplates: volumesParam,
    hostUsers: hostUsersParam,
    securityContext: param<WorkloadValues["securityContext"]>(securityContextValues()),
    initContainers: param<WorkloadValues["initContainers"]>(initContainerValues()),
    sidecars: param<WorkloadValues["sidecars"]>(sidecarValues(true)),
  },
  body: ({ volumes, claimTemplates, hostUsers, securityContext, initContainers, sidecars }) => {
    const paths = [
      forEach(volumes, (id) => entry(id, text`volumes.${id}`)),
      forEach(claimTemplates, (id) => entry(id, text`persistence.${id}`)),
    ];
    // Whether each is privileged, in a map, because the names are sorted.
    const containers = [
      entry(MAIN_CONTAINER, isTrue(securityContext.privileged)),
      forEach(initContainers, (name, container) => entry(name, isTrue(container.securityContext.privileged))),
      forEach(sidecars, (name, container) => entry(name, isTrue(container.securityContext.privileged))),
    ];
    return collectMap<string, unknown>("paths", paths, (pathOf) =>
      collectMap<boolean, unknown>("containers", containers, (names) =>
        forEach(names, (name, isPrivileged) =>
          checkMountsOfContainer(name, isPrivileged, hostUsers, pathOf, volumes, claimTemplates),
        ),
      ),
    );
  },
});
