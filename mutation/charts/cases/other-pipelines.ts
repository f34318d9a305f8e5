/** Pipelines that ask of the library charts what the reference pipeline does not. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import {
  BatchJob,
  CsiVolume,
  definePipeline,
  type OrderingName,
  type Pipeline,
  ServiceStage,
  StatefulStage,
} from "../../../generator/mod.ts";
import type { ExistingObject } from "../../../test/library/csi-volume/serve-objects.ts";
import type { Cluster } from "../subject.ts";
import { chainValues } from "./chain-values.ts";
import type { DecisiveValues } from "./decisive-values.ts";
import { sharedValues } from "./pipeline-values.ts";

const image = { repository: "busybox", tag: "1.36" };
const served = { ports: { http: { containerPort: 8080 } }, service: { ports: { http: { port: 80 } } } };
const networkPolicy = { enabled: true };
const off = { enabled: false };

/** The stages of the reference pipeline, of which three share a pod. */
function createChain(): Pipeline {
  const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
  const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } };
  const cron = { schedule: "0 6 * * *" };
  return definePipeline({
    name: "in-pod",
    version: "0.1.0",
    ordering: "inPod",
    volumes: { workspace },
    stages: {
      store: new StatefulStage({ image, ...served }),
      extract: new BatchJob({ image, volumes }),
      transform: new BatchJob({ image, volumes, dependsOn: ["extract"] }),
      load: new BatchJob({ image, volumes, dependsOn: ["transform"] }),
      serve: new ServiceStage({ image, ...served, volumes }),
      report: new BatchJob({ image, kind: "CronJob", cron, volumes }),
    },
  }) as Pipeline; // whichever stages it has
}

/** A chain of stages that YAML takes for anything but names, unless they stand in quotes. */
function createOddChain(): Pipeline {
  const common = { image, initContainers: { first: { image } }, volumes: { own: { mountPath: "/own", emptyDir: {} } } };
  return definePipeline({
    name: "odd",
    version: "0.1.0",
    ordering: "inPod",
    stages: {
      on: new BatchJob(common),
      null: new BatchJob({ ...common, dependsOn: ["on"] }),
      true: new BatchJob({ ...common, dependsOn: ["null"] }),
    },
  }) as Pipeline; // whichever stages it has
}

/** A graph with a fork and a join, services that wait and are waited for, a schedule, and a volume that two share. */
function createPipeline(ordering: OrderingName): Pipeline {
  const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
  const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } };
  const extract = new BatchJob({ image, volumes });
  const clean = new BatchJob({ image, dependsOn: ["extract"], networkPolicy });
  const enrich = new BatchJob({ image, dependsOn: ["extract", "store"], networkPolicy });
  const load = new BatchJob({ image, dependsOn: ["clean", "enrich"], volumes });
  const store = new StatefulStage({ image, ...served, networkPolicy });
  const batch = { store, extract, clean, enrich, load };
  const cron = { schedule: "0 3 * * *" };
  const nightly = new BatchJob({ image, kind: "CronJob", cron, dependsOn: ["store"], networkPolicy });
  const cache = new StatefulStage({ image, ...served, dependsOn: ["load"], volumes });
  const serve = new ServiceStage({ image, ...served, dependsOn: ["load", "cache"], networkPolicy, volumes });
  const report = new BatchJob({ image, dependsOn: ["serve"] });
  const services = ordering === "hooks" ? {} : { cache, serve, report };
  return definePipeline({
    name: ordering,
    version: "0.1.0",
    ordering,
    volumes: { workspace },
    stages: { ...batch, nightly, ...services },
  }) as Pipeline; // whichever stages it has
}

/**
 * Stages of each kind that wait for a service alone, which waits for a Job alone. Two of a kind share a volume, next to
 * one that only one pod can mount.
 */
function createRelay(): Pipeline {
  const dependsOn = ["relay"] as const;
  const workspace = new CsiVolume({
    volumes: {
      data: { claim: { size: "1Gi" } },
      exclusive: { claim: { size: "1Gi", accessModes: ["ReadWriteOncePod"] } },
    },
  });
  const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } };
  return definePipeline({
    name: "relayed",
    version: "0.1.0",
    volumes: { workspace },
    stages: {
      first: new BatchJob({ image, volumes }),
      relay: new ServiceStage({ image, ...served, volumes, dependsOn: ["first"], networkPolicy }),
      store: new StatefulStage({ image, ...served, volumes, dependsOn: ["first"], networkPolicy }),
      batch: new BatchJob({ image, volumes, dependsOn, networkPolicy }),
      front: new ServiceStage({ image, ...served, volumes, dependsOn, networkPolicy }),
      mirror: new StatefulStage({ image, ...served, volumes, dependsOn, networkPolicy }),
    },
  }) as Pipeline; // whichever stages it has
}

