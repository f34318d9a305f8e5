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

  it("is refused where the last stage is disabled, and with it the schedule, unless another stage says when it runs", async () => {
    const off = { enabled: false };
    const load = { ...off, cron: { schedule: "@daily" } };
    const wanted = (stage: string): string =>
      `load.enabled: expected true, or a schedule or a kind of ${stage} itself, whose pod would run at once and only once without the schedule of load, @daily, got false`;
    assert.equal(await renders.refusal(pipeline, { load }), wanted("transform"));
    assert.equal(await renders.refusal(pipeline, { load, transform: off }), wanted("extract"));
    const kindOf = async (values: Values): Promise<readonly string[]> =>
      (await renders.render(pipeline, values)).objects.map(({ kind }) => kind).filter((kind) => kind.endsWith("Job"));
    assert.deepEqual(await kindOf({ load, transform: { cron: { schedule: "@weekly" } } }), ["CronJob"]);
    assert.deepEqual(await kindOf({ load, transform: { kind: "Job" } }), ["Job"]);
    assert.deepEqual(await kindOf({ load: { ...load, kind: "Job" } }), ["Job"]);
    assert.deepEqual(await kindOf({ load: off }), ["Job"]);
    assert.deepEqual(await kindOf({ load, transform: off, extract: off }), []);
    assert.deepEqual(await kindOf({ load: { cron: load.cron }, transform: off }), ["CronJob"]);
  });

  it("is refused in TypeScript too, in the environment that disables the last stage", () => {
    const scheduled = (extract: { readonly enabled?: boolean; readonly kind?: "Job" }) =>
      definePipeline({
        name: "etl",
        version: "0.1.0",
        stages: {
          extract: new BatchJob({ image }),
          load: new BatchJob({ image, dependsOn: ["extract"], cron: { schedule: "@daily" } }),
        },
        environments: { dev: { load: { enabled: false }, extract } },
      });
    assert.throws(() => scheduled({}), {
      message:
        'Cannot define environment dev of pipeline "etl": load.enabled: expected true, or a schedule or a kind of extract itself, whose pod would run at once and only once without the schedule of load, @daily, got false',
    });
    scheduled({ kind: "Job" });
    scheduled({ enabled: false });
  });
});
