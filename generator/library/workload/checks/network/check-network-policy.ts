/** Rules of a NetworkPolicy that Kubernetes refuses, and a schema cannot: it compares no numbers. */

import { bind } from "../../../../expression/bind.ts";
import { defineCheck, kubernetesParam, param, stringParam } from "../../../../expression/define-function.ts";
import { forEachItem, forEachPosition } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import { given, type Reference } from "../../../../expression/reference.ts";
import { when } from "../../../../expression/when.ts";
import { and, eq, greaterThan, isText, nonEmpty, not, present } from "../../../../functions/logic.ts";
import { substring } from "../../../../functions/split.ts";
import { contains, hasPrefix, text, toJson } from "../../../../functions/strings.ts";
import type {
  IPBlock,
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  NetworkPolicyPort,
} from "../../../../values/kubernetes/types.ts";
import { addressBits } from "./address-bits.ts";
import { checkHostBits, prefixLength } from "./check-cidr.ts";

const checkExcept = defineCheck({
  name: "checkExcept",
  comment: "Refuses an exception that is not part of its range of addresses.",
  params: { path: stringParam, cidr: stringParam, except: stringParam },
  body: ({ path, cidr, except }) =>
    bind("length", prefixLength(cidr), (length) =>
      bind("ownLength", prefixLength(except), (ownLength) => {
        const isOneFamily = eq(contains(except, ":"), contains(cidr, ":"));
        const isWithin = hasPrefix(addressBits(except), substring(addressBits(cidr), 0, length));
        return bind("isPart", and(isOneFamily, isWithin, greaterThan(ownLength, length)), (isPart) =>
          guard(not(isPart), text`${path}.except: expected parts of ${cidr}, got ${except}`),
        );
      }),
    ),
});

const checkIpBlock = defineCheck({
  name: "checkIpBlock",
  comment: "Refuses ranges of addresses with host bits, and exceptions that are not part of their range.",
  params: { path: stringParam, block: kubernetesParam<IPBlock>("IPBlock") },
  body: ({ path, block: { cidr, except } }) => [
    checkHostBits(path, cidr),
    forEachItem(except, (range) => checkHostBits(path, range), { as: "range" }),
    forEachItem(except, (range) => checkExcept(path, cidr, range), { as: "range" }),
  ],
});

const checkPortRange = defineCheck({
  name: "checkPortRange",
  comment: "Refuses a range of ports that ends before it begins.",
  params: { path: stringParam, range: kubernetesParam<NetworkPolicyPort>("NetworkPolicyPort") },
  body: ({ path, range: { port, endPort } }) => {
    const number = port as Reference<number>; // not a text, by the test
    return guard(
      and(present(endPort), not(isText(port)), greaterThan(number, given(endPort))),
      text`${path}.endPort: expected at least port, ${toJson(port)}, got ${toJson(endPort)}`,
    );
  },
});

type Rule = NetworkPolicyIngressRule & NetworkPolicyEgressRule;
const peers = { type: "array", items: { $ref: "#/definitions/NetworkPolicyPeer" } };
const rulesSchema = {
  type: "array",
  items: {
    type: "object",
    properties: {
      from: peers,
      to: peers,
      ports: { type: "array", items: { $ref: "#/definitions/NetworkPolicyPort" } },
    },
  },
};

/** Refuses rules of a NetworkPolicy that Kubernetes refuses. */
export const checkNetworkPolicy = defineCheck({
  name: "checkNetworkPolicy",
  comment: "Refuses rules of a NetworkPolicy that Kubernetes refuses.",
  params: { path: stringParam, rules: param<readonly Rule[]>(rulesSchema) },
  body: ({ path, rules }) =>
    forEachPosition(rules, (i, rule) => [
      (["from", "to"] as const).map((side) =>
        forEachPosition(
          rule[side],
          (j, { ipBlock }) => when(nonEmpty(ipBlock), checkIpBlock(text`${path}.${i}.${side}.${j}.ipBlock`, ipBlock)),
          { as: "peer" },
        ),
      ),
      forEachPosition(rule.ports, (j, range) => checkPortRange(text`${path}.${i}.ports.${j}`, range)),
    ]),
});
