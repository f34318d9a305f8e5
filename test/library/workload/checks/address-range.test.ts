import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { addressBits, strayRange } from "../../../../generator/library/workload/checks/address-range.ts";
import { assertAgreement, type Case } from "../../../functions/compare-with-helm.ts";
import { helmVersions, useChart } from "../../service-stage/render-chart.ts";

const exact = [
  ...["0.0.0.0/0", "10.0.0.0/8", "192.168.128.0/17", "255.255.255.255/32", "224.0.0.0/3"],
  ...["::/0", "::1/128", "2001:DB8::/32", "2001:db8:0:0:8000::/65", "1:2:3:4:5:6:7:8/128", "fe80::/10"],
];
const stray = [
  ...["10.1.0.0/8", "192.168.128.0/16", "1.0.0.0/0", "255.255.255.255/31"],
  ...["::1/127", "2001:db8::1/32", "1:2:3:4:5:6:7:8/64", "2d:3Df:4:1:9::84:EDF8/6", "fe80::/8"],
];

describe("addressBits()", () => {
  it("addressBits() reads both families", () => {
    assert.equal(addressBits("10.0.255.1/8"), "00001010000000001111111100000001");
    assert.equal(addressBits("::/0"), "0".repeat(128));
    assert.equal(addressBits("2001:db8::F/64"), `${"00100000000000010000110110111000"}${"0".repeat(92)}1111`);
    assert.equal(addressBits("1:2:3:4:5:6:7::/9").length, 128);
  });
});

describe("strayRange()", () => {
  it("strayRange() finds the same in both languages", async () => {
    const build = strayRange as Case["build"]; // of ranges
    const lists = [[], exact, ...[...exact, ...stray].map((range) => ["10.0.0.0/8", range]), stray];
    await assertAgreement(lists.map((ranges) => ({ title: ranges.join(" "), args: [ranges], build })));
  });

  for (const version of helmVersions) {
    const chart = useChart(serviceStage, version);
    const image = { image: { repository: "nginx", tag: "1" }, ports: { http: { containerPort: 80 } } };
    const service = { ports: { http: { port: 80 } }, type: "LoadBalancer" };
    it(`strayRange() is refused in loadBalancerSourceRanges, under Helm ${version}`, async () => {
      for (const range of stray) {
        assert.match(
          await chart.refusal({ ...image, service: { ...service, loadBalancerSourceRanges: ["10.0.0.0/8", range] } }),
          new RegExp(`service\\.loadBalancerSourceRanges: expected no bits beyond the prefix, got ${range}`),
        );
      }
    });

    it(`strayRange() refuses no exact range, under Helm ${version}`, async () => {
      const objects = await chart.render({ ...image, service: { ...service, loadBalancerSourceRanges: exact } });
      assert.ok(JSON.stringify(objects).includes(JSON.stringify(exact)));
    });
  }
});
