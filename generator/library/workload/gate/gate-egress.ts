/** The traffic that a gate needs. */

import { bind, collectList } from "../../../expression/bind.ts";
import { defineFunction, param } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { when } from "../../../expression/when.ts";
import { nonEmpty, not } from "../../../functions/logic.ts";
import { type ByName, lookUp } from "../../../functions/maps.ts";
import type { NetworkPolicyEgressRule } from "../../../values/kubernetes/types.ts";
import type { Strings } from "../../common/names.ts";
import { type Awaited, awaited } from "../../common/pipeline-context.ts";

/** The API server is not a pod that a selector could match: its ports are those of its Service and its own. */
const API_SERVER_PORTS = [443, 6443] as const;

const stages = param<ByName<Awaited>>(awaited);

const rules = defineFunction({
  name: "gateEgress",
  comment: "Rules that let a gate reach the dependencies of its stage, and the API server where these are Jobs.",
  params: { upstream: stages, ancestors: stages, selectors: param<ByName<Strings>>() },
  result: "list",
  body: ({ upstream, ancestors, selectors }) => [
    forEach(
      upstream,
      (name, { job }) =>
        when(
          not(nonEmpty(job)),
          bind("labels", lookUp<Strings>("object", selectors, name), (matchLabels) =>
            when(nonEmpty(matchLabels), { to: [{ podSelector: { matchLabels } }] }),
          ),
        ),
      { as: "stage" },
    ),
    collectList(
      "jobs",
      [upstream, ancestors].map((some) => forEach(some, (_, { job }) => when(nonEmpty(job), job), { as: "stage" })),
      (jobs) => when(nonEmpty(jobs), { ports: API_SERVER_PORTS.map((port) => ({ port, protocol: "TCP" })) }),
    ),
  ],
});

/** Rules that let a gate reach the dependencies of its stage, and the API server. */
export function gateEgress(
  upstream: Expression<ByName<Awaited>>,
  ancestors: Expression<ByName<Awaited>>,
  selectors: Expression<ByName<Strings>>,
): Expression<readonly NetworkPolicyEgressRule[]> {
  return rules(upstream, ancestors, selectors);
}
