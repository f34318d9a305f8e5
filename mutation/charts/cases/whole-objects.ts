/** Whole objects, and what their references name of the chart itself. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import type { DecisiveValues } from "./decisive-values.ts";

/** An object, and more of it or other parts in place of its own. */
export const objectOf = (parts: Values): Values => ({
  extraObjects: { a: { apiVersion: "v1", kind: "A", metadata: { name: "a" }, ...parts } },
});

/** An object that holds a reference in a list. */
export const referring = (reference: unknown): Values => objectOf({ data: { n: [{ $from: reference }] } });

/** The integers from which a float has lost digits. */
const INEXACT = 2 ** 53;

const whole = { a: { apiVersion: "v1", kind: "A", metadata: { name: "a" }, data: { n: 1 } } };
const nested = { a: "b" };

const inPlace = (kind: string, metadata: object, apiVersion = "v1"): Values => ({ apiVersion, kind, metadata });
const pair = (a: Values, b: Values): Values => ({ extraObjects: { a, b } });
const same = inPlace("A", { name: "a" });
const clusterWide = inPlace("ClusterRole", { name: "a" }, "rbac.authorization.k8s.io/v1");

/** What every chart renders, the umbrella too: each text that it has a name for, and numbers and maps wherever they may be. */
const accepted: readonly Values[] = [
  referring({ what: "release" }),
  referring({ what: "namespace", prefix: "in-" }),
  referring({ what: "name", suffix: "-own" }),
  referring({ what: "name", stage: "" }),
  { fullnameOverride: "1e3", ...referring({ what: "name" }) },
  objectOf({
    metadata: { name: "a", labels: { "app.kubernetes.io/version": "own", "app.kubernetes.io/name": "own" } },
  }),
  { extraObjects: { bare: { apiVersion: "v1", kind: "A", enabled: true } } },
  { namespaceOverride: "n", ...pair(same, inPlace("B", { name: "a", namespace: "b" })) },
  { namespaceOverride: "n", ...pair(clusterWide, inPlace("B", { name: "a", namespace: "" })) },
  pair(inPlace("A", {}), inPlace("A", {})),
  pair(inPlace("A", { name: "" }), inPlace("A", { name: "" })),
  pair(same, inPlace("A", { name: "b" })),
  pair(same, inPlace("B", { name: "a" })),
  pair(same, inPlace("A", { name: "a" }, "a.b/v1")),
  pair(same, inPlace("A", { name: "a", namespace: "b" })),
  pair(same, { ...same, enabled: false }),
  objectOf({
    metadata: {
      annotations: { a: "b" },
      finalizers: ["a"],
      labels: { a: "b" },
      managedFields: { nested },
      name: { $from: { what: "name" } },
      namespace: "a",
    },
    data: {
      text: "9007199254740993",
      last: { $from: { what: "release" } },
      list: ["a", { n: 1 }, { $from: { what: "release" } }],
    },
    list: [INEXACT - 1, 1 - INEXACT, 0.5],
  }),
];

const twoLast = (name: string): Values => ({ data: { a: "a", b: { $from: { what: name } } } });

