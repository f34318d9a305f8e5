import assert from "node:assert/strict";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { library } from "../../generator/library/library.ts";
import { evaluate } from "../../generator/mod.ts";

describe("evaluate()", () => {
  it("finds an object by its kind and its stage, typed by the kind", () => {
    const rendered = evaluate(reference, { environment: "prod", release: { name: "rel" } });
    assert.equal(rendered.one("StatefulSet").spec?.replicas, 3);
    assert.equal(rendered.one("Job", "load").spec?.backoffLimit, 4);
    assert.equal(rendered.one("CronJob", "rel-report").spec?.schedule, "0 5 * * *");
    // @ts-expect-error: a Job has no replicas
    assert.equal(rendered.one("Job", "load").spec?.replicas, undefined);
  });

  it("finds all objects of a kind", () => {
    const services = evaluate(reference, { release: { name: "rel" } }).all("Service");
    assert.deepEqual(services.map(({ metadata }) => metadata?.name).sort(), [
      "rel-serve",
      "rel-store",
      "rel-store-headless",
    ]);
  });

  it("lists what there is where one object is not to be found", () => {
    const rendered = evaluate(reference, { environment: "dev", release: { name: "rel" } });
    assert.throws(
      () => rendered.one("CronJob"),
      /Cannot find the one CronJob: expected 1, got 0 among .*batch\/v1\/Job default\/rel-load-/,
    );
    assert.throws(() => rendered.one("Service"), /Cannot find the one Service: expected 1, got 3: v1\/Service /);
  });

  it("renders a library chart with values", () => {
    const [batchJob] = library;
    assert.ok(batchJob);
    const values = { image: { repository: "busybox", tag: "1.36" }, job: { parallelism: 3 } };
    assert.equal(evaluate(batchJob, { values }).one("Job").spec?.parallelism, 3);
  });

  it("stops with Helm's message where a required value is missing", () => {
    const [batchJob] = library;
    assert.ok(batchJob);
    assert.throws(() => evaluate(batchJob, { skipSchemaValidation: true }), {
      name: "RenderError",
      message: "image.repository is required",
    });
  });

  it("refuses values that the schema refuses, as Helm does, and renders them where it is told to skip it", () => {
    const [batchJob] = library;
    assert.ok(batchJob);
    const image = { image: { repository: "busybox", tag: "1.36" } };
    assert.throws(() => evaluate(batchJob, { values: { ...image, kind: "Cronjob" } }), {
      name: "ValuesError",
      message: /^Cannot use the values of batch-job: kind: must be one of "Job", "CronJob", got "Cronjob"$/,
    });
    assert.throws(() => evaluate(reference, { environment: "dev", values: { load: { backofLimit: 1 } } }), {
      name: "ValuesError",
      message: /^Cannot use the values of pipeline: load\.backofLimit: unknown key, must be one of /,
    });
    const values = { ...image, job: { parallelism: 3, unknown: 1 } };
    assert.equal(evaluate(batchJob, { values, skipSchemaValidation: true }).one("Job").spec?.parallelism, 3);
  });
});
