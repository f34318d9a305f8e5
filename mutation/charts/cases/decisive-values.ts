/** Values of which one round of a loop, one operand or one boundary of a check decides whether they are refused. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import { addedLabels, lostReferences } from "./lost-references.ts";
import { tooMany, volumeSizes, workloadSizes } from "./object-sizes.ts";
import { podContainers } from "./pods/pod-containers.ts";
import { podSizes } from "./pods/pod-sizes.ts";
import { reservedLabels } from "./reserved-labels.ts";
import { objectOf, wholeObjects } from "./whole-objects.ts";

/** What a chart must render, and what it must refuse. */
export interface DecisiveValues {
  readonly accepted: readonly Values[];
  readonly refused: readonly Values[];
}

const image = { repository: "busybox", tag: "1.36" };
const podLabels = { a: "a", b: "b", c: "c", d: "d" };
const fine = { topologyKey: "zone", matchLabelKeys: ["c"], mismatchLabelKeys: ["d"] };
const contested = { topologyKey: "zone", matchLabelKeys: ["b", "c"], mismatchLabelKeys: ["b"] };

/** The terms of affinity in each of the four lists that hold them. */
const affinities = (...terms: readonly object[]): readonly Values[] =>
  ["podAffinity", "podAntiAffinity"].flatMap((kind) => [
    { podLabels, affinity: { [kind]: { requiredDuringSchedulingIgnoredDuringExecution: terms } } },
    {
      podLabels,
      affinity: {
        [kind]: {
          preferredDuringSchedulingIgnoredDuringExecution: terms.map((podAffinityTerm) => ({
            weight: 1,
            podAffinityTerm,
          })),
        },
      },
    },
  ]);

const block = (cidr: string, ...except: readonly string[]): Values => ({ ipBlock: { cidr, except } });
const policy = (side: "ingress" | "egress", ...rules: readonly object[]): Values => ({
  networkPolicy: { enabled: true, [side]: rules },
});
const selector = { podSelector: {} };
const spread = (topologyKey: string): Values => ({ maxSkew: 1, topologyKey, whenUnsatisfiable: "DoNotSchedule" });
const syncookies = { name: "net.ipv4.tcp_syncookies", value: "0" };
const tooMuch = { requests: { memory: "2Gi" }, limits: { memory: "1Gi" } };
const ownMap = { settings: { ownConfigMap: "none" } };
const secret = { secretRef: { name: "more" } };
const sleep = (seconds: number): Values => ({ preStop: { sleep: { seconds } } });
const existing = (name: string, more: object): Values => ({ existingClaim: name, ...more });

/** Two volumes at one path in a container. */
const twice = (container: string): Values => ({
  a: { emptyDir: {}, mounts: { a: { container, mountPath: "/a" } } },
  b: { emptyDir: {}, mounts: { a: { container, mountPath: "/a" } } },
});

