// What must not compile in the options of stages, and in stages of one's own. Checked by `npm run types`; nothing to run.
import { type Chart, ChartStage, type Overrides } from "../../generator/chart.ts";
import {
  AddressReference,
  BatchJob,
  type BatchJobOptions,
  type BatchJobOverrides,
  CsiVolume,
  custom,
  definePipeline,
  refer,
  ServiceStage,
  Stage,
  StatefulStage,
  VolumeReference,
  type WithReferences,
  withEnvironment,
} from "../../generator/mod.ts";
import { collector } from "../own-charts/collector.ts";
import { migration } from "../own-charts/migration.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
const store = new StatefulStage({ image, ports: { sql: { containerPort: 5432 } } });

// What has no default is required.
// @ts-expect-error: no image
new BatchJob({});
// @ts-expect-error: no image
new ServiceStage({ ports: { http: { containerPort: 80 } } });
// @ts-expect-error: an image without a name
new StatefulStage({ image: { tag: "17" } });
// @ts-expect-error: a claim without a size
new BatchJob({ image, volumes: { data: { mountPath: "/data", claim: {} } } });
// @ts-expect-error: a claim of each replica without a size
new StatefulStage({ image, persistence: { data: { mountPath: "/data" } } });
// @ts-expect-error: no volumes
new CsiVolume({});
// @ts-expect-error: a driver without the handle of the storage
new CsiVolume({ volumes: { data: { static: { csi: { driver: "disk.csi.azure.com" } } } } });
// @ts-expect-error: a key of a Secret without its name
new BatchJob({ image, env: { A: { valueFrom: { secretKeyRef: { key: "a" } } } } });
// @ts-expect-error: a port without its number
new BatchJob({ image, ports: { http: {} } });
// @ts-expect-error: none of the words
new BatchJob({ image, tolerations: [{ operator: "Exist" }] });

// Environments may name any field alone.
const pipeline = definePipeline({ name: "etl", version: "1.0.0", volumes: { workspace }, stages: { store } });
withEnvironment(pipeline, "prod", {
  store: { image: { tag: "18" }, persistence: { data: { annotations: { a: "b" } } } },
});
withEnvironment(pipeline, "prod", { store: { env: { A: { valueFrom: { secretKeyRef: { key: "a" } } } } } });
withEnvironment(pipeline, "prod", { workspace: { enabled: false, volumes: { data: { retain: false } } } });
// @ts-expect-error: an item of a list is whole
withEnvironment(pipeline, "prod", { store: { hostAliases: [{ hostnames: ["a"] }] } });
// @ts-expect-error: no key of that name in a type of Kubernetes
withEnvironment(pipeline, "prod", { store: { livenessProbe: { httpGet: { prt: 80 } } } });

