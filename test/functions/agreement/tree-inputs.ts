/** Arguments for the functions that are trees, or have a template of their own, by the name of the function. */
import { nastyMap, nastyStrings } from "../../yaml/nasty-strings.ts";
import { type Arguments, Constant } from "./scalar-inputs.ts";

const entries: readonly unknown[] = [
  {},
  { a: { x: 1, enabled: false }, b: { enabled: true, order: 2 }, c: { order: -1 }, d: {}, e: { order: 2 } },
  { s: "a", t: "", u: null },
  nastyMap,
  { a: { order: 1000 }, b: { order: -1000 }, c: { order: 10 }, d: { order: 9 }, "c ": {}, "c!": {}, C: "x" },
  { a: { enabled: "false" }, b: { enabled: 0 }, c: { enabled: null }, d: { order: "5" }, e: { order: null }, f: [] },
  { "\u{10000}": {}, "\uffff": {}, ["__proto__"]: {}, constructor: { enabled: false } },
];
const branchValues = ["x", { b: 1 }, "", 0, false, null];

const named = {
  release: "etl",
  namespace: "data",
  name: "etl-store",
  serviceAccount: "etl",
  selectorLabels: { "app.kubernetes.io/name": "store" },
  claims: { data: "etl-store-data" },
  replicaClaims: { data: "data-etl-store" },
  address: { host: "etl-store.data", ports: { sql: 5432 } },
  headless: "etl-store-headless",
  pods: "etl-store",
};

const placedObjects: readonly unknown[] = [
  {},
  { a: {}, b: { metadata: null }, c: { metadata: "name" }, d: { metadata: {} }, e: { metadata: { name: "" } } },
  {
    a: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" } },
    b: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: { $from: { what: "name" } }, namespace: "" } },
    c: { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "c", namespace: "own" }, enabled: false },
    d: { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "c", namespace: { a: 1 } } },
    e: { apiVersion: "v1", kind: "Namespace", metadata: { name: 1 } },
    f: { apiVersion: "v1", kind: "Namespace", metadata: { name: "f", namespace: { $from: { what: "namespace" } } } },
    g: { apiVersion: "v1", kind: "Namespace", metadata: { name: "g" } },
  },
];

const metric = (name: string, type: string): object => ({ type: "Resource", resource: { name, target: { type } } });

// What a union of some branches may look like.
function unions(...[a = "a", b = "b"]: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
  return [
    {},
    { type: "" },
    { type: null, [a]: null, [b]: 1 },
    { type: b, [a]: "x" },
    { type: "other", [a]: "x" },
    { [a]: "x", [b]: "y", more: [1] },
    ...branchValues.map((value) => ({ [b]: value, more: value })),
  ];
}

const volumes = {
  tmp: { mountPath: "/tmp", emptyDir: {} },
  data: { pipelineVolume: { stage: "workspace", volume: "data" } },
  more: { type: "pipelineVolume", existingClaim: "left.over", pipelineVolume: { stage: "b", volume: "c" } },
  claimed: { existingClaim: "a.b.c" },
  off: { enabled: false, pipelineVolume: { stage: "workspace", volume: "data" } },
  other: { type: "emptyDir", pipelineVolume: { stage: "workspace", volume: "data" } },
  ["long".repeat(20)]: { emptyDir: {} },
};
const exclusive = { workspace: { data: "ReadWriteOnce" }, b: { c: "ReadWriteOncePod" }, [`s${"t".repeat(60)}`]: {} };
const claims: readonly (readonly unknown[])[] = [
  undefined,
  {},
  { tmp: { emptyDir: {} } },
  { b: { claim: { size: "1Gi" } }, a: { claim: { accessModes: ["ReadWriteOncePod"] } } },
  { a: { enabled: false, claim: { size: "1Gi" } }, b: { type: "emptyDir", claim: { size: "1Gi" } } },
  { a: { claim: { accessModes: ["ReadWriteOnce", "ReadWriteMany"] } }, c: { claim: { accessModes: [] } } },
  { a: { claim: { accessModes: null } } },
].flatMap((one) => [
  [one, undefined],
  [one, exclusive],
]);
const job = { job: "etl-extract-0a1b", namespace: "a", host: "", port: 0 };
const server = { job: "", namespace: "a", host: "store.a.svc", port: 6379 };
const waited = [undefined, {}, { z: job, a: server, m: job }, { none: { job: "", namespace: "", host: "", port: 0 } }];
const selectors = { a: { app: "a" }, off: {}, m: { app: "m", b: "" } };
const numbers = { http: 80, admin: 8081, dns: 53 };
const term = { labelSelector: { matchLabels: { a: "b" } }, topologyKey: "zone" };
const containerPorts = {
  http: { containerPort: 8080 },
  dns: { containerPort: 53, protocol: "UDP" },
  off: { enabled: false, containerPort: 1 },
};
const sidecars = {
  b: { ports: { http: { containerPort: 1 }, metrics: { containerPort: 9090 } } },
  a: { order: 5, ports: { metrics: { containerPort: 9091 } } },
  off: { enabled: false, ports: { proxy: { containerPort: 2 } } },
  bare: {},
};