/** What every chart refuses: objects and references of another form, or to what no chart has. */
const refused: readonly Values[] = [
  pair(same, same),
  pair(inPlace("A", { name: "a" }, "a.b/v1"), inPlace("A", { name: "a" }, "a.b/v2")),
  pair(inPlace("A", { name: "a", namespace: "" }), same),
  pair(inPlace("A", { name: "a", namespace: "b" }), inPlace("A", { name: "a", namespace: "b" })),
  pair(clusterWide, clusterWide),
  pair(inPlace("A", { name: { $from: { what: "name" } } }), inPlace("A", { name: { $from: { what: "name" } } })),
  objectOf({ $from: { what: "name" } }),
  objectOf({ metadata: { $from: { what: "name" } } }),
  objectOf({ metadata: { name: nested } }),
  objectOf({ metadata: { name: "a", namespace: nested } }),
  objectOf({ metadata: { labels: { a: nested } } }),
  objectOf({ metadata: { labels: { a: "b", b: nested } } }),
  objectOf({ metadata: { annotations: { a: nested }, name: "a" } }),
  objectOf({ metadata: { annotations: {}, labels: { a: nested } } }),
  { extraObjects: { ...whole, b: { ...whole.a, metadata: { name: nested } } } },
  ...[INEXACT, -INEXACT, 2 ** 60].map((n) => objectOf({ data: { n } })),
  objectOf({ list: [1, { n: INEXACT }] }),
  objectOf({ data: { "#": 1, $from: { what: "name" } } }),
  objectOf({ data: { $from: { what: "name" }, n: 1 } }),
  objectOf(twoLast("nmae")),
  referring("name"),
  referring({ wat: "name" }),
  referring({ what: "name", zone: "a" }),
  referring({ what: 1 }),
  referring({ prefix: 1, what: "name" }),
  referring({ prefix: "a", what: "name", suffix: 1 }),
  referring({ what: "nmae" }),
  referring({ what: "name", volume: "a" }),
  referring({ what: "name", port: "a" }),
  referring({ what: "name", replica: 0 }),
  referring({ what: "claim", volume: "a", replica: 1.5 }),
  referring({ what: "claim", volume: "a", replica: 10 ** 7 }),
  referring({ what: "selectorLabels", prefix: "a" }),
  referring({ what: "selectorLabels", suffix: "a" }),
  referring({ what: "name", stage: "none" }),
  referring({ what: "claim" }),
  referring({ what: "claim", volume: "none" }),
  referring({ what: "claim", replica: 0 }),
  referring({ what: "claim", volume: "none", replica: 0 }),
  referring({ what: "host", prefix: "a", port: "none" }),
  referring({ what: "hostPort", port: "none" }),
  referring({ what: "url", port: "none" }),
];

/** What a chart without pods refuses. */
const withoutPods: readonly Values[] = [
  referring({ what: "serviceAccount" }),
  referring({ what: "selectorLabels" }),
  referring({ what: "host" }),
  referring({ what: "headless" }),
  referring({ what: "headless", replica: 0 }),
];

const volumes = {
  made: { mountPath: "/made", claim: { size: "1Gi" } },
  given: { mountPath: "/given", existingClaim: "theirs" },
  empty: { mountPath: "/empty", emptyDir: {} },
};

/** Of pods. */
const ofWorkload: DecisiveValues = {
  accepted: [
    referring({ what: "serviceAccount" }),
    { serviceAccount: { name: "1e3" }, ...referring({ what: "serviceAccount" }) },
    referring({ what: "selectorLabels" }),
    objectOf({ data: { selector: { $from: { what: "selectorLabels" } }, last: "a" } }),
    ...["made", "given"].map((volume) => ({ volumes, ...referring({ what: "claim", volume }) })),
  ],
  refused: [
    { volumes, ...referring({ what: "claim", volume: "empty" }) },
    objectOf({ metadata: { name: { $from: { what: "selectorLabels" } } } }),
    objectOf({ metadata: { labels: { a: { $from: { what: "selectorLabels" } } } } }),
  ],
};

const withoutService: readonly Values[] = [referring({ what: "host" })];
const withoutHeadless: readonly Values[] = [
  referring({ what: "headless" }),
  referring({ what: "headless", replica: 0 }),
];

const served: Values = {
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
};
const ofServer: DecisiveValues = {
  accepted: [
    { ...served, ...referring({ what: "host", prefix: "a.", suffix: ".b" }) },
    { ...served, ...referring({ what: "hostPort", port: "http" }) },
    { ...served, ...referring({ what: "url", port: "http", suffix: "/a" }) },
  ],
  refused: [
    { ...served, ...referring({ what: "hostPort" }) },
    { ...served, ...referring({ what: "hostPort", port: "none" }) },
    { ...served, ...referring({ what: "url", port: "none" }) },
  ],
};

