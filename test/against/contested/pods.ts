/** What pods, their network and the objects next to them say twice, or in two ways. */
import fc from "fast-check";
import { all, always, listed, pick, some } from "./draw.ts";

const rangeOf = pick(
  ...["10.0.0.0/8", "10.1.0.0/8", "10.1.0.0/16", "10.1.0.0/15", "11.0.0.0/9", "0.0.0.0/0", "1.2.3.4/32", "1.2.3.4/31"],
  ...["::/0", "2001:db8::/32", "2001:db8::1/32", "2001:db8:1::/48", "2001:DB8:1::/47", "fe80::1/128", "10.0.0.0/0"],
);
/** Ranges of addresses, some with bits beyond their prefix. */
export const ranges = listed(rangeOf);

const peer = fc.oneof(
  fc.constant({ podSelector: {} }),
  all({ ipBlock: always({ cidr: rangeOf }, { except: ranges }) }),
);
const ports = listed(always({ port: pick<string | number>(80, 443, "http") }, { endPort: pick(79, 80, 443, 500) }));
const ruleOf = (side: string) => some({ [side]: listed(peer), ports });
const networkPolicy = fc.oneof(
  always({ enabled: fc.constant(true) }, { ingress: listed(ruleOf("from")) }),
  always({ enabled: fc.constant(true) }, { egress: listed(ruleOf("to")) }),
  always({ enabled: fc.constant(true) }, { fromStages: listed(pick("none", "load", "store")) }),
  always({ enabled: fc.constant(true) }, { toStages: listed(pick("none", "store", "serve")) }),
);

const podLabels = fc.constant({ a: "a", b: "b" });
const spread = all({
  maxSkew: pick(1, 2),
  topologyKey: pick("zone", "host"),
  whenUnsatisfiable: pick("DoNotSchedule", "ScheduleAnyway"),
  labelSelector: pick({}, {}, { matchLabels: { a: "a" } }, { matchLabels: { a: "c" } }),
});
const parameter = all({
  name: pick("net.ipv4.tcp_syncookies", "net.ipv4.tcp_rmem", "kernel.msgmax"),
  value: pick("0", "1"),
});
const keys = listed(pick("a", "a", "b", "b", "c"));
const term = always(
  { topologyKey: pick("zone"), labelSelector: fc.constant({}) },
  { matchLabelKeys: keys, mismatchLabelKeys: keys },
);
const podAffinity = some({
  requiredDuringSchedulingIgnoredDuringExecution: listed(term),
  preferredDuringSchedulingIgnoredDuringExecution: listed(all({ weight: pick(1), podAffinityTerm: term })),
});
const number = pick<unknown>(1, 2 ** 53, -(2 ** 53), 2 ** 53 - 1, 2 ** 60, 1e300, "9007199254740993", 0.5);
const object = always(
  { apiVersion: pick("v1"), kind: pick("A"), metadata: fc.constant({ name: "a" }) },
  { data: some({ n: number, m: number }), list: listed(fc.oneof(number, all({ n: number }))) },
);

/** Parts of a workload's values about its pods and their network. */
export const podParts: readonly fc.Arbitrary<Readonly<Record<string, unknown>>>[] = [
  all({ networkPolicy }),
  all({ networkPolicy }),
  all({ podLabels, topologySpreadConstraints: listed(spread) }),
  always(
    { podSecurityContext: all({ sysctls: listed(parameter) }) },
    { podSecurity: pick("restricted", "baseline", "privileged") },
  ),
  all({ podLabels, affinity: some({ podAffinity, podAntiAffinity: podAffinity }) }),
  all({ extraObjects: all({ a: object }) }),
  some({
    namespaceOverride: pick("other", "data"),
    fullnameOverride: pick("same", "other"),
    nameOverride: pick("same"),
  }),
];
