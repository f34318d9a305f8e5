/** Checks for duplicates in the fields of a pod. */

import { bind } from "../../../expression/bind.ts";
import { defineCheck, kubernetesParam, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEachRepeated } from "../../../expression/for-each.ts";
import { guard, refuse } from "../../../expression/guard.ts";
import type { Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { keysOf } from "../../../functions/keys.ts";
import { concat, join, list } from "../../../functions/lists.ts";
import { ne, nonEmpty, or, orIfEmpty } from "../../../functions/logic.ts";
import { text, trunc } from "../../../functions/strings.ts";
import type { Documents } from "../../../manifest/input.ts";
import type { PodDNSConfig, TopologySpreadConstraint } from "../../../values/kubernetes/types.ts";
import type { Strings } from "../../common/names.ts";
import type { WorkloadValues } from "../values/values.ts";
import { checkAffinityLabels } from "./check-affinity.ts";
import { checkSpreadLabels } from "./check-own-labels.ts";
import { checkHostSysctls } from "./security/check-host-sysctls.ts";

interface Named {
  readonly name: string;
}

const named = { type: "object", properties: { name: { type: "string" } } };
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

/** The longest line of search domains in resolv.conf. */
const SEARCHES_LENGTH = 2048;

const checkSearches = defineCheck({
  name: "checkSearches",
  comment: "Refuses search domains that are longer together than Kubernetes allows.",
  params: { dnsConfig: kubernetesParam<PodDNSConfig>("PodDNSConfig") },
  body: ({ dnsConfig: { searches } }) =>
    bind("line", join(orIfEmpty(searches, []), " "), (line) =>
      guard(
        ne(trunc(line, SEARCHES_LENGTH), line),
        `dnsConfig.searches: expected at most ${SEARCHES_LENGTH} characters in all, with a space between two`,
      ),
    ),
});

const checkUniqueNames = defineCheck({
  name: "checkUniqueNames",
  comment: "Refuses two items of a list with one name.",
  params: { path: stringParam, items: param<readonly Named[]>({ type: "array", items: named }) },
  body: ({ path, items }) =>
    forEachRepeated(
      items,
      { where: (_, { name }) => nonEmpty(name), key: (_, { name }) => name, id: (_, { name }) => name },
      ({ key }) => refuse(text`${path}: expected a unique name, got ${key} twice`),
    ),
});

/** Refuses spread constraints, kernel parameters, gates and claims that are duplicates for the API server. */
export function checkScheduling(v: Reference<WorkloadValues>): readonly Documents[] {
  return [
    checkTopologySpread(v.topologySpreadConstraints),
    checkUniqueNames("podSecurityContext.sysctls", v.podSecurityContext.sysctls),
    checkHostSysctls(v.hostNetwork, v.hostIPC, v.podSecurityContext.sysctls),
    checkUniqueNames("schedulingGates", v.schedulingGates),
    checkUniqueNames("resourceClaims", v.resourceClaims),
    checkSearches(v.dnsConfig),
  ];
}

/** Refuses spread constraints that do not select the pod that has them, and keys of labels that it does not have. */
export function checkSchedulingLabels(
  { topologySpreadConstraints, affinity }: Reference<WorkloadValues>,
  podLabels: Expression<Strings>,
  addedLabels: readonly string[],
): Documents {
  return when(
    or(nonEmpty(topologySpreadConstraints), nonEmpty(affinity)),
    bind("podLabels", podLabels, (labels) =>
      bind("added", list<string>(...addedLabels), (added) => [
        checkSpreadLabels(topologySpreadConstraints, labels, added),
        checkAffinityLabels(affinity, concat(keysOf(labels), added)),
      ]),
    ),
  );
}
