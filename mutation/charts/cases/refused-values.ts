/** Values that a guard or a `required` of a chart must refuse, whatever the schema says. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";

const image = { repository: "busybox", tag: "1.36" };
const ports = { http: { containerPort: 8080 }, other: { containerPort: 8081 } };
const node = { mountPath: "/node", hostPath: { path: "/" } };
const claim = (size: string, ...accessModes: string[]): object => ({
  mountPath: "/data",
  claim: { size, ...(accessModes.length === 0 ? {} : { accessModes }) },
});

/** Security contexts that ask for more than level `restricted` gives, one field each. */
const breaches: readonly Values[] = [
  { procMount: "Unmasked" },
  { appArmorProfile: { type: "Unconfined" } },
  { seLinuxOptions: { type: "spc_t" } },
  { seLinuxOptions: { user: "root" } },
  { seLinuxOptions: { role: "root" } },
  { windowsOptions: { hostProcess: true } },
  { seccompProfile: { type: "Unconfined" } },
  { runAsUser: 0 },
  { capabilities: { add: ["SYS_ADMIN"] } },
  { capabilities: { drop: ["NET_RAW"] } },
];

/** Resources that contradict themselves. */
const resources: readonly Values[] = [
  { requests: { memory: "2Gi" }, limits: { memory: "1G" } },
  { requests: { "example.com/gpu": 1 }, limits: { "example.com/gpu": 2 } },
  { requests: { "example.com/gpu": 1 } },
  { limits: { cpu: 1, "hugepages-2Mi": "3Mi" } },
  { limits: { cpu: 1, "hugepages-2Mi": 0 } },
  { limits: { "hugepages-2Mi": "4Mi" } },
];

const block = (cidr: string, ...except: readonly string[]): Values => ({ ipBlock: { cidr, except } });

/** Rules of a NetworkPolicy that Kubernetes refuses. */
const rules: readonly Values[] = [
  { from: [{ podSelector: {} }, block("10.1.0.0/8")] },
  { from: [block("2001:db8::1/32")] },
  { from: [block("10.0.0.0/8", "10.1.0.0/15")] },
  { from: [block("10.0.0.0/8", "11.0.0.0/9")] },
  { from: [block("10.0.0.0/8", "10.0.0.0/8")] },
  { from: [block("::/0", "10.0.0.0/8")] },
  { ports: [{ port: 80 }, { port: 443, endPort: 80 }] },
];

