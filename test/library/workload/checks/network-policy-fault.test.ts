import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { networkPolicyFault } from "../../../../generator/library/workload/checks/network-policy-fault.ts";
import { assertAgreement, type Case } from "../../../functions/compare-with-helm.ts";
import { helmVersions, useChart } from "../../service-stage/render-chart.ts";

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
const wrong: readonly (readonly [rules: readonly object[], fault: string])[] = [
  [[{}, from("10.1.0.0/8")], "1.from.0.ipBlock: expected no bits beyond the prefix, got 10.1.0.0/8"],
  [
    [from("10.0.0.0/8", "10.1.0.0/16", "10.1.0.0/15")],
    "0.from.0.ipBlock: expected no bits beyond the prefix, got 10.1.0.0/15",
  ],
  [[from("10.0.0.0/8", "11.0.0.0/9")], "0.from.0.ipBlock.except: expected parts of 10.0.0.0/8, got 11.0.0.0/9"],
  [[from("10.0.0.0/8", "10.0.0.0/8")], "0.from.0.ipBlock.except: expected parts of 10.0.0.0/8, got 10.0.0.0/8"],
  [[from("::/0", "10.0.0.0/8")], "0.from.0.ipBlock.except: expected parts of ::/0, got 10.0.0.0/8"],
  [[{ ports: [{ port: 1 }, { port: 443, endPort: 80 }] }], "0.ports.1.endPort: expected at least port, 443, got 80"],
];

describe("networkPolicyFault()", () => {
  it("networkPolicyFault() finds the same in both languages", async () => {
    const build = networkPolicyFault as Case["build"]; // of rules
    const to = { to: [{ podSelector: {} }, { ipBlock: { cidr: "1::2/64" } }] };
    const all = [...right, ...wrong.map(([rules]) => rules), [to]];
    await assertAgreement(all.map((rules) => ({ title: JSON.stringify(rules), args: [rules], build })));
  });

  for (const version of helmVersions) {
    const chart = useChart(serviceStage, version);
    const image = { image: { repository: "nginx", tag: "1" } };
    it(`networkPolicyFault() is refused with its place, under Helm ${version}`, async () => {
      for (const [ingress, fault] of wrong) {
        const refusal = await chart.refusal({ ...image, networkPolicy: { enabled: true, ingress } });
        assert.ok(refusal.includes(`networkPolicy.ingress.${fault}`), refusal);
      }
    });

    it(`networkPolicyFault() takes what Kubernetes takes, under Helm ${version}`, async () => {
      for (const ingress of right) {
        const objects = await chart.render({ ...image, networkPolicy: { enabled: true, ingress } });
        assert.ok(JSON.stringify(objects).includes('"kind":"NetworkPolicy"'));
      }
    });
  }
});
