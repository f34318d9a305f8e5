/** Values that set every field that a template reads, to something else than its default. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import { podFields } from "./pods/pod-fields.ts";

const image = { repository: "busybox", tag: "1.36" };
const labelled = { labels: { tier: "fast" }, annotations: { "example.com/note": "a" } };
const handler = { exec: { command: ["true"] } };
const probes = {
  startupProbe: { type: "exec", exec: { command: ["true"] }, httpGet: { port: "http" }, periodSeconds: 5 },
  livenessProbe: { httpGet: { path: "/", port: "http" } },
  readinessProbe: { grpc: { port: 8080 }, failureThreshold: 1 },
  lifecycle: { postStart: handler, preStop: { type: "sleep", sleep: { seconds: 1 }, ...handler } },
};

/** Annotations that one way of writing YAML or another does not keep, each alone: one decides for all beside it. */
const oddTexts: readonly Values[] = [
  { "<<": "a" },
  ...["a\n\n", "\u007f", "\u0085", "\u2028", "\ufeff", "\ufffe"].map((text) => ({ "example.com/odd": text })),
].map((commonAnnotations) => ({ commonAnnotations }));

/** All that a container can have. */
const container = {
  image: {
    registry: "registry.example.com",
    repository: "library/busybox",
    tag: "1.36",
    digest: `sha256:${"0".repeat(64)}`,
    pullPolicy: "Always",
  },
  command: ["sh", "-c"],
  args: ["exec sleep 1"],
  workingDir: "/work",
  env: {
    PLAIN: "text",
    OBJECT: { value: "text", order: -1 },
    TYPED: { type: "value", value: "text", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
    FIELD: {
      valueFrom: { fieldRef: { fieldPath: "metadata.name" }, secretKeyRef: { name: "a", key: "b" }, type: "fieldRef" },
    },
    SECRET: { valueFrom: { secretKeyRef: { name: "credentials", key: "password" } }, order: 2 },
    OFF: { value: "text", enabled: false },
  },
  envFrom: {
    secret: { secretRef: { name: "more", optional: true }, prefix: "MORE_", order: 3 },
    map: { configMapRef: { name: "other", optional: true }, prefix: "OTHER_" },
    own: { ownConfigMap: "settings", prefix: "OWN_", order: -1 },
    off: { ownConfigMap: "settings", enabled: false },
  },
  ports: {
    http: { containerPort: 8080 },
    dns: { containerPort: 5353, protocol: "UDP" },
    off: { containerPort: 1, enabled: false },
  },
  resources: { requests: { cpu: "100m" }, limits: { memory: "64Mi" } },
  securityContext: {
    runAsUser: 1000,
    seccompProfile: { type: "RuntimeDefault", localhostProfile: "left-over.json" },
    capabilities: { add: ["NET_BIND_SERVICE"] },
  },
  terminationMessagePolicy: "FallbackToLogsOnError",
  ...probes,
};

// Several pods at once may have them.
const shared = ["ReadWriteMany"];

/** What a claim can be made from, and all else that it can have. */
const origin = { apiGroup: "snapshot.storage.k8s.io", kind: "VolumeSnapshot", name: "a" };
const claimed = {
  ...labelled,
  size: "1Gi",
  sizeLimit: "2Gi",
  volumeName: "pv",
  selector: { matchLabels: { tier: "fast" } },
  dataSource: origin,
  dataSourceRef: origin,
  volumeAttributesClassName: "gold",
};

const volumes = {
  claim: {
    mountPath: "/claim",
    claim: { size: "1Gi", storageClassName: "fast", accessModes: ["ReadWriteMany"], volumeName: "pv", retain: false },
  },
  plain: {
    mountPath: "/plain",
    subPath: "part",
    claim: { size: "2Gi", storageClassName: "", accessModes: shared },
    annotations: { a: "b" },
  },
  block: { devicePath: "/dev/a", claim: { size: "2Gi", volumeMode: "Block", accessModes: shared } },
  given: { mountPath: "/given", readOnly: true, existingClaim: "shared-data" },
  ephemeral: {
    mountPath: "/ephemeral",
    ephemeral: { ...claimed, storageClassName: "fast", accessModes: ["ReadWriteOncePod"] },
  },
  restored: { mountPath: "/restored", claim: { ...claimed, accessModes: shared } },
  csi: { mountPath: "/csi", csi: { driver: "inline.csi.example.com" } },
  empty: { mountPath: "/empty", emptyDir: { medium: "Memory" }, allContainers: true },
  map: { mountPath: "/map", configMap: { name: "other" } },
  own: {
    mountPath: "/own",
    ownConfigMap: "settings",
    mounts: { side: { container: "beside", mountPath: "/own", readOnly: true, subPath: "LEVEL" } },
  },
  secret: { mountPath: "/secret", secret: { secretName: "more" } },
  projected: { mountPath: "/projected", projected: { sources: [{ secret: { name: "more" } }] } },
  switched: { mountPath: "/switched", type: "emptyDir", emptyDir: {}, existingClaim: "left-over" },
  elsewhere: {
    emptyDir: {},
    mounts: { first: { container: "first", mountPath: "/elsewhere" }, off: { mountPath: "/off", enabled: false } },
  },
  off: { mountPath: "/off", emptyDir: {}, enabled: false },
};

const workload: Values = {
  nameOverride: "other",
  namespaceOverride: "elsewhere",
  commonLabels: { team: "data" },
  commonAnnotations: { "example.com/owner": "data team" },
  global: {
    imageRegistry: "mirror.example.com",
    imagePullSecrets: ["mirror", "registry"],
    defaultStorageClass: "standard",
    commonLabels: { part: "all" },
    pipeline: { runId: "2" },
  },
  ...container,
  containerRestartPolicy: "OnFailure",
  image: { ...container.image, digest: "", pullSecrets: ["registry", "other"] },
  initContainers: { first: { ...container, order: 2 }, second: { image, order: 1 }, off: { image, enabled: false } },
  sidecars: {
    beside: { ...container, native: false },
    around: { image, native: true },
    off: { image, enabled: false },
  },
  configMaps: {
    settings: { data: { LEVEL: "debug", ON: "yes" }, ...labelled },
    off: { data: { a: "b" }, enabled: false },
  },
  volumes,
  podSecurityContext: { fsGroup: 1, seccompProfile: { type: "RuntimeDefault", localhostProfile: "left-over.json" } },
  serviceAccount: { create: true, name: "someone", annotations: { a: "b" }, automountServiceAccountToken: true },
  podLabels: { tier: "batch" },
  podAnnotations: { a: "b" },
  nodeSelector: { "kubernetes.io/arch": "amd64" },
  tolerations: [{ key: "dedicated", operator: "Exists" }],
  affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] } },
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway", labelSelector: {} },
  ],
  tests: {
    image: { repository: "tools/curl", tag: "8", digest: `sha256:${"1".repeat(64)}`, pullPolicy: "Always" },
    timeoutSeconds: 5,
  },
  priorityClassName: "high",
  runtimeClassName: "gvisor",
  schedulerName: "other",
  terminationGracePeriodSeconds: 5,
  hostAliases: [{ ip: "10.0.0.1", hostnames: ["a"] }],
  networkPolicy: {
    enabled: true,
    ingress: [{ from: [{ podSelector: {} }] }],
    egress: [{ to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }],
  },
  extraObjects: {
    extra: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "extra", labels: { a: "b" } }, data: { a: "b" } },
    elsewhere: { apiVersion: "v1", kind: "Secret", metadata: { name: "b", namespace: "c" } },
    bare: { apiVersion: "v1", kind: "Secret", metadata: { name: "d" } },
    nameless: { apiVersion: "v1", kind: "Secret" },
    off: { apiVersion: "v1", kind: "Secret", metadata: { name: "e" }, enabled: false },
  },
};