const podLabels = { a: "a", b: "b" };
const contested = { topologyKey: "zone", matchLabelKeys: ["a", "b"], mismatchLabelKeys: ["b"] };
const spread = { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule" };
const kernelParameter = { name: "net.ipv4.tcp_syncookies", value: "0" };
const sleep = (seconds: number): Values => ({ preStop: { sleep: { seconds } } });
const ownMap = { settings: { ownConfigMap: "none" } };
const inexact = (data: Values): Values => ({
  extraObjects: { a: { apiVersion: "v1", kind: "A", metadata: { name: "a" }, ...data } },
});
const referring = (reference: unknown): Values => inexact({ data: { n: [{ $from: reference }] } });

/** References in whole objects that have another form, or that name what no workload alone has. */
const references: readonly Values[] = [
  inexact({ $from: { what: "name" } }),
  inexact({ metadata: { $from: { what: "selectorLabels" } } }),
  inexact({ data: { $from: { what: "name" }, n: 1 } }),
  ...[
    "name",
    { wat: "name" },
    { what: 1 },
    { what: "nmae" },
    { what: "name", volume: "a" },
    { what: "name", port: "a" },
    { what: "name", replica: 0 },
    { what: "claim", volume: "a", replica: 1.5 },
    { what: "selectorLabels", prefix: "a" },
    { what: "name", stage: "none" },
    { what: "claim", volume: "none" },
    { what: "claim", volume: "none", replica: 0 },
    { what: "url", port: "none" },
  ].map(referring),
];
const pipelineVolume = { stage: "workspace", volume: "data" };

const memoryOfNone = { resourceFieldRef: { containerName: "none", resource: "limits.memory" } };
const filesOfNone = { downwardAPI: { items: [{ path: "memory", ...memoryOfNone }] } };

/** What the workloads refuse alike, beside an image. */
const faults: readonly Values[] = [
  { env: { A: { valueFrom: memoryOfNone } } },
  { initContainers: { a: { image, env: { A: { valueFrom: memoryOfNone } } } } },
  { sidecars: { a: { image, env: { A: { valueFrom: memoryOfNone } } } } },
  { volumes: { a: { mountPath: "/a", ...filesOfNone } } },
  { volumes: { a: { mountPath: "/a", projected: { sources: [filesOfNone] } } } },
  ...breaches.map((securityContext) => ({ securityContext })),
  { podSecurityContext: { hostProcess: true, runAsNonRoot: false } },
  { podSecurity: "baseline", securityContext: { privileged: true } },
  { podSecurity: "openshift", securityContext: { runAsUser: 0 } },
  { livenessProbe: { httpGet: { port: "none" } } },
  { sidecars: { a: { image, readinessProbe: { tcpSocket: { port: "none" } } } } },
  { podSecurity: "openshift", volumes: { a: { nfs: { server: "a", path: "/" } } } },
  { initContainers: { a: { image, securityContext: { runAsUser: 0, runAsNonRoot: false } } } },
  { sidecars: { a: { image, securityContext: { allowPrivilegeEscalation: true } } } },
  { volumes: { node } },
  { volumes: { node: { ...node, allowHostPath: false } } },
  { volumes: { node: { ...node, allowHostPath: "true" } } },
  { volumes: { a: { mountPath: "/a", ownConfigMap: "none" } } },
  { volumes: { a: { mountPath: "/a", pipelineVolume: { stage: "none", volume: "none" } } } },
  { volumes: { a: { mountPath: "/a", emptyDir: {} }, b: { mountPath: "/a", emptyDir: {} } } },
  { volumes: { a: { mountPath: "/a", existingClaim: "x" }, b: { mountPath: "/b", existingClaim: "x" } } },
  { volumes: { a: { mountPath: "/a", pipelineVolume }, b: { mountPath: "/b", pipelineVolume } } },
  { volumes: { a: { emptyDir: {}, mounts: { b: { mountPath: "/b", container: "none" } } } } },
  { volumes: { a: { existingClaim: "x", mountPath: "/a", devicePath: "/dev/a" } } },
  { volumes: { a: { existingClaim: "x", devicePath: "/dev/a", mounts: { b: { devicePath: "/dev/b" } } } } },
  { envFrom: ownMap },
  { initContainers: { a: { image, envFrom: ownMap } } },
  { sidecars: { a: { image, envFrom: ownMap } } },
  { initContainers: { main: { image } } },
  { initContainers: { a: { image } }, sidecars: { a: { image } } },
  { env: { A: { fromService: { stage: "none", port: "http" } } } },
  ...resources.map((one) => ({ resources: one })),
  { initContainers: { a: { image, resources: resources[0] } } },
  { sidecars: { a: { image, resources: resources[0] } } },
  { lifecycle: sleep(31) },
  { lifecycle: { postStart: { sleep: { seconds: 12 } }, ...sleep(11) }, terminationGracePeriodSeconds: 10 },
  { sidecars: { a: { image, lifecycle: sleep(31) } } },
  { sidecars: { a: { image, lifecycle: sleep(11) } }, terminationGracePeriodSeconds: 10 },
  { topologySpreadConstraints: [spread, { ...spread, maxSkew: 2 }] },
  { podSecurityContext: { sysctls: [kernelParameter, { ...kernelParameter, value: "1" }] } },
  { podLabels, affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [contested] } } },
  {
    podLabels,
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: contested }],
      },
    },
  },
  ...rules.map((rule) => ({ networkPolicy: { enabled: true, ingress: [{}, rule] } })),
  { networkPolicy: { enabled: true, egress: [{ to: [block("10.1.0.0/8")] }] } },
  { networkPolicy: { enabled: true, fromStages: ["none"] } },
  { networkPolicy: { enabled: true, toStages: ["none"] } },
  inexact({ data: { n: 2 ** 60 } }),
  inexact({ data: { n: -(2 ** 60) } }),
  inexact({ list: [1, { n: 2 ** 60 }] }),
  ...references,
];

const workload: readonly Values[] = [
  {},
  { image: { repository: "busybox" } },
  ...faults.map((values) => ({ image, ...values })),
];

const shared = { http: { port: 80 }, other: { port: 80 } };
const nodePorts = { http: { port: 80, nodePort: 30080 }, other: { port: 81, nodePort: 30080 } };

/** Images of the test's own. */
const images: readonly Values[] = [{ repository: "" }, { tag: "" }];

/** What a Service for clients refuses. */
const service: readonly Values[] = [
  ...images.map((own) => ({ image, ports, service: { ports: { http: { port: 80 } } }, tests: { image: own } })),
  { image, ports, service: { ports: shared } },
  { image, ports, service: { type: "NodePort", ports: nodePorts } },
  { image, ports, service: { type: "LoadBalancer", ports: nodePorts } },
  { image, ports, service: { ports: { http: { port: 80, targetPort: "none" } } } },
  { image, ports, service: { ports: { none: { port: 80 } } } },
  {
    image,
    ports,
    service: {
      type: "LoadBalancer",
      ports: { http: { port: 80 } },
      loadBalancerSourceRanges: ["0.0.0.0/0", "10.1.0.0/8"],
    },
  },
];

const successRules: readonly Values[] = [
  { succeededIndexes: "3,1" },
  { succeededIndexes: "3-1" },
  { succeededIndexes: "0-5" },
  { succeededIndexes: "0,2-3", succeededCount: 4 },
  { succeededCount: 6 },
];
const codes: readonly Values[] = [
  { values: [2, 1] },
  { values: [1, 1] },
  { values: [1], containerName: "none" },
  { values: [1], containerName: "off" },
];
const indexed = { completionMode: "Indexed", completions: 5 };

