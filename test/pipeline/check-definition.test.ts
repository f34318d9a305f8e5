import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BatchJob, definePipeline, PipelineError, withEnvironment } from "../../generator/mod.ts";
import type { PipelineDefinition } from "../../generator/pipeline/define-pipeline.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const base = { name: "etl", version: "1.0.0", stages: { load: new BatchJob({ image }) } };
/** As JavaScript calls it. */
const define = definePipeline as unknown as (definition: unknown) => unknown;

function refuses(make: () => unknown, path: string, message: string): void {
  assert.throws(make, (error) => {
    assert(error instanceof PipelineError, String(error));
    assert.deepEqual([error.path, error.message], [path, `Cannot define pipeline "etl": ${path}: ${message}`]);
    return true;
  });
}

const stages = "a map of stages, such as { load: new BatchJob({...}) }";
const orderings = '"inPod", "gates", "hooks" or "none", or { inPod: [["extract", "load"]] }';
const keys = "name, version, description, ordering, rerun, volumes, stages, extraObjects, environments";

describe("checkDefinition()", () => {
  it("definePipeline() names the nearest key of an unknown one, and what it must be", () => {
    const unknown = (change: object, key: string, wanted: string) =>
      refuses(() => define({ ...base, ...change }), key, `expected ${wanted}, got an unknown key`);
    unknown({ rerunn: "self" }, "rerunn", '"rerun" ("downstream" or "self")');
    for (const key of ["enviroments", "environment"])
      unknown({ [key]: {} }, key, '"environments" (a map of environments, such as { prod: {...} })');
    unknown({ stage: {} }, "stage", `"stages" (${stages})`);
    unknown({ order: "gates" }, "order", `"ordering" (${orderings})`);
    unknown({ completelyDifferent: 1 }, "completelyDifferent", `one of ${keys}`);
    unknown({ constructor: 1 }, "constructor", `one of ${keys}`);
  });

  it("definePipeline() lists the words of a field, and names the nearest", () => {
    const wrong = (change: object, key: string, message: string) =>
      refuses(() => define({ ...base, ...change }), key, message);
    wrong({ ordering: "gate" }, "ordering", `expected ${orderings}, got "gate" (did you mean "gates"?)`);
    wrong({ ordering: "toString" }, "ordering", `expected ${orderings}, got "toString"`);
    wrong({ ordering: null }, "ordering", `expected ${orderings}, got null`);
    wrong({ rerun: "own" }, "rerun", 'expected "downstream" or "self", got "own"');
    wrong(
      { rerun: "downstreams" },
      "rerun",
      'expected "downstream" or "self", got "downstreams" (did you mean "downstream"?)',
    );
  });

  it("definePipeline() refuses fields that are missing or of another type", () => {
    const { stages: _, ...withoutStages } = base;
    refuses(() => define(withoutStages), "stages", `expected ${stages}, got nothing`);
    refuses(() => define({ ...base, stages: [] }), "stages", `expected ${stages}, got []`);
    refuses(
      () => define({ ...base, volumes: "data" }),
      "volumes",
      'expected a map of volumes, such as { data: new CsiVolume({...}) }, got "data"',
    );
    refuses(() => define({ ...base, description: 1 }), "description", "expected a text, got 1");
    refuses(() => define({ ...base, version: 1 }), "version", "expected a semantic version such as 1.2.0, got 1");
    refuses(
      () => define({ ...base, environments: ["prod"] }),
      "environments",
      'expected a map of environments, such as { prod: {...} }, got ["prod"]',
    );
    assert.throws(() => define({ version: "1.0.0", stages: {} }), {
      name: "PipelineError",
      message: `Cannot define pipeline "": name: expected the chart's name, got nothing`,
    });
    assert.throws(() => define(undefined), {
      name: "PipelineError",
      message: 'Cannot define pipeline "": definition: expected a map: { name, version, stages }, got nothing',
    });
  });

  it("definePipeline() takes every field that its type has", () => {
    const all: Required<PipelineDefinition<Record<never, never>, typeof base.stages>> = {
      ...base,
      description: "Loads",
      ordering: "gates",
      rerun: "self",
      volumes: {},
      extraObjects: {},
      environments: { prod: { load: { enabled: false } } },
    };
    assert.equal(definePipeline(all).rerun, "self");
  });

  it("definePipeline() takes fields that are undefined, as if they were left out", () => {
    const { description, ordering, rerun, volumes, environments }: Readonly<Record<string, undefined>> = {};
    define({ ...base, description, ordering, rerun, volumes, environments });
  });

  it("definePipeline() refuses dependencies that are no list of names", () => {
    const dependOn = (dependsOn: unknown) => () =>
      define({ ...base, stages: { ...base.stages, a: new BatchJob({ image, dependsOn: dependsOn as never }) } });
    const wanted = (example: string) => `expected a list of names of stages, such as ["${example}"], got `;
    refuses(dependOn("load"), "a.dependsOn", `${wanted("load")}"load"`);
    refuses(dependOn([1]), "a.dependsOn", `${wanted("extract")}[1]`);
    refuses(dependOn({ load: true }), "a.dependsOn", `${wanted("extract")}{"load":true}`);
  });

  it("definePipeline() and withEnvironment() refuse an environment that is no map", () => {
    const message = 'expected a map of the values of stages, got "load"';
    refuses(() => define({ ...base, environments: { prod: "load" } }), "environments.prod", message);
    refuses(() => withEnvironment(definePipeline(base), "prod", "load" as never), "environments.prod", message);
  });

  it("a stage names dependsOn as the nearest key, although it is no value of its chart", () => {
    for (const key of ["dependOn", "dependson", "depends"]) {
      assert.throws(() => new BatchJob({ image, [key]: ["load"] }), {
        name: "ValuesError",
        message: `Cannot use the values of a batch-job: ${key}: unknown key, did you mean "dependsOn"?`,
      });
    }
    const misspelt = { image, imag: "a" };
    assert.throws(() => new BatchJob(misspelt), /: imag: unknown key, did you mean "image"\?$/);
  });
});
