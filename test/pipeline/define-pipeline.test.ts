import assert from "node:assert/strict";
import { ChartStage } from "../../generator/chart.ts";
import {
  BatchJob,
  CsiVolume,
  custom,
  definePipeline,
  type ExtraObjectOptions,
  PipelineError,
  refer,
  ServiceStage,
  StatefulStage,
  type TextReference,
  withEnvironment,
} from "../../generator/mod.ts";
import { collector } from "../own-charts/collector.ts";
import { migration } from "../own-charts/migration.ts";
import { scratch } from "../own-charts/scratch.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const job = (): BatchJob => new BatchJob({ image });

describe("definePipeline()", () => {
  it("resolves references to the names of stages and volumes", () => {
    const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
    const store = new StatefulStage({ image, ports: { http: { containerPort: 8080 } } });
    const pipeline = definePipeline({
      name: "etl",
      version: "1.0.0",
      volumes: { workspace },
      stages: {
        store,
        load: new BatchJob({
          image,
          env: { STORE: { fromService: store.address("url", "http") } },
          volumes: { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } },
        }),
      },
    });
    assert.deepEqual(pipeline.parts.get("load")?.values, {
      image,
      env: { STORE: { fromService: { stage: "store", port: "http", format: "url" } } },
      volumes: { data: { mountPath: "/data", pipelineVolume: { stage: "workspace", volume: "data" } } },
    });
  });

  it("refuses a reference to a model that is not in the pipeline, and says where it is", () => {
    const elsewhere = new StatefulStage({ image });
    const volume = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } }).volume("data");
    const env = { STORE: { fromService: elsewhere.address() } };
    const volumes = { data: { mountPath: "/data", pipelineVolume: volume } };
    const config = (text: TextReference): Record<string, ExtraObjectOptions> => ({
      own: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: refer().name }, data: { "a.b": text } },
    });
    const extraObjects = config(refer(elsewhere).url("http"));
    const labels = {
      own: custom({
        apiVersion: "a/v1",
        kind: "A",
        metadata: { name: "a" },
        list: [1, refer(elsewhere).selectorLabels],
      }),
    };
    const load = new BatchJob({ image });
    const define =
      (own: object, more: object = {}) =>
      () =>
        definePipeline({ name: "etl", version: "1.0.0", stages: { load: new BatchJob({ image, ...own }) }, ...more });
    const found = (path: string, of = 'pipeline "etl"') => ({
      name: "PipelineError",
      path,
      message: `Cannot define ${of}: ${path}: expected a reference to a stage or a volume of this pipeline, got one to a model that is not in it`,
    });
    assert.throws(define({ env }), found("load.env.STORE.fromService"));
    assert.throws(define({ volumes }), found("load.volumes.data.pipelineVolume"));
    assert.throws(define({ extraObjects }), found("load.extraObjects.own.data.a.b"));
    assert.throws(define({ extraObjects: labels }), found("load.extraObjects.own.list.1"));
    assert.throws(define({}, { extraObjects }), found("extraObjects.own.data.a.b"));
    const ofProd = 'environment prod of pipeline "etl"';
    assert.throws(
      define({}, { environments: { prod: { load: { env } } } }),
      found("load.env.STORE.fromService", ofProd),
    );
    assert.throws(
      () =>
        withEnvironment(definePipeline({ name: "etl", version: "1.0.0", stages: { load } }), "prod", { extraObjects }),
      found("extraObjects.own.data.a.b", ofProd),
    );
  });

  it("refuses two versions of one library chart, whose named templates would collide", () => {
    class OlderJob extends BatchJob {
      override get chart() {
        return { ...super.chart, version: "0.0.9" };
      }
    }
    const stages = { extract: job(), load: new OlderJob({ image }) };
    assert.throws(() => definePipeline({ name: "etl", version: "1.0.0", stages }), {
      name: "PipelineError",
      message:
        'Cannot define pipeline "etl": load: expected one version of the chart batch-job, 0.1.0, got another one, 0.0.9',
    });
  });

  it("refuses two definitions of one version of a chart", () => {
    const values = { image, schemaVersion: "v1" };
    const stages = {
      first: new ChartStage(migration, values),
      second: new ChartStage({ ...migration }, values),
    };
    assert.throws(() => definePipeline({ name: "etl", version: "1.0.0", stages }), {
      name: "PipelineError",
      message:
        'Cannot define pipeline "etl": second: expected the definition of chart migration that first has (one defineChart() for all stages), got another one, also of version 1.0.0',
    });
  });

  it("refuses the name of one of its charts", () => {
    const stages = { agent: new ChartStage(collector, { image }) };
    assert.throws(() => definePipeline({ name: "collector", version: "1.0.0", stages }), {
      name: "PipelineError",
      path: "name",
      message:
        'Cannot define pipeline "collector": name: expected a name that no chart of its stages and volumes has, got that of the chart of agent',
    });
  });

  it("refuses a reserved stage name", () => {
    assert.throws(() => definePipeline({ name: "etl", version: "1.0.0", stages: { global: job() } }), PipelineError);
  });

  it("refuses a stage name that could not start the names of objects", () => {
    for (const name of ["Extract", "a/b", "..", "1st", "-a", "a--b", "a-", "a".repeat(31)]) {
      assert.throws(
        () => definePipeline({ name: "etl", version: "1.0.0", stages: { [name]: job() } }),
        PipelineError,
        name,
      );
    }
  });

  it("refuses a name that a volume and a stage share", () => {
    const data = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
    assert.throws(
      () => definePipeline({ name: "etl", version: "1.0.0", volumes: { data }, stages: { data: job() } }),
      /data: expected a name of its own, got one that a volume and a stage share/,
    );
  });

  it("refuses stages whose objects could have the same name", () => {
    assert.throws(
      () => definePipeline({ name: "etl", version: "1.0.0", stages: { store: job(), "store-headless": job() } }),
      /store-headless: expected a stage name that does not begin with another's and a dash \("store-"\), got "store-headless"/,
    );
  });

  it("names the nearest stage when one waits for a stage that is not there", () => {
    const stages: Record<string, BatchJob<string>> = {
      extract: job(),
      load: new BatchJob<string>({ image, dependsOn: ["extrct"] }),
    };
    assert.throws(() => definePipeline({ name: "etl", version: "1.0.0", stages }), {
      message: 'Cannot define pipeline "etl": load.dependsOn: expected "extract", got "extrct"',
    });
  });

  it("does not suggest the stage itself", () => {
    const refuses = (stages: Record<string, BatchJob<string>>, message: string) =>
      assert.throws(() => definePipeline({ name: "etl", version: "1.0.0", stages }), {
        message: `Cannot define pipeline "etl": ${message}`,
      });
    const load = new BatchJob<string>({ image, dependsOn: ["lod"] });
    refuses({ load }, 'load.dependsOn: expected none, as the pipeline has no other stage, got "lod"');
    refuses({ load, extract: job() }, 'load.dependsOn: expected one of extract, got "lod"');
  });

  it("says that nothing waits for a volume, wherever it is defined", () => {
    const scratch = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
    const load = new BatchJob<string>({ image, dependsOn: ["scratch"] });
    const message =
      'Cannot define pipeline "etl": load.dependsOn: expected a batch stage or a service (a stage that mounts a volume needs no dependency on it), got the volume scratch';
    const base = { name: "etl", version: "1.0.0" };
    assert.throws(() => definePipeline({ ...base, volumes: { scratch }, stages: { load } as never }), { message });
    for (const ordering of [undefined, "gates", "hooks", "none"] as const) {
      const definition = { ...base, stages: { scratch, load }, ...(ordering === undefined ? {} : { ordering }) };
      assert.throws(() => definePipeline(definition), { message });
    }
  });

  it("refuses dependencies of volumes", () => {
    const define = (parts: object) => definePipeline({ name: "etl", version: "1.0.0", stages: {}, ...parts });
    const agent = (dependsOn: readonly string[]) => new ChartStage(collector, { image, dependsOn });
    const wait = (dependsOn: readonly string[]) => new ChartStage(scratch, { dependsOn });
    const remedy = " (a stage with dependencies belongs in stages)";
    for (const [volumes, found, more] of [
      [{ a: wait(["nope"]) }, "nope", ""],
      [{ a: wait(["a"]) }, "a", ""],
      [{ a: wait(["b"]), b: wait(["a"]) }, "b", ""],
      [{ a: agent(["load"]) }, "load", remedy],
    ] as const) {
      assert.throws(() => define({ volumes, stages: { load: job() } }), {
        name: "PipelineError",
        path: "a.dependsOn",
        message: `Cannot define pipeline "etl": a.dependsOn: expected none, as volumes do not wait${more}, got "${found}"`,
      });
    }
    assert.throws(() => define({ ordering: "none", stages: { load: job(), a: wait(["load"]) } }), {
      message: 'Cannot define pipeline "etl": a.dependsOn: expected none, as volumes do not wait, got "load"',
    });
    const load = new BatchJob<string>({ image, dependsOn: ["a"] });
    assert.throws(() => define({ volumes: { a: agent([]) }, stages: { load } }), {
      message:
        'Cannot define pipeline "etl": load.dependsOn: expected a stage that is defined in stages, got a, which is defined in volumes',
    });
  });

  it("names the whole cycle when stages depend on one another", () => {
    const stages = {
      a: new BatchJob({ image, dependsOn: ["c"] }),
      b: new BatchJob({ image, dependsOn: ["a"] }),
      c: new BatchJob({ image, dependsOn: ["b"] }),
    };
    assert.throws(() => definePipeline({ name: "etl", version: "1.0.0", stages }), {
      message:
        'Cannot define pipeline "etl": a.dependsOn: expected dependencies without a cycle, got the cycle a -> c -> b -> a',
    });
  });

  it("refuses what is no semantic version", () => {
    assert.throws(
      () => definePipeline({ name: "etl", version: "1.2", stages: { extract: job() } }),
      /version: expected a semantic version/,
    );
  });

  it("refuses a name that Helm would refuse", () => {
    for (const name of ["..", "a/b", "ETL"]) {
      assert.throws(
        () => definePipeline({ name, version: "1.0.0", stages: { extract: job() } }),
        /name: expected/,
        name,
      );
    }
  });
});

