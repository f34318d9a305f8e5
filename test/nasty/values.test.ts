import assert from "node:assert/strict";
import { describe, it } from "mocha";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { BatchJob } from "../../generator/mod.ts";
import { findKind, findPod, image, served, useNastyCharts } from "./use-nasty-charts.ts";

const yaml = 'image: {repository: busybox, tag: "1.36"}\n';
/** 2^53 + 1, which becomes another number as soon as it is read. */
const LARGE = "9007199254740993";

describe("difficult values", () => {
  const charts = useNastyCharts();

  /** Asserts that Helm refuses a line of a values file and says where it is. */
  async function assertRefused(chart: string, line: string, path: string): Promise<void> {
    const pattern = new RegExp(path.replaceAll(".", "[./]"));
    for (const said of await charts.refuse(chart, `${yaml}${line}\n`)) assert.match(said, pattern, line);
  }

  it('3. 1000000 in env or an annotation is "1000000"', async () => {
    const texts = { env: { COUNT: "1000000" }, podAnnotations: { count: "1000000" } };
    const job = { backoffLimit: 1000000, activeDeadlineSeconds: 1000000 };
    const objects = await charts.render("batch-job", { image, ...texts, job });
    const { metadata, spec } = findPod(objects, "Job");
    assert.deepEqual(spec.containers[0].env, [{ name: "COUNT", value: "1000000" }]);
    assert.deepEqual(metadata.annotations, texts.podAnnotations);
    assert.equal(Object(findKind(objects, "Job")["spec"]).backoffLimit, 1000000);
    assert.equal(Object(findKind(objects, "Job")["spec"]).activeDeadlineSeconds, 1000000);
    await assertRefused("batch-job", "env: {COUNT: 1000000}", "env.COUNT");
    await assertRefused("batch-job", "podAnnotations: {count: 1000000}", "podAnnotations.count");
  });

  it("4. an integer above 2^53: a number is refused, a digit string accepted", async () => {
    const object = "apiVersion: example.com/v1, kind: Limit, metadata: {name: a}";
    const refused = {
      "env.ID": `env: {ID: ${LARGE}}`,
      "podSecurityContext.runAsUser": `podSecurityContext: {runAsUser: ${LARGE}}`,
      "resources.limits.memory": `resources: {limits: {memory: ${LARGE}}}`,
      "volumes.a.emptyDir.sizeLimit": `volumes: {a: {mountPath: /a, emptyDir: {sizeLimit: ${LARGE}}}}`,
      "extraObjects.a.max": `extraObjects: {a: {${object}, max: ${LARGE}}}`,
    };
    for (const [path, line] of Object.entries(refused)) await assertRefused("batch-job", line, path);
    const objects = await charts.render("batch-job", {
      image,
      env: { ID: LARGE },
      resources: { limits: { memory: LARGE } },
      extraObjects: { a: { apiVersion: "example.com/v1", kind: "Limit", metadata: { name: "a" }, max: LARGE } },
    });
    const [container] = findPod(objects, "Job").spec.containers;
    assert.deepEqual([container.env[0].value, container.resources.limits.memory], [LARGE, LARGE]);
    assert.equal(findKind(objects, "Limit")["max"], LARGE);
  });

  it("5. file mode 0644/420 canonical 420", async () => {
    const volumes = (mode: string) => `volumes: {a: {mountPath: /a, configMap: {name: a, defaultMode: ${mode}}}}`;
    for (const mode of ["0644", "0o644", "420"]) {
      const { spec } = findPod(await charts.render("batch-job", `${yaml}${volumes(mode)}\n`), "Job");
      assert.equal(spec.volumes[0].configMap.defaultMode, 420, mode);
    }
    for (const mode of ['"0644"', "1777"]) {
      await assertRefused("batch-job", volumes(mode), "volumes.a.configMap.defaultMode");
    }
  });

  it('6. false, 0, "", [] and {} over a truthy default are honoured', async () => {
    const job = await charts.render("batch-job", {
      image: { ...image, pullPolicy: "Always" },
      job: { backoffLimit: 0 },
      naming: { hashSuffix: false },
      serviceAccount: { create: false },
      securityContext: { readOnlyRootFilesystem: false, capabilities: { drop: ["ALL"], add: [] } },
      volumes: { tmp: { mountPath: "/tmp", readOnly: false, emptyDir: {} } },
      env: { EMPTY: "" },
      resources: {},
    });
    assert.deepEqual(
      job.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
      ["Job release-name-batch-job"],
    );
    assert.equal(Object(findKind(job, "Job")["spec"]).backoffLimit, 0);
    const [container] = findPod(job, "Job").spec.containers;
    assert.equal(container.securityContext.readOnlyRootFilesystem, false);
    assert.deepEqual(container.securityContext.capabilities.add, []);
    assert.deepEqual(container.env, [{ name: "EMPTY", value: "" }]);
    const cron = { schedule: "@daily", successfulJobsHistoryLimit: 0, failedJobsHistoryLimit: 0 };
    const cronJob = findKind(await charts.render("batch-job", { image, kind: "CronJob", cron }), "CronJob");
    const { successfulJobsHistoryLimit, failedJobsHistoryLimit } = Object(cronJob["spec"]);
    assert.deepEqual([successfulJobsHistoryLimit, failedJobsHistoryLimit], [0, 0]);
    const set = { ...served, replicas: 0, revisionHistoryLimit: 0, service: { enabled: false } };
    const stateful = await charts.render("stateful-stage", set);
    const { replicas, revisionHistoryLimit } = Object(findKind(stateful, "StatefulSet")["spec"]);
    assert.deepEqual([replicas, revisionHistoryLimit], [0, 0]);
    assert.equal(stateful.filter(({ kind }) => kind === "Service").length, 1);
    // An empty class is one that is named: no dynamic provisioning.
    const claim = { size: "1Gi", storageClassName: "" };
    const volumes = await charts.render("csi-volume", { volumes: { data: { retain: false, claim } } });
    const { metadata, ...object } = findKind(volumes, "PersistentVolumeClaim");
    assert.equal(Object(object["spec"]).storageClassName, "");
    assert.equal("annotations" in metadata, false);
  });

  it("8. global and enabled in strict subcharts valid; a typo refused with its path", async () => {
    const shared = { global: { otherChart: { key: 1 } }, enabled: true };
    for (const [name, values] of Object.entries({
      "batch-job": { image },
      "service-stage": served,
      "stateful-stage": served,
      "csi-volume": { volumes: { data: { claim: { size: "1Gi" } } } },
    })) {
      assert.notEqual((await charts.render(name, { ...values, ...shared })).length, 0);
    }
    await charts.render(reference.name, { global: {}, extract: { enabled: true, global: {} } });
    await assertRefused("batch-job", "enable: true", "enable");
    for (const said of await charts.refuse(reference.name, { extract: { imagePullPolice: "Always" } })) {
      assert.match(said, /extract.*imagePullPolice/s);
    }
  });

  it("9. a subchart's value given as a string: schema error", async () => {
    for (const said of await charts.refuse(reference.name, { extract: { job: "backoffLimit=1" } })) {
      assert.match(said, /extract[./]job/);
    }
    for (const said of await charts.refuse(reference.name, { extract: "off" })) assert.match(said, /extract/);
  });

  it("13. a user env that doubles one of the stage: merged once, or refused with both names", async () => {
    const store = { type: "value", value: "http://mine" };
    for (const STORE_URL of [store, "http://mine"]) {
      const objects = await charts.render(reference.name, { serve: { env: { STORE_URL, LEVEL: "info" } } });
      const [container] = findPod(objects, "Deployment").spec.containers;
      assert.deepEqual(container.env, [
        { name: "LEVEL", value: "info" },
        { name: "STORE_URL", value: "http://mine" },
      ]);
    }
    const refused = await charts.refuse(reference.name, { serve: { env: { STORE_URL: { value: "http://mine" } } } });
    for (const said of refused) assert.match(said, /serve.*env.*STORE_URL.*type/s);
  });

  it("13. a user label, port or mount that doubles a built-in one: merged once, or refused with both names", async () => {
    const objects = await charts.render("service-stage", {
      ...served,
      volumes: { tmp: { mountPath: "/tmp", emptyDir: { sizeLimit: "1Gi" } } },
    });
    const { spec } = findPod(objects, "Deployment");
    assert.deepEqual(spec.containers[0].volumeMounts, [{ name: "tmp", mountPath: "/tmp" }]);
    assert.deepEqual(spec.volumes, [{ name: "tmp", emptyDir: { sizeLimit: "1Gi" } }]);
    const refusals: readonly (readonly [values: object, message: RegExp])[] = [
      [{ volumes: { mine: { mountPath: "/tmp", emptyDir: {} } } }, /volumes\.tmp.*"\/tmp" as in volumes\.mine/],
      [
        { service: { ports: { http: { port: 80 }, web: { port: 80, targetPort: "http" } } } },
        /service\.ports\.web.*80.*service\.ports\.http/,
      ],
      [{ commonLabels: { "helm.sh/chart": "mine" } }, /commonLabels.*does not set itself.*helm\.sh\/chart/],
      [
        { podLabels: { "app.kubernetes.io/instance": "mine" } },
        /podLabels.*does not set itself.*app\.kubernetes\.io\/instance/,
      ],
    ];
    for (const [values, message] of refusals) {
      for (const said of await charts.refuse("service-stage", { ...served, ...values })) assert.match(said, message);
    }
  });

  it("15. duplicate YAML keys: Helm takes the last one and says nothing; TypeScript has none", async () => {
    const values = `${yaml}env: {LEVEL: info}\nenv: {LEVEL: debug}\n`;
    const [container] = findPod(await charts.render("batch-job", values), "Job").spec.containers;
    assert.deepEqual(container.env, [{ name: "LEVEL", value: "debug" }]);
    const stage = new BatchJob({ image, env: { ...{ LEVEL: "info" }, LEVEL: "debug" } });
    assert.deepEqual(Object(stage.values).env, { LEVEL: "debug" });
  });
});