/** A workload that says as little as it can, and switches off what can be. */
const sparse: Values = {
  image,
  fullnameOverride: "whole",
  volumes: {
    tmp: { enabled: false },
    data: { mountPath: "/data", claim: { size: "1Gi" } },
    scratch: { mountPath: "/scratch", ephemeral: { size: "1Gi" } },
  },
  serviceAccount: { create: false },
  networkPolicy: { enabled: true },
  configMaps: { a: { data: {} }, test: { data: {} } },
  tests: { enabled: false },
  env: { A: { value: "" } },
  terminationGracePeriodSeconds: 0,
};

/** A node's own rights, where all of them are asked for by name. */
const privileged: Values = {
  image,
  podSecurity: "privileged",
  ports: { node: { containerPort: 8080, hostPort: 9000, hostIP: "10.0.0.1" } },
  securityContext: { privileged: true, allowPrivilegeEscalation: true, runAsNonRoot: false, runAsUser: 0 },
  volumes: { node: { mountPath: "/node", hostPath: { path: "/var/lib" }, allowHostPath: true } },
  serviceAccount: { create: false, name: "given" },
};

/** What looks like a mistake of one kind or another and is none. */
const legal: Values = {
  image,
  resources: {
    requests: { cpu: 1, memory: "1.5Gi", "ephemeral-storage": "1500Mi" },
    limits: { cpu: "1000m", memory: "1536Mi", "hugepages-2Mi": "4Mi", "ephemeral-storage": "2Gi" },
  },
  lifecycle: {
    postStart: { sleep: { seconds: 30 } },
    preStop: { ...handler, type: "exec", sleep: { seconds: 99 } },
  },
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway", labelSelector: {} },
    { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule", labelSelector: {} },
  ],
  podLabels: { a: "a", b: "b", c: "c" },
  affinity: {
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey: "zone", labelSelector: {}, matchLabelKeys: ["a"], mismatchLabelKeys: ["b"] },
      ],
    },
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 1,
          podAffinityTerm: { topologyKey: "zone", labelSelector: {}, matchLabelKeys: ["b"], mismatchLabelKeys: ["a"] },
        },
        { weight: 2, podAffinityTerm: { topologyKey: "zone", labelSelector: {}, matchLabelKeys: ["c"] } },
      ],
    },
  },
  networkPolicy: {
    enabled: true,
    ingress: [
      {},
      { from: [{ ipBlock: { cidr: "10.0.0.0/8", except: ["10.1.0.0/16"] } }, { podSelector: {} }] },
      { from: [{ ipBlock: { cidr: "2001:db8::/32", except: ["2001:DB8:1::/48"] } }, { ipBlock: { cidr: "::/0" } }] },
      { ports: [{ port: 80, endPort: 80 }, { port: "http" }, { port: 80 }, { protocol: "UDP" }] },
    ],
  },
  initContainers: { log: { image, enabled: false }, first: { image } },
  sidecars: { log: { image, lifecycle: { preStop: { sleep: { seconds: 30 } } }, native: false } },
  volumes: {
    a: { mountPath: "/data", emptyDir: {} },
    b: { emptyDir: {}, mounts: { log: { mountPath: "/data", container: "log" }, main: { mountPath: "/b" } } },
    c: { mountPath: "/c", existingClaim: "shared" },
    d: { mountPath: "/d", type: "emptyDir", emptyDir: {}, existingClaim: "shared" },
    raw: { existingClaim: "raw", devicePath: "/dev/a", mounts: { log: { devicePath: "/dev/a", container: "log" } } },
    empty: {},
    gone: {
      enabled: false,
      existingClaim: "shared",
      devicePath: "/dev/a",
      mounts: { a: { mountPath: "/a", container: "none" } },
    },
  },
  extraObjects: {
    numbers: { apiVersion: "v1", kind: "A", metadata: { name: "a" }, list: [1, -1, 2 ** 52, { n: 0.5 }] },
  },
};

