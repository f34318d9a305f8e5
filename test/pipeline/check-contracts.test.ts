import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { StageContract } from "../../generator/chart/stage-contract.ts";
import { ChartStage } from "../../generator/chart.ts";
import { BatchJob, definePipeline, PipelineError } from "../../generator/mod.ts";
import { collector } from "../own-charts/collector.ts";
import { migration } from "../own-charts/migration.ts";

const image = { repository: "busybox", tag: "1.36" };

/** A pipeline whose stage is of a chart with another contract; a chart's data can be copied, as a package of charts may. */
function define(stage: object | undefined, more: Readonly<Record<string, unknown>> = {}) {
  const { stage: _, ...alone } = collector;
  const chart = { ...alone, ...(stage === undefined ? {} : { stage: stage as StageContract }) };
  const stages = { agent: new ChartStage(chart, { image, ...more }) };
  return definePipeline({ name: "etl", version: "1.0.0", stages });
}

function refuses(make: () => unknown, path: string, message: string): void {
  assert.throws(make, (error) => {
    assert(error instanceof PipelineError);
    assert.deepEqual([error.path, error.message], [path, `Cannot define pipeline "etl": ${message}`]);
    return true;
  });
}

describe("checkContracts()", () => {
  it("definePipeline() refuses a chart without a stage contract, and says how it gets one", () => {
    refuses(
      () => define(undefined),
      "agent",
      "agent: expected a chart that can be a stage: defineChart({ stage: { role, selectorLabels, awaited ... } }), got chart collector without stage",
    );
  });

  it("definePipeline() names all parts that a contract lacks for its role", () => {
    const { role, drawn, awaited, selectorLabels } = collector.stage ?? {};
    const cases = [
      [{ role, drawn }, "stage.selectorLabels, stage.awaited", "server"],
      [{ role, drawn, awaited }, "stage.selectorLabels", "server"],
      [{ role: "batch", drawn, selectorLabels }, "stage.awaited", "batch"],
      [{ role: "volume", drawn, selectorLabels, awaited }, "stage.claims, stage.exclusiveClaims", "volume"],
    ] as const;
    for (const [stage, missing, name] of cases) {
      const wanted = `expected chart collector to have ${missing}, as role "${name}" demands, got none`;
      refuses(() => define(stage), "agent", `agent: ${wanted}`);
    }
  });

  it("definePipeline() names the nearest role of one that is misspelt", () => {
    refuses(
      () => define({ ...collector.stage, role: "btch" }),
      "agent",
      'agent: expected chart collector to have stage.role "batch", "server" or "volume", got "btch" (did you mean "batch"?)',
    );
  });

  it("definePipeline() accepts a contract with no more than its role requires", () => {
    const { role, drawn, awaited, selectorLabels } = collector.stage ?? {};
    assert.equal(define({ role, drawn, awaited, selectorLabels }).ordering.name, "inPod");
  });

  it("definePipeline() names the part that an ordering requires of a chart", () => {
    const { gate: _, isHook: __, chain: ___, ...alone } = migration.stage ?? assert.fail();
    const chart = { ...migration, stage: alone };
    const schema = new ChartStage(chart, { dependsOn: ["load"], image, schemaVersion: "v1" });
    const base = { name: "etl", version: "1.0.0", stages: { load: new BatchJob({ image }), schema } };
    refuses(
      () => definePipeline({ ...base, ordering: "gates" }),
      "schema.dependsOn",
      'schema.dependsOn: expected no dependencies: ordering "gates" needs a gate in its pod, which chart migration lacks (stage.gate), got load',
    );
    refuses(
      () => definePipeline({ ...base, ordering: "hooks" }),
      "schema",
      'schema: expected a chart whose Job can be a hook (stage.isHook), as ordering "hooks" requires (use "gates"), got chart migration',
    );
    refuses(
      () => definePipeline({ ...base, ordering: "inPod" }),
      "schema.dependsOn",
      'schema.dependsOn: expected batch stages in a chain, as ordering "inPod" requires (use "gates" for any other graph), got schema -> load',
    );
    definePipeline({ ...base, ordering: "none" });
  });
});
