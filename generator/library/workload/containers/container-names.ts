/** The names of a stage's containers in its pod: in one that several stages share, they begin with that of the stage. */
import { defineFunction, entry, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { choose } from "../../../expression/when.ts";
import { enabled } from "../../../functions/entries.ts";
import { and, eq, nonEmpty, not } from "../../../functions/logic.ts";
import type { ByName } from "../../../functions/maps.ts";
import { fitName, text } from "../../../functions/strings.ts";
import { MAIN_CONTAINER } from "../checks/containers/check-container-names.ts";
import { initContainerValues, sidecarValues } from "../values/container-values.ts";
import type { WorkloadValues } from "../values/values.ts";

/** A container or a volume that may keep its name. */
const keeperParam = param<{ readonly keepName: boolean }>({
  type: "object",
  properties: { keepName: { type: "boolean", default: false } },
});

const nameOf = defineFunction({
  name: "nameInPod",
  comment: "The name of a container: in the pod of a chain, main has that of its stage, and others begin with it.",
  params: { name: stringParam, container: keeperParam, stage: stringParam },
  result: "first",
  body: ({ name, container, stage }) =>
    choose(
      and(nonEmpty(stage), not(container.keepName)),
      choose(eq(name, MAIN_CONTAINER), stage, fitName(text`${stage}-${name}`, 63)),
      name,
    ),
});

/** The name of a container in its pod, by its name in the values; the stage is "" where the pod has no other one. */
export function nameInPod(
  name: Operand<string>,
  container: Operand<unknown>,
  stage: Expression<string>,
): Expression<string> {
  return nameOf(name, container, stage);
}

const namesByValue = defineFunction({
  name: "containerNames",
  comment: "The names of a stage's containers in its pod, by their names in the values.",
  params: {
    initContainers: param<WorkloadValues["initContainers"]>(initContainerValues(true)),
    sidecars: param<WorkloadValues["sidecars"]>(sidecarValues(true, true)),
    stage: stringParam,
  },
  result: "map",
  body: ({ initContainers, sidecars, stage }) => [
    entry(MAIN_CONTAINER, nameInPod(MAIN_CONTAINER, {}, stage)),
    forEach(enabled(initContainers), (name, container) => entry(name, nameInPod(name, container, stage))),
    forEach(enabled(sidecars), (name, container) => entry(name, nameInPod(name, container, stage))),
  ],
});

/** The names of all enabled containers of a stage in its pod, by their names in the values. */
export function containerNames(
  initContainers: Expression<unknown>,
  sidecars: Expression<unknown>,
  stage: Expression<string>,
): Expression<ByName<string>> {
  return namesByValue(initContainers, sidecars, stage);
}
