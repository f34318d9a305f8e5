/** A pipeline as a user writes it, with ordering hooks. */
import { ChartStage } from "../../../generator/chart.ts";
import { BatchJob, definePipeline } from "../../../generator/mod.ts";
import { collector, migration } from "../index.ts";

const image = { repository: "busybox", tag: "1.36" };
const server = { image, ports: { http: { containerPort: 8080 } }, service: { ports: { http: { port: 80 } } } };

export default definePipeline({
  name: "hooks",
  version: "0.1.0",
  ordering: "hooks",
  stages: {
    agent: new ChartStage(collector, server),
    schema: new ChartStage(migration, { image, command: ["true"], schemaVersion: "v1" }),
    load: new BatchJob({ dependsOn: ["agent", "schema"], image, command: ["true"] }),
    audit: new ChartStage(migration, { dependsOn: ["load"], image, command: ["true"], schemaVersion: "v1" }),
  },
});
