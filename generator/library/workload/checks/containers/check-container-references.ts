/** References to containers that the pod does not have: the kubelet would never start the one that makes them. */
import { bind } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import { forEach, forEachPosition } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { given, type Reference } from "../../../../expression/reference.ts";
import { choose, when } from "../../../../expression/when.ts";
import { keysOf } from "../../../../functions/keys.ts";
import { concat, hasItem, list } from "../../../../functions/lists.ts";
import { and, eq, not, present } from "../../../../functions/logic.ts";
import { text, toJson } from "../../../../functions/strings.ts";
import type { Documents } from "../../../../manifest/input.ts";
import type { DownwardAPIVolumeFile } from "../../../../values/kubernetes/types.ts";
import { initContainerValues } from "../../values/container-values.ts";
import { env } from "../../values/env-values.ts";
import { volumeType } from "../../values/unions.ts";
import type { WorkloadValues } from "../../values/values.ts";
import { volumeValues } from "../../values/volume-values.ts";
import type { EnabledEntries } from "../enabled-entries.ts";
import { forEachVariableSource, type Variables } from "../variable-sources.ts";
import { MAIN_CONTAINER } from "./check-container-names.ts";

const namesParam = param<readonly string[]>({ type: "array", items: { type: "string" } });

/** Refuses the name of a container that is not among those of the pod; an absent one is none. */
export const checkContainerName = defineCheck({
  name: "checkContainerName",
  comment: "Refuses the name of a container that the pod does not have.",
  params: { path: stringParam, container: param<string | undefined>({ type: "string" }), containers: namesParam },
  body: ({ path, container, containers }) =>
    guard(
      and(present(container), not(hasItem(containers, given(container)))),
      text`${path}: no container of the pod is called ${toJson(container)}`,
    ),
});

const checkVariables = defineCheck({
  name: "checkVariableContainers",
  comment: "Refuses variables with an amount of a container that the pod does not have.",
  params: { path: stringParam, env: param<Variables>(env()), containers: namesParam },
  body: ({ path, env, containers }) =>
    forEachVariableSource(env, (name, { resourceFieldRef }) =>
      checkContainerName(
        text`${path}env.${name}.valueFrom.resourceFieldRef.containerName`,
        given(resourceFieldRef).containerName,
        containers,
      ),
    ),
});

const checkFiles = defineCheck({
  name: "checkFileContainers",
  comment: "Refuses files with an amount of a container that the pod does not have.",
  params: {
    path: stringParam,
    files: param<readonly DownwardAPIVolumeFile[]>({
      type: "array",
      items: { $ref: "#/definitions/DownwardAPIVolumeFile" },
    }),
    containers: namesParam,
  },
  body: ({ path, files, containers }) =>
    forEachPosition(files, (i, { resourceFieldRef }) =>
      checkContainerName(
        text`${path}.items.${i}.resourceFieldRef.containerName`,
        given(resourceFieldRef).containerName,
        containers,
      ),
    ),
});

const checkVolumeContainers = defineCheck({
  name: "checkVolumeContainers",
  comment: "Refuses volumes with an amount of a container that the pod does not have.",
  params: { volumes: param<WorkloadValues["volumes"]>(volumeValues()), containers: namesParam },
  body: ({ volumes, containers }) =>
    forEach(volumes, (id, volume) =>
      bind("kind", volumeType(volume), (kind) =>
        choose(
          eq(kind, "downwardAPI"),
          checkFiles(text`volumes.${id}.downwardAPI`, given(volume.downwardAPI).items, containers),
          when(
            eq(kind, "projected"),
            forEachPosition(given(volume.projected).sources, (i, { downwardAPI }) =>
              checkFiles(text`volumes.${id}.projected.sources.${i}.downwardAPI`, given(downwardAPI).items, containers),
            ),
          ),
        ),
      ),
    ),
});

const checkVariablesOfContainers = defineCheck({
  name: "checkVariableContainersOf",
  comment: "Refuses variables of containers with an amount of a container that the pod does not have.",
  params: {
    path: stringParam,
    owners: param<WorkloadValues["initContainers"]>(initContainerValues()),
    containers: namesParam,
  },
  body: ({ path, owners, containers }) =>
    forEach(owners, (name, owner) => checkVariables(text`${path}.${name}.`, owner.env, containers)),
});

/** Refuses references to containers that the pod does not have; values have a stage's own names for its containers. */
export function checkContainerReferences(v: Reference<WorkloadValues>, entries: EnabledEntries): Documents {
  const { initContainers, sidecars, volumes } = entries;
  const own = keysOf(initContainers, sidecars);
  return bind("containers", concat(list(MAIN_CONTAINER), own), (containers) => [
    checkVariables("", v.env, containers),
    checkVariablesOfContainers("initContainers", initContainers, containers),
    checkVariablesOfContainers("sidecars", sidecars, containers),
    checkVolumeContainers(volumes, containers),
  ]);
}