/** Stages of each kind that wait for a service which waits for nothing, so that each can be in another namespace. */
function createFronts(): Pipeline {
  const dependsOn = ["store"] as const;
  return definePipeline({
    name: "fronts",
    version: "0.1.0",
    stages: {
      store: new StatefulStage({ image, ...served }),
      front: new ServiceStage({ image, ...served, dependsOn }),
      mirror: new StatefulStage({ image, ...served, dependsOn }),
      batch: new BatchJob({ image, dependsOn }),
    },
  }) as Pipeline; // whichever stages it has
}

/** Stages of each kind that wait for nothing, and so can be in a namespace of their own. */
function createPlaced(): Pipeline {
  return definePipeline({
    name: "placed",
    version: "0.1.0",
    ordering: "none",
    stages: {
      store: new StatefulStage({ image, ...served }),
      serve: new ServiceStage({ image, ...served }),
      batch: new BatchJob({ image }),
    },
  }) as Pipeline; // whichever stages it has
}

const asked: Values = {
  env: Object.fromEntries(
    ["store", "serve"].flatMap((stage) => [
      [`${stage}_HOST`, { fromService: { stage } }],
      ...["hostPort", "url"].map((format) => [`${stage}_${format}`, { fromService: { stage, port: "http", format } }]),
    ]),
  ),
};

/** Stages that read the addresses of others, from another namespace or of another one. */
const placed: readonly Values[] = ["store", "serve", "batch"].flatMap((stage) => [
  { [stage]: asked },
  { [stage]: { ...asked, namespaceOverride: "other" } },
  { store: { namespaceOverride: "kept" }, serve: { namespaceOverride: "shown" }, [stage]: asked },
  {
    store: { namespaceOverride: "kept" },
    serve: { namespaceOverride: "shown" },
    [stage]: { ...asked, namespaceOverride: "other" },
  },
]);

/** What waits, what is waited for, or both in other namespaces than that of the release. */
const moved: readonly Values[] = ["front", "mirror", "batch"].flatMap((stage) =>
  [{}, { store: { namespaceOverride: "kept" } }].flatMap((store) => [
    store,
    { ...store, [stage]: { namespaceOverride: "other" } },
  ]),
);

/** A headless Service whose pods have no ports at all, which its own name or do not. */
const withoutPorts = (targetPort: number | string): Values => ({
  relay: { ports: null, service: { headless: true, ports: { http: { targetPort } } } },
});

/** Of a headless Service a port is asked for that is disabled. */
const askDisabledPort = ["batch", "front"].map(
  (stage): Values => ({
    relay: { service: { headless: true, ports: { metrics: { ...off, port: 81, targetPort: 81 } } } },
    [stage]: { env: { A: { fromService: { stage: "relay", port: "metrics", format: "hostPort" } } } },
  }),
);

const daily = { kind: "CronJob", cron: { schedule: "@daily" } };

/** What waits for a Job, because the service between them is disabled, and runs on a schedule. */
const onSchedule: Values = { relay: off, batch: daily };

const gate = {
  image: { repository: "a #b", tag: "1", pullPolicy: "1e3" },
  timeoutSeconds: 60,
  resources: { limits: { memory: "1Gi" } },
};
const failurePolicy = {
  rules: [{ action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] }],
};
const podAffinity = {
  requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: "zone", labelSelector: { matchLabels: { a: "b" } } }],
};
const podAntiAffinity = {
  preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: "zone" } }],
};

/** A name of objects that quotes alone keep whole; no schema admits it. */
const broken = (stage: string): Values => ({ [stage]: { fullnameOverride: `${stage} #` } });