describe("withEnvironment()", () => {
  it("adds an environment and leaves the pipeline as it was", () => {
    const pipeline = definePipeline({ name: "etl", version: "1.0.0", stages: { extract: job() } });
    const staged = withEnvironment(pipeline, "prod", { extract: { job: { backoffLimit: 1 } } });
    assert.deepEqual([...staged.environments], [["prod", { extract: { job: { backoffLimit: 1 } } }]]);
    assert.equal(pipeline.environments.size, 0);
  });
});

describe("definePipeline() and withEnvironment()", () => {
  it("refuse an environment whose name is no file name", () => {
    const pipeline = definePipeline({ name: "etl", version: "1.0.0", stages: { extract: job() } });
    for (const name of ["../prod", "a/b", "Prod", ""]) {
      assert.throws(() => withEnvironment(pipeline, name, {}), PipelineError, name);
      const environments = { [name]: {} };
      const definition = { name: "etl", version: "1.0.0", stages: { extract: job() }, environments };
      assert.throws(() => definePipeline(definition), PipelineError, name);
    }
  });
});

describe("new BatchJob()", () => {
  it("refuses values that the chart's schema refuses, each with its path and the nearest key", () => {
    assert.throws(() => new BatchJob({ image: { repository: "busybox", tag: "1.36" }, job: { backoffLimit: -1 } }), {
      name: "ValuesError",
      message: "Cannot use the values of a batch-job: job.backoffLimit: must be at least 0, got -1",
    });
    assert.throws(
      // @ts-expect-error: the compiler refuses the key too
      () => new BatchJob({ image: { repository: "busybox", tga: "1.36", tag: "1" } }),
      /image\.tga: unknown key, did you mean "tag"\?/,
    );
  });

  it("requires a type when a volume has two sources", () => {
    assert.throws(
      () => new BatchJob({ image, volumes: { data: { emptyDir: {}, existingClaim: "data" } } }),
      /volumes\.data\.type: must be "existingClaim" or "emptyDir" because both are set, got nothing/,
    );
  });
});

