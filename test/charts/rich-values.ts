/** Values that make each library chart print every object that it can, and every field that names another object. */

const image = { repository: "busybox", tag: "1.36" };

const from = (what: string, more: object = {}): object => ({ $from: { what, ...more } });

/** A whole object that names what its chart has, and more of it. */
const referring = (data: object = {}): object => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: from("name", { suffix: "-names" }), annotations: { release: from("release") } },
  data: { namespace: from("namespace"), ...data },
});
const ofPods = { account: from("serviceAccount"), "pod.host": from("name", { prefix: "https://", suffix: ":80" }) };

const workload = {
  commonLabels: { team: "data" },
  commonAnnotations: { "example.com/owner": "data team" },
  image: { ...image, pullSecrets: ["registry"] },
  command: ["sh", "-c"],
  args: ["exec sleep infinity"],
  env: {
    LEVEL: "info",
    MODE: { value: "fast" },
    POD: { valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
  },
  envFrom: {
    settings: { ownConfigMap: "settings" },
    more: { secretRef: { name: "more", optional: true } },
  },
  ports: { http: { containerPort: 8080 }, metrics: { containerPort: 9090 } },
  resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { memory: "128Mi" } },
  lifecycle: { preStop: { exec: { command: ["sleep", "1"] } } },
  livenessProbe: { tcpSocket: { port: "http" } },
  configMaps: {
    settings: { data: { LEVEL: "debug" } },
    "settings-whose-name-is-so-long-that-no-object-has-room-for-it": { data: { LEVEL: "none" } },
  },
  initContainers: { prepare: { image, command: ["true"] } },
  sidecars: {
    beside: { image, command: ["sleep", "infinity"], native: false },
    around: { image, command: ["sleep", "infinity"], native: true },
  },
  volumes: {
    own: { mountPath: "/own", claim: { size: "1Gi", accessModes: ["ReadWriteMany"] } },
    other: { mountPath: "/other", subPath: "part", existingClaim: "shared-data" },
    scratch: { mountPath: "/scratch", ephemeral: { size: "1Gi" } },
    settings: { mountPath: "/settings", ownConfigMap: "settings", readOnly: true },
  },
  serviceAccount: { annotations: { "example.com/role": "reader" } },
  podLabels: { tier: "batch" },
  podAnnotations: { "example.com/scrape": "true" },
  nodeSelector: { "kubernetes.io/arch": "amd64" },
  tolerations: [{ key: "dedicated", operator: "Exists" }],
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: "topology.kubernetes.io/zone",
      whenUnsatisfiable: "ScheduleAnyway",
      labelSelector: { matchExpressions: [{ key: "app.kubernetes.io/name", operator: "Exists" }] },
      matchLabelKeys: ["app.kubernetes.io/instance"],
    },
  ],
  networkPolicy: {
    enabled: true,
    ingress: [{ from: [{ podSelector: {} }] }],
    egress: [{ to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }],
  },
  extraObjects: {
    extra: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "extra" }, data: { key: "value" } },
    names: referring(ofPods),
    budget: {
      apiVersion: "policy/v1",
      kind: "PodDisruptionBudget",
      metadata: { name: from("name") },
      spec: { maxUnavailable: 1, selector: { matchLabels: from("selectorLabels") } },
    },
  },
};

/** Values by the name of the chart. */
export const richValues: Readonly<Record<string, object>> = {
  "batch-job": { ...workload, job: { completions: 2, completionMode: "Indexed", parallelism: 2 } },
  "csi-volume": {
    commonLabels: { team: "data" },
    volumes: {
      existing: {
        claim: { size: "1Gi" },
        static: { csi: { driver: "my-csi-driver", volumeHandle: "unique-volume-handle" } },
      },
      made: { claim: { size: "1Gi", ownStorageClass: "fast" } },
      "volume-whose-name-is-so-long-that-no-object-has-room-for-it": { claim: { size: "1Gi" } },
      foreign: { claim: { existingClaim: "shared-data" } },
    },
    storageClasses: {
      fast: { provisioner: "my-csi-driver", parameters: { tier: "fast" } },
      slow: { provisioner: "my-csi-driver", parameters: { tier: "slow" }, retain: true },
    },
    extraObjects: { names: referring() },
  },
  "service-stage": {
    ...workload,
    service: { ports: { http: { port: 80 } } },
    autoscaling: { enabled: true, targetCPUUtilizationPercentage: 80 },
    ingress: { enabled: true, hosts: { web: { host: "web.example.com" } } },
  },
  "stateful-stage": {
    ...workload,
    service: { ports: { http: { port: 80 } } },
    persistence: { data: { mountPath: "/data", size: "1Gi", labels: { tier: "fast" } } },
    extraObjects: {
      ...workload.extraObjects,
      names: referring({ ...ofPods, first: from("headless", { replica: 0, suffix: ":80" }), all: from("headless") }),
    },
  },
};

/** What the objects of these values refer to and do not bring. */
export const external: readonly string[] = ["PersistentVolumeClaim/shared-data", "Secret/registry", "Secret/more"];
