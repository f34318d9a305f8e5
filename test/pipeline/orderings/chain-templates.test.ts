import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import { BatchJob, definePipeline } from "../../../generator/mod.ts";
import { useRenders } from "../use-renders.ts";

const image = { repository: "busybox", tag: "1.36", pullSecrets: ["busybox"] };
const pipeline = definePipeline({
  name: "etl",
  version: "0.1.0",
  ordering: "inPod",
  stages: {
    extract: new BatchJob({ image }),
    transform: new BatchJob({ image, dependsOn: ["extract"] }),
    load: new BatchJob({ image: { ...image, pullSecrets: ["load"] }, dependsOn: ["transform"] }),
  },
});

describe("the pod of a chain", () => {
  const renders = useRenders();
  const secrets = async (values: Values): Promise<readonly unknown[]> => {
    const job = (await renders.render(pipeline, values)).one("Job");
    return job.spec?.template.spec?.imagePullSecrets?.map(({ name }) => name) ?? [];
  };

  it("has the Secrets that pull the images of all its stages, each once", async () => {
    assert.deepEqual(await secrets({}), ["busybox", "load"]);
    assert.deepEqual(await secrets({ global: { imagePullSecrets: ["all"] } }), ["busybox", "all", "load"]);
  });

  it("has the Secrets of an earlier stage's own global, and those of all where the last stage has none of them", async () => {
    const own = { extract: { global: { imagePullSecrets: ["extract"] } } };
    assert.deepEqual(await secrets(own), ["busybox", "extract", "load"]);
    const all = { global: { imagePullSecrets: ["all"] }, load: { global: null } };
    assert.deepEqual(await secrets(all), ["busybox", "all", "load"]);
  });
});