/** By function. */
export const treeInputs: Readonly<Record<string, readonly Arguments[]>> = {
  addressBits: [
    "10.0.0.0/8",
    "255.1.2.3",
    "0.0.0.0/0",
    "2001:DB8::/32",
    "::",
    "::1/128",
    "1:2:3:4:5:6:7:8",
    "fe80::1:0/10",
  ].map((address) => [address]),
  adopt: [
    [{ apiVersion: "v1", kind: "ConfigMap", data: nastyMap }, { a: "b" }, ""],
    [{ enabled: true, metadata: { name: "x", labels: { a: "own", c: "d" } } }, { a: "b" }, "data"],
    [{ metadata: { namespace: "own" } }, {}, "data"],
    [{ apiVersion: "v1", kind: "Namespace" }, {}, "data"],
  ],
  ancestorLines: waited.flatMap((ancestors) => waited.map((upstream) => [ancestors, upstream])),
  backendPort: [
    [{ http: { port: 80 }, admin: { port: 8081 } }, "admin", "ingress"],
    [{ http: { port: 80 }, off: { enabled: false, port: 1 } }, "", "ingress"],
    [{ http: { port: 65535 } }, undefined, "ingress"],
  ],
  branch: unions().flatMap((union) => [
    [union, ["a", "b"]],
    [union, ["b"]],
    [union, []],
  ]),
  bytes: ["0", "1", "1.5Gi", "1500Mi", "1k", "1e3", "1E", "100m", "0.1", "12Ti", "1Ei"].map((size) => [size]),
  claimLabels: [undefined, {}, exclusive].flatMap((modes) => [
    [volumes, modes],
    [undefined, modes],
  ]),
  claimOf: Object.values(volumes).map((volume) => [volume]),
  groupKind: [
    [{}],
    [{ apiVersion: "v1", kind: "Service" }],
    [{ apiVersion: "apps/v1", kind: "Deployment" }],
    [{ apiVersion: "a/b/c", kind: null }],
    [{ apiVersion: 1, kind: 2.5 }],
    [{ apiVersion: "/", kind: "" }],
  ],
  hasExtraObjects: [
    [{}, {}],
    [{ a: {} }, {}],
    [undefined, { load: { Values: {} }, store: { Values: { extraObjects: {} } } }],
    [{}, { load: { Values: {} }, store: { Values: { extraObjects: { a: {} } } } }],
  ],
  lastKey: [{}, { a: {} }, { a: {}, b: { c: 1 }, ["__proto__"]: {} }, undefined].flatMap((map) => [
    [map, []],
    [map, ["a", "b", "c"]],
    [map, ["b", "a"]],
    [map, ["constructor"]],
  ]),
  namespaceOfObject: [
    [{}, "data"],
    [{ apiVersion: "v1", kind: "Namespace" }, "data"],
    [{ apiVersion: "storage.k8s.io/v1beta1", kind: "StorageClass" }, "data"],
    [{ apiVersion: "longhorn.io/v1", kind: "Node" }, "data"],
  ],
  objectPlaces: placedObjects.map((objects) => [objects, "load: ", "data", { "": named, store: named }]),
  objectPlacesOfStages: [
    [{}, { "": named }],
    [
      { load: { Values: {} }, store: { Values: { extraObjects: {} } } },
      { "": named, load: named, store: named },
    ],
    ...placedObjects.map((extraObjects) => [
      { load: { Values: { extraObjects } }, store: { Values: { extraObjects } } },
      { "": named, load: named, store: { ...named, namespace: "other", name: "b" } },
    ]),
  ],
  ownClaims: [
    [{}, "full"],
    [
      {
        a: { claim: {} },
        b: { existingClaim: "x" },
        c: { emptyDir: {} },
        d: { enabled: false, claim: {} },
        e: { type: "claim", claim: {}, existingClaim: "y" },
      },
      "full",
    ],
    [{ ["v".repeat(63)]: { claim: {} } }, "f".repeat(63)],
  ],
  referenceText: [
    { what: "release" },
    { what: "name", prefix: "a-", suffix: "%s{{ . }}" },
    { what: "serviceAccount", prefix: "" },
    { what: "claim", volume: "data" },
    { what: "claim", volume: "data", replica: 0 },
    { what: "host", suffix: ".svc" },
    { what: "hostPort", port: "sql" },
    { what: "url", port: "sql", prefix: "[", suffix: "/a]" },
    { what: "headless" },
    { what: "headless", replica: 1_000_000 },
  ].map((reference) => [reference, named]),
  replicaClaims: [
    [{}, "store"],
    [{ data: {}, logs: { enabled: false }, constructor: {} }, "store"],
  ],
  resolve: [
    ...[undefined, null, "", "a", 0, 1.5, false, {}, []],
    nastyMap,
    [nastyMap, [nastyMap], 1e6, null],
    { a: { b: [{ $from: { what: "name" } }, { c: { $from: { what: "selectorLabels", stage: "store" } } }] } },
    { $from: { what: "url", stage: "store", port: "sql" } },
    { from: { what: "name" }, $FROM: 1, "$from ": [] },
  ].map((part) => [part, "extraObjects.a", { "": named, store: named }]),
  claimNames: [
    [{}, "a"],
    [
      { a: {}, b: { claim: null }, c: { claim: { name: "x" } }, d: { claim: { existingClaim: "y", name: "x" } } },
      "full",
    ],
    [{ ["v".repeat(63)]: { claim: { name: "", existingClaim: "" } } }, "f".repeat(63)],
  ],
  devicePaths: [
    [{}],
    [{ devicePath: "/dev/a" }],
    [{ mountPath: "/a", mounts: { a: { devicePath: "/dev/b" }, b: { mountPath: "/c" } } }],
  ],
  enabled: [undefined, ...entries].map((map) => [map]),
  envFromType: unions("secretRef", "ownConfigMap").map((source) => [source]),
  exclusiveModes: [
    undefined,
    {},
    {
      a: {},
      b: { claim: { accessModes: ["ReadWriteOncePod"] } },
      c: { claim: { accessModes: ["ReadOnlyMany", "ReadWriteOnce"] } },
      d: { claim: { accessModes: [] } },
      e: { claim: { existingClaim: "x" } },
      f: { claim: { existingClaim: "x", accessModes: ["ReadWriteOnce"] } },
      g: { claim: null },
      h: { claim: { accessModes: ["ReadWriteOnce", "ReadWriteMany"] } },
    },
  ].map((map) => [map]),
  existingClaim: [["a", "b"]],
  fieldOfEach: [
    [undefined, "x"],
    ...["x", "y", "constructor"].map((field) => [
      { a: { x: "1" }, b: {}, c: { x: "", y: 1 }, d: { x: { y: [1] } }, e: { x: null } },
      field,
    ]),
  ],
  fitName: ["a", "a".repeat(19), "a".repeat(20), "a".repeat(21), `aaaaaaaaaa-${"b".repeat(20)}`, "é".repeat(20)].map(
    (name) => [new Constant(20), name],
  ),
  gateEgress: waited.flatMap((upstream) => [
    [upstream, undefined, selectors],
    [upstream, { m: job }, undefined],
    [upstream, {}, { ...selectors, z: {} }],
  ]),
  gateLines: waited.flatMap((upstream) => ["", ".data"].map((zone) => [upstream, zone])),
  handler: unions("httpGet", "exec").map((handler) => [handler]),
  image: [
    ["", { repository: "a/b", tag: "1" }, "r.example.com"],
    ["", { repository: "b", digest: "sha256:0", tag: "1", registry: "own.example.com" }, "r"],
    ["", { repository: "b", tag: "1", registry: "", digest: "" }, ""],
    ["", { repository: "b", tag: "1" }, undefined],
  ],
  jobNames: waited.map((stages) => [stages]),
  lifecycle: [
    [undefined],
    [{}],
    [{ preStop: { type: "exec", exec: { command: ["a"] }, sleep: { seconds: 1 } }, postStart: {} }],
  ],
  merge: [
    [],
    [undefined, { a: 1 }],
    [
      { a: "", b: 0, c: false, d: [], e: {}, f: null },
      { a: "x", b: 1, c: true, d: [1], e: { f: 1 }, f: 2 },
    ],
    [nastyMap, { y: "other", more: "a" }],
    [{ a: { b: 1 } }, { a: { c: 2 } }, undefined, { constructor: 1 }],
  ],
  nearClaims: [undefined, {}, { a: "ReadWriteOnce", b: "" }].flatMap((labels) => [
    [undefined, labels, "r"],
    [{ nodeAffinity: { a: 1 } }, labels, "r"],
    [{ podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term], preferred: [1] } }, labels, "r"],
    [{ podAffinity: null, podAntiAffinity: { x: [] } }, labels, "r"],
  ]),
  ordered: [undefined, ...entries].map((map) => [map]),
  orderedTogether: [undefined, ...entries].flatMap((map) => [
    [map, undefined],
    [map, { z: { order: -5 }, first: {}, off: { enabled: false }, last: { order: null }, b: { order: 1 } }],
  ]),
  orderedVariables: [
    undefined,
    {},
    { B: "b", A: "a", C: { value: "" }, D: { valueFrom: {}, order: 5 }, E: { fromService: {} }, F: { type: "value" } },
    { A: { type: "valueFrom", value: "x" }, B: { enabled: false, valueFrom: {} }, C: { value: null, valueFrom: {} } },
  ].map((env) => [env]),
  passedStages: [["a", "b"]],
  portNumber: ["http", "metrics", "dns", "off", "proxy", "none"].flatMap((name) => [
    [name, "TCP", containerPorts, sidecars],
    [name, "UDP", containerPorts, undefined],
    [name, "TCP", undefined, sidecars],
  ]),
  probe: unions("httpGet", "grpc").map((probe) => [probe]),
  serviceAddress: ["host", "hostPort", "url", undefined].flatMap((format) =>
    ["store.a.svc", "store"].flatMap((host) =>
      ["", ".data"].map((zone) => [
        "env.STORE",
        { store: { host, ports: { redis: 6379, "": 1 } } },
        { stage: "store", port: "redis", format },
        zone,
      ]),
    ),
  ),
  serviceName: [["store"], ["1st"], ["1".repeat(63)], [""]],
  stageRules: [
    ["from", undefined, selectors, ["a"]],
    ["from", ["a", "off", "m"], selectors, ["a", "m", "off"]],
    ["to", ["gone"], undefined, ["gone"]],
  ],
  storageClassNames: [
    [{}, "a"],
    [
      {
        exact: { name: "x", provisioner: "p" },
        plain: { nameSuffixHash: false, provisioner: "p" },
        hashed: { provisioner: "p", parameters: { b: "<&>", a: "é" } },
        same: { provisioner: "p", parameters: { b: "<&>", a: "é" }, reclaimPolicy: "Retain", name: "" },
        ["long".repeat(15)]: { provisioner: "p", volumeBindingMode: "WaitForFirstConsumer" },
      },
      "start",
    ],
  ],
  targetPorts: [
    [undefined, undefined, undefined],
    [{ http: {}, a: { targetPort: "metrics" }, b: { targetPort: 9 }, c: { enabled: false } }, containerPorts, sidecars],
    [{ dns: { protocol: "UDP" }, x: { targetPort: "dns" }, y: { targetPort: "proxy" } }, containerPorts, sidecars],
  ],
  tcpPort: [
    [undefined, undefined],
    [numbers, undefined],
    [numbers, { admin: { protocol: "UDP" }, dns: { protocol: "UDP" }, http: {} }],
    [numbers, { admin: { protocol: "SCTP" }, dns: { protocol: "UDP" }, http: { protocol: "UDP" } }],
  ],
  valueSource: unions("configMapKeyRef", "fieldRef").map((source) => [source]),
  variableType: unions("value", "fromService").map((variable) => [variable]),
  volumeDevices: ["main", "side"].flatMap((container) => [
    [container, {}, { a: { devicePath: "/dev/a", mounts: { x: { container: "side", devicePath: "/dev/x" } } } }],
    [container, { a: "renamed" }, undefined, { a: { devicePath: "/a", volumeMode: "Filesystem" } }],
  ]),
  volumeMount: [
    ["data", { mountPath: "/a" }],
    ["data", { mountPath: "/a", subPath: "", readOnly: false, devicePath: "/dev/a", container: "x" }],
    ["data", { mountPath: "/a", subPath: null, readOnly: null }],
  ],
  volumeMounts: ["main", "side"].flatMap((container) => [
    [
      container,
      { b: "renamed" },
      {
        a: { mountPath: "/a", subPath: "s", readOnly: false, allContainers: true },
        b: { mounts: { y: { mountPath: "/y", container: "side" }, x: { mountPath: "/x" }, z: {} } },
        c: { enabled: false, mountPath: "/c" },
        d: { volumeMode: "Block", mountPath: "/d" },
      },
    ],
    [container, {}, undefined, { t: { mountPath: "/t", readOnly: true } }],
  ]),
  volumeNames: [undefined, "", "chain", "c".repeat(60)].flatMap((chain) => [
    [volumes, chain],
    [{ kept: { keepName: true, emptyDir: {} }, named: { keepName: false, emptyDir: {} } }, chain],
    [undefined, chain],
  ]),
  volumeType: unions("claim", "hostPath").map((volume) => [volume]),
  where: [true, false].flatMap((wanted) =>
    [true, false].flatMap((fallback) => [
      [{ a: { on: true }, b: { on: false }, c: {}, d: { on: null } }, "on", wanted, fallback],
      [undefined, "on", wanted, fallback],
    ]),
  ),
  securityContext: [
    { runAsUser: 0 },
    { runAsUser: 0, runAsNonRoot: true },
    { runAsUser: 1, runAsGroup: 2, fsGroup: "3", runAsNonRoot: true },
    {},
    { runAsUser: 0, seccompProfile: { type: "RuntimeDefault", localhostProfile: "x" } },
    { seccompProfile: { type: "Localhost", localhostProfile: "x" }, appArmorProfile: { localhostProfile: "y" } },
    { other: { type: "Localhost", localhostProfile: "z" }, seLinuxOptions: { type: "t", localhostProfile: "z" } },
  ].flatMap((context) => [true, false].map((leavesIds) => [context, leavesIds])),
  containerNames: [undefined, "", "load"].flatMap((stage) => [
    [{ prepare: {}, off: { enabled: false } }, { log: { native: false }, kept: { keepName: true } }, stage],
    [undefined, undefined, stage],
  ]),
  nameInPod: [undefined, "", "load", "l".repeat(63)].flatMap((stage) => [
    ["main", {}, stage],
    ["log", undefined, stage],
    ["log", { keepName: true }, stage],
  ]),
  projectedSourcesInPod: [
    [undefined, {}],
    [
      [{ name: "s" }, { items: [{ path: "p", resourceFieldRef: { containerName: "main" } }] }, { items: [] }],
      { main: "load" },
    ],
  ],
  unmetLabel: [
    undefined,
    {},
    { matchLabels: { a: "b", c: "d" } },
    { matchLabels: { a: "c" } },
    { matchLabels: { added: "e", none: "" } },
    ...[
      ["In", "a", "b"],
      ["In", "none", "b"],
      ["NotIn", "a", "c", "b"],
      ["NotIn", "none", "b"],
      ["Exists", "none"],
      ["Exists", "added"],
      ["DoesNotExist", "a"],
      ["DoesNotExist", "none"],
      ["Other", "a"],
    ].map(([operator, key, ...values]) => ({ matchExpressions: [{ key, operator, values }] })),
  ].map((selector) => [selector, { a: "b", c: "d" }, ["added"]]),
  withContainerName: [undefined, { main: "load" }].flatMap((names) => [
    [{ containerName: "main", values: [1], action: "FailJob" }, "onExitCodes", names],
    [{ containerName: "other" }, "onExitCodes", names],
    [{ containerName: 1 }, "onExitCodes", names],
    [{ onExitCodes: "main" }, "onExitCodes", names],
    [{ action: "FailJob" }, "onExitCodes", names],
  ]),
  withContainerNames: [
    [[{ path: "p", resourceFieldRef: { containerName: "main" } }, { path: "q" }], "resourceFieldRef", { main: "load" }],
    [undefined, "resourceFieldRef", {}],
  ],
  withOwnLabels: [undefined, {}, { "app.kubernetes.io/component": "own", a: "own", c: "d" }].map((own) => [
    { "app.kubernetes.io/component": "load", "app.kubernetes.io/name": "load", a: "b" },
    own,
  ]),
  withVolumeName: [{}, { fileKeyRef: { volumeName: "a", key: "A" } }, { fieldRef: { fieldPath: "a" } }].flatMap(
    (source) => [{}, { a: "stage-a" }].map((names) => [source, names]),
  ),
  withoutEmpty: [{}, { a: {}, b: { c: 0 } }, { constructor: { x: "" }, d: null, e: 0 }].map((map) => [map]),
  yaml: nastyStrings.slice(0, 1).map(() => [{ a: [1, "b"] }]),
  singleNodeClaim: claims,
  singlePodClaim: claims,
  sharedPodClaim: [
    ["load", ["load"], undefined],
    ["load", ["load"], {}],
    ["load", ["load"], { load: { a: "x" }, extract: { a: "y", b: "z" } }],
    ["load", ["extract", "load"], { load: { a: "x" }, extract: { a: "y" } }],
    ["load", ["load"], { load: { b: "x", a: "y" }, b: { b: "x" }, a: { a: "x" }, c: { a: "x" } }],
  ],
  lostSchedule: ["", "once", "@daily"].flatMap((ofHost) =>
    ["", "once", "0 2 * * *"].map((ofStage) => ["extract", "load", ofHost, ofStage]),
  ),
  withoutRequest: [undefined, {}, { requests: { cpu: 1 } }, { limits: { cpu: "1" } }, { requests: { cpu: 0 } }].flatMap(
    (resources) =>
      [undefined, {}, { a: {}, b: { enabled: false }, c: { resources } }].map((sidecars) => [
        "cpu",
        resources,
        sidecars,
      ]),
  ),
  measuredShare: [
    undefined,
    [],
    [metric("memory", "Utilization"), metric("cpu", "AverageValue")],
    [metric("memory", "AverageValue"), metric("cpu", "Utilization")],
    [{ type: "ContainerResource", containerResource: { name: "cpu" } }, { type: "Resource" }],
  ].map((metrics) => [metrics, "cpu"]),
  singlePodClaims: [...claims, [volumes, exclusive]],
};
