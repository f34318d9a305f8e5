/** A pipeline as a user writes it: batch stages and a service that wait for stages of charts of his own. */
import { ChartStage } from "../../../generator/chart.ts";
import { BatchJob, definePipeline, ServiceStage } from "../../../generator/mod.ts";
import { collector, migration } from "../index.ts";

const image = { repository: "busybox", tag: "1.36" };
const server = { image, ports: { http: { containerPort: 8080 } }, service: { ports: { http: { port: 80 } } } };
const agent = new ChartStage(collector, server);

export default definePipeline({
  name: "gates",
  version: "0.1.0",
  stages: {
    agent,
    schema: new ChartStage(migration, { image, command: ["true"], schemaVersion: "v1" }),
    load: new BatchJob({
      dependsOn: ["agent", "schema"],
      image,
      command: ["true"],
      env: { AGENT: { fromService: agent.address("url", "http") } },
    }),
    audit: new ChartStage(migration, { dependsOn: ["load"], image, command: ["true"], schemaVersion: "v1" }),
    web: new ServiceStage({ dependsOn: ["agent", "audit"], ...server }),
  },
  environments: {
    prod: { agent: { image: { tag: "1.37" } }, schema: { schemaVersion: "v2", attempts: 5 } },
    small: { schema: { enabled: false }, web: { enabled: false } },
  },
});
