import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, it } from "mocha";
import {
  BatchJob,
  CsiVolume,
  checkObjects,
  definePipeline,
  formatFinding,
  printPipeline,
  ServiceStage,
  StatefulStage,
} from "../../generator/mod.ts";
import { placeFiles } from "../scripts/lib/sample-chart.ts";
import { listVariants, printCharts, renderAll, renderOf, useCharts } from "./render-charts.ts";
import { external } from "./rich-values.ts";

// Helm admits no longer ones. The last two leave a dash at an even or at an odd place, wherever they are cut.
const releases = ["a".repeat(53), `${"a".repeat(52)}b`, `${"a-".repeat(26)}a`, `aa${"-a".repeat(25)}b`];

// A user's whole objects have the names that the user gives them, whatever the release is called.
const withoutExtraObjects = { set: ["extraObjects.extra.enabled=false"] };

describe("names under release names of 53 characters", () => {
  const charts = printCharts();
  const variants = [
    ...listVariants(charts).filter(({ valuesFiles }) => !valuesFiles.some((file) => file.includes("environments"))),
    { title: "a pipeline whose stages have long names", chart: "long-stages", valuesFiles: [] },
  ];
  const directory = useCharts(charts);
  before(() => placeFiles(join(directory.path, "long-stages"), printPipeline(longStages)));

  for (const variant of variants) {
    it(`are legal, and no two objects of all releases have one, with ${variant.title}`, async () => {
      const render = renderOf(directory.path, variant);
      const hasExtraObjects = variant.title.endsWith("rich.yaml") && variant.chart !== "csi-volume";
      const options = hasExtraObjects ? { ...render, ...withoutExtraObjects } : render;
      const rendered = await renderAll(releases.map((release) => ({ ...options, release })));
      const findings = checkObjects(rendered.flat(), { releaseNamespace: "default", external });
      assert.deepEqual(findings.map(formatFinding), []);
    });
  }

  it("are legal with a fullnameOverride of 63 characters", async () => {
    const override = [`fullnameOverride=${"a-".repeat(31)}a`];
    const rich = variants.filter(({ title }) => title.endsWith("rich.yaml"));
    const rendered = await renderAll(rich.map((variant) => ({ ...renderOf(directory.path, variant), set: override })));
    for (const [i, objects] of rendered.entries()) {
      const findings = checkObjects(objects, { releaseNamespace: "default", external });
      assert.deepEqual(findings.map(formatFinding), [], rich[i]?.title);
    }
  });
});

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