const persistence = { data: { mountPath: "/data", size: "1Gi" } };
const ofReplicas: DecisiveValues = {
  accepted: [
    referring({ what: "headless" }),
    referring({ what: "headless", replica: 0 }),
    { persistence, ...referring({ what: "claim", volume: "data", replica: 9999999 }) },
  ],
  refused: [
    { persistence, ...referring({ what: "claim", volume: "data" }) },
    { persistence, ...referring({ what: "claim", replica: 0 }) },
  ],
};

const csiVolumes = { data: { claim: { size: "1Gi" } } };

/** Of a pipeline itself. */
export const ownObjects: DecisiveValues = { accepted, refused: [...refused, ...withoutPods] };

const reading = ["workspace", "store", "serve", "report"];
/** An object of the pipeline and of each stage that reads, each with a name of its own. */
const everyone = (data: Values): Values => {
  const partsOf = (name: string): Values => objectOf({ metadata: { name }, data });
  return { ...partsOf("pipeline"), ...Object.fromEntries(reading.map((stage) => [stage, partsOf(stage)])) };
};

/** What the stages of the reference pipeline are asked for. */
const known: readonly object[] = [
  { stage: "workspace", what: "claim", volume: "data" },
  { stage: "workspace", what: "name" },
  { stage: "store", what: "headless" },
  { stage: "store", what: "headless", replica: 1 },
  { stage: "store", what: "claim", volume: "data", replica: 1 },
  { stage: "store", what: "host" },
  { stage: "serve", what: "hostPort", port: "http" },
  { stage: "serve", what: "url", port: "http" },
  { stage: "extract", what: "serviceAccount" },
  { stage: "extract", what: "selectorLabels" },
  { stage: "transform", what: "namespace" },
  { stage: "load", what: "release" },
  { stage: "report", what: "name" },
];
const unknown: readonly object[] = [
  { stage: "none", what: "name" },
  { stage: "extract", what: "host" },
  { stage: "serve", what: "url" },
  { stage: "serve", what: "hostPort", port: "none" },
  { stage: "serve", what: "headless" },
  { stage: "workspace", what: "serviceAccount" },
  { stage: "workspace", what: "selectorLabels" },
  { stage: "store", what: "claim", volume: "none" },
  { stage: "store", what: "claim", volume: "none", replica: 0 },
];

/** Of the stages of the reference pipeline, and of itself. */
export const objectsOfStages: DecisiveValues = {
  accepted: [everyone({ n: known.map((reference) => ({ $from: reference })) })],
  refused: unknown.flatMap((reference): readonly Values[] => {
    const parts = referring(reference);
    return [parts, ...reading.map((stage) => ({ [stage]: parts }))];
  }),
};

/** By the name of the chart; workloads lack an image. */
export const wholeObjects: Readonly<Record<string, DecisiveValues>> = {
  "batch-job": {
    accepted: [...accepted, ...ofWorkload.accepted],
    refused: [...refused, ...ofWorkload.refused, ...withoutService, ...withoutHeadless],
  },
  "csi-volume": {
    accepted: [...accepted, { volumes: csiVolumes, ...referring({ what: "claim", volume: "data" }) }],
    refused: [...refused, ...withoutPods],
  },
  "service-stage": {
    accepted: [...accepted, ...ofWorkload.accepted, ...ofServer.accepted],
    refused: [...refused, ...ofWorkload.refused, ...ofServer.refused, ...withoutService, ...withoutHeadless],
  },
  "stateful-stage": {
    accepted: [...accepted, ...ofWorkload.accepted, ...ofServer.accepted, ...ofReplicas.accepted],
    refused: [...refused, ...ofWorkload.refused, ...ofServer.refused, ...ofReplicas.refused],
  },
};
