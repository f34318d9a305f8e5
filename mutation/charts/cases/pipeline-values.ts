/** Values of the reference pipeline, beside those of its environments. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import { wholeSizes } from "./object-sizes.ts";
import { objectsOfStages, ownObjects } from "./whole-objects.ts";

const off = { enabled: false };
const image = { repository: "busybox", tag: "1.36" };
const workloads = ["store", "extract", "transform", "load", "serve", "report"];

/** Every stage asks for all that a stage can ask of others. */
const asking: Values = Object.fromEntries(
  workloads.map((stage) => [
    stage,
    {
      networkPolicy: { enabled: true, fromStages: workloads, toStages: workloads },
      env: {
        STORE: { fromService: { stage: "store", port: "http", format: "hostPort" } },
        SERVE: { fromService: { stage: "serve", port: "http", format: "url" } },
      },
      configMaps: { settings: { data: { [stage]: "yes" } } },
      // The last one is a number, unless it stands in quotes.
      image: { pullSecrets: ["all", stage, "1e3"] },
    },
  ]),
);

/** Texts that one way of writing YAML or another does not keep, in stages that run in the pod of another. */
const odd = ["a\n\n", "\u007f", "\u2028", "\ufeff"].map(
  (text): Values => ({ extract: { env: { ODD: text } }, transform: { command: ["echo", text] } }),
);

/** A container beside the main one, which must not be there for as long as another stage's container runs. */
const beside: Values = { sidecars: { beside: { image, native: false } } };

/** Stages of a chain that have it, in the pod of a later stage and in their own. */
const sidecars: readonly Values[] = [
  { extract: beside },
  { transform: beside },
  { load: beside },
  { extract: beside, transform: off, load: off },
  { transform: beside, load: off },
];

/** A stage that others wait for, without what it could leave out. */
const bare: Values = {
  extract: {
    kind: null,
    image: { pullSecrets: null },
    sidecars: { plain: { image }, around: { image, native: true } },
  },
};

const http = { stage: "serve", port: "http" };
const failurePolicy = (containerName: string): Values => ({
  podFailurePolicy: { rules: [{ action: "FailJob", onExitCodes: { containerName, operator: "In", values: [1, 2] } }] },
});

const fromService = (asked: Values): Values => ({ env: { A: { fromService: asked } } });

/** What a stage asks of others that do not have it. */
const vain: readonly Values[] = [
  fromService({ ...http, stage: "none" }),
  fromService({ ...http, stage: "extract" }),
  fromService({ ...http, port: "none", format: "url" }),
  fromService({ stage: "serve", format: "hostPort" }),
  { networkPolicy: { enabled: true, fromStages: ["store", "none"] } },
  { networkPolicy: { enabled: true, toStages: ["none"] } },
  { volumes: { more: { mountPath: "/more", pipelineVolume: { stage: "workspace", volume: "none" } } } },
];

/** What a pipeline must refuse, whichever library chart a stage is of. */
const refused: readonly Values[] = [
  ...["report", "store", "serve"].flatMap((stage) => vain.map((values) => ({ [stage]: values }))),
  { load: { job: failurePolicy("none") } },
  ...[{ repository: "" }, { tag: "" }].map((gateImage) => ({
    ...Object.fromEntries(["transform", "load", "serve"].map((stage) => [stage, off])),
    global: { pipeline: { gate: { image: gateImage } } },
  })),
];

const noVolume = { volumes: { data: { enabled: false } } };

/** What the test of the pipeline itself reads. */
const tested: readonly Values[] = [
  { tests: off },
  { tests: { enabled: null } },
  { extract: off, transform: off, load: off, report: off },
  { report: { kind: "Job" } },
  {
    global: {
      imageRegistry: "mirror.example.com",
      imagePullSecrets: ["1e3"],
      pipeline: { gate: { image: { repository: "a #b", tag: "1", pullPolicy: "1e3" } } },
    },
  },
  { global: { pipeline: { gate: { image: { registry: "mirror.example.com", tag: null } } } } },
  { global: { pipeline: { gate: { image: { digest: `sha256:${"a".repeat(64)}` } } } } },
  Object.fromEntries(["workspace", ...workloads].map((stage) => [stage, noVolume])),
  ...[{ "<<": "a" }, { odd: "\u007f" }].map((commonLabels) => ({ global: { commonLabels } })),
];

