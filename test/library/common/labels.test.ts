import assert from "node:assert/strict";
import { evaluateChart } from "../../../generator/evaluate/evaluate-chart.ts";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { csiVolume } from "../../../generator/library/csi-volume/chart.ts";
import { statefulStage } from "../../../generator/library/stateful-stage/chart.ts";
import {
  BatchJob,
  CsiVolume,
  definePipeline,
  evaluate,
  type KubernetesObject,
  StatefulStage,
} from "../../../generator/mod.ts";

const COMPONENT = "app.kubernetes.io/component";
const PART_OF = "app.kubernetes.io/part-of";
const VERSION = "app.kubernetes.io/version";

const image = { repository: "busybox", tag: "1.36" };

/** The three labels of an object, where it has them. */
function placeOf(object: unknown): readonly unknown[] {
  const { metadata } = object as KubernetesObject;
  const labels = Object(metadata.labels);
  return [labels[PART_OF], labels[COMPONENT], labels[VERSION]];
}

const render = (chart: typeof batchJob, values: Readonly<Record<string, unknown>>): readonly KubernetesObject[] =>
  evaluateChart(chart, { values, release: { name: "rel" } }) as readonly KubernetesObject[];

const find = (objects: readonly KubernetesObject[], kind: string): KubernetesObject => {
  const found = objects.find((object) => object.kind === kind);
  assert.ok(found, kind);
  return found;
};

describe("the labels that Kubernetes recommends", () => {
  const off = { tests: { enabled: false } };

  it("of a chart alone name the release, the chart and its version, and its pods have none", () => {
    for (const object of render(batchJob, { image, ...off })) {
      assert.deepEqual(placeOf(object), ["rel", "batch-job", batchJob.version], object.kind);
    }
    for (const object of render(csiVolume, { volumes: { data: { claim: { size: "1Gi" } } } })) {
      assert.deepEqual(placeOf(object), ["rel", "csi-volume", csiVolume.version], object.kind);
    }
    const spec = JSON.stringify(find(render(batchJob, { image, ...off }), "Job")["spec"]);
    assert.doesNotMatch(spec, /part-of|component|version"/);
  });

  it("of a pipeline name the pipeline and the stage", () => {
    const pipeline = definePipeline({
      name: "etl",
      version: "1.2.3",
      ordering: "gates",
      volumes: { work: new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } }) },
      stages: {
        store: new StatefulStage({
          image,
          ports: { web: { containerPort: 80 } },
          service: { ports: { web: { port: 80 } } },
          persistence: { data: { mountPath: "/data", size: "1Gi" } },
        }),
        load: new BatchJob({ dependsOn: ["store"], image }),
      },
      environments: {},
    });
    const objects = evaluate(pipeline, { release: { name: "rel" } }).objects as unknown as readonly KubernetesObject[];
    const components = new Map(objects.map((object) => [`${object.kind} ${object.metadata.name}`, placeOf(object)]));
    assert.deepEqual(components.get("StatefulSet rel-store")?.slice(0, 2), ["etl", "store"]);
    assert.deepEqual(components.get("ConfigMap rel-load-gate")?.slice(0, 2), ["etl", "load"]);
    assert.deepEqual(components.get("ConfigMap rel-gates"), ["etl", "etl", "1.2.3"]);
    assert.deepEqual(components.get("Pod rel-tests"), ["etl", "test", "1.2.3"]);
    for (const [object, [whole]] of components) assert.equal(whole, "etl", object);
    const templates = Object(find(objects, "StatefulSet")["spec"]).volumeClaimTemplates;
    assert.deepEqual(placeOf(templates[0]), [undefined, undefined, undefined]);
  });

  it("are found on the Jobs of a CronJob, but for the version", () => {
    const values = { image, kind: "CronJob", cron: { schedule: "@daily" }, ...off };
    const { jobTemplate } = Object(find(render(batchJob, values), "CronJob")["spec"]);
    assert.deepEqual(placeOf(jobTemplate), ["rel", "batch-job", undefined]);
  });

  it("give way to labels of the values: of all objects, of one, and of whole objects", () => {
    const values = {
      image,
      ...off,
      commonLabels: { [PART_OF]: "shop" },
      labels: { [VERSION]: "16", [COMPONENT]: "database" },
      extraObjects: {
        more: { apiVersion: "v1", kind: "Secret", metadata: { name: "more", labels: { [COMPONENT]: "key" } } },
      },
    };
    const objects = render(statefulStage, values);
    assert.deepEqual(placeOf(find(objects, "StatefulSet")), ["shop", "database", "16"]);
    assert.equal(Object(find(objects, "StatefulSet").metadata.labels)["app.kubernetes.io/name"], "stateful-stage");
    assert.deepEqual(placeOf(find(objects, "ServiceAccount")), ["shop", "stateful-stage", statefulStage.version]);
    assert.deepEqual(placeOf(find(objects, "Secret")), ["shop", "key", statefulStage.version]);
  });
});
