import assert from "node:assert/strict";
import { type Chart, ChartStage } from "../../../generator/chart.ts";
import {
  BatchJob,
  type BatchJobOptions,
  CsiVolume,
  definePipeline,
  evaluate,
  type MixedOrdering,
  type OrderingName,
  PipelineError,
  ServiceStage,
  StatefulStage,
  withEnvironment,
} from "../../../generator/mod.ts";
import { podTemplatesOf } from "../../../generator/rules/pod-templates.ts";
import { migration } from "../../own-charts/migration.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const served = { ports: { http: { containerPort: 8080 } }, service: { ports: { http: { port: 80 } } } } as const;
const job = <const D extends string = never>(dependsOn: readonly D[] = [], more: Omit<BatchJobOptions, "image"> = {}) =>
  new BatchJob<D>({ image, dependsOn, ...more });
const nightly = { kind: "CronJob", cron: { schedule: "0 3 * * *" } } as const;

type Stages = Readonly<Record<string, BatchJob<string> | ServiceStage<string> | StatefulStage<string>>>;
const define = (stages: object, ordering?: OrderingName | MixedOrdering, volumes: object = {}) =>
  definePipeline({
    name: "etl",
    version: "1.0.0",
    volumes: volumes as never, // the tests make sure that the parts fit each other
    stages: stages as Stages as never, // likewise
    ...(ordering === undefined ? {} : { ordering: ordering as OrderingName }), // so do the lists
  });
const refuses = (make: () => unknown, path: string, message: RegExp): void => {
  assert.throws(make, (error) => error instanceof PipelineError && error.path === path && message.test(error.message));
};

