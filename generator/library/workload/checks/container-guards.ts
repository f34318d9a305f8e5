/** What no container can have: amounts that contradict one another, handlers that outlast the pod. */
import { bind } from "../../../expression/bind.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import type { Reference } from "../../../expression/reference.ts";
import { enabled } from "../../../functions/entries.ts";
import { nonEmpty, orElse } from "../../../functions/logic.ts";
import { text } from "../../../functions/strings.ts";
import type { Documents } from "../../../manifest/input.ts";
import type { WorkloadValues } from "../values/values.ts";
import { longSleep } from "./long-sleep.ts";
import { resourceFault } from "./resource-fault.ts";

/** The seconds that Kubernetes gives a pod to end, unless it says so itself. */
const GRACE_PERIOD = 30;

/** Refuses what the API server would refuse in a container only after the install has begun. */
export function containerGuards(v: Reference<WorkloadValues>): readonly Documents[] {
  const guardsOf = (path: Operand<string>, container: Reference<Pick<WorkloadValues, "resources" | "lifecycle">>) => [
    resourceGuard(path, container.resources),
    sleepGuard(v, path, container.lifecycle),
  ];
  return [
    ...guardsOf("", v),
    forEach(enabled(v.initContainers), (name, entry) => resourceGuard(text`initContainers.${name}.`, entry.resources)),
    forEach(enabled(v.sidecars), (name, entry) => guardsOf(text`sidecars.${name}.`, entry)),
  ];
}

/** Refuses amounts that contradict one another; `path` is that of what has the `resources`, with a dot at its end. */
export function resourceGuard(path: Operand<string>, resources: Expression<unknown>): Documents {
  return bind("fault", resourceFault(resources), (fault) => guard(nonEmpty(fault), text`${path}resources.${fault}`));
}

function sleepGuard(v: Reference<WorkloadValues>, path: Operand<string>, lifecycle: Expression<unknown>): Documents {
  const seconds = orElse(v.terminationGracePeriodSeconds, GRACE_PERIOD);
  return bind("sleep", longSleep(lifecycle, seconds), (sleep) =>
    guard(
      nonEmpty(sleep),
      text`${path}lifecycle.${sleep}: expected at most terminationGracePeriodSeconds, by default 30`,
    ),
  );
}
