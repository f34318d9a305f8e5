/** Fields of controllers and of the objects around their pods that values give under Kubernetes' own names. */
import assert from "node:assert/strict";
import { evaluateChart, withDefaults } from "../../../generator/evaluate/evaluate-chart.ts";
import { batchJob } from "../../../generator/library/batch-job/chart.ts";
import { serviceStage } from "../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../generator/library/stateful-stage/chart.ts";
import { validateValues } from "../../../generator/values/validate-values.ts";
import { testRefusals } from "../test-refusals.ts";

const charts = [batchJob, statefulStage, serviceStage];
const image = { repository: "app", tag: "1" };

interface Found {
  readonly kind: string;
  readonly metadata: { readonly labels: object; readonly annotations?: object };
  readonly spec: Readonly<Record<string, unknown>>;
}

function find(chart: (typeof charts)[number], kind: string, values: object): Found & Readonly<Record<string, unknown>> {
  const objects = evaluateChart(chart, { values: { image, tests: { enabled: false }, ...values } });
  const [found] = (objects as readonly (Found & Readonly<Record<string, unknown>>)[]).filter(
    (one) => one.kind === kind,
  );
  assert.ok(found !== undefined, `no ${kind}`);
  return found;
}

const labels = { team: "data" };
const annotations = { "example.com/owner": "data team" };
const schedule = { kind: "CronJob", cron: { schedule: "@daily" } };

describe("fields of controllers", () => {
  for (const [chart, kind, more] of [
    [batchJob, "Job", {}],
    [batchJob, "CronJob", schedule],
    [statefulStage, "StatefulSet", {}],
    [serviceStage, "Deployment", {}],
  ] as const) {
    it(`labels and annotations of the values are those of the ${kind}, beside the chart's own, and not of its pods`, () => {
      const { metadata, spec } = find(chart, kind, { ...more, labels, annotations });
      assert.equal(Object(metadata.labels).team, "data");
      assert.equal(Object(metadata.labels)["app.kubernetes.io/managed-by"], "Helm");
      assert.deepEqual(metadata.annotations, annotations);
      const { template } = Object(kind === "CronJob" ? Object(spec["jobTemplate"]).spec : spec);
      assert.equal(template.metadata.labels.team, undefined);
    });
  }

  it("the Jobs of a CronJob have the labels and annotations of the values too", () => {
    const { jobTemplate } = Object(find(batchJob, "CronJob", { ...schedule, labels, annotations }).spec);
    assert.equal(jobTemplate.metadata.labels.team, "data");
    assert.deepEqual(jobTemplate.metadata.annotations, annotations);
  });

  it("managedBy is that of the Job, and another one runs another Job", () => {
    const job = { managedBy: "kueue.x-k8s.io/multikueue" };
    const { spec, ...own } = find(batchJob, "Job", { job });
    assert.equal(spec["managedBy"], "kueue.x-k8s.io/multikueue");
    assert.notEqual(Object(own.metadata).name, Object(find(batchJob, "Job", {}).metadata).name);
  });

  it("ordinals are those of the StatefulSet, and paused is that of the Deployment", () => {
    assert.deepEqual(find(statefulStage, "StatefulSet", { ordinals: { start: 3 } }).spec["ordinals"], { start: 3 });
    assert.equal(find(serviceStage, "Deployment", { paused: true }).spec["paused"], true);
  });

  it("the schema refuses a controller without a domain, and bytes that are no base64", () => {
    const values = { image, job: { managedBy: "multikueue" }, configMaps: { a: { binaryData: { b: "hello" } } } };
    const messages = validateValues(batchJob.schema, withDefaults(batchJob, values)).map(
      ({ path, message }) => `${path}: ${message}`,
    );
    assert.match(messages.join("\n"), /job.managedBy.*a name after a domain such as "example.com\/queue"/);
    assert.match(messages.join("\n"), /binaryData.*bytes in base64 such as "aGVsbG8="/);
  });
});

describe("fields of the objects around pods", () => {
  for (const chart of charts) {
    it(`${chart.name} gives its ServiceAccount labels, pull secrets and secrets`, () => {
      const own = { imagePullSecrets: [{ name: "registry" }], secrets: [{ name: "token" }] };
      const { imagePullSecrets, secrets, metadata } = find(chart, "ServiceAccount", {
        serviceAccount: { ...own, labels: { team: "data" } },
      });
      assert.deepEqual({ imagePullSecrets, secrets }, own);
      assert.equal(Object(metadata.labels).team, "data");
    });

    it(`${chart.name} takes the name of a Secret of its ServiceAccount alone, for the API server drops the rest`, () => {
      const values = { image, serviceAccount: { secrets: [{ name: "token", namespace: "other" }] } };
      const refused = validateValues(chart.schema, withDefaults(chart, values));
      assert.deepEqual(
        refused.map(({ path, message }) => `${path}: ${message}`),
        ["serviceAccount.secrets.0.namespace: unknown key, must be one of name"],
      );
    });

    it(`${chart.name} gives its ConfigMaps bytes, which restart the pods, and makes them immutable`, () => {
      const entry = { data: { a: "b" }, binaryData: { c: "aGVsbG8=" }, immutable: true };
      const { data, binaryData, immutable } = find(chart, "ConfigMap", { configMaps: { settings: entry } });
      assert.deepEqual({ data, binaryData, immutable }, entry);
      const kind = chart === batchJob ? "Job" : chart === statefulStage ? "StatefulSet" : "Deployment";
      const annotationsWith = (bytes: string): unknown => {
        const configMaps = { settings: { ...entry, binaryData: { c: bytes } } };
        return Object(find(chart, kind, { configMaps }).spec["template"]).metadata.annotations;
      };
      assert.notDeepEqual(annotationsWith("aGVsbG8="), annotationsWith("aGVsbA=="));
    });

    it(`${chart.name} limits the traffic of one direction alone`, () => {
      const policyOf = (policyTypes: readonly string[]): object =>
        find(chart, "NetworkPolicy", { networkPolicy: { enabled: true, policyTypes, ingress: [{}] } }).spec;
      const { egress: _, ...onlyIngress } = Object(policyOf(["Ingress"]));
      assert.deepEqual(onlyIngress.policyTypes, ["Ingress"]);
      assert.equal(_, undefined);
      const { ingress, egress } = Object(policyOf(["Egress"]));
      assert.equal(ingress, undefined);
      assert.equal(egress.length, 1);
    });
  }

  testRefusals("batch-job refuses bytes under the key of a text", batchJob, [
    {
      values: { image, configMaps: { settings: { data: { a: "b" }, binaryData: { a: "aGVsbG8=" } } } },
      refusal: "configMaps.settings.binaryData.a: expected no key of data, got one",
    },
    { values: { image, configMaps: { settings: { data: { a: "b" }, binaryData: { c: "aGVsbG8=" } } } }, refusal: "" },
    {
      values: { image, configMaps: { settings: { enabled: false, data: { a: "" }, binaryData: { a: "" } } } },
      refusal: "",
    },
  ]);
});
