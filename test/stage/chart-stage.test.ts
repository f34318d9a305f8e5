import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Chart, ChartStage } from "../../generator/chart.ts";
import { csiVolume } from "../../generator/library/csi-volume/chart.ts";
import { BatchJob, CsiVolume, definePipeline } from "../../generator/mod.ts";
import { Stage } from "../../generator/stage/stage.ts";
import { AddressReference, VolumeReference } from "../../generator/values/references.ts";
import { collector } from "../own-charts/collector.ts";
import { migration } from "../own-charts/migration.ts";

const image = { repository: "busybox", tag: "1.36" };

describe("ChartStage", () => {
  it("ChartStage has the chart, the dependencies and the values that it is made of", () => {
    const stage = new ChartStage(migration, { dependsOn: ["load", "store"], image, schemaVersion: "v1" });
    assert(stage instanceof Stage);
    assert.equal(stage.chart, migration);
    assert.deepEqual(stage.dependsOn, ["load", "store"]);
    assert.deepEqual(stage.values, { image, schemaVersion: "v1" });
    assert.equal(JSON.stringify(stage), JSON.stringify({ image, schemaVersion: "v1" }));
  });

  it("ChartStage depends on nothing unless it says so", () => {
    assert.deepEqual(new ChartStage(collector, { image }).dependsOn, []);
    assert.deepEqual(new ChartStage(collector, { image, dependsOn: undefined }).dependsOn, []);
  });

  it("ChartStage refuses values that the chart's schema refuses, each with its path and the nearest key", () => {
    const wrong = { image, schemaVersion: "v1", atempts: 1, env: { A: 1 } };
    assert.throws(() => new ChartStage(migration, wrong as never), {
      name: "ValuesError",
      message:
        /^Cannot use the values of a migration:(?=.*atempts: unknown key, did you mean "attempts")(?=.*env\.A: )/s,
    });
    // @ts-expect-error: no schemaVersion
    assert.throws(() => new ChartStage(migration, { image }), { name: "ValuesError", message: /schemaVersion/ });
  });

  it("ChartStage takes references, which become the names of the stages in a pipeline", () => {
    const lake = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
    const agent = new ChartStage(collector, {
      image,
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 } } },
    });
    const schema = new ChartStage(migration, {
      image,
      schemaVersion: "v1",
      env: { AGENT: { fromService: agent.address("hostPort", "http") } },
      volumes: { data: { mountPath: "/data", pipelineVolume: lake.volume("data") } },
    });
    const { parts } = definePipeline({
      name: "etl",
      version: "1.0.0",
      ordering: "none",
      volumes: { lake },
      stages: { agent, schema, load: new BatchJob({ image, env: { A: { fromService: agent.address() } } }) },
    });
    assert.deepEqual(parts.get("schema")?.values, {
      image,
      schemaVersion: "v1",
      env: { AGENT: { fromService: { stage: "agent", port: "http", format: "hostPort" } } },
      volumes: { data: { mountPath: "/data", pipelineVolume: { stage: "lake", volume: "data" } } },
    });
    assert.deepEqual(Object(parts.get("load")?.values).env.A, { fromService: { stage: "agent", format: "host" } });
  });

  it("ChartStage has an address and volumes where its chart has them, and says what the chart lacks", () => {
    const job = new ChartStage(migration, { image, schemaVersion: "v1" });
    const agent = new ChartStage(collector, { image });
    const claims: Chart<{ readonly volumes: object }> = { ...csiVolume, types: { volumes: {} }, options: {} };
    const volumes = new ChartStage(claims, { volumes: { data: { claim: { size: "1Gi" } } } });
    assert(agent.address("url", "http") instanceof AddressReference);
    assert(volumes.volume("data") instanceof VolumeReference);
    assert.throws(() => job.address(), {
      name: "TypeError",
      message: "Cannot refer to a stage of chart migration: expected the chart to have stage.address, got none",
    });
    assert.throws(() => agent.volume("data"), {
      name: "TypeError",
      message: "Cannot refer to a stage of chart collector: expected the chart to have stage.claims, got none",
    });
  });
});
