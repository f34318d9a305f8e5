import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluateChart } from "../../../../generator/evaluate/evaluate-chart.ts";
import { csiVolume } from "../../../../generator/library/csi-volume/chart.ts";
import { testRefusals } from "../../test-refusals.ts";

const withClaim = (claim: object): object => ({ volumes: { data: { claim: { size: "10Gi", ...claim } } } });

describe("the limit of the size of a claim of csi-volume", () => {
  it("is the limit of its resources, beside the size that it requests", () => {
    const [claim] = evaluateChart(csiVolume, { values: { ...withClaim({ sizeLimit: "20Gi" }) } });
    assert.deepEqual(Object(claim).spec.resources, { requests: { storage: "10Gi" }, limits: { storage: "20Gi" } });
  });

  testRefusals("csi-volume refuses a claim whose size is above its limit", csiVolume, [
    {
      values: withClaim({ sizeLimit: "5Gi" }),
      refusal: "volumes.data.claim.size: expected at most sizeLimit, 5Gi, got 10Gi",
    },
    { values: withClaim({ sizeLimit: "10Gi" }), refusal: "" },
  ]);
});
