/** Volumes that no pod can have: claims that are listed twice, mounts in containers that are not there. */
import { bind } from "../../../expression/bind.ts";
import { defineCheck, defineFunction, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { forEach, forEachRepeated } from "../../../expression/for-each.ts";
import { guard, refuse } from "../../../expression/guard.ts";
import { entrySchemaOf, given } from "../../../expression/reference.ts";
import { choose, when } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { hasItem } from "../../../functions/lists.ts";
import { and, eq, ne, nonEmpty, not, orIfEmpty } from "../../../functions/logic.ts";
import { text } from "../../../functions/strings.ts";
import type { JsonSchema } from "../../../json-schema.ts";
import type { WorkloadValues } from "../values/values.ts";
import { volumes } from "../values/volume-values.ts";
import { MAIN } from "./check-container-names.ts";

type Volumes = WorkloadValues["volumes"];
const volumesParam = param<Volumes>(volumes());

/** Refuses mounts for containers that the pod does not have. */
export const checkMountContainers = defineCheck({
  name: "checkMountContainers",
  comment: "Refuses mounts for containers that the pod does not have, whether they are switched off or not.",
  params: { path: stringParam, volumes: volumesParam, containers: param<readonly string[]>({ type: "array" }) },
  body: ({ path, volumes, containers }) =>
    forEach(enabled(volumes), (id, volume) =>
      forEach(volume.mounts, (mountId, mount) =>
        bind("container", mount.container, (container) =>
          guard(
            and(ne(container, MAIN), not(hasItem(containers, container))),
            text`${path}.${id}.mounts.${mountId}.container: no container is called "${container}"`,
          ),
        ),
      ),
    ),
});

const claimOf: (volume: Operand<unknown>) => Expression<string> = defineFunction({
  name: "claimOf",
  comment: "What tells the claim of a volume from others, which the chart does not make; nothing where it has none.",
  params: { volume: param<Volumes[string]>(entrySchemaOf(volumes() as JsonSchema)) },
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

/** Refuses one claim in two volumes: the kubelet waits for the second one for ever. */
export const checkClaims = defineCheck({
  name: "checkClaims",
  comment: "Refuses one claim in two volumes of a pod.",
  params: { volumes: volumesParam },
  body: ({ volumes }) =>
    forEachRepeated(
      enabled(volumes),
      { where: (_, volume) => nonEmpty(claimOf(volume)), key: (_, volume) => claimOf(volume) },
      ({ name, key, other }) =>
        refuse(
          text`volumes.${name}: has the ${key}, as volumes.${other} has: a pod that lists a claim twice never starts, use mounts`,
        ),
    ),
});