/** What all workloads refuse: the first or the last of several, or just beyond a boundary. */
const refused: readonly Values[] = [
  ...affinities(contested),
  ...affinities(fine, contested),
  ...affinities({ topologyKey: "zone", matchLabelKeys: ["b", "a"], mismatchLabelKeys: ["a"] }),
  { volumes: { z: { mountPath: "/z", ownConfigMap: "none" } } },
  // Several pods, of which one alone could mount it.
  {
    replicas: 2,
    job: { parallelism: 2 },
    volumes: { a: { mountPath: "/a", pipelineVolume: { stage: "none", volume: "none" } } },
  },
  { initContainers: { a: { image }, main: { image } } },
  { sidecars: { main: { image } } },
  { sidecars: { a: { image }, main: { image } } },
  { initContainers: { a: { image }, b: { image } }, sidecars: { b: { image } } },
  {
    volumes: {
      a: existing("a", { devicePath: "/dev/a" }),
      z: existing("z", { mountPath: "/z", devicePath: "/dev/z" }),
    },
  },
  { volumes: { a: existing("a", { devicePath: "/dev/a" }), b: existing("b", { devicePath: "/dev/a" }) } },
  { envFrom: { a: secret, ...ownMap } },
  { initContainers: { a: { image }, b: { image, envFrom: ownMap } } },
  { sidecars: { a: { image }, b: { image, envFrom: ownMap } } },
  policy("ingress", { from: [block("10.1.0.0/8")] }),
  policy("ingress", { from: [block("10.0.0.0/8", "10.1.0.0/16", "10.3.0.0/15")] }),
  policy("ingress", { from: [block("10.0.0.0/8", "10.1.0.0/16", "11.0.0.0/9")] }),
  policy("ingress", { from: [block("10.0.0.0/8", "11.0.0.0/9", "10.1.0.0/16")] }),
  policy("ingress", { from: [block("0.0.0.0/1", "128.0.0.0/2")] }),
  policy("egress", { to: [selector, block("10.1.0.0/8")] }),
  policy("egress", {}, { to: [block("10.1.0.0/8")] }),
  policy("ingress", { ports: [{ port: 443, endPort: 80 }] }),
  policy("ingress", { ports: [{ port: 81, endPort: 80 }, { port: 80 }] }),
  { volumes: { z: { mountPath: "/z", hostPath: { path: "/" } } } },
  { resources: { limits: { "hugepages-2Mi": "3Mi", memory: "1Gi" } } },
  { resources: { limits: { "hugepages-2Mi": "1Mi", memory: "1Gi" } } },
  { resources: { requests: { cpu: 1, "hugepages-2Mi": "3Mi" } } },
  { resources: { requests: { "hugepages-2Mi": "4Mi" } } },
  { resources: { requests: { cpu: "+3" }, limits: { cpu: 2 } } },
  { resources: { requests: { cpu: 2, memory: "1Gi" }, limits: { cpu: 1, memory: "1Gi" } } },
  { resources: { requests: { cpu: 1, memory: "2Gi" }, limits: { cpu: 1, memory: "1Gi" } } },
  { resources: { requests: { "example.com/gpu": 2 }, limits: { "example.com/gpu": 1 } } },
  { initContainers: { a: { image }, b: { image, resources: tooMuch } } },
  { sidecars: { a: { image }, b: { image, resources: tooMuch } } },
  { sidecars: { a: { image }, b: { image, lifecycle: sleep(31) } } },
  { lifecycle: { preStop: { type: "sleep", sleep: { seconds: 31 } } } },
  { volumes: { a: { emptyDir: {}, mounts: { a: { mountPath: "/a" }, b: { mountPath: "/b", container: "none" } } } } },
  { volumes: { a: { mountPath: "/a", emptyDir: {} }, z: { mountPath: "/a", emptyDir: {} } } },
  { initContainers: { a: { image } }, volumes: twice("a") },
  { initContainers: { a: { image }, b: { image } }, volumes: twice("b") },
  { sidecars: { a: { image } }, volumes: twice("a") },
  { sidecars: { a: { image }, b: { image } }, volumes: twice("b") },
  { initContainers: { a: { image } }, volumes: twice("main") },
  {
    volumes: {
      a: { mountPath: "/a", emptyDir: {} },
      b: existing("x", { mountPath: "/b" }),
      c: existing("x", { mountPath: "/c" }),
    },
  },
  { podSecurityContext: { sysctls: [{ name: "kernel.msgmax", value: "0" }] } },
  { podSecurityContext: { sysctls: [syncookies, { name: "kernel.msgmax", value: "0" }] } },
  { securityContext: { capabilities: { add: ["NET_BIND_SERVICE", "SYS_ADMIN"] } } },
  { initContainers: { a: { image }, b: { image, securityContext: { runAsUser: 0 } } } },
  { sidecars: { a: { image }, b: { image, securityContext: { runAsUser: 0 } } } },
  { podSecurityContext: { sysctls: [syncookies, { ...syncookies, name: "net.ipv4.tcp_rmem" }, syncookies] } },
  { topologySpreadConstraints: [spread("zone"), spread("host"), spread("zone")] },
  { podSecurity: "baseline", securityContext: { procMount: "Unmasked" } },
  { podSecurity: "baseline", securityContext: { seccompProfile: { type: "Unconfined" } } },
  { podSecurity: "baseline", securityContext: { capabilities: { add: ["NET_RAW"] } } },
  { podSecurity: "baseline", securityContext: { capabilities: { add: ["CHOWN", "NET_RAW"] } } },
];

