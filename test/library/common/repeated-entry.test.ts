import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { repeatedEntry } from "../../../generator/library/common/repeated-entry.ts";
import { csiVolume } from "../../../generator/library/csi-volume/chart.ts";
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
  it("repeatedEntry() finds the same in both languages", async () => {
    const repeatedSpread = ((list: never) => repeatedEntry(list, "topologyKey", "whenUnsatisfiable")) as Case["build"]; // of a list
    await assertAgreement(spreads.map((list, i) => ({ title: `spread ${i}`, args: [list], build: repeatedSpread })));
  });

  for (const version of helmVersions) {
    const volumes = useChart(csiVolume, version);
    it(`a key that a term has twice is refused in allowedTopologies, under Helm ${version}`, async () => {
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
