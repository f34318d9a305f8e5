/** The parts of a pod that are maps, without what is disabled: most checks look at them, so that they are made once. */
import { bind } from "../../../expression/bind.ts";
import type { Reference } from "../../../expression/reference.ts";
import { enabled } from "../../../functions/entries.ts";
import type { WorkloadValues } from "../values/values.ts";

/** The containers and volumes that are not disabled. */
export type EnabledEntries = Pick<Reference<WorkloadValues>, "initContainers" | "sidecars" | "volumes">;

/** Binds the containers and volumes that are not disabled, for checks. */
export function bindEnabled<const T>(v: Reference<WorkloadValues>, body: (entries: EnabledEntries) => T): unknown {
  return bind("initContainers", enabled(v.initContainers), (initContainers) =>
    bind("sidecars", enabled(v.sidecars), (sidecars) =>
      bind("volumes", enabled(v.volumes), (volumes) => body({ initContainers, sidecars, volumes })),
    ),
  );
}