const limited = (requests: Values, limits: Values): Values => ({ image, resources: { requests, limits } });
const containers = (all: readonly Values[]): Values =>
  Object.fromEntries(all.map((one, i) => [`c${i}`, { image, ...one }]));

/** What all workloads render: as much as a check allows, and what looks like what it refuses. */
const accepted: readonly Values[] = [
  {
    image,
    initContainers: containers([
      limited({ cpu: 1, memory: "1Gi", "ephemeral-storage": 1 }, { cpu: 2, memory: "2Gi", "ephemeral-storage": 2 }),
      limited({ cpu: 1 }, { cpu: "+2" }),
      limited({ "example.com/gpu": 1 }, { "example.com/gpu": 1 }),
      limited({ cpu: 1, memory: 1, "ephemeral-storage": 1 }, {}),
      limited({}, { cpu: 1, "hugepages-2Mi": "2Mi" }),
      limited({}, { memory: "1Gi", "hugepages-2Mi": "+4Mi" }),
      limited({}, { cpu: 1, memory: "1Gi", "hugepages-+2Mi": "4Mi" }),
    ]),
    envFrom: { left: { type: "secretRef", ownConfigMap: "none", ...secret } },
    volumes: {
      left: { mountPath: "/left", type: "emptyDir", emptyDir: {}, ownConfigMap: "none", hostPath: { path: "/" } },
      raw: { ephemeral: { size: "1Gi" }, mounts: { a: { devicePath: "/dev/raw" } } },
    },
    ...policy("ingress", { ports: [{ port: "90", endPort: 80 }] }),
    topologySpreadConstraints: [spread("zone"), spread("host")],
  },
  ...["Localhost", "RuntimeDefault"].map(
    (type): Values => ({
      image,
      podSecurityContext: {
        appArmorProfile: { type },
        seccompProfile: { type },
        sysctls: [
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.ip_local_reserved_ports",
          "net.ipv4.ip_unprivileged_port_start",
          "net.ipv4.ping_group_range",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes",
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_rmem",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.tcp_wmem",
        ].map((name) => ({ name, value: "0" })),
      },
      securityContext: {
        privileged: false,
        procMount: "Default",
        windowsOptions: { hostProcess: false },
        runAsNonRoot: true,
        runAsUser: 1,
        allowPrivilegeEscalation: false,
        capabilities: { add: ["NET_BIND_SERVICE"], drop: ["ALL"] },
      },
      sidecars: containers(
        ["", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"].map((own) => ({
          securityContext: { seLinuxOptions: { type: own, user: "", role: "" } },
        })),
      ),
    }),
  ),
  { image, extraObjects: { on: { enabled: true, apiVersion: "v1", kind: "Secret", metadata: { name: "on" } } } },
  // A name or a capability that is none.
  {
    image,
    podSecurityContext: { sysctls: [{ value: "0" }, { value: "1" }] },
    securityContext: { capabilities: { add: [null] } },
  },
  {
    image,
    podSecurity: "baseline",
    securityContext: {
      runAsNonRoot: false,
      runAsUser: 0,
      seccompProfile: { type: "Localhost", localhostProfile: "own.json" },
      allowPrivilegeEscalation: true,
      capabilities: { add: ["CHOWN"], drop: [] },
    },
  },
];

const parts: readonly DecisiveValues[] = [podContainers, podSizes, workloadSizes, lostReferences];
const ofWorkload: DecisiveValues = {
  accepted: [...accepted, ...parts.flatMap((some) => withImage(some.accepted))],
  refused: withImage([...refused, ...parts.flatMap((some) => some.refused)]),
};

