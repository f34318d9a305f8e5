/** Upgrades of workloads that the cluster has already, and the expected message of each. */
import { type ExistingObject, owned } from "../csi-volume/serve-objects.ts";
import type { ExistingCase } from "../test-upgrades.ts";

/** What a cluster has of a chart, and upgrades of it. */
export interface ExistingWorkloads {
  readonly objects: readonly ExistingObject[];
  readonly cases: readonly ExistingCase[];
}

const configMap = (name: string, more: object): ExistingObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: `db-${name}`, namespace: "default", ...owned },
  ...more,
});
const debug = { data: { level: "debug" } };
const bytes = { binaryData: { key: "aGVsbG8=" } };
const existingConfigMaps = [
  configMap("settings", { ...debug, immutable: true }),
  configMap("bytes", { ...bytes, immutable: true }),
  configMap("open", debug),
];
const configMaps = (fields: object): object => ({ configMaps: { settings: { ...fields, immutable: true } } });
const immutable = (field: string): string =>
  `configMaps.settings.${field} cannot change: ConfigMap db-settings is immutable; use another id, or delete it first`;

/** Upgrades of ConfigMaps, of a chart that needs some values. */
const ofConfigMaps = (values: object): readonly ExistingCase[] => [
  {
    title: "the data of an immutable ConfigMap",
    values: { ...values, fullnameOverride: "db", ...configMaps(debug) },
  },
  {
    title: "the bytes of an immutable ConfigMap without texts",
    values: { ...values, fullnameOverride: "db", configMaps: { bytes: { ...bytes, immutable: true } } },
  },
  {
    title: "other data of an immutable ConfigMap",
    values: { ...values, fullnameOverride: "db", ...configMaps({ data: { level: "info" } }) },
    refusal: immutable("data"),
  },
  {
    title: "bytes in an immutable ConfigMap",
    values: { ...values, fullnameOverride: "db", ...configMaps({ ...debug, ...bytes }) },
    refusal: immutable("binaryData"),
  },
  {
    title: "other data of a ConfigMap that may change",
    values: { ...values, fullnameOverride: "db", configMaps: { open: { data: { level: "info" } } } },
  },
];

const objectOf = (kind: ExistingObject["kind"], name: string, spec: object): ExistingObject => ({
  apiVersion: kind === "Service" ? "v1" : "apps/v1",
  kind,
  metadata: { name, namespace: "default", ...owned },
  spec,
});
const selectorOf = (name: string): object => ({
  matchLabels: { "app.kubernetes.io/name": name, "app.kubernetes.io/instance": "rel" },
});
const served = {
  image: { repository: "app", tag: "1" },
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
};
const headless = { service: { ...served.service, headless: true } };
const fixed = (field: string, kind: string, name: string): string =>
  `spec.${field} of ${kind} ${name} cannot change: keep the values that it comes from, or delete the ${kind} first`;
const expected = (isHeadless: boolean, name: string): string =>
  `service.headless: expected ${isHeadless}, as Service ${name} has it, which cannot change: delete it first`;

/** By the name of the chart. */
export const existingWorkloads: Readonly<Record<string, ExistingWorkloads>> = {
  "batch-job": { objects: existingConfigMaps, cases: ofConfigMaps({ image: served.image }) },
  "service-stage": {
    objects: [
      objectOf("Deployment", "web", { selector: selectorOf("service-stage") }),
      objectOf("Service", "web", { clusterIP: "10.0.0.1" }),
      objectOf("Service", "bare", { clusterIP: "None" }),
      objectOf("Service", "outside", { type: "ExternalName" }),
      ...existingConfigMaps,
    ],
    cases: [
      ...ofConfigMaps(served),
      { title: "the same again", values: { ...served, fullnameOverride: "web" } },
      {
        title: "another selector",
        values: { ...served, fullnameOverride: "web", nameOverride: "other" },
        refusal: fixed("selector", "Deployment", "web"),
      },
      { title: "another selector under another name", values: { ...served, nameOverride: "other" } },
      {
        title: "a Service that becomes headless",
        values: { ...served, ...headless, fullnameOverride: "web" },
        refusal: expected(false, "web"),
      },
      {
        title: "a headless Service that becomes another",
        values: { ...served, fullnameOverride: "bare" },
        refusal: expected(true, "bare"),
      },
      { title: "a headless Service", values: { ...served, ...headless, fullnameOverride: "bare" } },
      {
        title: "a headless Service with an address at each node",
        values: { ...served, service: { ...headless.service, type: "NodePort" }, fullnameOverride: "bare" },
        refusal: expected(true, "bare"),
      },
      {
        title: "a Service whose switch is taken away",
        values: { ...served, service: { ...served.service, headless: null }, fullnameOverride: "web" },
      },
      {
        title: "a headless Service whose type is taken away",
        values: { ...served, service: { ...headless.service, type: null }, fullnameOverride: "bare" },
      },
      { title: "a Service without an address", values: { ...served, fullnameOverride: "outside" } },
    ],
  },
  "stateful-stage": {
    objects: [
      objectOf("StatefulSet", "db", {
        podManagementPolicy: "OrderedReady",
        selector: selectorOf("stateful-stage"),
        serviceName: "db-headless",
      }),
      ...existingConfigMaps,
    ],
    cases: [
      { title: "the same again", values: { ...served, fullnameOverride: "db" } },
      {
        title: "another selector",
        values: { ...served, fullnameOverride: "db", nameOverride: "other" },
        refusal: fixed("selector", "StatefulSet", "db"),
      },
      {
        title: "another order of its pods, and another selector",
        values: { ...served, fullnameOverride: "db", podManagementPolicy: "Parallel", nameOverride: "other" },
        refusal: fixed("podManagementPolicy", "StatefulSet", "db"),
      },
      {
        title: "another headless Service",
        values: { ...served, fullnameOverride: "db", headless: { name: "other" } },
        refusal: fixed("serviceName", "StatefulSet", "db"),
      },
      {
        title: "an order of its pods that is taken away",
        values: { ...served, fullnameOverride: "db", podManagementPolicy: null },
      },
      { title: "all of it under another name", values: { ...served, podManagementPolicy: "Parallel" } },
      ...ofConfigMaps(served),
    ],
  },
};
