import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import {
  BatchJob,
  CsiVolume,
  custom,
  definePipeline,
  evaluate,
  printPipeline,
  refer,
  ServiceStage,
  StatefulStage,
} from "../../generator/mod.ts";
import { isKubernetesObject, type KubernetesObject } from "../../generator/rules/kubernetes-object.ts";
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { helmVersions } from "../helm-versions.ts";

const image = { repository: "busybox", tag: "1.36" };
const own = refer();

const workspace = new CsiVolume({
  volumes: { data: { claim: { size: "1Gi" } } },
  extraObjects: {
    snapshot: custom({
      apiVersion: "snapshot.storage.k8s.io/v1",
      kind: "VolumeSnapshot",
      metadata: { name: own.name.with({ suffix: "-snapshot" }) },
      spec: { source: { persistentVolumeClaimName: own.claim("data") } },
    }),
  },
});

const store = new StatefulStage({
  image,
  replicas: 3,
  ports: { sql: { containerPort: 5432 }, metrics: { containerPort: 9187 } },
  service: { ports: { sql: { port: 5432 } } },
  persistence: { data: { mountPath: "/data", size: "1Gi" } },
  extraObjects: {
    budget: {
      apiVersion: "policy/v1",
      kind: "PodDisruptionBudget",
      metadata: { name: own.name },
      spec: { maxUnavailable: 1, selector: { matchLabels: own.selectorLabels } },
    },
  },
});

const api = new ServiceStage({
  image,
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
});

const load = new BatchJob({
  dependsOn: ["store"],
  image,
  extraObjects: {
    role: {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "Role",
      metadata: { name: own.name.with({ suffix: "-pods" }) },
      rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["create"] }],
    },
    binding: {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "RoleBinding",
      metadata: { name: own.name.with({ suffix: "-pods" }) },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: own.name.with({ suffix: "-pods" }) },
      subjects: [{ kind: "ServiceAccount", name: own.serviceAccount, namespace: own.namespace }],
    },
  },
});

const pipeline = definePipeline({
  name: "etl",
  version: "1.0.0",
  ordering: "gates",
  volumes: { workspace },
  stages: { store, api, load },
  extraObjects: {
    ingress: {
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      metadata: { name: own.name },
      spec: {
        rules: [
          {
            host: own.release.with({ suffix: ".example.com" }),
            http: {
              paths: [
                {
                  path: "/",
                  pathType: "Prefix",
                  backend: { service: { name: refer(api).name, port: { name: "http" } } },
                },
              ],
            },
          },
        ],
      },
    },
    monitor: custom({
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PodMonitor",
      metadata: { name: own.name },
      spec: { selector: { matchLabels: refer(store).selectorLabels }, podMetricsEndpoints: [{ port: "metrics" }] },
    }),
    settings: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: own.name.with({ suffix: "-settings" }), labels: { primary: refer(store).name } },
      data: {
        sql: store.address("hostPort", "sql"),
        api: refer(api).url("http"),
        primary: refer(store).replica(0).with({ suffix: ":5432" }),
        volume: workspace.volume("data"),
        first: refer(store).claim("data", 0),
      },
    },
  },
  environments: {
    dev: { extraObjects: { monitor: { enabled: false } }, store: { extraObjects: { budget: { enabled: false } } } },
  },
});

const releases = ["crimson", "blue"] as const;

function evaluated(release: string): readonly KubernetesObject[] {
  return evaluate(pipeline, { release: { name: release, namespace: "data" } }).objects;
}

function find(objects: readonly KubernetesObject[], kind: string): Record<string, unknown> {
  const [found, ...others] = objects.filter((object) => object.kind === kind);
  assert.ok(found !== undefined && others.length === 0, `expected one ${kind}`);
  return { ...found };
}