/** A claim that one pod can mount, or what is left of one. */
const onceMounted = (more: object = {}): Values => ({
  volumes: { data: { mountPath: "/data", claim: { size: "1Gi", accessModes: ["ReadWriteOncePod"] }, ...more } },
});

const job = (fields: Values): Values => ({ image, job: fields });
const cron = (schedule: string): Values => ({ image, kind: "CronJob", cron: { schedule } });
const indexed = { completionMode: "Indexed", completions: 5 };
const succeeds = (...rules: readonly object[]): Values => job({ ...indexed, successPolicy: { rules } });
const fails = (...codes: readonly object[]): Values =>
  job({
    podFailurePolicy: {
      rules: codes.map((onExitCodes) => ({ action: "FailJob", onExitCodes: { operator: "In", ...onExitCodes } })),
    },
  });

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const ofBatchJob: DecisiveValues = {
  accepted: [
    // The number of each name is at most what stands behind it, and at least what stands before it.
    cron(`0 0 * ${months.map((name, i) => `${name}-${i + 1}`)} ${days.map((name, i) => `${name}-${i}`)}`),
    cron(`0 0 * ${months.map((name, i) => `${i + 1}-${name}`)} ${days.map((name, i) => `${i}-${name}`)}`),
    ...["0 0 29 2 *", "0 0 31 1,2 *", "0 0 30,31 2 1", "0 0 30-31 12 *"].map(cron),
    // Without a kind, the schedule decides; with one, it may be left over.
    { image, cron: { schedule: "@daily" } },
    { image, kind: "Job", cron: { schedule: "@daily" } },
    ...[1, undefined].map((parallelism) => ({
      ...job(parallelism === undefined ? {} : { parallelism }),
      ...onceMounted(),
    })),
    { ...job({ parallelism: 2 }), ...onceMounted({ type: "emptyDir", emptyDir: {} }) },
    { ...job({ parallelism: 2 }), volumes: { data: { mountPath: "/data", claim: { size: "1Gi" } } } },
    job({ maxFailedIndexes: 1, backoffLimitPerIndex: 1 }),
    // No schema admits it.
    job({ completions: -1 }),
    job({ podReplacementPolicy: "TerminatingOrFailed" }),
    fails({ values: [1, 2] }, { values: [0] }),
    {
      ...fails(...["a", "b", "c", "d", "main"].map((containerName) => ({ containerName, values: [1] }))),
      initContainers: { a: { image }, b: { image } },
      sidecars: { c: { image }, d: { image } },
    },
  ],
  refused: [
    ...["1-2 5-1 * * *", "0 0 30,31 feb *", "0 0 31 4,Jun *"].map(cron),
    succeeds({ succeededIndexes: "3-3" }),
    succeeds({ succeededIndexes: "1,1" }),
    succeeds({ succeededIndexes: "0-2,1" }),
    succeeds({ succeededIndexes: "5" }),
    succeeds({ succeededCount: 1 }, { succeededCount: 6 }),
    succeeds({ succeededIndexes: "0-1,3", succeededCount: 4 }),
    job({ successPolicy: { rules: [{ succeededCount: 1 }] } }),
    fails({ values: [1, 2] }, { values: [2, 1] }),
    fails({ values: [1, 2, 2] }),
    fails({ values: [1] }, { values: [1], containerName: "none" }),
  ],
};

const numbered = { http: { containerPort: 8080 }, other: { containerPort: 8081 } };
const serve = (service: Values, more: Values = {}): Values => ({ image, ports: numbered, service, ...more });
const same = (field: "port" | "nodePort"): Values => ({
  a: { port: 1, targetPort: 1 },
  b: { port: 80, nodePort: 30080, targetPort: 1 },
  c: { port: 81, nodePort: 30081, targetPort: 1, [field]: field === "port" ? 80 : 30080 },
});
const http = { ports: { http: { port: 80 } } };