const asksStore = { env: { null: { fromService: { stage: "store" } } } };
const asksServe = { env: { null: { fromService: { stage: "serve" } } } };

/** A headless Service whose port one container of several has. */
const headless: Values = {
  serve: {
    service: { headless: true },
    sidecars: { plain: { image }, metrics: { image, ports: { metrics: { containerPort: 9000 } } } },
  },
  store: asksServe,
};

/** Names of objects that quotes alone keep whole, and names of variables; no schema admits the former. */
const broken: readonly Values[] = [
  { store: { fullnameOverride: "store #" }, report: asksStore, serve: asksStore },
  { store: { fullnameOverride: "store #", service: { enabled: false } }, report: asksStore },
  ...[{ fullnameOverride: "serve #" }, { namespaceOverride: "a #b" }].flatMap((names) => [
    { serve: names, store: asksServe },
    { serve: { ...names, service: { headless: true } }, store: asksServe },
  ]),
  ...[true, false].map((enabled) => ({
    store: { namespaceOverride: "a #b", service: { enabled } },
    report: asksStore,
  })),
  { workspace: { volumes: { data: { claim: { name: "a #b" } } } } },
];

/** Values of a stage that asks nothing of the pipeline. */
export const aloneOf = (stage: string): Values =>
  stage === "workspace" ? {} : { volumes: { data: { enabled: false } }, env: { STORE_URL: "none" } };

/** Stages that are told nothing of the pipeline, and ask nothing of it that their own templates would miss first. */
const untold = ["workspace", ...workloads].map((stage): Values => {
  return { [stage]: { ...aloneOf(stage), global: { pipeline: null } } };
});

/** What the volumes of the pipeline allow, as the stages see it that mount them. */
const claims: readonly Values[] = [
  { accessModes: ["ReadWriteOncePod"] },
  { accessModes: ["ReadWriteOnce"] },
  { accessModes: ["ReadOnlyMany"] },
  { accessModes: ["ReadWriteOncePod", "ReadWriteOnce"] },
  { existingClaim: "theirs" },
].flatMap((claim) => [
  { workspace: { volumes: { data: { claim } } } },
  { workspace: { volumes: { data: { claim } } }, serve: { replicas: 2 } },
]);

const noData = { volumes: { data: off } };
/** A claim of one pod that one stage alone mounts, and two that neither wait nor serve, or that share a pod. */
const claimsOfOnePod: readonly Values[] = [["extract"], ["load"], ["serve"], ["extract", "transform", "load"]].map(
  (mounting) => ({
    workspace: { volumes: { data: { claim: { accessModes: ["ReadWriteOncePod"] } } } },
    ...Object.fromEntries(workloads.filter((stage) => !mounting.includes(stage)).map((stage) => [stage, noData])),
  }),
);

const everythingOff: Values = Object.fromEntries(["workspace", ...workloads].map((stage) => [stage, off]));

const mounted = { volumes: { data: { mountPath: "/data", pipelineVolume: { stage: "workspace", volume: "data" } } } };
const oneMounts = (stage: string, mode: string, values: Values): Values => ({
  workspace: { volumes: { data: { claim: { accessModes: [mode] } } } },
  ...Object.fromEntries(workloads.map((one) => [one, noData])),
  [stage]: { ...mounted, ...values },
});

/** A claim that several pods of one stage mount. */
const claimsOfPods: readonly Values[] = ["ReadWriteOncePod", "ReadWriteMany"].flatMap((mode) => [
  oneMounts("extract", mode, { job: { parallelism: 2 } }),
  oneMounts("serve", mode, { replicas: 2 }),
  oneMounts("store", mode, { replicas: 2 }),
]);

