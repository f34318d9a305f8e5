import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { RenderedObjects } from "../../../generator/evaluate/rendered-objects.ts";
import { BatchJob, CsiVolume, definePipeline, type Pipeline, ServiceStage } from "../../../generator/mod.ts";
import { useRenders } from "../use-renders.ts";

const image = { repository: "busybox", tag: "1.36" };
const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } };
const cron = { schedule: "0 2 * * *" };

const extract = new BatchJob({ image, volumes });
const load = new BatchJob({ image, dependsOn: ["extract"] });
const web = new ServiceStage({
  image,
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
});

function define(stages: object, ordering: "gates" | "inPod" | { readonly inPod: readonly string[][] }): Pipeline {
  return definePipeline({ name: "etl", version: "0.1.0", ordering, volumes: { workspace }, stages } as never); // of any stages
}

/** Where the pod of a pipeline's test has volumes. */
function testedVolumes(objects: RenderedObjects): readonly string[] | undefined {
  return objects
    .all("Pod")[0]
    ?.spec?.containers[0]?.volumeMounts?.map(({ mountPath }) => mountPath)
    .filter((path) => path.startsWith("/volumes/"));
}

describe("helm test of a pipeline", () => {
  const renders = useRenders();
  const data = "/volumes/workspace/data";
  const tested = async (pipeline: Pipeline, values = {}) => testedVolumes(await renders.render(pipeline, values));

  it("looks for files in what the Jobs of the stages write to, in shared pods as well", async () => {
    assert.deepEqual(await tested(define({ extract, load }, "gates")), [data]);
    assert.deepEqual(await tested(define({ extract, load }, "inPod")), [data]);
    assert.deepEqual(await tested(define({ extract, load, web }, { inPod: [["extract", "load"]] })), [data]);
  });

  it("does not look for files that a schedule writes, which may not have run: a stage alone, or those of a pod", async () => {
    const scheduled = new BatchJob({ image, kind: "CronJob", cron, volumes });
    assert.deepEqual(await tested(define({ scheduled, web }, "gates")), []);
    const nightly = new BatchJob({ image, kind: "CronJob", cron, dependsOn: ["extract"] });
    assert.deepEqual(await tested(define({ extract, nightly, web }, { inPod: [["extract", "nightly"]] })), []);
    assert.equal(await tested(define({ extract, nightly }, "inPod")), undefined);
  });

  it("goes by the values: a Job that became a schedule, a schedule that became a Job, a writer that is disabled", async () => {
    const pipeline = define({ extract, load, web }, { inPod: [["extract", "load"]] });
    assert.deepEqual(await tested(pipeline, { load: { kind: "CronJob", cron } }), []);
    assert.deepEqual(await tested(pipeline, { extract: { enabled: false } }), []);
    assert.deepEqual(await tested(pipeline, { load: { enabled: false } }), [data]);
    const scheduled = new BatchJob({ image, kind: "CronJob", cron, volumes });
    assert.deepEqual(await tested(define({ scheduled, web }, "gates"), { scheduled: { kind: "Job" } }), [data]);
  });
});
