/** Checks of a pod that a schema cannot express: two containers with one name, two mounts at one path. */
import { bind } from "../../../expression/bind.ts";
import type { Expression } from "../../../expression/expression.ts";
import type { Reference } from "../../../expression/reference.ts";
import { keysOf } from "../../../functions/keys.ts";
import type { Documents } from "../../../manifest/input.ts";
import type { WorkloadValues } from "../values/values.ts";
import { checkContainerNames } from "./containers/check-container-names.ts";
import { checkClaimTemplates } from "./volumes/check-claim-templates.ts";
import { checkMounts } from "./volumes/check-mounts.ts";
import { checkProjectedPaths } from "./volumes/check-projected-paths.ts";
import { checkSizes } from "./volumes/check-sizes.ts";
import { checkVolumes } from "./volumes/check-volumes.ts";

/** Refuses what the API server or the kubelet would refuse only after the install has begun. */
export function checkPod(
  { volumes, hostUsers, securityContext, initContainers, sidecars }: Reference<WorkloadValues>,
  claimTemplates: Expression<unknown> | undefined,
): Documents {
  return bind("containers", keysOf(initContainers, sidecars), (containers) => [
    checkContainerNames(initContainers, sidecars),
    checkVolumes("volumes", volumes, containers),
    ...(claimTemplates === undefined ? [] : [checkVolumes("persistence", claimTemplates, containers)]),
    checkProjectedPaths(volumes),
    ...checkSizes(volumes, claimTemplates),
    ...checkClaimTemplates(volumes, claimTemplates),
    checkMounts(volumes, claimTemplates ?? {}, hostUsers, securityContext, initContainers, sidecars),
  ]);
}
