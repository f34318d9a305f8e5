/** Which traffic the pods may have. */
import type {
  NetworkPolicy,
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
} from "kubernetes-types/networking/v1.d.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEachItem } from "../../expression/for-each.ts";
import type { Reference } from "../../expression/reference.ts";
import { when } from "../../expression/when.ts";
import { required } from "../../functions/logic.ts";
import { lookUp } from "../../functions/maps.ts";
import { text } from "../../functions/strings.ts";
import type { Documents, Input, InputParts } from "../../manifest/input.ts";
import type { Names, Strings } from "../common/names.ts";
import { pipelineContext } from "../common/pipeline-context.ts";
import type { WorkloadValues } from "./values.ts";

// A policy that stops name resolution stops everything else too.
const dns: InputParts<NetworkPolicyEgressRule> = {
  ports: [
    { port: 53, protocol: "UDP" },
    { port: 53, protocol: "TCP" },
  ],
};

/** The NetworkPolicy of the pods, when it is switched on: what it does not name is refused. */
export function createNetworkPolicy(v: Reference<WorkloadValues>, names: Names): Documents {
  const policy = v.networkPolicy;
  const object: Input<NetworkPolicy> = {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: names.metadata(names.fullname),
    spec: {
      podSelector: { matchLabels: names.selectorLabels },
      policyTypes: ["Ingress", "Egress"],
      ingress: [
        forEachItem(policy.ingress, (rule): Expression<NetworkPolicyIngressRule> => rule),
        forEachItem(
          policy.fromStages,
          (stage): Input<NetworkPolicyIngressRule> => ({ from: [{ podSelector: { matchLabels: selectorOf(stage) } }] }),
        ),
      ],
      egress: [
        dns,
        forEachItem(policy.egress, (rule): Expression<NetworkPolicyEgressRule> => rule),
        forEachItem(
          policy.toStages,
          (stage): Input<NetworkPolicyEgressRule> => ({ to: [{ podSelector: { matchLabels: selectorOf(stage) } }] }),
        ),
      ],
    },
  };
  return when(policy.enabled, object);
}

function selectorOf(stage: Expression<string>): Expression<Strings> {
  const message = text`networkPolicy: no stage "${stage}" in this pipeline`;
  return required(lookUp<Strings>("object", pipelineContext.selectors, stage), message) as Expression<Strings>; // "" is refused
}