describe("definePipeline(), with stages that a loop makes", () => {
  const loads = Object.fromEntries(
    ["orders", "customers"].map((table) => [`load-${table}`, new BatchJob({ image, args: [table] })]),
  );

  it("takes them, what waits for them, and their values in an environment", () => {
    const merge = new BatchJob({ image, dependsOn: Object.keys(loads) });
    const environments = { prod: { "load-orders": { enabled: false }, merge: { job: { backoffLimit: 1 } } } };
    const pipeline = definePipeline({ name: "etl", version: "1.0.0", stages: { ...loads, merge }, environments });
    assert.deepEqual([...pipeline.parts.keys()], ["load-orders", "load-customers", "merge"]);
    assert.deepEqual(pipeline.parts.get("merge")?.stage.dependsOn, ["load-orders", "load-customers"]);
    assert.deepEqual(pipeline.environments.get("prod"), environments.prod);
  });

  it("refuses what the types cannot: a stage that waits for none of them", () => {
    const dependsOn = ["orders"].map((table) => `lod-${table}`);
    assert.throws(
      () =>
        definePipeline({
          name: "etl",
          version: "1.0.0",
          stages: { ...loads, merge: new BatchJob({ image, dependsOn }) },
        }),
      /merge.*lod-orders/,
    );
  });
});

describe("new ServiceStage()", () => {
  it("gives an address only with a port where the format needs one", () => {
    const serve = new ServiceStage({ image });
    assert.equal(serve.address().rest.format, "host");
    // @ts-expect-error: a URL needs a port
    serve.address("url");
  });
});
