import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Chart, ChartStage, closed, defineChart, format, valuesOf } from "../../generator/chart.ts";
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

  it("ChartStage takes a value of any name, also one that a member of the stage has", () => {
    const text = format.string({ description: "A text", default: "" });
    const model = closed(
      { address: text, chart: text, toJSON: text, validate: text, values: text, volume: text },
      { description: "Values with the names of members" },
    );
    const names = ["address", "chart", "toJSON", "validate", "values", "volume"] as const;
    const v = valuesOf<Readonly<Record<(typeof names)[number], string>>>(model);
    const { role, drawn } = migration.stage ?? assert.fail();
    const named = defineChart({
      name: "named",
      version: "1.0.0",
      description: "A chart whose values are called as members of a stage",
      keywords: ["names"],
      values: model,
      templates: [],
      notes: names.map((name) => v[name]),
      stage: { role, drawn },
      ci: {},
    });
    const own = Object.fromEntries(names.map((name) => [name, "q"]));
    const stage = new ChartStage(named, own);
    assert.equal(stage.chart, named);
    assert.deepEqual(stage.values, own);
    assert.equal(JSON.stringify(stage), JSON.stringify(own));
    stage.validate();
    assert.throws(() => stage.address(), { message: /stage\.address, got none$/ });
    assert.throws(() => new ChartStage(named, { chart: 1 } as never), { message: /: chart: must be a string, got 1$/ });
  });
});
