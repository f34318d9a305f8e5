/** Checks of a pod that a schema cannot express: two containers with one name, two mounts at one path. */
import { bind } from "../../../expression/bind.ts";
import type { Expression } from "../../../expression/expression.ts";
import type { Reference } from "../../../expression/reference.ts";
import { enabled } from "../../../functions/entries.ts";
import { keysOf } from "../../../functions/keys.ts";
import type { ByName } from "../../../functions/maps.ts";
import type { Documents } from "../../../manifest/input.ts";
import type { WorkloadValues } from "../values/values.ts";
import { checkContainerNames } from "./containers/check-container-names.ts";
import type { EnabledEntries } from "./enabled-entries.ts";
import { checkClaimTemplates } from "./volumes/check-claim-templates.ts";
import { checkMounts } from "./volumes/check-mounts.ts";
import { checkProjectedPaths } from "./volumes/check-projected-paths.ts";
import { checkSizes } from "./volumes/check-sizes.ts";
import { checkVolumes } from "./volumes/check-volumes.ts";

/** Refuses what the API server or the kubelet would refuse only after the install has begun. */
export function checkPod(
  v: Reference<WorkloadValues>,
  { initContainers, sidecars, volumes }: EnabledEntries,
  allTemplates: Expression<unknown> | undefined,
): Documents {
  const checks = (claimTemplates?: Expression<unknown>): unknown =>
    // A volume may be mounted in a container that is disabled.
    bind("containers", keysOf(v.initContainers, v.sidecars), (containers) => [
      checkContainerNames(initContainers, sidecars),
      checkVolumes("volumes", volumes, containers),
      ...(claimTemplates === undefined ? [] : [checkVolumes("persistence", claimTemplates as never, containers)]),
      checkProjectedPaths(volumes),
      ...checkSizes(volumes, claimTemplates),
      ...checkClaimTemplates(volumes, claimTemplates),
      checkMounts(volumes, (claimTemplates ?? {}) as never, v.hostUsers, v.securityContext, initContainers, sidecars),
    ]);
  if (allTemplates === undefined) return checks() as Documents; // guards alone
  return bind("claimTemplates", enabled(allTemplates as Expression<ByName<unknown>>), checks) as Documents; // likewise
}