// What Kubernetes 1.36 knows; a quantity may be a number, a list read-only, and what is undefined is absent.
const constraints = [
  { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule", labelSelector: {} },
] as const;
new BatchJob({
  image,
  resources: { limits: { cpu: 2, memory: "1Gi", "nvidia.com/gpu": 1 } },
  podSecurityContext: { supplementalGroupsPolicy: "Strict" },
  topologySpreadConstraints: constraints,
  workingDir: undefined,
  dependsOn: undefined,
});
new ServiceStage({ image, autoscaling: { behavior: { scaleUp: { tolerance: 0.1 } } } });
const podCertificate = { signerName: "example.com/signer", keyType: "ED25519" } as const;
const certificate = { mountPath: "/certificate", projected: { sources: [{ podCertificate }] } } as const;
new BatchJob({ image, volumes: { certificate } });
// @ts-expect-error: no key type of that name
new BatchJob({ image, volumes: { certificate: { projected: { sources: [{ podCertificate: { keyType: "DSA" } }] } } } });

// An environment knows the same.
const one = { load: new BatchJob({ image }), web: new ServiceStage({ image }) };
withEnvironment(definePipeline({ name: "etl", version: "1.0.0", stages: one }), "prod", {
  load: {
    resources: { limits: { cpu: 2, memory: "1Gi", "nvidia.com/gpu": 1 } },
    podSecurityContext: { supplementalGroupsPolicy: "Strict" },
    topologySpreadConstraints: constraints,
    volumes: { certificate },
  },
  web: { autoscaling: { behavior: { scaleUp: { tolerance: 0.1 } } } },
});
// @ts-expect-error: no signer
withEnvironment(pipeline, "prod", { store: { volumes: { a: { projected: { sources: [{ podCertificate: {} }] } } } } });

// Whole objects are typed by their API version and kind, also in environments.
const head = { apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: { name: "a" } } as const;
new BatchJob({ image, extraObjects: { budget: { ...head, spec: { minAvailable: 1 } } } });
new BatchJob({
  image,
  extraObjects: {
    token: { apiVersion: "v1", kind: "Secret", metadata: { name: "token" }, stringData: { token: "a" } },
    budget: {
      apiVersion: "policy/v1",
      kind: "PodDisruptionBudget",
      metadata: { name: "a" },
      spec: { minAvailable: 1 },
    },
  },
});
withEnvironment(pipeline, "prod", { store: { extraObjects: { budget: { enabled: false } } } });
withEnvironment(pipeline, "prod", { store: { extraObjects: { budget: { spec: { minAvailable: "50%" } } } } });
withEnvironment(pipeline, "prod", { extraObjects: { token: { kind: "Secret", stringData: { token: "b" } } } });
// @ts-expect-error: no kind
new BatchJob({ image, extraObjects: { budget: { apiVersion: "policy/v1", metadata: { name: "a" } } } });
// @ts-expect-error: no name
new BatchJob({ image, extraObjects: { token: { apiVersion: "v1", kind: "Secret", metadata: {} } } });
// @ts-expect-error: no field of a PodDisruptionBudget
new BatchJob({ image, extraObjects: { budget: { ...head, spec: { minAvailble: 1 } } } });
const secret = { apiVersion: "v1", kind: "Secret", metadata: { name: "a" } } as const;
// @ts-expect-error: no field of a Secret
new BatchJob({ image, extraObjects: { a: { ...secret, strData: {} } } });
// @ts-expect-error: no field of any kind
withEnvironment(pipeline, "prod", { store: { extraObjects: { budget: { spec: { minAvailble: 1 } } } } });
// @ts-expect-error: no such version of a kind
new BatchJob({ image, extraObjects: { budget: { ...head, apiVersion: "policy/v1beta1" } } });
// Kinds of others, and parts of them in environments.
const monitor = { apiVersion: "monitoring.coreos.com/v1", kind: "PodMonitor", metadata: { name: "a" } } as const;
new BatchJob({ image, extraObjects: { monitor: custom({ ...monitor, spec: { podMetricsEndpoints: [] } }) } });
withEnvironment(pipeline, "prod", { store: { extraObjects: { monitor: custom({ spec: { jobLabel: "a" } }) } } });
// @ts-expect-error: Kubernetes has no such kind
new BatchJob({ image, extraObjects: { monitor: { ...monitor, spec: {} } } });
// @ts-expect-error: a kind is missing
new BatchJob({ image, extraObjects: { monitor: custom({ metadata: { name: "a" } }) } });

// References stand where a text or a map of texts may be.
const selector = { matchLabels: refer().selectorLabels };
new CsiVolume({
  volumes: {},
  extraObjects: {
    budget: { ...head, metadata: { name: refer().name }, spec: { selector } },
    names: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: refer(store).name.with({ suffix: "-names" }), labels: { of: refer(store).release } },
      data: { url: store.address("url", "sql"), host: refer(store).hostPort("sql"), data: workspace.volume("data") },
    },
  },
});
const priority = { apiVersion: "scheduling.k8s.io/v1", kind: "PriorityClass", metadata: { name: "a" } } as const;
// @ts-expect-error: a name is no number
new BatchJob({ image, extraObjects: { a: { ...priority, value: refer().name } } });
// @ts-expect-error: labels are no name
new BatchJob({ image, extraObjects: { budget: { ...head, metadata: { name: refer().selectorLabels } } } });
// @ts-expect-error: no port of that name
refer(store).url("sqll");
// @ts-expect-error: a reference for whole objects names no host elsewhere
new BatchJob({ image, hostname: refer().name });
// @ts-expect-error: nor labels
new BatchJob({ image, commonLabels: refer().selectorLabels });

// References stand where the name of a stage would.
new BatchJob({
  image,
  volumes: { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } },
  env: { STORE: { fromService: store.address("hostPort", "sql") } },
});
withEnvironment(pipeline, "prod", { store: { env: { STORE: { fromService: store.address() } } } });
// @ts-expect-error: a volume is no map of labels
new BatchJob({ image, commonLabels: workspace.volume("data") });
// @ts-expect-error: nor a list
new BatchJob({ image, command: workspace.volume("data") });
// @ts-expect-error: nor an item of one
new BatchJob({ image, command: [workspace.volume("data")] });
// @ts-expect-error: nor an address
new BatchJob({ image, env: { STORE: { fromService: workspace.volume("data") } } });
// @ts-expect-error: an address is no text
new BatchJob({ image, env: { STORE: store.address() } });
// @ts-expect-error: nor a volume
new BatchJob({ image, volumes: { data: { mountPath: "/data", pipelineVolume: store.address() } } });
// @ts-expect-error: nor limits
new BatchJob({ image, resources: { limits: store.address() } });

