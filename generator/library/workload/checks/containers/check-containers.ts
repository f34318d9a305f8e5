/** Checks of a container: contradictory amounts, handlers that outlast the pod. */
import { bind } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import { forEach, forEachRepeated } from "../../../../expression/for-each.ts";
import { refuse } from "../../../../expression/guard.ts";
import type { Reference } from "../../../../expression/reference.ts";
import { nonEmpty, orElse } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { Documents } from "../../../../manifest/input.ts";
import { containerValues, initContainerValues, sidecarValues } from "../../values/container-values.ts";
import type { WorkloadValues } from "../../values/values.ts";
import type { EnabledEntries } from "../enabled-entries.ts";
import { checkLifecycle } from "./check-lifecycle.ts";
import { checkResources } from "./check-resources.ts";

/** The default grace period of a pod in Kubernetes, in seconds. */
const GRACE_PERIOD = 30;

const checkResizePolicy = defineCheck({
  name: "checkResizePolicy",
  comment: "Refuses two rules for one resource of a container.",
  params: {
    path: stringParam,
    policies: param<WorkloadValues["resizePolicy"]>(containerValues().resizePolicy),
  },
  body: ({ path, policies }) =>
    forEachRepeated(
      policies,
      {
        where: (_, { resourceName }) => nonEmpty(resourceName),
        key: (_, { resourceName }) => resourceName,
        id: (_, { resourceName }) => resourceName,
      },
      ({ key }) => refuse(text`${path}resizePolicy: expected a unique resourceName, got ${key} twice`),
    ),
});

const checkInitContainers = defineCheck({
  name: "checkInitContainers",
  comment: "Refuses what Kubernetes would refuse in an init container.",
  params: { initContainers: param<WorkloadValues["initContainers"]>(initContainerValues()) },
  body: ({ initContainers }) =>
    forEach(initContainers, (name, { resources }) => checkResources(text`initContainers.${name}.resources`, resources)),
});

const checkSidecars = defineCheck({
  name: "checkSidecars",
  comment: "Refuses what Kubernetes would refuse in a sidecar.",
  params: {
    sidecars: param<WorkloadValues["sidecars"]>(sidecarValues(true)),
    gracePeriod: param<number>({ type: "integer" }),
  },
  body: ({ sidecars, gracePeriod }) =>
    forEach(sidecars, (name, { resources, resizePolicy, lifecycle }) =>
      bind("path", text`sidecars.${name}.`, (path) => [
        checkResources(text`${path}resources`, resources),
        checkResizePolicy(path, resizePolicy),
        checkLifecycle(path, lifecycle, gracePeriod),
      ]),
    ),
});

/** Refuses what the API server would refuse in a container only after the install has begun. */
export function checkContainers(v: Reference<WorkloadValues>, { initContainers, sidecars }: EnabledEntries): Documents {
  return bind("gracePeriod", orElse(v.terminationGracePeriodSeconds, GRACE_PERIOD), (gracePeriod) => [
    checkResources("resources", v.resources),
    checkResizePolicy("", v.resizePolicy),
    checkLifecycle("", v.lifecycle, gracePeriod),
    checkInitContainers(initContainers),
    checkSidecars(sidecars, gracePeriod),
  ]);
}
