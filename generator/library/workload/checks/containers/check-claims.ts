/** The devices that containers use, which must be among those of their pod. */
import { collectList } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import { forEach, forEachItem, forEachRepeated } from "../../../../expression/for-each.ts";
import { guard, refuse } from "../../../../expression/guard.ts";
import { given } from "../../../../expression/reference.ts";
import { hasItem } from "../../../../functions/lists.ts";
import { nonEmpty, not, ternary } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { ResourceClaim } from "../../../../values/kubernetes/types.ts";
import { containerValues, initContainerValues, sidecarValues } from "../../values/container-values.ts";
import { podValues } from "../../values/pod-values.ts";
import type { WorkloadValues } from "../../values/values.ts";

const checkClaimsOf = defineCheck({
  name: "checkClaimsOfContainer",
  comment: "Refuses devices that a container names twice, or that are not those of its pod.",
  params: {
    path: stringParam,
    claims: param<readonly ResourceClaim[]>({ type: "array", items: { $ref: "#/definitions/ResourceClaim" } }),
    known: param<readonly string[]>({ type: "array", items: { type: "string" } }),
  },
  body: ({ path, claims, known }) => [
    forEachItem(claims, ({ name }) =>
      guard(
        not(hasItem(known, name)),
        text`${path}resources.claims: expected the name of an item of resourceClaims, got "${name}"`,
      ),
    ),
    forEachRepeated(
      claims,
      {
        where: (_, { name }) => nonEmpty(name),
        key: (_, { name, request }) => ternary(nonEmpty(request), text`${name}, ${given(request)}`, name),
        id: (_, { name }) => name,
      },
      ({ key }) => refuse(text`${path}resources.claims: expected a unique pair of name and request, got ${key} twice`),
    ),
  ],
});

/** Refuses devices of containers that the pod does not have. */
export const checkClaims = defineCheck({
  name: "checkClaims",
  comment: "Refuses devices of containers that the pod does not have.",
  params: {
    resources: param<WorkloadValues["resources"]>(containerValues().resources),
    resourceClaims: param<WorkloadValues["resourceClaims"]>(podValues.resourceClaims),
    initContainers: param<WorkloadValues["initContainers"]>(initContainerValues()),
    sidecars: param<WorkloadValues["sidecars"]>(sidecarValues(true)),
  },
  body: ({ resources, resourceClaims, initContainers, sidecars }) =>
    collectList<string, unknown>(
      "known",
      forEachItem(resourceClaims, ({ name }) => name),
      (known) => [
        checkClaimsOf("", resources.claims, known),
        forEach(initContainers, (name, container) =>
          checkClaimsOf(text`initContainers.${name}.`, container.resources.claims, known),
        ),
        forEach(sidecars, (name, container) =>
          checkClaimsOf(text`sidecars.${name}.`, container.resources.claims, known),
        ),
      ],
    ),
});
