import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Values } from "../../../../generator/evaluate/coalesce-values.ts";
import { csiVolume } from "../../../../generator/library/csi-volume/chart.ts";
import { evaluate } from "../../../../generator/pipeline/evaluate.ts";
import { helmVersions } from "../../../helm-versions.ts";
import { useChart } from "../../service-stage/render-chart.ts";
import { testRefusals } from "../../test-refusals.ts";

const term = (...keys: readonly string[]): object => ({
  matchLabelExpressions: keys.map((key) => ({ key, values: ["a"] })),
});
const classOf = (...allowedTopologies: readonly object[]): Values => ({
  storageClasses: { fast: { provisioner: "a.example.com", allowedTopologies } },
});

const admitted: readonly (readonly object[])[] = [
  [],
  [term("zone")],
  [term("zone"), term("zone", "rack")],
  [term("rack", "zone"), term("zone", "rack")],
];
const refused: readonly (readonly [key: string, terms: readonly object[]])[] = [
  ["rack", [term("zone"), term("rack", "zone", "rack")]],
  ["zone", [term("zone", "zone"), term("rack", "rack")]],
  ["zone", [term("a", "zone", "b", "zone", "a")]],
];
const messageOf = (key: string): string =>
  `storageClasses.fast.allowedTopologies: expected a unique key in each expression, got ${key} twice`;

describe("checkTopologies()", () => {
  it("checkTopologies() admits a key once in a term, and again in another", () => {
    for (const terms of admitted) assert.doesNotThrow(() => evaluate(csiVolume, { values: classOf(...terms) }));
  });

  it("checkTopologies() refuses the first key that a term has twice", () => {
    for (const [key, terms] of refused) {
      assert.throws(() => evaluate(csiVolume, { values: classOf(...terms) }), {
        name: "RenderError",
        message: messageOf(key),
      });
    }
  });

  for (const version of helmVersions) {
    const volumes = useChart(csiVolume, version);
    it(`checkTopologies() admits and refuses the same under Helm ${version}`, async () => {
      for (const terms of admitted) {
        const objects = await volumes.render(classOf(...terms));
        assert.equal(JSON.stringify(objects).includes(JSON.stringify(terms)), terms.length > 0);
      }
      for (const [key, terms] of refused) {
        const message = await volumes.refusal(classOf(...terms));
        assert.ok(message.includes(messageOf(key)), message);
      }
    });
  }

  testRefusals("checkTopologies() leaves expressions without a key to the API server", csiVolume, [
    { values: classOf({ matchLabelExpressions: [{}, {}] }), refusal: "", isUnchecked: true },
  ]);
});