const service = {
  type: "LoadBalancer",
  ports: {
    http: { port: 80, targetPort: "http", nodePort: 30080, protocol: "TCP", appProtocol: "http" },
    dns: { port: 53, protocol: "UDP", targetPort: 5353 },
    more: { port: 81, targetPort: "http" },
    last: { port: 82, targetPort: "http" },
    off: { port: 80, enabled: false },
  },
  ...labelled,
  sessionAffinity: "ClientIP",
  sessionAffinityConfig: { clientIP: { timeoutSeconds: 10 } },
  internalTrafficPolicy: "Local",
  externalTrafficPolicy: "Local",
  loadBalancerClass: "example.com/lb",
  loadBalancerSourceRanges: ["10.0.0.0/8"],
  ipFamilyPolicy: "PreferDualStack",
  ipFamilies: ["IPv4", "IPv6"],
};
const nodePorts = { ...service, type: "NodePort", sessionAffinity: "None" };
const headless = { ...service, type: "ClusterIP", headless: true };
/** Ports that share a number on the nodes, which only another type of Service takes. */
const unusedNodePorts: Values = {
  image,
  ports: { http: { containerPort: 8080 }, other: { containerPort: 8081 } },
  service: { ports: { http: { port: 80, nodePort: 30080 }, other: { port: 81, nodePort: 30080 } } },
};
const plainPorts = { ports: { http: { containerPort: 8080 } } };
const http = { ports: { http: { port: 80 } } };