describe("whole objects that name their release", () => {
  it("a budget, a role, an ingress, a monitor and a snapshot name what their release has", () => {
    const objects = evaluated("crimson");
    assert.deepEqual(find(objects, "PodDisruptionBudget")["spec"], {
      maxUnavailable: 1,
      selector: { matchLabels: { "app.kubernetes.io/name": "store", "app.kubernetes.io/instance": "crimson" } },
    });
    const binding = objects.find(
      ({ kind, metadata }) => kind === "RoleBinding" && metadata.name === "crimson-load-pods",
    );
    assert.deepEqual(Object(binding).roleRef, {
      apiGroup: "rbac.authorization.k8s.io",
      kind: "Role",
      name: "crimson-load-pods",
    });
    assert.deepEqual(Object(binding).subjects, [{ kind: "ServiceAccount", name: "crimson-load", namespace: "data" }]);
    assert.deepEqual(find(objects, "Ingress")["spec"], {
      rules: [
        {
          host: "crimson.example.com",
          http: {
            paths: [
              { path: "/", pathType: "Prefix", backend: { service: { name: "crimson-api", port: { name: "http" } } } },
            ],
          },
        },
      ],
    });
    assert.deepEqual(find(objects, "PodMonitor")["spec"], {
      selector: { matchLabels: { "app.kubernetes.io/name": "store", "app.kubernetes.io/instance": "crimson" } },
      podMetricsEndpoints: [{ port: "metrics" }],
    });
    assert.deepEqual(find(objects, "VolumeSnapshot")["spec"], {
      source: { persistentVolumeClaimName: "crimson-workspace-data" },
    });
    const settings = objects.find(({ metadata }) => metadata.name === "crimson-settings");
    assert.deepEqual(Object(settings).data, {
      sql: "crimson-store:5432",
      api: "http://crimson-api:80",
      primary: "crimson-store-0.crimson-store-headless:5432",
      volume: "crimson-workspace-data",
      first: "data-crimson-store-0",
    });
    assert.equal(settings?.metadata.labels?.["primary"], "crimson-store");
    assert.equal(settings?.metadata.labels?.["app.kubernetes.io/instance"], "crimson");
  });

  it("two of one kind and name in a pipeline and its stages are refused, with both paths", async () => {
    const role = { apiVersion: "rbac.authorization.k8s.io/v1", kind: "Role" } as const;
    const copy = { ...role, metadata: { name: { $from: { what: "name", stage: "load", suffix: "-pods" } } } };
    const place = "got rbac.authorization.k8s.io/Role data/crimson-load-pods as in load: extraObjects.role";
    const refused: readonly (readonly [values: Readonly<Record<string, unknown>>, refusal: string])[] = [
      [
        { store: { extraObjects: { copy } } },
        `store: extraObjects.copy: expected an object that there is not yet, ${place}`,
      ],
      [
        { extraObjects: { copy } },
        "load: extraObjects.role: expected an object that there is not yet, " +
          "got rbac.authorization.k8s.io/Role data/crimson-load-pods as in extraObjects.copy",
      ],
      [
        { load: { extraObjects: { twin: copy } } },
        `load: extraObjects.twin: expected an object that there is not yet, ${place.replace("load: ", "")}`,
      ],
    ];
    const release = { name: "crimson", namespace: "data" };
    const directory = await mkdtemp(join(tmpdir(), "chartwright-test-"));
    try {
      await placeFiles(join(directory, "etl"), printPipeline(pipeline));
      for (const [values, refusal] of refused) {
        const found = (error: Error): boolean => error.message.includes(refusal);
        assert.throws(() => evaluate(pipeline, { release, values }), found, refusal);
        const valuesFile = join(directory, "values.yaml");
        await writeFile(valuesFile, JSON.stringify(values));
        for (const version of helmVersions) {
          const helm = await findHelm({ version });
          const given = { release: "crimson", namespace: "data", valuesFiles: [valuesFile] };
          const rendering = templateChart(helm, join(directory, "etl"), { ...given, skipSchemaValidation: true });
          await assert.rejects(rendering, found, refusal);
        }
      }
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });

  it("an environment switches the objects of a pipeline and of a stage off", () => {
    const { objects } = evaluate(pipeline, { environment: "dev" });
    const kinds = new Set(objects.map(({ kind }) => kind));
    assert.deepEqual(
      ["PodMonitor", "PodDisruptionBudget", "Ingress"].map((kind) => kinds.has(kind)),
      [false, false, true],
    );
  });

  for (const version of helmVersions) {
    describe(`under Helm ${version}`, () => {
      let directory = "";
      before(async () => {
        directory = await mkdtemp(join(tmpdir(), "chartwright-test-"));
        await placeFiles(join(directory, "etl"), printPipeline(pipeline));
      });
      after(async () => {
        await rm(directory, { recursive: true, force: true });
      });

      const render = async (release: string): Promise<readonly KubernetesObject[]> => {
        const helm = await findHelm({ version });
        const text = await templateChart(helm, join(directory, "etl"), { release, namespace: "data" });
        return readManifests(text).filter(isKubernetesObject);
      };

      it(`two releases of one pipeline in one namespace share no object and no name, under Helm ${version}`, async () => {
        const [red, blue] = await Promise.all(releases.map(render));
        const names = (objects: readonly KubernetesObject[] = []) =>
          objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
        assert.deepEqual(
          names(red).filter((name) => names(blue).includes(name)),
          [],
        );
        const texts = JSON.stringify(blue).match(/crimson/g) ?? [];
        assert.deepEqual(texts, []);
      });

      it(`the evaluator computes the same objects, under Helm ${version}`, async () => {
        for (const release of releases) {
          const byName = (objects: readonly KubernetesObject[]) =>
            Object.fromEntries(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
          assert.deepEqual(byName(evaluated(release)), byName(await render(release)));
        }
      });
    });
  }
});
