import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { type BundledVersion, findHelm } from "../../../cli/helm/find-helm.ts";
import { templateChart } from "../../../cli/helm/template-chart.ts";
import reference from "../../../examples/reference-pipeline/reference-pipeline.ts";
import { ChartStage } from "../../../generator/chart.ts";
import {
  BatchJob,
  checkObjects,
  definePipeline,
  formatFinding,
  type Pipeline,
  printPipeline,
  ServiceStage,
} from "../../../generator/mod.ts";
import { evaluatePipeline } from "../../../generator/pipeline/evaluate-pipeline.ts";
import { certainRules } from "../../../generator/rules/check-objects.ts";
import { isKubernetesObject, type KubernetesObject } from "../../../generator/rules/kubernetes-object.ts";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { helmVersions } from "../../helm-versions.ts";
import { createScratch } from "../../own-charts/scratch.ts";
import { findDifferences } from "../../property/find-difference.ts";
import { type Placed, placeCompany } from "./company.ts";

const image = { repository: "busybox", tag: "1.36" };
const release = { name: "r", namespace: "data" };

const load = new BatchJob({ image });
const first = definePipeline({ name: "first", version: "0.1.0", stages: { load, clean: new BatchJob({ image }) } });
const second = definePipeline({ name: "second", version: "0.1.0", stages: { load } });
const third = definePipeline({ name: "third", version: "0.1.0", stages: { extract: load } });
const store = new ServiceStage({
  image,
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
  networkPolicy: { enabled: true, fromStages: ["extract"] },
});
const chain = definePipeline({
  name: "chain",
  version: "0.1.0",
  stages: { store, extract: load, load: new BatchJob({ image, dependsOn: ["extract"] }) },
});