/** A text that quotes alone keep whole, in what names and references are made of; no schema admits it. */
const BROKEN = "a #b";
const brokenImage = { registry: BROKEN, repository: BROKEN, tag: "1" };
const broken: Values = {
  ...workload,
  fullnameOverride: BROKEN,
  image: brokenImage,
  initContainers: { first: { image: brokenImage } },
  tests: { image: brokenImage },
  serviceAccount: {},
};
const brokenClass: Values = {
  image,
  global: { defaultStorageClass: BROKEN },
  volumes: {
    own: { mountPath: "/own", claim: { size: "1Gi" } },
    scratch: { mountPath: "/scratch", ephemeral: { size: "1Gi" } },
  },
};
const oddWorkloads = [...podFields, broken, brokenClass, ...oddTexts.map((one) => ({ image, ...one }))];

const batchJob: readonly Values[] = [
  {
    ...workload,
    restartPolicy: "OnFailure",
    job: {
      parallelism: 2,
      completions: 3,
      completionMode: "Indexed",
      backoffLimit: 0,
      activeDeadlineSeconds: 60,
      ttlSecondsAfterFinished: 0,
      suspend: true,
      podReplacementPolicy: "Failed",
    },
    naming: { hashSuffix: false },
  },
  { image, job: { managedBy: "example.com/queue" } },
  { image, job: { podFailurePolicy: {} } },
  { image, kind: "CronJob", cron: { schedule: "@daily" }, annotations: { "example.com/owner": "data team" } },
  {
    ...sparse,
    kind: "CronJob",
    commonAnnotations: { a: "b" },
    cron: {
      schedule: "0 2 * * *",
      timeZone: "Europe/Berlin",
      concurrencyPolicy: "Allow",
      startingDeadlineSeconds: 10,
      successfulJobsHistoryLimit: 0,
      failedJobsHistoryLimit: 0,
      suspend: true,
    },
  },
  { ...privileged, kind: "CronJob", cron: { schedule: "@daily" } },
  { image, kind: "CronJob", cron: { schedule: "0-30/5 2 1-5 jan-MAR MON-fri" } },
  {
    image,
    job: {
      completions: 2,
      completionMode: "Indexed",
      backoffLimitPerIndex: 0,
      maxFailedIndexes: 0,
      podFailurePolicy: { rules: [{ action: "Ignore", onPodConditions: [{ type: "DisruptionTarget" }] }] },
      successPolicy: { rules: [{ succeededCount: 1 }] },
    },
  },
  {
    ...legal,
    job: {
      completions: 5,
      completionMode: "Indexed",
      backoffLimitPerIndex: 1,
      maxFailedIndexes: 5,
      podFailurePolicy: {
        rules: ["main", "first", "log"].map((containerName, i) => ({
          action: "FailJob",
          onExitCodes: { containerName, operator: "NotIn", values: [i, i + 1, 2000000] },
        })),
      },
      successPolicy: { rules: [{ succeededIndexes: "0,02-4", succeededCount: 4 }, { succeededCount: 5 }] },
    },
  },
  ...oddWorkloads,
];

/** What few Services have, an Ingress to something else, and metrics of all kinds. */
const balanced = {
  ...http,
  type: "LoadBalancer",
  trafficDistribution: "PreferClose",
  externalIPs: ["192.0.2.1"],
  publishNotReadyAddresses: true,
  allocateLoadBalancerNodePorts: false,
  loadBalancerIP: "192.0.2.2",
};
const resource = { apiGroup: "k8s.example.com", kind: "StorageBucket", name: "assets" };
const target = { type: "Value", value: "1" };
const described = { apiVersion: "apps/v1", kind: "Deployment", name: "queue" };
const scaling = { policies: [{ type: "Pods", value: 1, periodSeconds: 60 }], selectPolicy: "Max", tolerance: "0.1" };