describe("the ordering of a pipeline", () => {
  it("is inPod by default where batch stages wait in a row, and gates for every other graph", () => {
    const chain = { extract: job(), load: job(["extract"]), report: job() };
    assert.equal(define(chain).ordering.name, "inPod");
    assert.equal(define({ ...chain, check: job(["extract"]) }).ordering.name, "gates");
    assert.equal(define({ ...chain, serve: new ServiceStage({ image, dependsOn: ["load"] }) }).ordering.name, "gates");
    const store = new StatefulStage({ image, ...served });
    assert.equal(define({ store, load: job(["store"]) }).ordering.name, "gates");
  });

  it("refuses inPod for stages that are no chain", () => {
    const stages = { extract: job(), serve: new ServiceStage({ image, dependsOn: ["extract"] }) };
    refuses(() => define(stages, "inPod"), "serve.dependsOn", /batch stages in a chain.* got serve -> extract/);
  });

  it("refuses hooks for a service that waits for a batch stage", () => {
    const stages = { extract: job(), serve: new ServiceStage({ image, dependsOn: ["extract"] }) };
    refuses(() => define(stages, "hooks"), "serve.dependsOn", /no batch stage.* got serve -> extract/);
    const store = new StatefulStage({ image, ...served });
    define({ store, extract: job(["store"]) }, "hooks");
  });

  it("refuses a dependency on a scheduled stage, in each ordering with dependencies", () => {
    const stages = { extract: job([], nightly), load: job(["extract"]) };
    for (const ordering of ["inPod", "gates", "hooks"] as const) {
      refuses(() => define(stages, ordering), "load.dependsOn", /got load -> extract, which is a CronJob/);
    }
    define(stages, "none");
    define({ extract: job(), load: job(["extract"], nightly) }, "inPod");
  });

  it("does not refuse a schedule because of a stage that is disabled, and looks through it at its dependencies", () => {
    const stages = { a: job(), b: job(["a"]), z: job(["b"]) };
    const off = { enabled: false };
    for (const ordering of ["inPod", "gates", "hooks"] as const) {
      const pipeline = define(stages, ordering);
      const add = (values: object) => withEnvironment(pipeline, "prod", values as never); // values of the stages
      add(ordering === "inPod" ? { b: nightly, z: off } : { a: off, b: nightly, z: off });
      refuses(
        () => add({ a: nightly, b: off }),
        "z.dependsOn",
        /^Cannot define environment prod of pipeline "etl": z\.dependsOn: expected no dependency on a CronJob.* \(.*\), got z -> a, which is a CronJob \(the stages between them are disabled\)$/,
      );
    }
  });

  it("refuses a CronJob that depends on a Job, which runs once, and says how both run on the schedule", () => {
    const stages = { extract: job(), load: job(["extract"], nightly), web: new ServiceStage({ image, ...served }) };
    for (const ordering of ["gates", "hooks"] as const)
      refuses(
        () => define(stages, ordering),
        "load.dependsOn",
        /no dependency of a CronJob on a Job, which runs once .*ordering: { inPod: \[\["extract", "load"\]\] }\), got load -> extract, which is a Job$/,
      );
    const [store, load] = [new StatefulStage({ image, ...served }), job(["store"], nightly)];
    define({ store, load }, "gates");
  });

  it("advises two stages with one schedule beside a service to share a pod, in which both run each night", () => {
    const stages = (schedules: Readonly<Record<"run" | "test", object>>) => ({
      db: new StatefulStage({ image, ...served }),
      seed: job(["db"]),
      run: job(["db"], schedules.run),
      test: job(["run"], schedules.test),
      api: new ServiceStage<string>({ image, ...served, dependsOn: ["seed"] }),
    });
    const advice = /stages that run on one schedule share a pod.*ordering: { inPod: \[\["run", "test"\]\] }/;
    const onBoth = stages({ run: nightly, test: nightly });
    for (const ordering of [undefined, "gates"] as const)
      refuses(() => define(onBoth, ordering), "test.dependsOn", advice);
    // On the last one alone, the first would run once, at the install.
    const onLast = stages({ run: {}, test: nightly });
    refuses(() => define(onLast), "test.dependsOn", advice);
    const shared = { inPod: [["run", "test"]] };
    refuses(() => define(onBoth, shared), "test.dependsOn", /the last stage of a chain has its schedule/);
    const jobs = evaluate(define(onLast, shared)).objects.filter(({ kind }) => /Job$/.test(kind));
    assert.deepEqual(
      jobs.map(({ kind, metadata }) => `${kind} ${metadata.name.replace(/-[0-9a-f]{8}$/, "")}`),
      ["Job release-name-seed", "CronJob release-name-test"],
    );
    const [pod] = jobs.filter(({ kind }) => kind === "CronJob").flatMap((one) => [...podTemplatesOf(one)]);
    const { initContainers, containers } = Object(pod?.template["spec"]);
    const names = [...initContainers, ...containers].map((one: { readonly name: string }) => one.name);
    assert.deepEqual(names, ["gate", "run", "test"]);
  });

  it("advises all stages before a schedule to share its pod, and none where they are no chain", () => {
    const web = new ServiceStage({ image, ...served });
    const stages = { fetch: job(), clean: job(["fetch"]), publish: job(["clean"], nightly), web };
    const advice = /ordering: { inPod: \[\["fetch", "clean", "publish"\]\] }/;
    refuses(() => define(stages, "gates"), "publish.dependsOn", advice);
    // Not for the stages that share a pod already, either.
    refuses(() => define(stages, { inPod: [["clean", "publish"]] }), "clean.dependsOn", advice);
    refuses(() => define(stages, { inPod: [["fetch", "clean"]] }), "publish.dependsOn", advice);
    assert.equal(evaluate(define(stages, { inPod: [["fetch", "clean", "publish"]] })).all("CronJob").length, 1);
    const branches = { a: job(), b: job(), publish: job(["a", "b"], nightly), web };
    refuses(() => define(branches, "gates"), "publish.dependsOn", /not on the schedule, got/);
  });

  it("refuses a Job that would be deleted and run again at the next upgrade", () => {
    const job1 = job([], { job: { ttlSecondsAfterFinished: 60 } });
    refuses(() => define({ extract: job1 }), "extract.job.ttlSecondsAfterFinished", /expected no value in a pipeline/);
    define({ extract: job([], { ...nightly, job: { ttlSecondsAfterFinished: 60 } }) });
  });

  it("refuses a claim of one pod that a waiting stage would keep from others", () => {
    const claim = { size: "1Gi", accessModes: ["ReadWriteOncePod" as const] };
    const workspace = new CsiVolume({ volumes: { data: { claim } } });
    const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } };
    const stages = { extract: job([], { volumes }), load: job(["extract"], { volumes }) };
    refuses(
      () => define(stages, "gates", { workspace }),
      "workspace.volumes.data.claim.accessModes",
      /got ReadWriteOncePod, which extract and load share/,
    );
    define(stages, "inPod", { workspace });
    define({ extract: job([], { volumes }), load: job(["extract"]) }, "gates", { workspace });
  });

  it("lets one stage mount a claim of one pod at two paths, and several that do not wait mount it", () => {
    const claim = { size: "1Gi", accessModes: ["ReadWriteOncePod" as const] };
    const workspace = new CsiVolume({ volumes: { data: { claim } } });
    const pipelineVolume = workspace.volume("data");
    const volumes = { a: { mountPath: "/a", pipelineVolume }, b: { mountPath: "/b", pipelineVolume } };
    define({ extract: job(), load: job(["extract"], { volumes }) }, "gates", { workspace });
    const off = job([], { enabled: false });
    define({ extract: off, load: job(["extract"], { volumes }), report: job([], { volumes }) }, "gates", { workspace });
    refuses(
      () =>
        define({ extract: job(), load: job(["extract"], { volumes }), report: job([], { volumes }) }, "gates", {
          workspace,
        }),
      "workspace.volumes.data.claim.accessModes",
      /got ReadWriteOncePod, which report and load share/,
    );
  });

  it("takes what a null takes away for what is not there", () => {
    const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
    const data = { mountPath: "/data", pipelineVolume: workspace.volume("data") };
    const extract = job([], { volumes: { data } });
    const noDirectory = { extract: { volumes: { tmp: null } } } as object; // as one reads it from a file
    definePipeline({
      name: "etl",
      version: "1.0.0",
      ordering: "gates",
      volumes: { workspace },
      stages: { extract, load: job(["extract"]) },
      environments: { prod: noDirectory },
    });
  });

  it("refuses settings of a pod that an earlier stage of a chain would lose", () => {
    const zone = { nodeSelector: { zone: "a" } };
    refuses(
      () => define({ extract: job([], zone), load: job(["extract"]) }),
      "extract.nodeSelector",
      /the same as in load, in whose pod the stages extract, load run.* got values of its own/,
    );
    define({ extract: job([], zone), load: job(["extract"], zone) });
    define({ extract: job([], zone), load: job(["extract"]) }, "gates");
  });

  it("takes settings of a pod that are those of the last stage of a chain by default", () => {
    define({ extract: job([], { kind: "Job", nodeSelector: {} }), load: job(["extract"]) }, "inPod");
    const values = { image, schemaVersion: "v1" };
    const first = new ChartStage(migration, { ...values, attempts: 3 });
    define({ first, last: new ChartStage(migration, { ...values, dependsOn: ["first"] }) }, "inPod");
    refuses(
      () =>
        define({ first, last: new ChartStage(migration, { ...values, attempts: 4, dependsOn: ["first"] }) }, "inPod"),
      "first.attempts",
      /expected the same as in last, .* got values of its own/,
    );
  });

  it("refuses settings of a pod that the chart of the last stage of a chain does not have, or means otherwise", () => {
    const { attempts, schemaVersion: _, ...properties } = migration.schema.properties ?? {};
    const withSchema = (name: string, own: object) => {
      const schema = { ...migration.schema, required: ["image"], properties: { ...properties, ...own } };
      return { ...migration, name, schema } as unknown as Chart<object>; // the values are no longer those of migration
    };
    const free = withSchema("free", { attempts });
    const first = new ChartStage(free, { image, attempts: 5 } as object);
    const last = (chart: Chart<object>) =>
      new ChartStage(chart, { image, attempts: 5, dependsOn: ["first"] } as object);
    refuses(
      () => define({ first, load: job(["first"]) }, "inPod"),
      "first.attempts",
      /expected no such value: the stages first, load run in the pod of load, and chart batch-job has none of that name \(with ordering "gates" each has its own\), got one of chart free$/,
    );
    define({ first, last: last(free) }, "inPod");
    const other = withSchema("other", { attempts: { type: "number", description: "Hours" } });
    refuses(
      () => define({ first, last: last(other) }, "inPod"),
      "first.attempts",
      /expected no such value: the stages first, last run in the pod of last, and chart other has another of that name/,
    );
    define({ first, load: job(["first"]) }, "gates");
  });

  it("is not inPod where a chart requires a value of its pod that the last stage of a chain cannot have", () => {
    const schema = (version: string, dependsOn: readonly string[] = []) =>
      new ChartStage(migration, { image, schemaVersion: version, dependsOn });
    const stages = { schema: schema("v1"), load: job(["schema"]) };
    assert.equal(define(stages).ordering.name, "gates");
    refuses(
      () => define(stages, "inPod"),
      "schema",
      /^Cannot define pipeline "etl": schema: expected a chart that can run in the pod of load, as ordering "inPod" demands \(use "gates"\), got chart migration, which requires schemaVersion, a value of its pod or Job, while chart batch-job has none of that name$/,
    );
    assert.equal(define({ load: job(), schema: schema("v1", ["load"]) }).ordering.name, "inPod");
    assert.equal(define({ first: schema("v1"), last: schema("v1", ["first"]) }).ordering.name, "inPod");
    assert.equal(define({ first: schema("v1"), last: schema("v2", ["first"]) }).ordering.name, "gates");
    const between = { ...stages, audit: schema("v1", ["load"]) };
    assert.equal(define(between).ordering.name, "inPod");
    const alone = { audit: { enabled: false } };
    const environments = { prod: alone } as never; // values of the stages
    const known = { name: "etl", version: "1.0.0", stages: between as never, environments }; // likewise
    assert.equal(definePipeline(known).ordering.name, "gates");
    refuses(
      () => withEnvironment(define(between), "prod", alone as never), // values of the stages
      "schema",
      /^Cannot define environment prod of pipeline "etl": schema: expected a chart that can run in the pod of load, .* requires schemaVersion/,
    );
  });

  it("checks each environment too, also one that is added later", () => {
    const pipeline = definePipeline({
      name: "etl",
      version: "1.0.0",
      stages: { extract: job(), load: job(["extract"]) },
    });
    refuses(
      () => withEnvironment(pipeline, "prod", { extract: nightly }),
      "load.dependsOn",
      /^Cannot define environment prod of pipeline "etl": load\.dependsOn: .*, got load -> extract, which is a CronJob$/,
    );
    refuses(
      () => withEnvironment(pipeline, "prod", { load: { job: { ttlSecondsAfterFinished: 60 } } }),
      "load.job.ttlSecondsAfterFinished",
      /^Cannot define environment prod of pipeline "etl": load\.job\.ttlSecondsAfterFinished: expected no value/,
    );
    withEnvironment(pipeline, "prod", { extract: { ...nightly, enabled: false } });
  });
});
