/** Containers of a pod that have the same name. */
import { bind } from "../../../../expression/bind.ts";
import { defineCheck, param } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { forEach } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { keysOf } from "../../../../functions/keys.ts";
import { hasItem } from "../../../../functions/lists.ts";
import { eq } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import { initContainerValues, sidecarValues } from "../../values/container-values.ts";
import type { WorkloadValues } from "../../values/values.ts";

/** The name of the main container. */
export const MAIN_CONTAINER = "main";

const mainGuard = (path: Expression<string>, name: Expression<string>) =>
  guard(eq(name, MAIN_CONTAINER), text`${path}: expected a unique name, got that of the main container`);

/** Refuses containers of a pod that have the same name. */
export const checkContainerNames = defineCheck({
  name: "checkContainerNames",
  comment: "Refuses containers of a pod that have the same name.",
  params: {
    initContainers: param<WorkloadValues["initContainers"]>(initContainerValues()),
    sidecars: param<WorkloadValues["sidecars"]>(sidecarValues(true)),
  },
  body: ({ initContainers, sidecars }) => [
    forEach(initContainers, (name) => mainGuard(text`initContainers.${name}`, name)),
    bind("taken", keysOf(initContainers), (taken) =>
      forEach(sidecars, (name) => [
        mainGuard(text`sidecars.${name}`, name),
        guard(hasItem(taken, name), text`sidecars.${name}: expected a unique name, got that of initContainers.${name}`),
      ]),
    ),
  ],
});
