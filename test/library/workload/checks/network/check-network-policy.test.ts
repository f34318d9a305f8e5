import { describe } from "mocha";
import { serviceStage } from "../../../../../generator/library/service-stage/chart.ts";
import { testRefusals } from "../../../test-refusals.ts";

const from = (cidr: string, ...except: readonly string[]): object => ({ from: [{ ipBlock: { cidr, except } }] });

/** Rules that Kubernetes takes. */
const right: readonly (readonly object[])[] = [
  [],
  [{}],
  [from("10.0.0.0/8", "10.1.0.0/16"), { from: [{ ipBlock: { cidr: "::/0" } }, { podSelector: {} }] }],
  [from("2001:db8::/32", "2001:DB8:1::/48")],
  [{ ports: [{ port: 80, endPort: 80 }, { port: "http" }, { port: 80 }, { protocol: "UDP" }] }],
];

/** Rules that it refuses, and what is wrong with them. */
const wrong: readonly (readonly [rules: readonly object[], violation: string])[] = [
  [[{}, from("10.1.0.0/8")], "1.from.0.ipBlock: expected no host bits in the CIDR, got 10.1.0.0/8"],
  [
    [from("10.0.0.0/8", "10.1.0.0/16", "10.1.0.0/15")],
    "0.from.0.ipBlock: expected no host bits in the CIDR, got 10.1.0.0/15",
  ],
  [[from("10.0.0.0/8", "11.0.0.0/9")], "0.from.0.ipBlock.except: expected parts of 10.0.0.0/8, got 11.0.0.0/9"],
  [[from("10.0.0.0/8", "10.0.0.0/8")], "0.from.0.ipBlock.except: expected parts of 10.0.0.0/8, got 10.0.0.0/8"],
  [[from("::/0", "10.0.0.0/8")], "0.from.0.ipBlock.except: expected parts of ::/0, got 10.0.0.0/8"],
  [[from("10.0.0.0/8", "a00::/12")], "0.from.0.ipBlock.except: expected parts of 10.0.0.0/8, got a00::/12"],
  [[{ ports: [{ port: 1 }, { port: 443, endPort: 80 }] }], "0.ports.1.endPort: expected at least port, 443, got 80"],
];

describe("checkNetworkPolicy()", () => {
  const valuesOf = (rules: object): object => ({
    image: { repository: "nginx", tag: "1" },
    networkPolicy: { enabled: true, ...rules },
  });

  testRefusals("checkNetworkPolicy() refuses rules with their place", serviceStage, [
    ...wrong.map(([ingress, violation]) => ({
      values: valuesOf({ ingress }),
      refusal: `networkPolicy.ingress.${violation}`,
    })),
    {
      values: valuesOf({ egress: [{ to: [{ podSelector: {} }, { ipBlock: { cidr: "1::2/64" } }] }] }),
      refusal: "networkPolicy.egress.0.to.1.ipBlock: expected no host bits in the CIDR, got 1::2/64",
    },
  ]);

  testRefusals("checkNetworkPolicy() takes what Kubernetes takes, and what is switched off", serviceStage, [
    ...right.map((ingress) => ({ values: valuesOf({ ingress }), refusal: "" })),
    ...wrong.slice(0, 1).map(([ingress]) => ({ values: valuesOf({ ingress, enabled: false }), refusal: "" })),
  ]);
});
