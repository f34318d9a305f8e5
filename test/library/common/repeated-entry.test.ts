import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { repeatedEntry } from "../../../generator/library/common/repeated-entry.ts";
import { csiVolume } from "../../../generator/library/csi-volume/chart.ts";
import { repeatedTopology } from "../../../generator/library/csi-volume/storage-classes/repeated-topology.ts";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { assertAgreement, type Case } from "../../functions/compare-with-helm.ts";
import { helmVersions, useChart } from "../service-stage/render-chart.ts";

const spread = (topologyKey: string, whenUnsatisfiable: string): object => ({
  maxSkew: 1,
  topologyKey,
  whenUnsatisfiable,
});
const term = (...keys: readonly string[]): object => ({
  matchLabelExpressions: keys.map((key) => ({ key, values: ["a"] })),
});

const spreads = [
  [],
  [spread("zone", "DoNotSchedule"), spread("zone", "ScheduleAnyway"), spread("node", "DoNotSchedule")],
  [spread("zone", "DoNotSchedule"), spread("node", "ScheduleAnyway"), spread("zone", "DoNotSchedule")],
];
const terms = [[], [term("zone"), term("zone", "rack")], [term("zone"), term("rack", "zone", "rack")]];

describe("repeatedEntry()", () => {
  it("repeatedEntry() and repeatedTopology() find the same in both languages", async () => {
    const repeatedSpread = ((list: never) => repeatedEntry(list, "topologyKey", "whenUnsatisfiable")) as Case["build"]; // of a list
    const build = repeatedTopology as Case["build"]; // of a list
    await assertAgreement([
      ...spreads.map((list, i) => ({ title: `spread ${i}`, args: [list], build: repeatedSpread })),
      ...terms.map((list, i) => ({ title: `terms ${i}`, args: [list], build })),
    ]);
  });

  for (const version of helmVersions) {
    const service = useChart(serviceStage, version);
    it(`repeatedEntry() is refused in topologySpreadConstraints, under Helm ${version}`, async () => {
      const [, different, same] = spreads;
      const image = { image: { repository: "nginx", tag: "1" } };
      const objects = await service.render({ ...image, topologySpreadConstraints: different });
      assert.ok(JSON.stringify(objects).includes(JSON.stringify(different)));
      assert.match(
        await service.refusal({ ...image, topologySpreadConstraints: same }),
        /topologySpreadConstraints: expected a topologyKey and whenUnsatisfiable of its own in each, got zone, DoNotSchedule twice/,
      );
    });

    it(`repeatedEntry() is refused in sysctls, under Helm ${version}`, async () => {
      const contextOf = (...names: readonly string[]): object => ({
        image: { repository: "nginx", tag: "1" },
        podSecurityContext: { sysctls: names.map((name) => ({ name, value: "1" })) },
      });
      const objects = await service.render(contextOf("net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range"));
      assert.ok(JSON.stringify(objects).includes("ping_group_range"));
      assert.match(
        await service.refusal(contextOf("net.ipv4.tcp_syncookies", "net.ipv4.tcp_syncookies")),
        /podSecurityContext\.sysctls: expected a name of its own in each, got net\.ipv4\.tcp_syncookies twice/,
      );
    });

    const volumes = useChart(csiVolume, version);
    it(`repeatedTopology() is refused in allowedTopologies, under Helm ${version}`, async () => {
      const [, different, same] = terms;
      const classOf = (allowedTopologies: unknown): object => ({
        storageClasses: { fast: { provisioner: "a.example.com", allowedTopologies } },
      });
      const objects = await volumes.render(classOf(different));
      assert.ok(JSON.stringify(objects).includes(JSON.stringify(different)));
      assert.match(
        await volumes.refusal(classOf(same)),
        /storageClasses\.fast\.allowedTopologies: expected a key of its own in each expression, got rack twice/,
      );
    });
  }
});
