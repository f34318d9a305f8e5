import assert from "node:assert/strict";
import { describe, it } from "mocha";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { library } from "../../generator/library/library.ts";
import {
  BatchJob,
  CsiVolume,
  checkObjects,
  definePipeline,
  evaluate,
  formatFinding,
  type KubernetesObject,
  type Pipeline,
  ServiceStage,
  StatefulStage,
} from "../../generator/mod.ts";
import { external, richValues } from "./rich-values.ts";

// Helm allows no longer ones. Two leave a dash at an even or at an odd place, wherever they are cut. A release may begin
// with a digit, a Service may not.
const releases = [
  ...["a".repeat(53), `${"a".repeat(52)}b`, `${"a-".repeat(26)}a`, `aa${"-a".repeat(25)}b`],
  ...["1st", "1.2", "1".repeat(53)],
];

const image = { repository: "busybox", tag: "1.36" };
const volume = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } }, date: { claim: { size: "1Gi" } } } });
const mounted = { mountPath: "/data", pipelineVolume: volume.volume("data") };
const claim = { mountPath: "/own", claim: { size: "1Gi" } };

// Names of 30 characters, the most that a stage may have, which differ in the last one only.
const longStages = definePipeline({
  name: "long-stages",
  version: "0.1.0",
  volumes: { "volume-volume-volume-volume-v1": volume },
  stages: {
    "job-job-job-job-job-job-job-j1": new BatchJob({ image, volumes: { data: mounted, own: claim } }),
    "job-job-job-job-job-job-job-j2": new BatchJob({
      dependsOn: ["job-job-job-job-job-job-job-j1"],
      image,
      initContainers: { "init-init-init-init-init-init-init-init-init-init-init-init-i": { image } },
      volumes: { data: mounted, own: claim },
    }),
    "cron-cron-cron-cron-cron-cron1": new BatchJob({ image, kind: "CronJob", cron: { schedule: "@daily" } }),
    "cron-cron-cron-cron-cron-cron2": new BatchJob({ image, kind: "CronJob", cron: { schedule: "@daily" } }),
    "set-set-set-set-set-set-set-s1": new StatefulStage({
      image,
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 } } },
    }),
    "set-set-set-set-set-set-set-s2": new StatefulStage({
      image,
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 } } },
    }),
    "web-web-web-web-web-web-web-w1": new ServiceStage({
      image,
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 } } },
      configMaps: { settings: { data: {} } },
    }),
  },
});

describe("names under release names of 53 characters", () => {
  for (const { title, render } of listRenders()) {
    it(`are legal, and no two objects of all releases have one, with ${title}`, () => {
      assertNames(releases.flatMap((release) => render(release)));
    });
  }

  it("are legal with a fullnameOverride of 63 characters", () => {
    const fullnameOverride = `${"a-".repeat(31)}a`;
    for (const chart of library) {
      const values = [richValues[chart.name] as Values, { fullnameOverride }]; // values are a map
      assertNames(evaluate(chart, { values }).objects, chart.name);
    }
  });
});

/** A chart with some values, and what it makes of the name of a release. */
interface NamedRender {
  readonly title: string;
  readonly render: (release: string) => readonly KubernetesObject[];
}

function listRenders(): readonly NamedRender[] {
  const ofCharts = library.flatMap((chart) => {
    // A user's whole objects have the names that the user gives them, whatever the release is called.
    const { extraObjects: _, ...rich } = richValues[chart.name] as Values; // values are a map
    return Object.entries({ ...chart.ci, "values that switch everything on": rich }).map(([name, values]) => ({
      title: `${chart.name} with ${name}`,
      render: (release: string) => evaluate(chart, { values: { ...values }, release: { name: release } }).objects,
    }));
  });
  const ofPipelines = [reference, longStages].map((pipeline) => ({
    title: pipeline.name,
    render: (release: string) => evaluate(pipeline as Pipeline, { release: { name: release } }).objects,
  }));
  return [...ofCharts, ...ofPipelines];
}

function assertNames(objects: readonly KubernetesObject[], message?: string): void {
  assert.ok(objects.length > 1);
  const findings = checkObjects(objects, { releaseNamespace: "default", external });
  assert.deepEqual(findings.map(formatFinding), [], message);
}