/** Each leaves other stages out, for what asks them then finds nothing. */
export const sharedValues: readonly Values[] = [
  ...claimsOfOnePod,
  ...claimsOfPods,
  asking,
  headless,
  { report: { env: { A: { fromService: { stage: "serve" } } } }, load: { job: failurePolicy("extract") } },
  { report: { networkPolicy: { enabled: true, toStages: ["store"] } }, store: off, serve: off },
  ...tested,
  ...broken,
  ...refused,
  ...untold,
  ...odd,
  { extract: { volumes: { odd: { mountPath: "/odd", csi: { driver: "a", volumeAttributes: { "<<": "a" } } } } } },
  {
    extract: {
      volumes: {
        given: { mountPath: "/given", existingClaim: "a.b" },
        left: {
          mountPath: "/left",
          type: "emptyDir",
          emptyDir: {},
          existingClaim: "c",
          pipelineVolume: { stage: "workspace", volume: "data" },
        },
        own: { mountPath: "/own", type: "existingClaim", existingClaim: "d" },
      },
    },
  },
  ...sidecars,
  { extract: { sidecars: { around: { image, native: true }, beside: { image, native: false } } } },
  { load: { job: failurePolicy("transform") } },
  { report: { job: { ttlSecondsAfterFinished: 1 } } },
  // The notes name both.
  { report: { fullnameOverride: "1e3", namespaceOverride: "2e3" } },
  ...claims,
  { workspace: off },
  { store: off },
  { serve: off, store: off },
  { extract: off },
  { transform: off },
  { extract: off, transform: off },
  { extract: { configMaps: { a: { data: { a: "b" } } } } },
  { transform: { configMaps: { a: { data: { a: "b" } } } } },
  { extract: { image: { pullSecrets: ["one"] } } },
  { load: off },
  { load: off, transform: off },
  { report: off },
  { store: off, extract: off, transform: off, load: off, serve: off, report: off },
  everythingOff,
];

const stored = (volumeHandle: string): Values => ({
  claim: { size: "1Gi" },
  static: { csi: { driver: "my-csi-driver", volumeHandle } },
});
const zone = { key: "zone", values: ["a"] };
const numbered = { a: { containerPort: 1 }, b: { containerPort: 1 } };
const onNodes = (port: number): Values => ({ port, nodePort: 30080, targetPort: 1 });

/** What a Service refuses; its stage is named. */
const services: readonly Values[] = [
  { ports: { a: { port: 80, targetPort: 1 }, b: { port: 80, targetPort: 1 } } },
  { type: "NodePort", ports: { a: onNodes(90), b: onNodes(91) } },
  { ports: { a: { port: 90, targetPort: "none" } } },
  { type: "LoadBalancer", loadBalancerSourceRanges: ["10.1.0.0/8"] },
  { clusterIP: "10.0.0.1", clusterIPs: ["10.0.0.2"] },
  { clusterIP: "10.0.0.1", ipFamilies: ["IPv6"] },
  { clusterIPs: ["10.0.0.1", "10.0.0.2"] },
  { type: "LoadBalancer", healthCheckNodePort: 30080, ports: { a: onNodes(90) } },
];

/** What stages refuse of their own, and name themselves where they do. */
const named: readonly Values[] = [
  { workspace: { volumes: { a: stored("a"), b: stored("a") } } },
  { workspace: { volumes: { a: { claim: { size: "2Gi", sizeLimit: "1Gi" } } } } },
  { workspace: { volumes: { a: { claim: { size: "1Gi", ownStorageClass: "none" } } } } },
  { workspace: { volumes: { a: { claim: {} } } } },
  {
    workspace: {
      storageClasses: { a: { provisioner: "a", allowedTopologies: [{ matchLabelExpressions: [zone, zone] }] } },
    },
  },
  ...["store", "serve"].flatMap((stage) => services.map((service) => ({ [stage]: { service } }))),
  { store: { ports: numbered } },
  { store: { fullnameOverride: "same", headless: { name: "same" } } },
];

/** Those that mean something in the reference pipeline alone, and all others. */
export const pipelineValues: readonly Values[] = [
  ...sharedValues,
  bare,
  ...named,
  { nameOverride: "other" },
  ...[objectsOfStages, ownObjects, wholeSizes].flatMap(({ accepted, refused: others }) => [...accepted, ...others]),
  ...ownObjects.accepted.map((values) => ({ ...everythingOff, ...values })),
];