const serviceStage: readonly Values[] = [
  {
    ...workload,
    replicas: 0,
    strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 0, maxUnavailable: "10%" } },
    minReadySeconds: 0,
    progressDeadlineSeconds: 60,
    revisionHistoryLimit: 0,
    service,
    ingress: {
      enabled: true,
      className: "nginx",
      annotations: { a: "b" },
      hosts: {
        web: {
          host: "web.example.com",
          paths: {
            root: { path: "/a", pathType: "Exact", port: "http", order: 2 },
            first: { order: 1, port: "http" },
            off: { enabled: false },
          },
        },
        off: { host: "off.example.com", enabled: false },
      },
      tls: [{ hosts: ["web.example.com"], secretName: "web-tls" }],
    },
    autoscaling: {
      enabled: true,
      minReplicas: 2,
      maxReplicas: 5,
      targetCPUUtilizationPercentage: 50,
      targetMemoryUtilizationPercentage: 60,
      metrics: [{ type: "Pods", pods: { metric: { name: "a" }, target: { type: "AverageValue", averageValue: "1" } } }],
      behavior: { scaleDown: { stabilizationWindowSeconds: 300 } },
    },
  },
  { ...sparse, strategy: { type: "Recreate" }, ...plainPorts, service: headless },
  {
    image,
    ports: {
      http: { containerPort: 8080 },
      dns: { containerPort: 5353, protocol: "UDP" },
      off: { containerPort: 1, enabled: false },
    },
    sidecars: { beside: { image, ports: { off: { containerPort: 2 }, http: { containerPort: 3 } } } },
    service: {
      headless: true,
      ports: {
        http: { port: 80 },
        dns: { port: 53, protocol: "UDP" },
        wrong: { port: 54, targetPort: "dns" },
        off: { port: 55 },
        number: { port: 56, targetPort: 9 },
      },
    },
  },
  { ...privileged, ...plainPorts, service: nodePorts },
  {
    image,
    ...plainPorts,
    service: { ports: { http: { port: 80 }, off: { port: 1, enabled: false } } },
    autoscaling: { enabled: true },
    ingress: { enabled: true, hosts: { any: {}, one: { host: "a", paths: { all: {} } } } },
  },
  { image, volumes: { data: { mountPath: "/data", claim: { size: "1Gi" } } }, service: { ...http, enabled: false } },
  unusedNodePorts,
  legal,
  {
    ...broken,
    ...plainPorts,
    service: http,
    ingress: { enabled: true, hosts: { any: {}, one: { host: "a", paths: { all: {} } } } },
  },
  {
    image,
    ...plainPorts,
    paused: true,
    service: balanced,
    ingress: {
      enabled: true,
      hosts: { web: { host: "web.example.com", paths: { files: { path: "/files", resource } } } },
      defaultBackend: { resource },
    },
    autoscaling: {
      enabled: true,
      metrics: [
        { type: "External", external: { metric: { name: "a", selector: { matchLabels: { a: "b" } } }, target } },
        { type: "Object", object: { describedObject: described, metric: { name: "a" }, target } },
      ],
      behavior: { scaleDown: scaling, scaleUp: scaling },
    },
  },
  ...oddWorkloads,
];

const statefulStage: readonly Values[] = [
  {
    ...workload,
    replicas: 0,
    podManagementPolicy: "Parallel",
    updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: 1 } },
    minReadySeconds: 0,
    revisionHistoryLimit: 0,
    service,
    headless: { name: "peers", publishNotReadyAddresses: false, annotations: { a: "b" } },
    persistence: {
      data: {
        mountPath: "/data",
        subPath: "part",
        readOnly: true,
        size: "1Gi",
        accessModes: ["ReadWriteMany"],
        storageClassName: "fast",
        ...labelled,
        selector: { matchLabels: { disk: "fast" } },
        dataSource: { kind: "PersistentVolumeClaim", name: "before" },
        dataSourceRef: { kind: "PersistentVolumeClaim", name: "before" },
        volumeAttributesClassName: "gold",
        mounts: { side: { container: "beside", mountPath: "/data" } },
      },
      disk: { devicePath: "/dev/disk", volumeMode: "Block", size: "2Gi" },
      off: { mountPath: "/off", size: "3Gi", enabled: false },
    },
    persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete", whenScaled: "Delete" },
  },
  {
    ...sparse,
    updateStrategy: { type: "OnDelete", rollingUpdate: { partition: 1 } },
    ...plainPorts,
    service: nodePorts,
  },
  {
    ...privileged,
    ...plainPorts,
    service: { ...http, enabled: false },
    persistence: { data: { mountPath: "/data", size: "1Gi" } },
  },
  {
    image,
    ...plainPorts,
    service: http,
    persistence: { data: { mountPath: "/data", size: "1Gi", storageClassName: "" } },
  },
  unusedNodePorts,
  legal,
  {
    image,
    ...plainPorts,
    service: balanced,
    ordinals: { start: 1 },
    updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 2 } },
    persistence: { data: { mountPath: "/data", size: "1Gi", volumeName: "given" } },
  },
  ...oddWorkloads,
];

const secrets = [
  "controllerPublishSecretRef",
  "nodeStageSecretRef",
  "nodePublishSecretRef",
  "controllerExpandSecretRef",
  "nodeExpandSecretRef",
];
const secretsOf = (fields: object): object =>
  Object.fromEntries(secrets.map((name) => [name, { name: `${name.toLowerCase()}-secret`, ...fields }]));
