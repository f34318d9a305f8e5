/** The NetworkPolicy of the pods. */
import type { NetworkPolicy } from "kubernetes-types/networking/v1.d.ts";
import { bind } from "../../../expression/bind.ts";
import { chart } from "../../../expression/built-in.ts";
import { defineFunction, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEachItem } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import type { Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { concat, hasItem, uniq } from "../../../functions/lists.ts";
import { and, filled, nonEmpty, not, orIfEmpty, ternary } from "../../../functions/logic.ts";
import { lookUp, mapOf } from "../../../functions/maps.ts";
import { text } from "../../../functions/strings.ts";
import type { Documents, Input } from "../../../manifest/input.ts";
import type { NetworkPolicyEgressRule, NetworkPolicyIngressRule } from "../../../values/kubernetes/types.ts";
import { instance, type Names, type Strings } from "../../common/names.ts";
import { gateContext, pipelineContext } from "../../common/pipeline-context.ts";
import { checkNetworkPolicy } from "../checks/network/check-network-policy.ts";
import { gateEgress } from "../gate/gate-egress.ts";
import { testLabels } from "../helm-test/test-metadata.ts";
import type { WorkloadValues } from "../values/values.ts";

/**
 * The NetworkPolicy of the pods, when it is enabled: traffic that it does not name is refused, except DNS, what gates
 * need, and the test of pods that serve.
 */
export function createNetworkPolicy(v: Reference<WorkloadValues>, names: Names, serves: boolean): Documents {
  const policy = v.networkPolicy;
  const types = filled(policy.policyTypes);
  const { dependents, selectors } = pipelineContext;
  const waiting = orIfEmpty<unknown>(lookUp("array", dependents, chart.name), []) as Expression<readonly string[]>; // "" is empty
  const ingress = concat(
    policy.ingress,
    stageRules<NetworkPolicyIngressRule>("from", concat(policy.fromStages, waiting)),
    ...(serves ? [ternary<readonly NetworkPolicyIngressRule[]>(v.tests.enabled, fromTests, [])] : []),
  );
  const egress = concat(
    dns,
    gateEgress(gateContext.upstream, gateContext.ancestors, selectors),
    policy.egress,
    stageRules<NetworkPolicyEgressRule>("to", policy.toStages),
  );
  const object: Input<NetworkPolicy> = {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: names.metadata(names.fullname),
    spec: {
      podSelector: { matchLabels: names.selectorLabels },
      policyTypes: policy.policyTypes,
      ingress: when(and(hasItem(types, "Ingress"), nonEmpty(ingress)), ingress),
      egress: when(hasItem(types, "Egress"), egress),
    },
  };
  return when(policy.enabled, [
    checkNetworkPolicy("networkPolicy.ingress", policy.ingress),
    checkNetworkPolicy("networkPolicy.egress", policy.egress),
    object,
  ]);
}

// A policy that stops name resolution stops everything else too.
const dns: readonly NetworkPolicyEgressRule[] = [
  {
    ports: [
      { port: 53, protocol: "UDP" },
      { port: 53, protocol: "TCP" },
    ],
  },
];

const fromTests = [
  { from: [{ podSelector: { matchLabels: { "app.kubernetes.io/instance": instance, ...testLabels } } }] },
] as never; // a list with an expression in it

type Selectors = Readonly<Record<string, Strings>>;

const names = param<readonly string[]>({ type: "array", items: { type: "string" } });

const rulesOfStages = defineFunction({
  name: "stageRules",
  comment: "A rule of a NetworkPolicy for each of some stages; a disabled stage has no pods, and so no rule.",
  params: { side: stringParam, wanted: names, selectors: param<Selectors>(), stages: names },
  result: "list",
  refuses: true,
  body: ({ side, wanted, selectors, stages }) =>
    forEachItem(
      wanted,
      (stage) => [
        guard(not(hasItem(stages, stage)), text`networkPolicy.${side}Stages: no stage "${stage}" in this pipeline`),
        bind("labels", lookUp<Strings>("object", selectors, stage), (matchLabels) =>
          when(nonEmpty(matchLabels), mapOf<unknown>(side, [{ podSelector: { matchLabels } }])),
        ),
      ],
      { as: "stage" },
    ),
});

// Stages that share a pod have one rule.
function stageRules<T>(side: "from" | "to", stages: Expression<readonly string[]>): Expression<readonly T[]> {
  return uniq(rulesOfStages(side, stages, pipelineContext.selectors, pipelineContext.stages));
}
