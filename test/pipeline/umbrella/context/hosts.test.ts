import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Chart, ChartStage, Define, defineChart, type StageContract } from "../../../../generator/chart.ts";
import { BatchJob, definePipeline, type MixedOrdering, refer, StatefulStage } from "../../../../generator/mod.ts";
import { migration } from "../../../own-charts/migration.ts";
import { useRenders } from "../../use-renders.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const served = { ports: { http: { containerPort: 8080 } }, service: { ports: { http: { port: 80 } } } } as const;
const job = (dependsOn: readonly string[] = [], more: object = {}) =>
  new BatchJob<string>({ image, dependsOn, ...more });
const nightly = { kind: "CronJob", cron: { schedule: "0 3 * * *" } };

/** An object that refers to what a stage in a shared pod can be asked for. */
const naming = (stage: string) => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: `names-${stage}`, annotations: { $from: { stage, what: "selectorLabels" } } },
  data: { account: { $from: { stage, what: "serviceAccount" } }, name: { $from: { stage, what: "name" } } },
});

const own = refer();
const binding = {
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "RoleBinding",
  metadata: { name: own.name, annotations: own.selectorLabels },
  roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "any" },
  subjects: [{ kind: "ServiceAccount", name: own.serviceAccount, namespace: own.namespace }],
};

const watched = (stages: readonly string[], more: object = {}) =>
  new StatefulStage({
    image,
    ...served,
    networkPolicy: { enabled: true, policyTypes: ["Ingress", "Egress"], fromStages: stages, toStages: stages },
    ...more,
  } as never); // the names are those of stages, by the tests

const define = (stages: object, ordering?: MixedOrdering) =>
  definePipeline({ name: "etl", version: "1.0.0", stages, ...(ordering === undefined ? {} : { ordering }) } as never);

const labelsOf = (stage: string, instance = "rel") => ({
  "app.kubernetes.io/name": stage,
  "app.kubernetes.io/instance": instance,
});

