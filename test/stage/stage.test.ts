import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BatchJob, CsiVolume } from "../../generator/mod.ts";

const image = { repository: "busybox", tag: "1.36" };

describe("Stage", () => {
  it("Stage takes __proto__ for a key like any other", () => {
    const texts = Object.fromEntries([["__proto__", "a"]]);
    const stage = new BatchJob({ image, env: texts, configMaps: { texts: { data: texts } } });
    const values = { image, env: texts, configMaps: { texts: { data: texts } } };
    assert.deepEqual(stage.values, values);
    assert.equal(JSON.stringify(stage), JSON.stringify(values));
    assert.throws(() => new BatchJob({ image, ...JSON.parse('{"__proto__": {"kind": "CronJob"}}') }), {
      name: "ValuesError",
      message: /: __proto__: unknown key, must be one of .* and \d+ more$/,
    });
  });

  it("Stage leaves out what is undefined and keeps references", () => {
    const volumes = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
    const pipelineVolume = volumes.volume("data");
    const data = { mountPath: "/data", pipelineVolume };
    const stage = new BatchJob({ image, volumes: { data }, ...{ workingDir: undefined, args: ["a"] } });
    assert.deepEqual(Object.keys(stage.values), ["image", "volumes", "args"]);
    assert.equal(Object(stage.values).volumes.data.pipelineVolume, pipelineVolume);
  });

  it("Stage keeps a copy of its values", () => {
    const env = { LEVEL: "info" };
    const stage = new BatchJob({ image, env });
    env.LEVEL = "debug";
    assert.deepEqual(Object(stage.values).env, { LEVEL: "info" });
  });
});