const affinity = { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: "zone", operator: "Exists" }] }] } };
const csi = (volumeHandle: string, more: object = {}): object => ({ driver: "my-csi-driver", volumeHandle, ...more });

const csiVolume: readonly Values[] = [
  {
    nameOverride: "other",
    namespaceOverride: "elsewhere",
    commonLabels: { team: "data" },
    commonAnnotations: { a: "b" },
    global: { defaultStorageClass: "standard", commonLabels: { part: "all" } },
    volumes: {
      foreign: { claim: { existingClaim: "theirs" }, static: { capacity: "1Gi", csi: csi("d") } },
      fixed: {
        ...labelled,
        claim: { size: "1Gi", volumeMode: "Block", storageClassName: "fast" },
        static: {
          name: "fixed",
          capacity: "2Gi",
          reclaimPolicy: "Delete",
          mountOptions: ["noatime"],
          nodeAffinity: affinity,
          csi: csi("a", {
            readOnly: true,
            fsType: "ext4",
            volumeAttributes: { a: "b" },
            ...secretsOf({ namespace: "storage" }),
          }),
        },
      },
      full: {
        retain: false,
        ...labelled,
        claim: {
          name: "claim",
          accessModes: ["ReadWriteMany"],
          size: "1Gi",
          storageClassName: "fast",
          volumeMode: "Block",
          volumeName: "pv",
          selector: { matchLabels: { disk: "fast" } },
          dataSource: { kind: "PersistentVolumeClaim", name: "before" },
          dataSourceRef: { kind: "PersistentVolumeClaim", name: "before" },
          volumeAttributesClassName: "gold",
        },
      },
      derived: { claim: { size: "1Gi" }, static: { csi: csi("b", secretsOf({})) } },
      classed: { claim: { size: "1Gi", ownStorageClass: "fast" }, static: { csi: csi("c") } },
      undone: { claim: { size: "1Gi" }, static: { enabled: false, csi: csi("c") } },
      bare: { claim: { create: false, name: "later" }, static: { capacity: "1Gi", csi: csi("e") } },
      off: { enabled: false, claim: { size: "1Gi" }, static: { csi: csi("a") } },
    },
    storageClasses: {
      fast: {
        name: "fast",
        provisioner: "my-csi-driver",
        parameters: { tier: "fast" },
        reclaimPolicy: "Delete",
        volumeBindingMode: "WaitForFirstConsumer",
        allowVolumeExpansion: false,
        mountOptions: ["noatime"],
        allowedTopologies: [{ matchLabelExpressions: [{ key: "zone", values: ["a"] }] }],
        isDefault: true,
        retain: true,
        ...labelled,
      },
      plain: { provisioner: "my-csi-driver" },
      named: { provisioner: "my-csi-driver", nameSuffixHash: false },
      off: { provisioner: "my-csi-driver", enabled: false },
    },
  },
  {
    volumes: {
      selected: {
        claim: {
          size: "1Gi",
          selector: { matchExpressions: [{ key: "zone", operator: "In", values: ["a"] }] },
          annotations: { a: "b" },
        },
      },
      copied: {
        claim: { size: "1Gi", dataSource: { apiGroup: "snapshot.storage.k8s.io", kind: "VolumeSnapshot", name: "a" } },
      },
      near: {
        claim: { size: "1Gi" },
        static: {
          csi: csi("near"),
          annotations: { a: "b" },
          nodeAffinity: {
            required: {
              nodeSelectorTerms: [{ matchFields: [{ key: "metadata.name", operator: "In", values: ["node-1"] }] }],
            },
          },
        },
      },
    },
  },
  { fullnameOverride: "whole", volumes: { data: { claim: { size: "1Gi", storageClassName: "" } } } },
  { volumes: {}, storageClasses: {} },
  {
    fullnameOverride: BROKEN,
    volumes: { data: { claim: { size: "1Gi" }, static: { csi: csi("a") } } },
    storageClasses: { fast: { provisioner: "my-csi-driver" } },
  },
  ...oddTexts.map((one) => ({ volumes: { data: { claim: { size: "1Gi" } } }, ...one })),
];

/** By the name of the chart. */
export const fullValues: Readonly<Record<string, readonly Values[]>> = {
  "batch-job": batchJob,
  "csi-volume": csiVolume,
  "service-stage": serviceStage,
  "stateful-stage": statefulStage,
};
