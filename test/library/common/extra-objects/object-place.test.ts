import { describe } from "mocha";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { csiVolume } from "../../../../generator/library/csi-volume/chart.ts";
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
