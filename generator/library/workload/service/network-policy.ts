/** Which traffic the pods may have. */
import type { NetworkPolicy } from "kubernetes-types/networking/v1.d.ts";
import { bind } from "../../../expression/bind.ts";
import { chart, release } from "../../../expression/built-in.ts";
import type { Expression } from "../../../expression/expression.ts";
import { guard } from "../../../expression/guard.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import type { Reference } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { concat, uniq } from "../../../functions/lists.ts";
import { nonEmpty, orIfEmpty, ternary } from "../../../functions/logic.ts";
import { lookUp } from "../../../functions/maps.ts";
import { ownEntry } from "../../../functions/own-entry.ts";
import { RenderError } from "../../../functions/render-error.ts";
import { text } from "../../../functions/strings.ts";
import type { Documents, Input } from "../../../manifest/input.ts";
import type { NetworkPolicyEgressRule, NetworkPolicyIngressRule } from "../../../values/kubernetes/types.ts";
import type { Names, Strings } from "../../common/names.ts";
import { gateContext, pipelineContext } from "../../common/pipeline-context.ts";
import { networkPolicyFault } from "../checks/network-policy-fault.ts";
import { gateEgress } from "../gate/gate-egress.ts";
import { testLabels } from "../helm-test/test-labels.ts";
import type { WorkloadValues } from "../values/values.ts";

/**
 * The NetworkPolicy of the pods, when it is switched on: what it does not name is refused, but for DNS, what gates need,
 * and the test of pods that serve.
 */
export function createNetworkPolicy(v: Reference<WorkloadValues>, names: Names, serves: boolean): Documents {
  const policy = v.networkPolicy;
  const { dependents, selectors } = pipelineContext;
  const waiting = orIfEmpty<unknown>(lookUp("array", dependents, chart.name), []) as Expression<readonly string[]>; // "" is empty
  const ingress = concat(
    policy.ingress,
    stageRules<NetworkPolicyIngressRule>("from", uniq(concat(policy.fromStages, waiting))),
    ...(serves ? [ternary<readonly NetworkPolicyIngressRule[]>(v.tests.enabled, fromTests, [])] : []),
  );
  const object: Input<NetworkPolicy> = {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: names.metadata(names.fullname),
    spec: {
      podSelector: { matchLabels: names.selectorLabels },
      policyTypes: ["Ingress", "Egress"],
      ingress: when(nonEmpty(ingress), ingress),
      egress: concat(
        dns,
        gateEgress(gateContext.upstream, gateContext.ancestors, selectors),
        policy.egress,
        stageRules<NetworkPolicyEgressRule>("to", policy.toStages),
      ),
    },
  };
  return when(policy.enabled, [ruleGuard("ingress", policy.ingress), ruleGuard("egress", policy.egress), object]);
}

function ruleGuard(field: "ingress" | "egress", rules: Expression<readonly unknown[]>): Documents {
  return bind("fault", networkPolicyFault(rules), (fault) =>
    guard(nonEmpty(fault), text`networkPolicy.${field}.${fault}`),
  );
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
  { from: [{ podSelector: { matchLabels: { "app.kubernetes.io/instance": release.name, ...testLabels } } }] },
] as never; // a list with an expression in it

type Selectors = Readonly<Record<string, Strings>>;

const stageRulesFunction: TemplateFunction = {
  name: "stageRules",
  go: includeWith("stageRules", "fromJsonArray"),
  js: (
    side: string,
    wanted: readonly string[] | undefined,
    selectors: Selectors | undefined,
    stages: readonly string[] | undefined,
  ) =>
    (wanted ?? []).flatMap((stage) => {
      if (!(stages ?? []).includes(stage)) throw new RenderError(`networkPolicy: no stage "${stage}" in this pipeline`);
      const matchLabels = ownEntry(selectors, stage);
      return matchLabels === undefined ? [] : [{ [side]: [{ podSelector: { matchLabels } }] }];
    }),
  absentSafe: "all",
  template: {
    comment: "A rule of a NetworkPolicy for each of some stages; one that is disabled has no pods, and so no rule.",
    body: () => `{{- $side := index . 0 }}
{{- $selectors := index . 2 }}
{{- $stages := index . 3 }}
{{- $rules := list }}
{{- range $stage := index . 1 }}
{{- if not (has $stage $stages) }}
{{- fail (printf "networkPolicy: no stage %q in this pipeline" $stage) }}
{{- end }}
{{- with index $selectors $stage }}
{{- $rules = append $rules (dict $side (list (dict "podSelector" (dict "matchLabels" .)))) }}
{{- end }}
{{- end }}
{{- toJson $rules }}`,
  },
};

function stageRules<T>(side: "from" | "to", stages: Expression<readonly string[]>): Expression<readonly T[]> {
  return call(stageRulesFunction, [side, stages, pipelineContext.selectors, pipelineContext.stages], { type: "array" });
}