/** Values that all of the pipelines take. */
const common: readonly Values[] = [
  {},
  ...["store", "extract", "clean", "enrich", "load", "nightly"].map(broken),
  { global: { imageRegistry: "mirror.example.com", pipeline: { runId: "2", gate } } },
  {
    clean: { job: { podFailurePolicy: failurePolicy }, commonAnnotations: { a: "b" }, podAnnotations: { c: "d" } },
    load: { affinity: { podAffinity, podAntiAffinity }, commonAnnotations: { a: "b" }, naming: { hashSuffix: false } },
    enrich: { configMaps: { a: { data: { a: "b" } } }, initContainers: { first: { image } } },
  },
  { clean: off, store: off },
  { extract: off, store: off },
  { workspace: { volumes: { data: { claim: { name: "a #b" } } } } },
  { workspace: { volumes: { data: { claim: { existingClaim: "theirs" } } } } },
  { workspace: { volumes: { data: { claim: { accessModes: ["ReadWriteMany"] } } } } },
  { workspace: { volumes: { data: { claim: { accessModes: ["ReadWriteMany", "ReadWriteOnce"] } } } } },
  {
    extract: { volumes: { more: { mountPath: "/more", emptyDir: {} }, data: { enabled: false } } },
    load: { volumes: { data: { type: "emptyDir", emptyDir: {} } } },
  },
  { store: { service: { ports: { http: { protocol: "UDP" }, tcp: { port: 81, targetPort: "http" } } } } },
  { store: { service: { ports: { http: { port: 8080 } } }, networkPolicy: { fromStages: ["extract"] } } },
  // The Service that names its pods is left.
  { store: { service: { enabled: false } } },
];

/** What stages refuse that wait, or are waited for. */
const refused: readonly Values[] = [
  { clean: daily },
  { load: { volumes: { again: { mountPath: "/again", pipelineVolume: { stage: "workspace", volume: "data" } } } } },
  { enrich: { initContainers: { gate: { image } } } },
  { enrich: { sidecars: { gate: { image } } } },
  { enrich: { volumes: { gate: { mountPath: "/a", emptyDir: {} } } } },
  { enrich: { configMaps: { gate: { data: {} } } } },
];

/** Without the Jobs before it, a stateful stage waits for another one. */
const withoutJobs: Values = { extract: off, clean: off, enrich: off, load: off, nightly: off };

/** What no container can have, a gate's neither: an amount of its own kind that is asked for and not limited. */
const unlimited: Values = { global: { pipeline: { gate: { resources: { requests: { "a/b": "1" } } } } } };

const gateResources = (resources: object): Values => ({ global: { pipeline: { gate: { resources } } } });

/** Resources of pods that have just enough for their gates, or too little. */
const enough: readonly Values[] = ["clean", "cache", "serve"].map((stage) => ({
  ...gateResources({ requests: { cpu: "20m" }, limits: { cpu: "30m", memory: "64Mi" } }),
  [stage]: {
    podResources: { requests: { cpu: "20m", memory: "64Mi" }, limits: { cpu: "30m", memory: "64Mi", "a/b": 1 } },
  },
}));
const tooLittle: readonly Values[] = ["clean", "cache", "serve"].flatMap((stage) => [
  { ...gateResources({ limits: { memory: "64Mi" } }), [stage]: { podResources: { limits: { memory: "63Mi" } } } },
  { ...gateResources({ requests: { cpu: 1 } }), [stage]: { podResources: { requests: { cpu: "500m" } } } },
  { ...gateResources({ requests: { cpu: 1 } }), [stage]: { podResources: { limits: { cpu: "500m" } } } },
  {
    ...gateResources({ limits: { "ephemeral-storage": "2Gi" } }),
    [stage]: { podResources: { requests: { "ephemeral-storage": "1Gi" } } },
  },
]);

/** What stages refuse that wait in gates alone. */
const refusedByGates: readonly Values[] = [
  ...tooLittle,
  { clean: { namespaceOverride: "other" } },
  // The second of two that a stage waits for.
  { extract: off, store: off, enrich: { namespaceOverride: "other" } },
  // The second of its two dependencies is a Job.
  { serve: off, report: daily },
  // Helm executes the file of a service first, and would have its refusal.
  { ...withoutJobs, serve: off, report: off, store: { service: { ports: { http: { protocol: "UDP" } } } } },
  // Stages of one chart wait, those of the others do not.
  { ...unlimited, cache: off, serve: off },
  { ...unlimited, ...withoutJobs, cache: off, report: off },
  { ...unlimited, ...withoutJobs, serve: off, report: off },
  { clean: { job: { ttlSecondsAfterFinished: 1 } } },
  { load: { restartPolicy: "OnFailure" } },
  { load: { job: { podReplacementPolicy: "TerminatingOrFailed" } } },
  ...["cache", "serve"].flatMap((stage) => [
    { [stage]: { service: { ports: { http: { protocol: "UDP" } } } } },
    { [stage]: { namespaceOverride: "other" } },
    { [stage]: { initContainers: { gate: { image } } } },
    { [stage]: { sidecars: { gate: { image } } } },
    { [stage]: { volumes: { gate: { mountPath: "/a", emptyDir: {} } } } },
    { [stage]: { configMaps: { gate: { data: {} } } } },
  ]),
  // The second of two dependencies, for each of the two that wait.
  ...[{ serve: off, report: off }, { cache: off }].map((others) => {
    return { load: off, extract: off, store: off, enrich: { namespaceOverride: "other" }, ...others };
  }),
];

