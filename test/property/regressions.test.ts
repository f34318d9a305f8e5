/** What random values have found: one test each, by hand. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { type BundledVersion, findHelm } from "../../cli/helm/find-helm.ts";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { RenderedObjects } from "../../generator/evaluate/rendered-objects.ts";
import { library } from "../../generator/library/library.ts";
import { BatchJob, definePipeline, ServiceStage } from "../../generator/mod.ts";
import { oncePer } from "../../generator/once-per.ts";
import { evaluatePipeline } from "../../generator/pipeline/evaluate-pipeline.ts";
import { isKubernetesObject } from "../../generator/rules/kubernetes-object.ts";
import { listUnreadableTexts } from "../../generator/values/list-unreadable-texts.ts";
import { bothHelms, helmVersions } from "../helm-versions.ts";
import { checkRenders, checkSchemas, computeCase } from "./check-cases.ts";
import { pipelineSubject } from "./pipeline-subject.ts";
import { type CaseRenderer, createCaseRenderer } from "./render-cases.ts";
import { chartSubject, PLAIN_RELEASE as release, type Subject } from "./subject.ts";

const image = { repository: "app", tag: "1" };

const subjectOfChart = oncePer(chartSubject);

function subjectOf(name: string): Subject {
  const chart = library.find((one) => one.name === name);
  assert.ok(chart, `there is no chart ${name}`);
  return subjectOfChart(chart);
}

describe("values that were drawn", () => {
  const renderers = new Map<BundledVersion, CaseRenderer>();
  before(async () => {
    for (const version of bothHelms) {
      renderers.set(version, await createCaseRenderer(await findHelm({ version })));
    }
  });
  after(async () => {
    for (const renderer of renderers.values()) await renderer.close();
  });

  /** Those of this run. */
  const own = (): ReadonlyMap<BundledVersion, CaseRenderer> =>
    new Map([...renderers].filter(([version]) => helmVersions.includes(version)));

  /** Asserts that Helm renders what is computed, and returns that. */
  async function assertAgreement(subject: Subject, values: Values) {
    const one = { alias: "c0", subject, values };
    const result = computeCase(one, release);
    const computed = new Map([[one.alias, result]]);
    assert.deepEqual(await checkRenders([one], { renderers: own(), release, computed, mostRefused: 1 }), []);
    return result;
  }

  it("evaluateChart() does not take what every JavaScript object has for a stage", async () => {
    const values = { image, env: { HOST: { fromService: { stage: "constructor" } } } };
    const computed = await assertAgreement(subjectOf("batch-job"), values);
    assert.ok("refusal" in computed);
    assert.match(computed.refusal, /no stage "constructor" with a Service in this pipeline$/);
  });

  it("evaluateChart() names the volume of a mount, also where every JavaScript object has something of that name", async () => {
    const volumes = {
      constructor: { devicePath: "/dev/data", existingClaim: "device" },
      "to-string": { mountPath: "/data", existingClaim: "directory" },
    };
    const computed = await assertAgreement(subjectOf("service-stage"), { image, volumes });
    assert.ok("objects" in computed);
    const objects = computed.objects.filter(isKubernetesObject);
    const [container] = new RenderedObjects(objects).one("Deployment").spec?.template.spec?.containers ?? [];
    assert.deepEqual(container?.volumeDevices, [{ name: "constructor", devicePath: "/dev/data" }]);
  });

  it("evaluatePipeline() leaves out a disabled stage, also where every JavaScript object has something of that name", () => {
    const stages = { constructor: new BatchJob({ image }), other: new BatchJob({ image }) };
    const pipeline = definePipeline({ name: "etl", version: "0.1.0", stages, ordering: "none" });
    const objects = evaluatePipeline(pipeline, { release, values: { constructor: { enabled: false } } });
    const names = objects.filter(isKubernetesObject).map(({ metadata }) => metadata.name.replace(/-[0-9a-f]{8}$/, ""));
    assert.deepEqual(new Set(names), new Set(["rel-other", "rel-tests"]));
  });

  it("evaluatePipeline() takes the alias of a pipeline for its name, as Helm does", () => {
    const pipeline = definePipeline({ name: "etl", version: "0.1.0", stages: { load: new BatchJob({ image }) } });
    const chartsOf = (options: object): unknown => {
      const objects = evaluatePipeline(pipeline, { release, ...options }).filter(isKubernetesObject);
      return new Set(objects.map(({ metadata }) => metadata.labels?.["helm.sh/chart"]));
    };
    assert.deepEqual(chartsOf({}), new Set(["load-0.1.0", "etl-0.1.0"]));
    assert.deepEqual(chartsOf({ alias: "nightly" }), new Set(["load-0.1.0", "nightly-0.1.0"]));
  });

  it("evaluatePipeline() removes a stage's defaults with a null, as Helm does", async () => {
    const pipeline = definePipeline({ name: "etl", version: "0.1.0", stages: { load: new BatchJob({ image }) } });
    const computed = await assertAgreement(pipelineSubject(pipeline), { load: { volumes: { tmp: null } } });
    assert.ok("objects" in computed);
    const job = new RenderedObjects(computed.objects.filter(isKubernetesObject)).one("Job");
    assert.equal(job.spec?.template.spec?.volumes, undefined);
  });

  for (const [what, global] of [
    ["null for global", null],
    ["null for a field of global", { commonLabels: null }],
  ] as const) {
    it(`evaluatePipeline() keeps what stages share from a stage that has ${what}, as Helm does`, async () => {
      const stages = { extract: new BatchJob({ image }), load: new BatchJob({ image }) };
      const pipeline = definePipeline({ name: "etl", version: "0.1.0", stages });
      const values = { global: { commonLabels: { team: "data" } }, load: { global } };
      const computed = await assertAgreement(pipelineSubject(pipeline), values);
      assert.ok("objects" in computed, JSON.stringify(computed));
      const objects = new RenderedObjects(computed.objects.filter(isKubernetesObject));
      const teams = ["extract", "load"].map((stage) => objects.one("Job", stage).metadata?.labels?.["team"]);
      assert.deepEqual(teams, ["data", undefined]);
    });
  }

  for (const pipeline of [null, { runId: null }]) {
    it(`evaluatePipeline() computes a pipeline that shares ${JSON.stringify({ pipeline })}, as Helm does`, async () => {
      const stages = { extract: new BatchJob({ image }), load: new BatchJob({ image, dependsOn: ["extract"] }) };
      const etl = definePipeline({ name: "etl", version: "0.1.0", ordering: "gates", stages });
      const computed = await assertAgreement(pipelineSubject(etl), { global: { pipeline } });
      assert.ok("objects" in computed, JSON.stringify(computed));
    });
  }

  it("evaluatePipeline() refuses text for what a pipeline shares, as Helm does", async () => {
    const pipeline = definePipeline({ name: "etl", version: "0.1.0", stages: { load: new BatchJob({ image }) } });
    assert.deepEqual(await assertAgreement(pipelineSubject(pipeline), { load: { global: "" } }), {
      refusal: "can't evaluate field imagePullSecrets in type string",
    });
  });

  it("evaluatePipeline() refuses amounts of a gate that no container can have, as Helm does", async () => {
    const load = new BatchJob({ image, dependsOn: ["extract"] });
    const stages = { extract: new BatchJob({ image }), load };
    const pipeline = definePipeline({ name: "etl", version: "0.1.0", ordering: "gates", stages });
    const resources = { requests: { "a/b": 255 } };
    assert.deepEqual(
      await assertAgreement(pipelineSubject(pipeline), { global: { pipeline: { gate: { resources } } } }),
      {
        refusal: "load: global.pipeline.gate.resources.requests.a/b: expected limits.a/b in addition, got none",
      },
    );
  });

  it("evaluatePipeline() shows all stages what one adds to a map of the pipeline's global, as Helm does", async () => {
    const extract = new BatchJob({ image });
    const load = new BatchJob({ image, dependsOn: ["extract"] });
    const pipeline = definePipeline({ name: "etl", version: "0.1.0", ordering: "gates", stages: { extract, load } });
    const gateOf = (timeoutSeconds: number, more: object): Values => ({
      global: { pipeline: { gate: { timeoutSeconds, ...more } } },
    });
    const computed = await assertAgreement(pipelineSubject(pipeline), {
      ...gateOf(60, { image: {} }),
      extract: gateOf(1, { image: { tag: "2" } }),
    });
    assert.ok("objects" in computed);
    const job = new RenderedObjects(computed.objects.filter(isKubernetesObject)).one("Job", "load");
    assert.match(job.spec?.template.spec?.initContainers?.[0]?.image ?? "", /:2$/);
  });

  for (const [what, values, message] of [
    ["fromService", { image, env: { HOST: { fromService: { stage: "store" } } } }, /no stage "store" with a Service/],
    [
      "networkPolicy",
      { image, networkPolicy: { enabled: true, toStages: ["store"] } },
      /networkPolicy\.toStages: no stage "store" in this pipeline$/,
    ],
  ] as const) {
    it(`evaluateChart() refuses ${what} outside of a pipeline with Helm's message, as a RenderError`, async () => {
      const computed = await assertAgreement(subjectOf("stateful-stage"), values);
      assert.ok("refusal" in computed);
      assert.match(computed.refusal, message);
    });
  }

  for (const [name, values, message] of [
    ["stateful-stage", { headless: { publishNotReadyAddresses: {} } }, /^incompatible types for comparison$/],
    ["stateful-stage", { serviceAccount: { create: "" } }, /^incompatible types for comparison$/],
    ["stateful-stage", { tests: { enabled: [] } }, /^incompatible types for comparison$/],
    ["stateful-stage", { service: { type: 1.5 } }, /^incompatible types for comparison$/],
    ["batch-job", { sidecars: { a: { image, native: "true" } } }, /^incompatible types for comparison$/],
    ["service-stage", { autoscaling: { enabled: "x" } }, /^wrong type for value; expected bool; got string$/],
    ["service-stage", { nameOverride: true }, /^len of type bool$/],
    ["batch-job", { image: { ...image, pullSecrets: "x" } }, /^Cannot concat type string as list$/],
    ["batch-job", { env: { A: 1.5 } }, /^can't evaluate field type in type float64$/],
    ["csi-volume", { volumes: { a: { claim: { size: "1Gi", ownStorageClass: 1.5 } } } }, /^interface conversion: /],
  ] as const) {
    it(`evaluateChart() stops at an unchecked value where Helm does: ${name} ${JSON.stringify(values)}`, async () => {
      const computed = await assertAgreement(subjectOf(name), name === "csi-volume" ? values : { image, ...values });
      assert.ok("refusal" in computed);
      assert.match(computed.refusal, message);
    });
  }

  for (const [name, values, field, text] of [
    ["batch-job", { image: { ...image, tag: true } }, "image", "app:%!s(bool=true)"],
    ["batch-job", { image: { ...image, tag: 1.5 } }, "image", "app:%!s(float64=1.5)"],
    ["batch-job", { image: { ...image, tag: {} } }, "image", "app:map[]"],
    ["batch-job", { env: { A: { value: {} } } }, "value", "map[]"],
    ["stateful-stage", { fullnameOverride: true }, "name", "true"],
    ["stateful-stage", { podManagementPolicy: 1.5 }, "podManagementPolicy", "1.5"],
  ] as const) {
    it(`evaluateChart() has Go's text of an unchecked value: ${name} ${JSON.stringify(values)}`, async () => {
      const computed = await assertAgreement(subjectOf(name), { image, ...values });
      assert.ok(JSON.stringify(computed).includes(`${JSON.stringify(field)}:${JSON.stringify(text)}`));
    });
  }

  for (const completions of ["", 0, false, {}, []]) {
    it(`evaluateChart() takes an empty value that no schema admits for none, as Helm does: completions ${JSON.stringify(completions)}`, async () => {
      const computed = await assertAgreement(subjectOf("batch-job"), { image, job: { completions } });
      assert.ok("objects" in computed);
      const job = new RenderedObjects(computed.objects.filter(isKubernetesObject)).one("Job");
      assert.equal(job.spec?.completions, undefined);
    });
  }

  it("evaluateChart() refuses what the template with the last file name refuses, as Helm does", async () => {
    // Both the Deployment and the Ingress refuse these.
    const sidecars = { main: { image } };
    const computed = await assertAgreement(subjectOf("service-stage"), { image, sidecars, ingress: { enabled: true } });
    assert.ok("refusal" in computed);
    assert.match(computed.refusal, /^ingress\.enabled: /);
  });

  it("evaluateChart() and Helm keep characters that YAML does not know in the metrics of an autoscaler", async () => {
    const resource = { name: "a\u0095b", target: { type: "AverageValue", averageValue: "1" } };
    const autoscaling = { enabled: true, metrics: [{ type: "Resource", resource }] };
    const computed = await assertAgreement(subjectOf("service-stage"), { image, autoscaling });
    assert.ok("objects" in computed);
    const objects = new RenderedObjects(computed.objects.filter(isKubernetesObject));
    assert.deepEqual(objects.one("HorizontalPodAutoscaler").spec?.metrics, [{ type: "Resource", resource }]);
  });

  it("evaluatePipeline() refuses the address of a stage whose Service is disabled, as Helm does", async () => {
    const ports = { ports: { http: { containerPort: 80 } }, service: { ports: { http: { port: 80 } } } };
    const stages = { serve: new ServiceStage({ image, ...ports }), load: new BatchJob({ image }) };
    const subject = pipelineSubject(definePipeline({ name: "etl", version: "0.1.0", stages }));
    const load = { env: { HOST: { fromService: { stage: "serve" } } } };
    const computed = await assertAgreement(subject, { serve: { service: { enabled: false } }, load });
    assert.deepEqual(computed, {
      refusal: 'load: env.HOST.fromService: no stage "serve" with a Service in this pipeline',
    });
  });

  for (const [what, extra, text, message] of [
    ["a merge key", { "<<": "" }, '"<<"', /map merge requires map/],
    ["a line break in a key", { "a\u0085b": "" }, '"a\\u0085b"', /did not find expected/],
    ["a control character", { note: "a\u007fb" }, '"a\\u007fb"', /control characters are not allowed/],
  ] as const) {
    it(`listUnreadableTexts() names ${what}, which Helm up to 3.18.4 refuses, and renders without the schema`, async () => {
      const subject = subjectOf("batch-job");
      const object = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: extra };
      const values = { image, extraObjects: { a: object } };
      const named = listUnreadableTexts(values).map((one) => one.text);
      assert.deepEqual(named, [text]);
      const one = { alias: "c0", subject, values };
      const refusals = await renderers.get("3.17.3")?.refuse([one]);
      assert.match(refusals?.get("c0") ?? "admitted", message);
      assert.deepEqual(await checkSchemas([one], { renderers }), []);
      await assertAgreement(subject, values);
    });
  }
});
