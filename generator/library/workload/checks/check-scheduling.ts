/** Checks for duplicates in the fields of a pod. */

import { defineCheck, param } from "../../../expression/define-function.ts";
import { forEachRepeated } from "../../../expression/for-each.ts";
import { refuse } from "../../../expression/guard.ts";
import type { Reference } from "../../../expression/reference.ts";
import { nonEmpty } from "../../../functions/logic.ts";
import { text } from "../../../functions/strings.ts";
import type { Documents } from "../../../manifest/input.ts";
import type { Sysctl, TopologySpreadConstraint } from "../../../values/kubernetes/types.ts";
import type { WorkloadValues } from "../values/values.ts";
import { checkAffinityLabels } from "./check-affinity.ts";

const listOf = (definition: string): object => ({ type: "array", items: { $ref: `#/definitions/${definition}` } });

const checkTopologySpread = defineCheck({
  name: "checkTopologySpread",
  comment: "Refuses two spread constraints with the same topologyKey and whenUnsatisfiable.",
  params: { constraints: param<readonly TopologySpreadConstraint[]>(listOf("TopologySpreadConstraint")) },
  body: ({ constraints }) =>
    forEachRepeated(
      constraints,
      {
        key: (_, { topologyKey, whenUnsatisfiable }) => text`${topologyKey}, ${whenUnsatisfiable}`,
        id: (_, { topologyKey }) => topologyKey,
      },
      ({ key }) =>
        refuse(
          text`topologySpreadConstraints: expected a unique pair of topologyKey and whenUnsatisfiable, got ${key} twice`,
        ),
    ),
});

const checkSysctls = defineCheck({
  name: "checkSysctls",
  comment: "Refuses a kernel parameter that is set twice.",
  params: { sysctls: param<readonly Sysctl[]>(listOf("Sysctl")) },
  body: ({ sysctls }) =>
    forEachRepeated(
      sysctls,
      { where: (_, { name }) => nonEmpty(name), key: (_, { name }) => name, id: (_, { name }) => name },
      ({ key }) => refuse(text`podSecurityContext.sysctls: expected a unique name, got ${key} twice`),
    ),
});

/**
 * Refuses spread constraints and kernel parameters that are duplicates for the API server, and contradictory labels.
 */
export function checkScheduling(v: Reference<WorkloadValues>): readonly Documents[] {
  return [
    checkTopologySpread(v.topologySpreadConstraints),
    checkSysctls(v.podSecurityContext.sysctls),
    checkAffinityLabels(v.affinity),
  ];
}
