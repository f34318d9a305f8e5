import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ChartStage } from "../../generator/chart.ts";
import { BatchJob, checkObjects, definePipeline, evaluate, printMermaid, printPipeline } from "../../generator/mod.ts";
import { scratch } from "./scratch.ts";

const lake = new ChartStage(scratch, { size: "2Gi" });
const data = { mountPath: "/data", pipelineVolume: lake.volume("data") };
const pipeline = definePipeline({
  name: "etl",
  version: "1.0.0",
  volumes: { lake },
  stages: { load: new BatchJob({ image: { repository: "busybox", tag: "1.36" }, volumes: { data } }) },
  environments: { prod: { lake: { size: "5Gi" } } },
});

describe("A volume stage of a custom chart", () => {
  it("is mounted by the name of its claim, and takes the values of an environment", () => {
    const rendered = evaluate(pipeline, { environment: "prod", release: { name: "rel" } });
    const { metadata, spec } = rendered.one("PersistentVolumeClaim");
    assert.deepEqual([metadata?.name, spec?.resources], ["rel-lake", { requests: { storage: "5Gi" } }]);
    const [mounted] = rendered.one("Job").spec?.template.spec?.volumes ?? [];
    assert.deepEqual(mounted, { name: "data", persistentVolumeClaim: { claimName: "rel-lake" } });
    assert.deepEqual(checkObjects(rendered.objects, { releaseNamespace: "default" }), []);
  });

  it("is drawn with its claim, and looked into by helm test", () => {
    assert.match(printMermaid(pipeline), /lake\/data<\/b><br\/>PersistentVolumeClaim<br\/>2Gi/);
    const pod = evaluate(pipeline, { release: { name: "rel" } }).one("Pod", "rel-tests");
    assert.deepEqual(pod.spec?.volumes?.at(-1)?.persistentVolumeClaim, { claimName: "rel-lake", readOnly: true });
  });

  it("is no controller: the notes do not list it to watch", () => {
    const notes = printPipeline(pipeline).get("templates/NOTES.txt") ?? "";
    assert(notes.includes("  kubectl get jobs,cronjobs,statefulsets,deployments,pods --namespace"), notes);
  });
});