describe("names of stages that share a pod", () => {
  const { render, refusal } = useRenders();
  const pods: MixedOrdering = { inPod: [["extract", "transform", "load"]] };
  const chain = (schedule: object = {}) => ({
    store: watched(["extract"], { extraObjects: { extract: naming("extract") } }),
    extract: job([], { extraObjects: { binding } }),
    transform: job(["extract"]),
    load: job(["transform"], schedule),
  });
  const orderings = [
    ["a chain", define(chain())],
    ["a chain on a schedule", define(chain(nightly))],
    ["stages that share a pod beside gates", define({ ...chain(), other: job(["load", "store"]) }, pods)],
  ] as const;

  // A stage does not inherit the schedule of the last one, which is disabled, without saying what it is.
  const once = { kind: "Job" };
  for (const [title, pipeline] of orderings) {
    it(`network policies and whole objects name the pod and the account that run them: ${title}`, async () => {
      for (const [host, instance, values] of [
        ["load", "rel", {}],
        ["transform", "rel", { load: { enabled: false }, transform: once }],
        ["load", "rel-clicks", { nameOverride: "clicks", transform: { enabled: false } }],
        ["custom", "rel", { load: { nameOverride: "custom" } }],
        ["extract", "rel", { extract: once, transform: { enabled: false }, load: { enabled: false } }],
      ] as const) {
        const objects = await render(pipeline, values);
        const labels = labelsOf(host, instance);
        const policy = objects.one("NetworkPolicy", `${instance}-store`).spec;
        assert.deepEqual(policy?.ingress?.[0]?.from, [{ podSelector: { matchLabels: labels } }]);
        assert.deepEqual(policy?.egress?.at(-1)?.to, [{ podSelector: { matchLabels: labels } }]);
        const bound = objects.one("RoleBinding", `${instance}-extract`);
        assert.deepEqual(bound.metadata?.annotations, labels);
        assert.equal(bound.subjects?.[0]?.name, `${instance}-${host}`);
        const named = objects.one("ConfigMap", "names-extract");
        assert.deepEqual(named.metadata?.annotations, labels);
        assert.deepEqual(named.data, { account: `${instance}-${host}`, name: `${instance}-extract` });
      }
    });
  }

  it("have one rule where a network policy names several of them", async () => {
    const { store: _, ...stages } = chain();
    const objects = await render(define({ ...stages, store: watched(["extract", "load", "transform"]) }));
    const { ingress, egress } = objects.one("NetworkPolicy", "rel-store").spec ?? assert.fail();
    const rule = [{ podSelector: { matchLabels: labelsOf("load") } }];
    const test = { "app.kubernetes.io/instance": "rel", "app.kubernetes.io/component": "test" };
    assert.deepEqual(ingress, [{ from: rule }, { from: [{ podSelector: { matchLabels: test } }] }]);
    assert.deepEqual(egress?.slice(1), [{ to: rule }]);
  });

  it("names of a stage that is disabled: no rule of a network policy, and a refusal of a reference", async () => {
    const pipeline = define(chain());
    const values = { extract: { enabled: false } };
    const message =
      'extraObjects.extract.metadata.annotations.$from.stage: no stage "extract" in this pipeline that is enabled';
    assert.match(await refusal(pipeline, values), new RegExp(message.replace(/[.$]/g, "[$&]")));
    const objects = await render(pipeline, { ...values, store: { extraObjects: { extract: { enabled: false } } } });
    const { ingress, egress } = objects.one("NetworkPolicy", "rel-store").spec ?? assert.fail();
    assert.doesNotMatch(JSON.stringify([ingress, egress]), /app.kubernetes.io\/name/);
  });

  it("are those that the chart of the host stage gives, where the charts of the stages differ", async () => {
    const { stage = assert.fail() } = migration;
    const referables = new Define(
      "migration.names",
      "object",
      { release: "r", namespace: "n", name: "m", serviceAccount: "migrator", selectorLabels: { any: "m" } },
      "The names.",
    );
    const { referables: _, ...unnamed } = stage;
    const chained = (contract: StageContract) => {
      const options = { image, schemaVersion: "v1", dependsOn: ["extract"] };
      return define({
        store: watched([], { extraObjects: { extract: naming("extract") } }),
        extract: job(),
        migrate: new ChartStage(defineChart({ ...migration, stage: contract }) as Chart<object>, options as never),
      });
    };
    const pipeline = chained({ ...stage, referables });
    const names = async (values: object) =>
      (await render(pipeline, values as never)).one("ConfigMap", "names-extract").data;
    assert.deepEqual(await names({}), { account: "migrator", name: "rel-extract" });
    assert.deepEqual(await names({ migrate: { enabled: false } }), { account: "rel-extract", name: "rel-extract" });
    assert.match(await refusal(chained(unnamed), {}), /[$]from[.]what: stage "extract" has no ServiceAccount/);
  });
});

describe("stages that wait for a service", () => {
  const { render } = useRenders();
  const allowed = async (pipeline: ReturnType<typeof define>, values: object) => {
    const { spec } = (await render(pipeline, values as never)).one("NetworkPolicy", "rel-store");
    return spec?.ingress?.flatMap(({ from }) => from?.[0]?.podSelector?.matchLabels?.["app.kubernetes.io/name"] ?? []);
  };
  const store = watched([]);

  it("are let in by its network policy, also as dependents of a stage that is disabled", async () => {
    const pipeline = define({ store, a: job(["store"]), b: job(["a"]), c: job(["a", "b"]), d: job(["store"]) });
    assert.deepEqual(await allowed(pipeline, {}), ["a", "d"]);
    assert.deepEqual(await allowed(pipeline, { a: { enabled: false } }), ["b", "c", "d"]);
    assert.deepEqual(await allowed(pipeline, { a: { enabled: false }, b: { enabled: false } }), ["c", "d"]);
    assert.deepEqual(await allowed(pipeline, { d: { enabled: false } }), ["a"]);
  });

  it("are let in as the pod that they share, also where all before them in another pod are disabled", async () => {
    const stages = { store, a: job(["store"]), b: job(["a"]), c: job(["b"]), d: job(["c"]) };
    const pipeline = define(stages, {
      inPod: [
        ["a", "b"],
        ["c", "d"],
      ],
    } as never);
    assert.deepEqual(await allowed(pipeline, {}), ["b"]);
    assert.deepEqual(await allowed(pipeline, { b: { enabled: false } }), ["a"]);
    assert.deepEqual(await allowed(pipeline, { a: { enabled: false }, b: { enabled: false } }), ["d"]);
    const all = Object.fromEntries(["a", "b", "d"].map((stage) => [stage, { enabled: false }]));
    assert.deepEqual(await allowed(pipeline, all), ["c"]);
  });
});