const [one, other] = ["10.0.0.1", "2001:db8::1"];
const two = {
  ...http.ports,
  other: { port: 81, nodePort: 30081 },
  third: { port: 82, targetPort: 1, nodePort: 30082 },
};
const checkedAt = (healthCheckNodePort: number, more: Values = {}): Values =>
  serve({ type: "LoadBalancer", externalTrafficPolicy: "Local", healthCheckNodePort, ports: two, ...more });

/** Addresses of a Service in the cluster, and the port at which load balancers ask for its health. */
const addresses: DecisiveValues = {
  accepted: [
    serve({ ...http, clusterIP: one, clusterIPs: [one, other], ipFamilies: ["IPv4", "IPv6"] }),
    serve({ ...http, clusterIP: other, ipFamilies: ["IPv6", "IPv4"] }),
    serve({ ...http, clusterIPs: [other, one] }),
    serve({ ...http, clusterIP: other, clusterIPs: [other] }),
    serve({ ...http, enabled: false, clusterIP: one, clusterIPs: [other, other], ipFamilies: ["IPv6"] }),
    checkedAt(30083),
    checkedAt(30081, { type: "NodePort" }),
    checkedAt(30081, { enabled: false }),
  ],
  refused: [
    serve({ ...http, clusterIP: one, clusterIPs: ["10.0.0.2"] }),
    serve({ ...http, clusterIP: one, ipFamilies: ["IPv6"] }),
    serve({ ...http, clusterIP: other, ipFamilies: ["IPv4", "IPv6"] }),
    serve({ ...http, clusterIPs: [one], ipFamilies: ["IPv6"] }),
    serve({ ...http, clusterIPs: [other, one], ipFamilies: ["IPv4", "IPv6"] }),
    serve({ ...http, clusterIPs: [one, "10.0.0.2"] }),
    serve({ ...http, clusterIPs: [other, "2001:db8::2"] }),
    checkedAt(30081),
    checkedAt(30082),
    checkedAt(30080, { ports: { http: { port: 80, nodePort: 30080 } } }),
  ],
};

const ofService: DecisiveValues = {
  accepted: [
    ...addresses.accepted,
    // No schema admits an address that is a number without quotes.
    serve({ ...http, clusterIP: "1e3" }),
    serve(http, {
      podSecurity: "privileged",
      ports: { ...numbered, http: { containerPort: 8080, hostPort: 8080, hostIP: "1e3" } },
    }),
    // Without a type, the default of Kubernetes decides what else a Service has.
    ...[{ headless: true }, {}].map((kind) => serve({ ...http, ...kind, type: null, clusterIPs: [one] })),
    serve({ ...http, type: null, externalTrafficPolicy: "Local" }),
    serve(http, { podSecurity: "openshift" }),
    serve({ enabled: false, type: "LoadBalancer", ports: same("port"), loadBalancerSourceRanges: ["10.1.0.0/8"] }),
    serve({ enabled: false, ports: { none: { port: 80 } } }),
    serve({ ...http, type: "ClusterIP", loadBalancerSourceRanges: ["10.1.0.0/8"] }),
    // A claim that only one pod could mount is left over.
    serve(http, {
      replicas: 2,
      volumes: {
        left: {
          mountPath: "/left",
          type: "emptyDir",
          emptyDir: {},
          claim: { size: "1Gi", accessModes: ["ReadWriteOncePod"] },
        },
      },
    }),
    // No schema admits ports without a number.
    serve({ type: "NodePort", ports: { a: { targetPort: 1 }, b: { targetPort: 1 }, c: { port: 80, targetPort: 1 } } }),
    {
      image,
      ports: { a: { containerPort: 1 }, b: { containerPort: 2 } },
      sidecars: {
        c: { image, ports: { c: { containerPort: 3 }, d: { containerPort: 4 } } },
        e: { image, ports: { e: { containerPort: 5 } } },
      },
      service: { ports: Object.fromEntries(["a", "b", "c", "d", "e"].map((name, i) => [name, { port: i + 1 }])) },
    },
    serve({
      type: "NodePort",
      ports: {
        a: { port: 1, targetPort: 1, nodePort: 30001 },
        b: { port: 1, protocol: "UDP", targetPort: 1, nodePort: 30001 },
      },
    }),
  ],
  refused: [
    ...addresses.refused,
    // A port of the pods that is not there at all.
    { image, service: http },
    serve({ ports: same("port") }),
    serve({ type: "NodePort", ports: same("nodePort") }),
    serve({ ports: { a: { port: 1, protocol: "TCP", targetPort: 1 }, b: { port: 1, targetPort: 1 } } }),
    serve({
      type: "NodePort",
      ports: {
        a: { port: 1, protocol: "TCP", targetPort: 1, nodePort: 30001 },
        b: { port: 2, targetPort: 1, nodePort: 30001 },
      },
    }),
    serve({ ports: { a: { port: 1, targetPort: "http" }, b: { port: 2, targetPort: "none" } } }),
    serve({ ...http, type: "LoadBalancer", loadBalancerSourceRanges: ["10.1.0.0/8"] }),
    serve({ ...http, ...tooMany }),
  ],
};

