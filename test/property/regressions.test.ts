/** What random values have found: one test each, by hand. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { RenderedObjects } from "../../generator/evaluate/rendered-objects.ts";
import { BatchJob, type Chart, definePipeline, library } from "../../generator/mod.ts";
import { evaluatePipeline } from "../../generator/pipeline/evaluate-pipeline.ts";
import { isKubernetesObject } from "../../generator/rules/kubernetes-object.ts";
import { type BundledVersion, findHelm } from "../../scripts/lib/find-helm.ts";
import { checkRenders, checkSchemas, computeCase } from "./check-cases.ts";
import { type CaseRenderer, createCaseRenderer } from "./render-cases.ts";
import { confusesOldHelm } from "./verify-chart.ts";

const release = { name: "rel", namespace: "data" };
const image = { repository: "app", tag: "1" };

function chartOf(name: string): Chart {
  const chart = library.find((one) => one.name === name);
  assert.ok(chart, `there is no chart ${name}`);
  return chart;
}

describe("values that were drawn", () => {
  const renderers = new Map<string, CaseRenderer>();
  const rendererOf = async (chart: Chart, version: BundledVersion): Promise<CaseRenderer> => {
    const id = `${chart.name} ${version}`;
    const renderer = renderers.get(id) ?? (await createCaseRenderer(chart, await findHelm({ version })));
    renderers.set(id, renderer);
    return renderer;
  };
  before(() => renderers.clear());
  after(async () => {
    for (const renderer of renderers.values()) await renderer.close();
  });

  /** Asserts that both Helms render what is computed, and returns that. */
  async function assertAgreement(name: string, values: Values) {
    const chart = chartOf(name);
    const one = { alias: "c0", values };
    for (const version of ["4.1.4", "3.17.3"] as const) {
      const renderer = await rendererOf(chart, version);
      const found = await checkRenders(chart, [one], { renderer, release, mostRefused: 1 });
      assert.deepEqual(found, [], `Helm ${version}`);
    }
    return computeCase(chart, one, release);
  }

  it("evaluateChart() is silent where a pipeline chart renders the stage", async () => {
    const computed = await assertAgreement("batch-job", { image, global: { pipeline: { parent: true } } });
    assert.deepEqual(computed, { objects: [] });
  });

  it("evaluateChart() does not take what every JavaScript object has for a stage", async () => {
    const values = { image, env: { HOST: { fromService: { stage: "constructor" } } } };
    const computed = await assertAgreement("batch-job", values);
    assert.ok("refusal" in computed);
    assert.match(computed.refusal, /no stage "constructor" with a Service in this pipeline$/);
  });

  it("evaluateChart() names the volume of a mount, also where every JavaScript object has something of that name", async () => {
    const volumes = {
      constructor: { devicePath: "/dev/data", existingClaim: "device" },
      "to-string": { mountPath: "/data", existingClaim: "directory" },
    };
    const computed = await assertAgreement("service-stage", { image, volumes });
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
    assert.deepEqual(names, ["rel-other", "rel-other"]);
  });

  for (const [what, values, message] of [
    ["fromService", { image, env: { HOST: { fromService: { stage: "store" } } } }, /no stage "store" with a Service/],
    [
      "networkPolicy",
      { image, networkPolicy: { enabled: true, toStages: ["store"] } },
      /networkPolicy: no stage "store" in this pipeline$/,
    ],
  ] as const) {
    it(`evaluateChart() refuses ${what} outside of a pipeline with Helm's message, as a RenderError`, async () => {
      const computed = await assertAgreement("stateful-stage", values);
      assert.ok("refusal" in computed);
      assert.match(computed.refusal, message);
    });
  }

  it("evaluateChart() refuses what the template with the last file name refuses, as Helm does", async () => {
    // Both the Deployment and the Ingress refuse these.
    const sidecars = { main: { image } };
    const computed = await assertAgreement("service-stage", { image, sidecars, ingress: { enabled: true } });
    assert.ok("refusal" in computed);
    assert.match(computed.refusal, /^ingress\.enabled: /);
  });

  it("Helm up to 3.18.4 refuses characters that it cannot read back, whatever the schema says, and renders them without it", async () => {
    const chart = chartOf("csi-volume");
    const values = {
      commonAnnotations: { note: "a\u007fb" },
      storageClasses: { a: { provisioner: "csi.example.com" } },
    };
    assert.equal(confusesOldHelm(values), true);
    const one = { alias: "c0", values };
    const refusals = await (await rendererOf(chart, "3.17.3")).refuse([one]);
    assert.match(refusals.get("c0") ?? "", /control characters are not allowed/);
    assert.deepEqual(await checkSchemas(chart, [one], { renderer: await rendererOf(chart, "4.1.4") }), []);
    await assertAgreement("csi-volume", values);
  });
});
