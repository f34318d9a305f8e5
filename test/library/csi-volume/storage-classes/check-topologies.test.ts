import { describe } from "mocha";
import { csiVolume } from "../../../../generator/library/csi-volume/chart.ts";
import { testRefusals } from "../../test-refusals.ts";

const term = (...keys: readonly string[]): object => ({
  matchLabelExpressions: keys.map((key) => ({ key, values: ["a"] })),
});
const valuesOf = (...allowedTopologies: readonly object[]): object => ({
  storageClasses: { fast: { provisioner: "a.example.com", allowedTopologies } },
});

describe("checkTopologies()", () => {
  testRefusals("checkTopologies() refuses a key that a term has twice", csiVolume, [
    { values: valuesOf(), refusal: "" },
    { values: valuesOf(term("zone"), term("zone", "rack")), refusal: "" },
    {
      values: valuesOf(term("zone"), term("rack", "zone", "rack")),
      refusal: "storageClasses.fast.allowedTopologies: expected a key of its own in each expression, got rack twice",
    },
  ]);
});