const usageOf = (container: string): Values => ({
  type: "ContainerResource",
  containerResource: { container, name: "cpu", target: { type: "Utilization", averageUtilization: 50 } },
});
const scaledBy = (...containers: readonly string[]): Values => ({
  image,
  sidecars: { beside: { image } },
  autoscaling: { enabled: true, metrics: containers.map(usageOf) },
});

const classAnnotation = "kubernetes.io/ingress.class";
const routed = (more: Values): Values =>
  serve(http, { ingress: { enabled: true, hosts: { a: { paths: { b: {} } } }, ...more } });

const ofServiceStage: DecisiveValues = {
  accepted: [
    // No schema admits a name that quotes alone keep whole.
    { ...routed({}), fullnameOverride: "web #", autoscaling: { enabled: true } },
    routed({ className: "own", annotations: { a: "a", [classAnnotation]: "own" } }),
    routed({ annotations: { [classAnnotation]: "other" } }),
    scaledBy("main", "beside"),
    { ...scaledBy("main", "beside"), resources: { limits: { cpu: 1 } } },
    ...["Utilization", "AverageValue"].flatMap((type) =>
      ["cpu", "memory"].map((name) => ({
        image,
        resources: { requests: { cpu: 1 } },
        sidecars: { beside: { image, enabled: name === "cpu" } },
        autoscaling: {
          enabled: true,
          metrics: [
            {
              type: "Resource",
              resource: {
                name,
                target: type === "Utilization" ? { type, averageUtilization: 1 } : { type, averageValue: 1 },
              },
            },
          ],
        },
      })),
    ),
    ...[{ requests: { memory: 1 } }, {}].map((podResources) => ({
      image,
      podResources,
      autoscaling: { enabled: true, targetMemoryUtilizationPercentage: 50 },
    })),
    { image, autoscaling: { enabled: true, minReplicas: 3, maxReplicas: 3 } },
    { image, minReadySeconds: 599 },
    // No schema admits it.
    { image, progressDeadlineSeconds: -1 },
    { image, minReadySeconds: 0, progressDeadlineSeconds: 1 },
    { image, replicas: 1, volumes: { data: { mountPath: "/data", claim: { size: "1Gi" } } } },
    {
      image,
      replicas: 2,
      strategy: { type: "Recreate" },
      autoscaling: { enabled: true, maxReplicas: 1 },
      volumes: { data: { mountPath: "/data", claim: { size: "1Gi", accessModes: ["ReadWriteOncePod"] } } },
    },
    {
      image,
      replicas: 2,
      strategy: { type: "Recreate" },
      volumes: { data: { mountPath: "/data", claim: { size: "1Gi" } } },
    },
    ...[0, "0", "0%"].map((maxSurge) => ({
      image,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge, maxUnavailable: 1 } },
      volumes: { data: { mountPath: "/data", claim: { size: "1Gi" } } },
    })),
  ],
  refused: [
    scaledBy("none", "main"),
    scaledBy("main", "none"),
    { image, minReadySeconds: 600, progressDeadlineSeconds: 600 },
    {
      image,
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: "10%" } },
      volumes: { data: { mountPath: "/data", claim: { size: "1Gi" } } },
    },
    { ...serve(http), ingress: { enabled: true, hosts: { a: { paths: { b: { port: "none" } } } } } },
    routed(tooMany),
    routed({ className: "own", annotations: { a: "a", [classAnnotation]: "other" } }),
    routed({ className: "own", annotations: { [classAnnotation]: "other", z: "z" } }),
  ],
};

