import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { longSleep } from "../../../../generator/library/workload/checks/long-sleep.ts";
import { assertAgreement, type Case } from "../../../functions/compare-with-helm.ts";
import { helmVersions, useChart } from "../../service-stage/render-chart.ts";

const sleep = (seconds: number): object => ({ sleep: { seconds } });

const lifecycles: readonly object[] = [
  {},
  { preStop: sleep(30) },
  { preStop: sleep(31) },
  { postStart: sleep(9007199254740991), preStop: sleep(31) },
  { postStart: { exec: { command: ["true"] } }, preStop: { type: "sleep", ...sleep(60) } },
  { preStop: { type: "exec", exec: { command: ["true"] }, ...sleep(60) } },
];

describe("longSleep()", () => {
  it("longSleep() finds the same in both languages", async () => {
    const build = longSleep as Case["build"]; // of a lifecycle and seconds
    await assertAgreement(lifecycles.map((value) => ({ title: JSON.stringify(value), args: [value, 30], build })));
  });

  for (const version of helmVersions) {
    const chart = useChart(serviceStage, version);
    const image = { image: { repository: "nginx", tag: "1" } };
    const wanted = "lifecycle.preStop.sleep.seconds: expected at most terminationGracePeriodSeconds, by default 30";
    it(`longSleep() is refused beyond the time that the pod has to end, under Helm ${version}`, async () => {
      assert.match(await chart.refusal({ ...image, lifecycle: { preStop: sleep(31) } }), new RegExp(`: ${wanted}`));
      const sidecars = { a: { ...image, lifecycle: { preStop: sleep(6) } } };
      const refused = await chart.refusal({ ...image, sidecars, terminationGracePeriodSeconds: 5 });
      assert.match(refused, new RegExp(`sidecars\\.a\\.${wanted}`));
    });

    it(`longSleep() leaves a handler alone that another type names, under Helm ${version}`, async () => {
      const preStop = { type: "exec", exec: { command: ["true"] }, ...sleep(60) };
      const objects = await chart.render({ ...image, lifecycle: { preStop } });
      assert.ok(JSON.stringify(objects).includes('"preStop":{"exec":{"command":["true"]}}'));
    });
  }
});
