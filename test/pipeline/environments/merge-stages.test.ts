import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BatchJob, definePipeline } from "../../../generator/mod.ts";
import { mergedValues } from "../../../generator/pipeline/environments/merge-stages.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const pipeline = definePipeline({
  name: "etl",
  version: "1.0.0",
  stages: { load: new BatchJob({ image, env: { LEVEL: "info" } }) },
  environments: { prod: { global: { commonLabels: { tier: "prod" } }, load: { env: { REGION: "eu" } } } },
});

describe("mergedValues()", () => {
  it("mergedValues() has the charts' defaults below the pipeline's values, and the environment's above them", () => {
    const values = Object(mergedValues(pipeline, "prod"));
    assert.equal(values.load.restartPolicy, "Never");
    assert.deepEqual(values.load.env, { LEVEL: "info", REGION: "eu" });
    assert.deepEqual(Object(mergedValues(pipeline, undefined)).load.env, { LEVEL: "info" });
  });

  it("mergedValues() has the values of all stages once, in global", () => {
    const values = Object(mergedValues(pipeline, "prod"));
    assert.deepEqual(values.global.commonLabels, { tier: "prod" });
    assert.equal(values.load.global?.commonLabels?.tier, undefined);
  });
});