const sized = { size: "1Gi" };
const persisted = (...sizes: readonly (readonly [size: string, sizeLimit: string])[]): Values => ({
  image,
  persistence: Object.fromEntries(
    sizes.map(([size, sizeLimit], i) => [`d${i}`, { mountPath: `/d${i}`, size, sizeLimit }]),
  ),
});

const headlessOf = (more: object): Values => objectOf({ data: { n: { $from: { what: "headless", ...more } } } });

const ofStatefulStage: DecisiveValues = {
  accepted: [
    // No schema admits names that quotes alone keep whole.
    ...[{}, { namespaceOverride: "a #" }].flatMap((names) =>
      [{}, { replica: 0 }].map((replica) => ({ image, fullnameOverride: "db #", ...names, ...headlessOf(replica) })),
    ),
    { image, headless: { ipFamilyPolicy: "1e3" } },
    { image, updateStrategy: { type: null, rollingUpdate: { partition: 1 } } },
    { image, replicas: 1, ...onceMounted() },
    { image, ...onceMounted() },
    { image, replicas: 2, ...onceMounted({ type: "emptyDir", emptyDir: {} }) },
    { image, replicas: 2, volumes: { data: { mountPath: "/data", claim: { size: "1Gi" } } } },
    persisted(["1Gi", "1Gi"], ["1Gi", "2Gi"], ["1", "1e3"]),
    { image, ports: { a: { containerPort: 1 }, b: { containerPort: 1, protocol: "UDP" }, c: {}, d: {} } },
    { ...serve({ ...http, enabled: false }), fullnameOverride: "same", headless: { name: "same" } },
    { image, fullnameOverride: "same", headless: { name: "same" } },
    {
      image,
      persistence: { a: { mountPath: "/a", ...sized }, b: { mountPath: "/b", ...sized, enabled: false } },
      volumes: { b: { mountPath: "/b", emptyDir: {} } },
    },
  ],
  refused: [
    persisted(["2Gi", "1Gi"], ["1Gi", "1Gi"]),
    persisted(["1Gi", "1Gi"], ["2Gi", "1Gi"]),
    { image, persistence: { a: { mountPath: "/a", ...sized }, b: { mountPath: "/b", ...sized, ...tooMany } } },
    { image, headless: tooMany },
    { image, ports: { a: { containerPort: 1, protocol: "TCP" }, b: { containerPort: 1 } } },
    { image, ports: { a: { containerPort: 2 }, b: { containerPort: 1 }, c: { containerPort: 1 } } },
    {
      image,
      persistence: { a: { mountPath: "/a", ...sized }, b: { mountPath: "/b", ...sized } },
      volumes: { b: { mountPath: "/c", emptyDir: {} } },
    },
    { image, persistence: { a: { mountPath: "/a", ...sized }, b: { mountPath: "/a", ...sized } } },
    {
      image,
      persistence: { a: { mountPath: "/a", ...sized, mounts: { a: { mountPath: "/b", container: "none" } } } },
    },
  ],
};

const provisioner = "my-csi-driver";
const topologies = (...terms: readonly (readonly object[])[]): Values => ({
  storageClasses: {
    a: { provisioner, allowedTopologies: terms.map((matchLabelExpressions) => ({ matchLabelExpressions })) },
  },
});
const zone = { key: "zone", values: ["a"] };
const host = { key: "host", values: ["a"] };
const stored = (volumeHandle: string, more: object = {}): Values => ({
  claim: { size: "1Gi" },
  static: { csi: { driver: "my-csi-driver", volumeHandle }, ...more },
});