// A stage of one's own says what environments may set.
interface Values {
  readonly size: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly source: { readonly stage: string; readonly volume: string };
  readonly sink: { readonly stage: string; readonly format: string };
}
class Snapshot<Upstream extends string = never> extends Stage<Upstream, Overrides<Values>> {
  declare readonly chart: Chart;
  declare readonly dependsOn: readonly Upstream[];
}
const own = definePipeline({
  name: "etl",
  version: "1.0.0",
  stages: { store, snapshot: new Snapshot<"store">({}) },
  environments: { dev: { snapshot: { size: "1Gi" } } },
});
withEnvironment(own, "prod", { snapshot: { enabled: false, labels: { a: "b" } }, store: { replicas: 2 } });
// @ts-expect-error: no key of that name
withEnvironment(own, "prod", { snapshot: { sizes: "1Gi" } });
// @ts-expect-error: a key of another kind of stage
withEnvironment(own, "prod", { snapshot: { replicas: 2 } });
// @ts-expect-error: waits for a stage that is not there
definePipeline({ name: "etl", version: "1.0.0", stages: { snapshot: new Snapshot<"store">({}) } });

const references: WithReferences<Values> = {
  size: "1Gi",
  labels: {},
  source: new VolumeReference({}, "data"),
  sink: new AddressReference({}, undefined, "host"),
};
export const wrong: readonly WithReferences<Values>[] = [
  references,
  // @ts-expect-error: a map is no place for a volume
  { ...references, labels: new VolumeReference({}, "data") },
  // @ts-expect-error: nor for an address
  { ...references, labels: new AddressReference({}, undefined, "host") },
  // @ts-expect-error: a volume is no address
  { ...references, sink: new VolumeReference({}, "data") },
];

// A stage of a chart of one's own has the values of the chart's model.
const agent = new ChartStage(collector, { image, dependsOn: ["store"] });
definePipeline({ name: "etl", version: "1.0.0", stages: { store, agent } });
// @ts-expect-error: depends on a stage that is not there
definePipeline({ name: "etl", version: "1.0.0", stages: { agent } });
// @ts-expect-error: no image, which has no default
new ChartStage(collector, {});
// @ts-expect-error: an image without a name
new ChartStage(collector, { image: { tag: "1" } });
// @ts-expect-error: a port without its number
new ChartStage(collector, { image, ports: { http: {} } });
// @ts-expect-error: an init container without an image
new ChartStage(collector, { image, initContainers: { first: { command: ["true"] } } });
// @ts-expect-error: a value of the chart itself that has no default
new ChartStage(migration, { image });
// Values with defaults may be left out, of items of lists too; environments may name any field alone.
const scheme = new ChartStage(migration, { image, schemaVersion: "v1", attempts: undefined });
const withScheme = definePipeline({ name: "etl", version: "1.0.0", stages: { scheme } });
withEnvironment(withScheme, "prod", { scheme: { attempts: 1, initContainers: { first: { command: ["true"] } } } });
// @ts-expect-error: no key of that name
new ChartStage(collector, { image, sevice: {} });
// @ts-expect-error: a value of another chart
new ChartStage(collector, { image, attempts: 1 });
// @ts-expect-error: a text in place of a number
new ChartStage(migration, { image, schemaVersion: "v1", attempts: "1" });
new ChartStage(migration, {
  image,
  schemaVersion: "v1",
  env: { AGENT: { fromService: agent.address("url", "http") } },
});
// @ts-expect-error: an address is no text
new ChartStage(migration, { image, schemaVersion: "v1", env: { AGENT: agent.address() } });
// @ts-expect-error: a URL has a port
agent.address("url");
// @ts-expect-error: a host has none
agent.address("host", "http");

// Options and overrides have names, for functions that make some of them.
export const limits: Pick<BatchJobOptions, "resources" | "job"> = { job: { backoffLimit: 1 } };
export const nightly: BatchJobOverrides = { kind: "CronJob", cron: { schedule: "0 2 * * *" } };
