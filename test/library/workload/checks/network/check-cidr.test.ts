import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { serviceStage } from "../../../../../generator/library/service-stage/chart.ts";
import { addressBits, readAddressBits } from "../../../../../generator/library/workload/checks/network/address-bits.ts";
import { assertAgreement, type Case } from "../../../../functions/compare-with-helm.ts";
import { testRefusals } from "../../../test-refusals.ts";

const exact = [
  ...["0.0.0.0/0", "10.0.0.0/8", "192.168.128.0/17", "255.255.255.255/32", "224.0.0.0/3"],
  ...["::/0", "::1/128", "2001:DB8::/32", "2001:db8:0:0:8000::/65", "1:2:3:4:5:6:7:8/128", "fe80::/10"],
];
const withHostBits = [
  ...["10.1.0.0/8", "192.168.128.0/16", "1.0.0.0/0", "255.255.255.255/31"],
  ...["::1/127", "2001:db8::1/32", "1:2:3:4:5:6:7:8/64", "2d:3Df:4:1:9::84:EDF8/6", "fe80::/8"],
];

describe("addressBits()", () => {
  it("addressBits() reads both families", () => {
    assert.equal(readAddressBits("10.0.255.1/8"), "00001010000000001111111100000001");
    assert.equal(readAddressBits("::/0"), "0".repeat(128));
    assert.equal(readAddressBits("2001:db8::F/64"), `${"00100000000000010000110110111000"}${"0".repeat(92)}1111`);
    assert.equal(readAddressBits("1:2:3:4:5:6:7::/9").length, 128);
  });

  it("addressBits() yields the same in both languages, with real Helm", async () => {
    const build = addressBits as Case["build"]; // of a range
    await assertAgreement([...exact, ...withHostBits].map((range) => ({ title: range, args: [range], build })));
  });
});

describe("checkHostBits()", () => {
  const image = { image: { repository: "nginx", tag: "1" }, ports: { http: { containerPort: 80 } } };
  const valuesOf = (type: string, ...loadBalancerSourceRanges: readonly string[]): object => ({
    ...image,
    service: { ports: { http: { port: 80 } }, type, loadBalancerSourceRanges },
  });

  testRefusals("checkHostBits() refuses loadBalancerSourceRanges with host bits", serviceStage, [
    ...withHostBits.map((range) => ({
      values: valuesOf("LoadBalancer", "10.0.0.0/8", range),
      refusal: `service.loadBalancerSourceRanges: expected no host bits in the CIDR, got ${range}`,
    })),
    { values: valuesOf("LoadBalancer", ...exact), refusal: "" },
    { values: valuesOf("ClusterIP", ...withHostBits), refusal: "" },
  ]);
});