const limitedTo = (sizeLimit: string, claim: object): object => ({ claim: { sizeLimit, ...claim } });

const ofCsiVolume: DecisiveValues = {
  accepted: [
    { volumes: { a: limitedTo("1Gi", { size: "1Gi" }), b: limitedTo("2Gi", { size: "1Gi" }) } },
    { volumes: { a: limitedTo("1e3", { size: "1" }) } },
    ...["7Ei", "+0.5", ".5k", "5.", "1e-3"].map((size) => ({ volumes: { a: { claim: { size } } } })),
    { volumes: { a: limitedTo("1Gi", { size: "2Gi", existingClaim: "theirs" }) } },
    { volumes: { a: limitedTo("1Gi", { size: "2Gi", create: false }) } },
    // Expressions without a key: no schema admits them.
    topologies([{ values: ["a"] }, { values: ["b"] }], [zone, host], [zone]),
    {
      volumes: {
        a: stored("a"),
        b: stored("a", { csi: { driver: "other-csi-driver", volumeHandle: "a" } }),
        c: stored("b"),
        d: stored("a", { enabled: false }),
        e: { claim: { size: "1Gi" } },
        f: { claim: { size: "1Gi" } },
      },
    },
    { volumes: { a: { ...stored("a", { capacity: "1Gi" }), claim: { existingClaim: "theirs", size: "2Gi" } } } },
    { volumes: { a: { ...stored("a", { capacity: "1Gi", enabled: false }), claim: { size: "2Gi" } } } },
    { volumes: { a: stored("a", { capacity: "1Gi" }), b: stored("b", { capacity: "2Gi" }) } },
    { volumes: { a: { ...stored("a", { capacity: "1Gi" }), claim: { create: false, size: "2Gi" } } } },
  ],
  refused: [
    { volumes: { a: limitedTo("1Gi", { size: "2Gi" }) } },
    { volumes: { a: limitedTo("1Gi", { size: "1Gi" }), b: limitedTo("1Gi", { size: "2Gi" }) } },
    { volumes: { a: limitedTo("1Gi", {}) } },
    ...["8Ei", "+8Ei", "a"].map((size) => ({ volumes: { a: { claim: { size } } } })),
    { volumes: { a: limitedTo("a", { size: "1Gi" }) } },
    topologies([zone, zone]),
    topologies([zone, host, zone]),
    topologies([host, zone, zone], [zone]),
    { volumes: { a: stored("b"), b: stored("a"), c: stored("a") } },
    { volumes: { a: stored("a"), b: stored("b"), c: stored("a") } },
    { volumes: { a: stored("a"), b: stored("b", { capacity: "512Mi" }) } },
    { volumes: { a: { ...stored("a", { capacity: "1Gi" }), claim: {} } } },
  ],
};

function withImage(all: readonly Values[]): readonly Values[] {
  return all.map((values) => ({ image, ...values }));
}

function partsOf(chart: string, isWorkload = true): DecisiveValues {
  const all = [wholeObjects[chart], addedLabels[chart], reservedLabels[chart]];
  const some = all.flatMap((one) => one?.accepted ?? []);
  const others = all.flatMap((one) => one?.refused ?? []);
  return isWorkload ? { accepted: withImage(some), refused: withImage(others) } : { accepted: some, refused: others };
}

function join(...all: readonly DecisiveValues[]): DecisiveValues {
  return { accepted: all.flatMap((one) => one.accepted), refused: all.flatMap((one) => one.refused) };
}

/** By the name of the chart. */
export const decisiveValues: Readonly<Record<string, DecisiveValues>> = {
  "batch-job": join(ofWorkload, ofBatchJob, partsOf("batch-job")),
  "csi-volume": join(ofCsiVolume, volumeSizes, partsOf("csi-volume", false)),
  "service-stage": join(ofWorkload, ofService, ofServiceStage, partsOf("service-stage")),
  "stateful-stage": join(ofWorkload, ofService, ofStatefulStage, partsOf("stateful-stage")),
};