/** Values of the pipeline with gates alone. */
const waiting: readonly Values[] = [
  // A Job that waits for a service alone can be in another namespace, as the service can.
  { store: { namespaceOverride: "kept" } },
  { nightly: { namespaceOverride: "other" } },
  { store: { namespaceOverride: "kept" }, nightly: { namespaceOverride: "other" } },
  { clean: { job: { podFailurePolicy: {} } } },
  ...["cache", "serve", "report"].map(broken),
  { nameOverride: "a #" },
  { serve: { progressDeadlineSeconds: 900, minReadySeconds: 5 }, global: { pipeline: { gate } } },
  { serve: { progressDeadlineSeconds: 900 }, global: { pipeline: { gate: { timeoutSeconds: 2147483647 } } } },
  {
    serve: { commonAnnotations: { a: "b" }, affinity: { podAffinity }, service: { headless: true } },
    cache: { commonAnnotations: { a: "b" }, networkPolicy, affinity: { podAntiAffinity }, podAnnotations: { a: "b" } },
  },
  { load: { job: { podReplacementPolicy: "Failed" } } },
  { report: daily },
  ...enough,
  { load: off, cache: off },
  // A stateful stage then waits for a service.
  { load: off, enrich: off, cache: { networkPolicy } },
  { load: off },
  withoutJobs,
  { serve: { service: { enabled: false } }, report: off },
];

const gateFile = (stage: string, data: Readonly<Record<string, string>>): ExistingObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: {
    name: `rel-${stage}-gate`,
    namespace: "default",
    labels: { "app.kubernetes.io/managed-by": "Helm" },
    annotations: { "meta.helm.sh/release-name": "rel", "meta.helm.sh/release-namespace": "default" },
  },
  data,
});
const job = (name: string, conditions: readonly object[]): ExistingObject => ({
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: { name, namespace: "default" },
  status: { conditions },
});
const complete = { type: "Complete", status: "True" };

/** What services waited for before an upgrade, and what has become of it since. */
const gateFiles = [
  gateFile("serve", {
    upstream:
      "load job load-1\ncache tcp rel-cache 80\nclean before clean-1\nextract before extract-1\nstore tcp a load-1\n",
    passed: "enrich",
  }),
  gateFile("cache", {
    upstream: "load job clean-1\nextract before extract-1\nstore tcp a extract-1\n",
    passed: "enrich",
  }),
];
const jobs = [
  job("load-1", [complete]),
  job("clean-1", [
    { type: "Complete", status: "False" },
    { type: "Failed", status: "True" },
  ]),
  job("extract-1", [{ type: "Suspended", status: "False" }, complete]),
];

/** A pipeline, and values that it renders or refuses. */
export interface OtherPipeline extends DecisiveValues {
  readonly pipeline: Pipeline;
  /** Values of pipelines with other orderings too, of which this one refuses some. */
  readonly shared?: readonly Values[];
  readonly cluster?: Omit<Cluster, "files">;
}

/** A pipeline for each ordering in which stages wait, and some more. */
export const otherPipelines: readonly OtherPipeline[] = [
  { pipeline: createChain(), ...chainValues, shared: [{}, ...sharedValues] },
  { pipeline: createOddChain(), accepted: [{}], refused: [] },
  {
    pipeline: createRelay(),
    accepted: [{}, withoutPorts(8080)],
    refused: [...askDisabledPort, onSchedule, withoutPorts("http")],
  },
  { pipeline: createPlaced(), accepted: placed, refused: [] },
  { pipeline: createFronts(), accepted: moved, refused: [] },
  {
    pipeline: createPipeline("gates"),
    accepted: [...common, ...waiting],
    refused: [...refused, ...refusedByGates],
    cluster: {
      existing: [...gateFiles, ...jobs],
      upgrades: [{ values: {}, lines: [`passed: "enrich extract load"`, `passed: "enrich extract"`] }],
    },
  },
  { pipeline: createPipeline("hooks"), accepted: common, refused },
];
