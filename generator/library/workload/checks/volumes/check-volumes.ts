/** Volumes that no pod can have: claims that are listed twice, mounts in unknown containers. */
import { bind, collectMap } from "../../../../expression/bind.ts";
import { defineCheck, defineFunction, entry, param, stringParam } from "../../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../../expression/expression.ts";
import { forEach, forEachRepeated } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { entrySchemaOf, given } from "../../../../expression/reference.ts";
import { choose, when } from "../../../../expression/when.ts";
import { valueAt } from "../../../../functions/keys.ts";
import { hasItem } from "../../../../functions/lists.ts";
import { and, eq, ne, nonEmpty, not, orIfEmpty } from "../../../../functions/logic.ts";
import { hasEntry } from "../../../../functions/maps.ts";
import { text } from "../../../../functions/strings.ts";
import type { WorkloadValues } from "../../values/values.ts";
import { volumeValues } from "../../values/volume-values.ts";
import { MAIN_CONTAINER } from "../containers/check-container-names.ts";

type Volumes = WorkloadValues["volumes"];
const volumesParam = param<Volumes>(volumeValues());
const volumeSchema = entrySchemaOf(volumeValues());
const mountsSchema = volumeSchema.properties?.["mounts"] ?? {};

const claimOf: (volume: Operand<unknown>) => Expression<string> = defineFunction({
  name: "claimOf",
  comment: "An identifier of the claim of a volume, if it is one that the chart does not make; else nothing.",
  params: { volume: param<Volumes[string]>(volumeSchema) },
  result: "first",
  body: ({ volume: { type, existingClaim, pipelineVolume } }) =>
    choose(
      and(nonEmpty(existingClaim), eq(orIfEmpty(type, "existingClaim"), "existingClaim")),
      text`existingClaim ${given(existingClaim)}`,
      when(
        and(nonEmpty(pipelineVolume), eq(orIfEmpty(type, "pipelineVolume"), "pipelineVolume")),
        text`pipelineVolume ${given(pipelineVolume).volume} of ${given(pipelineVolume).stage}`,
      ),
    ),
});

const checkMountContainers = defineCheck({
  name: "checkMountContainers",
  comment: "Refuses mounts of a volume for containers that the pod does not have, even if disabled.",
  params: {
    path: stringParam,
    mounts: param<Volumes[string]["mounts"]>(mountsSchema),
    containers: param<readonly string[]>({ type: "array" }),
  },
  body: ({ path, mounts, containers }) =>
    forEach(mounts, (mountId, mount) =>
      bind("container", mount.container, (container) =>
        guard(
          and(ne(container, MAIN_CONTAINER), not(hasItem(containers, container))),
          text`${path}.mounts.${mountId}.container: no container is called "${container}"`,
        ),
      ),
    ),
});

/** Refuses volumes that no pod can have; a second volume with the same claim keeps the kubelet waiting forever. */
export const checkVolumes = defineCheck({
  name: "checkVolumes",
  comment: "Refuses mounts for containers that the pod does not have, and one claim in two volumes.",
  params: { path: stringParam, volumes: volumesParam, containers: param<readonly string[]>({ type: "array" }) },
  body: ({ path, volumes, containers }) => {
    const repeated = forEachRepeated(
      volumes,
      { where: (_, volume) => nonEmpty(claimOf(volume)), key: (_, volume) => claimOf(volume) },
      ({ name, other }) => entry(name, other),
    );
    return collectMap<string, unknown>("others", repeated, (others) =>
      forEach(volumes, (id, volume) => [
        checkMountContainers(text`${path}.${id}`, volume.mounts, containers),
        guard(
          hasEntry(others, id),
          text`${path}.${id}: has the same ${claimOf(volume)} as ${path}.${valueAt<string>("string", others, id)}: a pod that lists a claim twice never starts, use mounts`,
        ),
      ]),
    );
  },
});