const batchJob: readonly Values[] = [
  { image, job: { parallelism: 2 }, volumes: { data: claim("1Gi", "ReadWriteOncePod") } },
  { image, job: { parallelism: 2 }, volumes: { data: { mountPath: "/data", pipelineVolume } } },
  ...images.map((own) => ({ image, tests: { image: own } })),
  { image, job: { ...indexed, backoffLimitPerIndex: 1, maxFailedIndexes: 6 } },
  ...successRules.map((rule) => ({ image, job: { ...indexed, successPolicy: { rules: [rule] } } })),
  ...codes.map((onExitCodes) => ({
    image,
    initContainers: { off: { image, enabled: false } },
    job: { podFailurePolicy: { rules: [{ action: "FailJob", onExitCodes: { operator: "In", ...onExitCodes } }] } },
  })),
  { image, kind: "CronJob" },
  { image, kind: "CronJob", cron: { schedule: "5-1 * * * *" } },
  { image, kind: "CronJob", cron: { schedule: "0 0 * * SAT-MON" } },
];

const http = { image, ports, service: { ports: { http: { port: 80 } } } };

const serviceStage: readonly Values[] = [
  { ...http, autoscaling: { enabled: true, minReplicas: 4, maxReplicas: 3 } },
  { ...http, autoscaling: { enabled: true, minReplicas: 4 } },
  {
    ...http,
    autoscaling: { enabled: true, metrics: [{ type: "ContainerResource", containerResource: { container: "none" } }] },
  },
  // No integer, and less than the default of the other.
  { ...http, autoscaling: { enabled: true, maxReplicas: 0.5 } },
  { image, ingress: { enabled: true, hosts: { a: {} } } },
  { ...http, service: { ...http.service, enabled: false }, ingress: { enabled: true, hosts: { a: {} } } },
  { ...http, ingress: { enabled: true, hosts: { a: { paths: { b: { port: "none" } } } } } },
  {
    ...http,
    service: { ports: { http: { port: 80 }, other: { port: 81 } } },
    ingress: { enabled: true, hosts: { a: { paths: { b: {} } } } },
  },
  { ...http, ingress: { enabled: true } },
  { ...http, ingress: { enabled: true, hosts: { a: { enabled: false } } } },
  { image, replicas: 2, volumes: { data: claim("1Gi", "ReadWriteOncePod") } },
  { image, replicas: 2, volumes: { data: claim("1Gi") } },
  { image, autoscaling: { enabled: true }, volumes: { data: claim("1Gi", "ReadWriteOnce") } },
  { image, autoscaling: { enabled: true }, volumes: { data: claim("1Gi", "ReadWriteOncePod") } },
  { image, strategy: { type: "RollingUpdate" }, volumes: { data: claim("1Gi") } },
  { image, minReadySeconds: 600 },
  { image, minReadySeconds: 60, progressDeadlineSeconds: 60 },
];

const statefulStage: readonly Values[] = [
  { image, replicas: 2, volumes: { data: claim("1Gi", "ReadWriteOncePod") } },
  { ...http, fullnameOverride: "same", headless: { name: "same" } },
  {
    image,
    persistence: { data: { mountPath: "/a", size: "1Gi" } },
    volumes: { data: { mountPath: "/b", emptyDir: {} } },
  },
  { image, ports: { a: { containerPort: 1 }, b: { containerPort: 1 } } },
];

const csi = { driver: "my-csi-driver", volumeHandle: "a" };

const csiVolume: readonly Values[] = [
  { volumes: { a: { claim: {} } } },
  { volumes: { a: { claim: { existingClaim: "x" }, static: { csi } } } },
  { volumes: { a: { claim: { size: "2Gi" }, static: { capacity: "1Gi", csi } } } },
  { volumes: { a: { claim: { size: "1Gi", ownStorageClass: "none" } } } },
  { volumes: { a: { claim: { create: false, ownStorageClass: "none" }, static: { capacity: "1Gi", csi } } } },
  {
    volumes: {
      a: { claim: { size: "1Gi" }, static: { csi } },
      b: { claim: { size: "1Gi" }, static: { csi } },
      c: { claim: { size: "1Gi" }, static: { csi } },
    },
  },
  {
    storageClasses: {
      a: {
        provisioner: "my-csi-driver",
        allowedTopologies: [
          { matchLabelExpressions: [{ key: "zone", values: ["a"] }] },
          {
            matchLabelExpressions: [
              { key: "zone", values: ["a"] },
              { key: "zone", values: ["b"] },
            ],
          },
        ],
      },
    },
  },
];

/** By the name of the chart. */
export const refusedValues: Readonly<Record<string, readonly Values[]>> = {
  "batch-job": [...workload, ...batchJob],
  "csi-volume": csiVolume,
  "service-stage": [...workload, ...service, ...serviceStage],
  "stateful-stage": [...workload, ...service, ...statefulStage],
};