describe("the identity of a pipeline", () => {
  let directory = "";
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "chartwright-test-"));
  });
  after(async () => {
    await rm(directory, { recursive: true, force: true });
  });
  let count = 0;

  /** What Helm renders of a company's umbrella chart with some pipelines. */
  async function render(version: BundledVersion, ...placed: readonly Placed[]): Promise<readonly KubernetesObject[]> {
    const path = join(directory, String(count++), "company");
    await placeCompany(path, placed);
    const text = await templateChart(await findHelm({ version }), path, {
      release: release.name,
      namespace: release.namespace,
    });
    return readManifests(text).filter(isKubernetesObject);
  }

  const computed = (pipeline: Pipeline, options: object): readonly KubernetesObject[] =>
    evaluatePipeline(pipeline, { release, ...options }).filter(isKubernetesObject);

  /** Asserts that no name is that of two objects, and that each label of an instance is one of those. */
  function assertApart(objects: readonly KubernetesObject[], instances: readonly string[]): void {
    const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ""}/${metadata.name}`);
    assert.deepEqual(names.toSorted(), [...new Set(names)].toSorted());
    const found = [...JSON.stringify(objects).matchAll(/"app\.kubernetes\.io\/instance":"([^"]*)"/g)].map(
      ([, name]) => name,
    );
    assert.deepEqual([...new Set(found)].toSorted(), instances.toSorted());
  }

  for (const version of helmVersions) {
    it(`a pipeline chart twice under aliases in a company's umbrella keeps names, selectors, tests and gates apart, under Helm ${version}`, async () => {
      // A stage that only one of them has, and values and defaults that only one of them changes.
      const placed = [
        { pipeline: reference, alias: "clicks", values: { report: { enabled: false }, store: { replicas: 3 } } },
        { pipeline: reference, alias: "Web_Orders", values: { load: { env: { ONLY: "orders" } } } },
      ];
      const objects = await render(version, ...placed);
      assertApart(objects, ["r-clicks", "r-web-orders"]);
      const own = placed.flatMap(({ alias, values }) => computed(reference, { alias, values }));
      assert.deepEqual(findDifferences(own, objects), []);
    }).timeout(60_000);
  }

  for (const version of helmVersions) {
    it(`a chain twice under aliases: network policies name the pods of their own pipeline, under Helm ${version}`, async () => {
      const placed = [{ alias: "clicks" }, { alias: "orders", values: { load: { enabled: false } } }];
      const objects = await render(version, ...placed.map((one) => ({ pipeline: chain, ...one })));
      const own = placed.flatMap((one) => computed(chain, one));
      assert.deepEqual(findDifferences(own, objects), []);
      const policies = JSON.stringify(objects.filter(({ kind }) => kind === "NetworkPolicy"));
      for (const [instance, host] of [
        ["r-clicks", "load"],
        ["r-orders", "extract"],
      ]) {
        const labels = `"matchLabels":{"app.kubernetes.io/instance":"${instance}","app.kubernetes.io/name":"${host}"}`;
        assert.ok(policies.includes(`{"from":[{"podSelector":{${labels}}}]}`), policies);
      }
    }).timeout(60_000);
  }

  it("two pipelines in an umbrella render their own stages, also where their charts have one name and differ", async () => {
    const made = (["blue", "green"] as const).map((word) => {
      const disk = new ChartStage(createScratch(word === "blue" ? "ReadWriteOnce" : "ReadWriteMany"), {});
      return definePipeline({ name: word, version: "1.0.0", volumes: { [`${word}-disk`]: disk }, stages: {} });
    });
    for (const version of helmVersions) {
      const objects = await render(version, ...made.map((pipeline) => ({ pipeline })));
      const claims = objects.filter(({ kind }) => kind === "PersistentVolumeClaim");
      assert.deepEqual(claims.map(({ metadata, ["spec"]: spec }) => [metadata.name, JSON.stringify(spec)]).toSorted(), [
        ["r-blue-disk", '{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}}}'],
        ["r-green-disk", '{"accessModes":["ReadWriteMany"],"resources":{"requests":{"storage":"1Gi"}}}'],
      ]);
    }
  }).timeout(60_000);

  it("evaluatePipeline() under an alias names claims, addresses, gates, roles and affinities after it", () => {
    const objects = computed(reference, { alias: "clicks", environment: "prod" });
    const text = JSON.stringify(objects);
    const foreign = [...text.matchAll(/[^a-z-](r-(?!clicks)[a-z-]+)/g)].map(([, name]) => name);
    assert.deepEqual(foreign, []);
    assert.match(text, /"claimName":"r-clicks-workspace-data"/);
    assert.match(text, /"resourceNames":\["r-clicks-/);
    assert.match(text, /r-clicks-store-headless/);
    assert.deepEqual(objects.find(({ kind }) => kind === "Pod")?.metadata.name, "r-clicks-tests");
  });

  for (const version of helmVersions) {
    it(`a copy of a pipeline chart with a name of its own has names and selectors of its own, under Helm ${version}`, async () => {
      const objects = await render(
        version,
        { pipeline: reference, copy: "clicks" },
        { pipeline: reference, copy: "orders" },
      );
      assertApart(objects, ["r-clicks", "r-orders"]);
      assert.deepEqual(
        findDifferences(
          ["clicks", "orders"].flatMap((alias) => computed(reference, { alias })),
          objects,
        ).filter(({ path }) => !path.includes("helm.sh")),
        [],
      );
    }).timeout(60_000);

    it(`two pipelines with a stage of one name in one release are refused, under Helm ${version}`, async () => {
      await assert.rejects(
        render(version, { pipeline: first }, { pipeline: second }),
        /load: expected a name that no stage of another pipeline in the release has, got one of company\/charts\/(first|second)\/templates \(an alias or nameOverride of a pipeline keeps them apart\)/,
      );
    }).timeout(60_000);

    it(`two pipelines with a stage of one name are kept apart by an alias or by nameOverride, under Helm ${version}`, async () => {
      assertApart(await render(version, { pipeline: first }, { pipeline: second, alias: "other" }), ["r", "r-other"]);
      const values = { nameOverride: "other" };
      const objects = await render(version, { pipeline: first }, { pipeline: second, values });
      assertApart(objects, ["r", "r-other"]);
      const own = computed(second, { alias: "second", values });
      assert.ok(own.every(({ metadata }) => /^r-other-(load|tests)/.test(metadata.name ?? "")));
    }).timeout(60_000);

    it(`two pipelines without a stage of one name keep their names, and have a test each, under Helm ${version}`, async () => {
      const objects = await render(version, { pipeline: first }, { pipeline: third });
      assertApart(objects, ["r"]);
      const pods = objects.filter(({ kind }) => kind === "Pod").map(({ metadata }) => metadata.name);
      assert.deepEqual(pods.toSorted(), ["r-first-tests", "r-third-tests"]);
      assert.ok(objects.some(({ kind, metadata }) => kind === "ServiceAccount" && metadata.name === "r-extract"));
    }).timeout(60_000);
  }

  for (const version of helmVersions) {
    it(`the name of a Service begins with a letter in the release 1st, and no other name changes, under Helm ${version}`, async () => {
      const path = join(directory, String(count++), "pipeline");
      await placeFiles(path, printPipeline(reference));
      const helm = await findHelm({ version });
      const objects = readManifests(await templateChart(helm, path, { release: "1st", namespace: "data" })).filter(
        isKubernetesObject,
      );
      assert.deepEqual(
        findDifferences(computed(reference, { release: { name: "1st", namespace: "data" } }), objects),
        [],
      );
      assert.deepEqual(checkObjects(objects, { releaseNamespace: "data" }, certainRules).map(formatFinding), []);
      const names = Map.groupBy(objects, ({ kind }) => kind === "Service");
      const services = (names.get(true) ?? []).map(({ metadata }) => metadata.name);
      assert.deepEqual(services.toSorted(), ["svc-1st-serve", "svc-1st-store", "svc-1st-store-headless"]);
      for (const { metadata } of names.get(false) ?? []) assert.match(metadata.name ?? "", /^1st-/);
      const set = objects.find(({ kind }) => kind === "StatefulSet") as unknown as { spec: { serviceName: string } }; // of the store
      assert.equal(set.spec.serviceName, "svc-1st-store-headless");
    }).timeout(60_000);
  }

  it("no chart renders a Namespace, also where every stage has a namespaceOverride", () => {
    const values = Object.fromEntries(
      [...reference.parts.keys()].map((stage) => [stage, { namespaceOverride: "other" }]),
    );
    const objects = computed(reference, { values });
    assert.deepEqual(
      objects.filter(({ kind }) => kind === "Namespace"),
      [],
    );
    assert.ok(objects.some(({ metadata }) => metadata.namespace === "other"));
  });

  it("a pipeline that is installed itself keeps its names and selectors, so that its claims are found again", () => {
    const objects = computed(reference, { environment: "staging" });
    const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name?.replace(/-[0-9a-f]{8}$/, "-HASH")}`);
    for (const kept of [
      "PersistentVolumeClaim r-workspace-data",
      "StatefulSet r-store",
      "Service r-store",
      "Service r-store-headless",
      "Job r-extract-HASH",
      "Job r-load-HASH",
      "CronJob r-report",
      "Deployment r-serve",
      "Role r-load-gate",
      "Pod r-tests",
    ])
      assert.ok(names.includes(kept), `${kept} is not among ${names.join(", ")}`);
    assertApart(objects, ["r"]);
  });
});
