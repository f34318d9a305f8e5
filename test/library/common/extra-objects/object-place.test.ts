import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluateChart } from "../../../../generator/evaluate/evaluate-chart.ts";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { csiVolume } from "../../../../generator/library/csi-volume/chart.ts";
import type { KubernetesObject } from "../../../../generator/rules/kubernetes-object.ts";
import { helmVersions } from "../../../helm-versions.ts";
import { useChart } from "../../service-stage/render-chart.ts";
import { type RefusalCase, testRefusals } from "../../test-refusals.ts";

const object = (apiVersion: string, kind: string, metadata: object) => ({ apiVersion, kind, metadata });
const settings = (metadata: object) => object("v1", "ConfigMap", metadata);
const values = (a: object, b: object, more: object = {}) => ({
  image: { repository: "busybox", tag: "1.36" },
  fullnameOverride: "load",
  ...more,
  extraObjects: { a, b },
});
const own = (suffix: string) => ({ $from: { what: "name", suffix } });

const refused: readonly (readonly [a: object, b: object, place: string, more?: object])[] = [
  [settings({ name: "same" }), settings({ name: "same" }), "/ConfigMap default/same"],
  [settings({ name: own("-same") }), settings({ name: "load-same" }), "/ConfigMap default/load-same"],
  [settings({ name: "same", namespace: "default" }), settings({ name: "same" }), "/ConfigMap default/same"],
  [
    settings({ name: "same", namespace: "other" }),
    settings({ name: "same" }),
    "/ConfigMap other/same",
    { namespaceOverride: "other" },
  ],
  [
    object("apps/v1beta1", "Deployment", { name: "same" }),
    object("apps/v1", "Deployment", { name: "same" }),
    "apps/Deployment default/same",
  ],
  [
    object("storage.k8s.io/v1", "StorageClass", { name: "same" }),
    object("storage.k8s.io/v1", "StorageClass", { name: "same" }),
    "storage.k8s.io/StorageClass /same",
    { namespaceOverride: "other" },
  ],
];
const taken: readonly (readonly [a: object, b: object])[] = [
  [settings({ name: "same" }), settings({ name: "other" })],
  [settings({ name: "same" }), object("v1", "Secret", { name: "same" })],
  [settings({ name: "same" }), settings({ name: "same", namespace: "other" })],
  [object("v1", "Service", { name: "same" }), object("serving.knative.dev/v1", "Service", { name: "same" })],
  [settings({ name: "same" }), { ...settings({ name: "same" }), enabled: false }],
];

describe("the namespace of whole objects", () => {
  const role = object("rbac.authorization.k8s.io/v1", "ClusterRole", { name: "cluster" });
  const given = values(settings({ name: "a" }), settings({ name: "b", namespace: "own" }), {
    namespaceOverride: "other",
    tests: { enabled: false },
  });
  const all = { ...given, extraObjects: { ...given.extraObjects, role } };
  const namespaces = (objects: readonly unknown[]): object =>
    Object.fromEntries(
      (objects as readonly KubernetesObject[])
        .filter(({ metadata }) => ["a", "b", "cluster"].includes(metadata.name))
        .map(({ metadata }) => [metadata.name, metadata.namespace]),
    );

  it("is that of their chart, unless they name one or belong to the cluster, in process", () => {
    const expected = { a: "other", b: "own", cluster: undefined };
    assert.deepEqual(namespaces(evaluateChart(batchJob, { values: all })), expected);
    assert.deepEqual(namespaces(evaluateChart(batchJob, { values: { ...all, namespaceOverride: "" } })), {
      ...expected,
      a: undefined,
    });
  });

  for (const version of helmVersions) {
    const onDisk = useChart(batchJob, version);
    it(`is that of their chart, unless they name one or belong to the cluster, under Helm ${version}`, async () => {
      const expected = { a: "other", b: "own", cluster: undefined };
      assert.deepEqual(namespaces(await onDisk.render(all)), expected);
    });
  }
});

describe("whole objects of one kind and name", () => {
  testRefusals("two in one namespace are refused, and others are none", batchJob, [
    ...refused.map(
      ([a, b, place, more]): RefusalCase => ({
        values: values(a, b, more),
        refusal: `extraObjects.b: expected an object that there is not yet, got ${place} as in extraObjects.a`,
      }),
    ),
    ...taken.map(([a, b]): RefusalCase => ({ values: values(a, b), refusal: "" })),
    // What the schema refuses, too.
    {
      values: values(settings({ name: "same", namespace: "" }), settings({ name: "same" })),
      refusal:
        "extraObjects.b: expected an object that there is not yet, got /ConfigMap default/same as in extraObjects.a",
      isUnchecked: true,
    },
    {
      values: values(settings({ name: "same" }), { ...settings({ name: "same" }), apiVersion: 1 }),
      refusal:
        "extraObjects.b: expected an object that there is not yet, got /ConfigMap default/same as in extraObjects.a",
      isUnchecked: true,
    },
    { values: values({ kind: "ConfigMap" }, { kind: "ConfigMap" }), refusal: "", isUnchecked: true },
  ]);

  testRefusals("two of a chart without pods are refused", csiVolume, [
    {
      values: { extraObjects: { a: settings({ name: "same" }), b: settings({ name: "same" }) } },
      refusal:
        "extraObjects.b: expected an object that there is not yet, got /ConfigMap default/same as in extraObjects.a",
    },
  ]);
});
