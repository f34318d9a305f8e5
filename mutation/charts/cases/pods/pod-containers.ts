/** What the containers of a pod name of one another, of their ports, devices and files, and how they restart. */
import type { Values } from "../../../../generator/evaluate/coalesce-values.ts";
import type { DecisiveValues } from "../decisive-values.ts";

const image = { repository: "busybox", tag: "1.36" };
const emptyDir = {};

/** Values of the main container, and of the first and of the last of two init containers and two sidecars. */
const everywhere = (fields: Values, plain: Values = {}): readonly Values[] => [
  fields,
  ...["initContainers", "sidecars"].flatMap((kind) => [
    { [kind]: { a: { image, ...fields } } },
    { [kind]: { a: { image, ...plain }, b: { image, ...fields } } },
  ]),
];
/** The same without init containers. */
const whereRunning = (fields: Values, plain: Values = {}): readonly Values[] => [
  fields,
  { sidecars: { a: { image, ...fields } } },
  { sidecars: { a: { image, ...plain }, b: { image, ...fields } } },
];

const memoryOf = (containerName: string): Values => ({
  resourceFieldRef: { containerName, resource: "limits.memory" },
});
const fileOf = (containerName: string): Values => ({ path: containerName, ...memoryOf(containerName) });
const ownMemory = { path: "own", fieldRef: { fieldPath: "metadata.name" } };
const downward = (...names: readonly string[]): Values => ({ downwardAPI: { items: names.map(fileOf) } });

/** Containers by their names, wherever a value means one of them. */
const references: DecisiveValues = {
  accepted: [
    {
      initContainers: { a: { image, env: { A: { valueFrom: memoryOf("b") } } } },
      sidecars: { b: { image, env: { A: { valueFrom: memoryOf("a") } } } },
      env: {
        A: { valueFrom: memoryOf("main") },
        B: { type: "value", value: "text", valueFrom: memoryOf("none") },
        C: { valueFrom: { type: "fieldRef", fieldRef: { fieldPath: "metadata.name" }, ...memoryOf("none") } },
        D: "text",
        E: { valueFrom: { resourceFieldRef: { resource: "limits.memory" } } },
      },
      volumes: {
        a: { mountPath: "/a", ...downward("main", "a", "b") },
        b: { mountPath: "/b", downwardAPI: { items: [ownMemory] } },
        c: { mountPath: "/c", projected: { sources: [{ secret: { name: "a" } }, downward("a")] } },
        d: { mountPath: "/d", type: "emptyDir", emptyDir, ...downward("none"), projected: { sources: [] } },
      },
    },
  ],
  refused: [
    ...everywhere({ env: { A: { valueFrom: memoryOf("none") } } }),
    { env: { A: "text", B: { valueFrom: memoryOf("none") } } },
    { volumes: { a: { mountPath: "/a", ...downward("none", "main") } } },
    { volumes: { a: { mountPath: "/a", ...downward("main", "none") } } },
    { volumes: { a: { mountPath: "/a", emptyDir }, b: { mountPath: "/b", ...downward("none") } } },
    { volumes: { a: { mountPath: "/a", projected: { sources: [downward("none")] } } } },
    { volumes: { a: { mountPath: "/a", projected: { sources: [downward("main"), downward("main", "none")] } } } },
  ],
};

const fromFile = (volumeName: string): Values => ({ valueFrom: { fileKeyRef: { volumeName, path: "a", key: "a" } } });
const filesOf = (...names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, { mountPath: `/${name}`, emptyDir }]));

/** Variables from files. */
const files: DecisiveValues = {
  accepted: [
    {
      volumes: filesOf("a", "b", "c"),
      env: {
        A: fromFile("a"),
        B: fromFile("c"),
        C: { type: "value", value: "text", ...fromFile("none") },
        D: {
          valueFrom: {
            type: "fieldRef",
            fieldRef: { fieldPath: "metadata.name" },
            fileKeyRef: { volumeName: "none", path: "a", key: "a" },
          },
        },
        E: "text",
        F: { valueFrom: { secretKeyRef: { name: "a", key: "b" } } },
      },
      initContainers: { a: { image, env: { A: fromFile("b") } } },
      sidecars: { b: { image, env: { A: fromFile("b"), B: "text" } } },
    },
  ],
  refused: [
    ...everywhere({ env: { A: fromFile("none") } }),
    { env: { A: "text", B: fromFile("none") } },
    { volumes: { a: { mountPath: "/a", secret: { secretName: "a" } } }, env: { A: fromFile("a") } },
  ],
};

const at = (port: unknown, action = "httpGet"): Values => ({ [action]: { port } });
const handlers: readonly Values[] = [
  ...["startupProbe", "livenessProbe", "readinessProbe"].map((probe) => ({ [probe]: at("none") })),
  ...["postStart", "preStop"].map((handler) => ({ lifecycle: { [handler]: at("none") } })),
];
const named = { ports: { http: { containerPort: 8080 } } };
const left = { type: "exec", exec: { command: ["true"] }, ...at("none"), ...at("none", "tcpSocket") };

/** Ports of probes and handlers. */
const handlerPorts: DecisiveValues = {
  accepted: [
    ...[at("http"), at("http", "tcpSocket"), at(9090), at(9090, "tcpSocket"), left].map((livenessProbe) => ({
      ...named,
      livenessProbe,
      lifecycle: { preStop: livenessProbe },
      sidecars: { a: { image, ...named, livenessProbe } },
    })),
  ],
  refused: [
    ...handlers.flatMap((fields) => [{ ...named, ...fields }, { sidecars: { a: { image, ...named, ...fields } } }]),
    { sidecars: { a: { image }, b: { image, ...named, livenessProbe: at("none") } } },
    { livenessProbe: at("none", "tcpSocket") },
    { livenessProbe: { type: "httpGet", ...at("none") } },
    { livenessProbe: { type: "tcpSocket", ...at("none", "tcpSocket") } },
  ],
};

const onNode = (hostPort: number, containerPort: number, more: object = {}): Values => {
  return { containerPort, hostPort, ...more };
};
const anyNode = { podSecurity: "privileged" };
const likeNode = { ...anyNode, hostNetwork: true };

/** Ports of the node. */
const hostPorts: DecisiveValues = {
  accepted: [
    {
      ports: { a: { containerPort: 1 }, b: { containerPort: 1, protocol: "UDP" } },
      sidecars: { a: { image, ports: { c: { containerPort: 1 } } } },
    },
    {
      ...anyNode,
      hostNetwork: false,
      ports: {
        a: onNode(9, 1),
        b: onNode(9, 2, { protocol: "UDP" }),
        c: onNode(9, 3, { hostIP: "10.0.0.1" }),
        d: onNode(9, 4, { hostIP: "10.0.0.2" }),
        e: onNode(8, 5),
        h: { containerPort: 8 },
      },
      initContainers: { first: { image, ports: { a: onNode(9, 1) } } },
      sidecars: { a: { image, ports: { f: onNode(7, 1), g: onNode(6, 2), i: { containerPort: 7 } } } },
    },
    {
      ...likeNode,
      ports: { a: onNode(1, 1), b: { containerPort: 2 } },
      initContainers: { first: { image, ports: { a: onNode(1, 1) } } },
      sidecars: { a: { image, ports: { c: onNode(3, 3), d: { containerPort: 4 } } } },
    },
  ],
  refused: [
    ...everywhere({ ports: { a: onNode(9, 1) } }, { ports: { b: { containerPort: 2 } } }),
    { ports: { a: { containerPort: 1 }, b: onNode(9, 2) } },
    { podSecurity: "baseline", ports: { a: onNode(9, 1) } },
    ...everywhere({ ports: { a: onNode(9, 1) } }, { ports: { b: onNode(8, 8) } }).map((values) => {
      return { ...likeNode, ...values };
    }),
    { ...anyNode, ports: { a: onNode(9, 1), b: onNode(9, 2) } },
    { ...anyNode, ports: { a: onNode(8, 1), b: onNode(9, 2), c: onNode(9, 3) } },
    { ...anyNode, ports: { a: onNode(9, 1), b: onNode(8, 2), c: onNode(9, 3, { protocol: "TCP" }) } },
    { ...anyNode, ports: { a: onNode(9, 1, { hostIP: "10.0.0.1" }), b: onNode(9, 2, { hostIP: "10.0.0.1" }) } },
    { ...anyNode, ports: { a: onNode(9, 1) }, sidecars: { a: { image, ports: { b: onNode(9, 2) } } } },
    {
      ...anyNode,
      ports: { a: onNode(9, 1) },
      sidecars: { a: { image, ports: { b: onNode(8, 2) } }, b: { image, ports: { c: onNode(7, 3), d: onNode(9, 4) } } },
    },
    { ...likeNode, ports: { a: { containerPort: 1 }, b: { containerPort: 1 } } },
    { ...likeNode, ports: { a: { containerPort: 1 } }, sidecars: { a: { image, ports: { b: { containerPort: 1 } } } } },
  ],
};

const claims = (...names: readonly string[]): Values => ({ resources: { claims: names.map((name) => ({ name })) } });
const request = (name: string, own: string): Values => ({ name, request: own });
const known = (...names: readonly string[]): Values => {
  return { resourceClaims: names.map((name) => ({ name, resourceClaimName: name })) };
};

/** Devices of containers. */
const devices: DecisiveValues = {
  accepted: [
    {
      ...known("a", "b", "c"),
      resources: { claims: [{ name: "a" }, request("a", "x"), request("a", "y"), request("b", "x"), { name: "c" }] },
      initContainers: { first: { image, ...claims("a") } },
      sidecars: { a: { image }, b: { image, ...claims("b") } },
    },
    // An empty name: no schema admits it.
    { resourceClaims: [{ name: "", resourceClaimName: "a" }], resources: { claims: [{ name: "" }, { name: "" }] } },
  ],
  refused: [
    ...everywhere(claims("none")).map((values) => ({ ...known("a"), ...values })),
    { ...known("a"), ...claims("a", "none") },
    { ...known("a"), ...claims("a", "a") },
    { ...known("a", "b"), ...claims("b", "a", "a") },
    { ...known("a", "b"), ...claims("a", "b", "a") },
    { ...known("a"), resources: { claims: [request("a", "x"), request("a", "x")] } },
  ],
};

const names = (...all: readonly string[]): readonly object[] => all.map((name) => ({ name }));
const resize = (...all: readonly string[]): Values => ({
  resizePolicy: all.map((resourceName) => ({ resourceName, restartPolicy: "NotRequired" })),
});
const resizeUnnamed = { resizePolicy: [{ restartPolicy: "NotRequired" }, { restartPolicy: "NotRequired" }] };

/** Lists whose items have names of their own. */
const uniqueNames: DecisiveValues = {
  accepted: [
    { schedulingGates: names("a", "b"), ...known("a", "b"), ...resize("cpu", "memory") },
    { schedulingGates: [{}, {}], ...resizeUnnamed },
  ],
  refused: [
    { schedulingGates: names("a", "a") },
    { schedulingGates: names("b", "a", "a") },
    { schedulingGates: names("a", "b", "a") },
    known("a", "a"),
    ...whereRunning(resize("cpu", "cpu"), resize("cpu")),
    resize("memory", "cpu", "cpu"),
    resize("cpu", "memory", "cpu"),
  ],
};

const restarts = (action: string): Values => ({ action, exitCodes: { operator: "In", values: [1] } });
const restartPolicyRules = [restarts("Restart"), restarts("RestartAllContainers")];

/** Restarts, which the newest Kubernetes has all. */
const restarting: DecisiveValues = {
  accepted: [
    {
      containerRestartPolicy: "OnFailure",
      restartPolicyRules,
      initContainers: { a: { image, restartPolicy: "Never", restartPolicyRules } },
      sidecars: {
        b: { image, native: false, restartPolicy: "Always", restartPolicyRules },
        c: { image, restartPolicyRules },
      },
    },
    // Init containers and native sidecars, one after the other.
    {
      initContainers: { a: { image, order: 5 }, c: { image }, e: { image, order: -1 } },
      sidecars: {
        b: { image, native: true, order: 3 },
        d: { image, native: true },
        f: { image, native: false, order: 1 },
      },
    },
  ],
  refused: [],
};

const shared = "Bidirectional";
const dir = (more: object): Values => ({ emptyDir, ...more });
const asRoot = { securityContext: { privileged: true } };
const host: readonly string[] = ["hostNetwork", "hostPID", "hostIPC"];
const all = (value: boolean): Values => Object.fromEntries(host.map((field) => [field, value]));
const remote: Readonly<Record<string, Values>> = {
  nfs: { server: "a", path: "/" },
  iscsi: { targetPortal: "a", iqn: "b", lun: 0 },
  fc: { wwids: ["a"] },
};

/** The capabilities that level baseline gives. */
const baseline: readonly string[] = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
];

/** What a pod has of its node. */
const ofNode: DecisiveValues = {
  accepted: [
    all(false),
    { ...anyNode, ...all(true) },
    ...["baseline", "privileged"].map((podSecurity) => ({
      podSecurity,
      volumes: Object.fromEntries(
        Object.entries(remote).map(([type, source]) => [type, { mountPath: `/${type}`, [type]: source }]),
      ),
    })),
    ...["openshift", "restricted"].map((podSecurity) => ({
      podSecurity,
      podSecurityContext: { runAsUser: 1, runAsGroup: 1, fsGroup: 1, supplementalGroups: [1] },
      securityContext: { runAsUser: 1, runAsGroup: 1 },
    })),
    { podSecurity: "openshift" },
    { podSecurity: "baseline", securityContext: { capabilities: { add: baseline } } },
    {
      ...anyNode,
      ...asRoot,
      initContainers: { a: { image } },
      sidecars: { b: { image } },
      volumes: { a: dir({ mountPath: "/a", mountPropagation: shared }) },
    },
    ...["initContainers", "sidecars"].map((kind) => ({
      ...anyNode,
      [kind]: { a: { image, ...asRoot } },
      volumes: {
        a: dir({ mountPath: "/a", mounts: { a: { container: "a", mountPath: "/a", mountPropagation: shared } } }),
      },
    })),
    { hostUsers: true, volumes: { a: { existingClaim: "a", devicePath: "/dev/a" } } },
    { hostUsers: false, volumes: { a: { existingClaim: "a", mountPath: "/a" } } },
  ],
  refused: [
    ...host.flatMap((field) => [{ [field]: true }, { podSecurity: "baseline", [field]: true }]),
    ...["restricted", "openshift"].flatMap((podSecurity) =>
      Object.entries(remote).map(([type, source]) => {
        return { podSecurity, volumes: { a: { mountPath: "/a", emptyDir }, b: { mountPath: "/b", [type]: source } } };
      }),
    ),
    { volumes: { a: { mountPath: "/a", nfs: remote["nfs"] } } },
    { securityContext: { capabilities: { add: ["CHOWN"] } } },
    { securityContext: { capabilities: { add: ["NET_BIND_SERVICE", "CHOWN"] } } },
    { ...anyNode, volumes: { a: dir({ mountPath: "/a", mountPropagation: shared }) } },
    {
      ...anyNode,
      volumes: { a: dir({ mountPath: "/a" }), b: dir({ mountPath: "/b", mountPropagation: shared }) },
    },
    ...["initContainers", "sidecars"].map((kind) => ({
      ...anyNode,
      ...asRoot,
      [kind]: { a: { image, ...asRoot }, b: { image } },
      volumes: { a: dir({ mounts: { a: { container: "b", mountPath: "/a", mountPropagation: shared } } }) },
    })),
    { hostUsers: false, volumes: { a: { existingClaim: "a", devicePath: "/dev/a" } } },
  ],
};

const searches = (...lengths: readonly number[]): Values => {
  return { dnsConfig: { searches: lengths.map((length) => "a".repeat(length)) } };
};

/** Names of hosts. */
const dns: DecisiveValues = {
  accepted: [searches(2048), searches(1024, 1023), { dnsConfig: { options: [{ name: "a" }] } }],
  // A character in place of broken ones at the end of a text: no schema admits it.
  refused: [searches(2049), searches(1024, 1024), { dnsConfig: { searches: ["\ufffd"] } }],
};

const sysctls = (...all: readonly (string | undefined)[]): Values => ({
  podSecurityContext: { sysctls: all.map((name) => ({ value: "0", ...(name === undefined ? {} : { name }) })) },
});
const hostIPC = { ...anyNode, hostIPC: true };

/** Kernel parameters: those of the network and of messages are the node's where the pod shares its namespaces. */
const kernel: DecisiveValues = {
  accepted: [
    { ...anyNode, ...sysctls("kernel.msgmax", "net.ipv4.tcp_syncookies") },
    // One without a name: no schema admits it.
    { ...likeNode, ...sysctls("kernel.msgmax", undefined) },
    { ...hostIPC, ...sysctls("net.ipv4.tcp_syncookies", undefined, "kernel.semaphore") },
  ],
  refused: [
    { ...likeNode, ...sysctls("net/core/somaxconn", "kernel.msgmax") },
    { ...likeNode, ...sysctls("kernel.msgmax", "net.core.somaxconn") },
    { ...hostIPC, ...sysctls("kernel.sem", "net.core.somaxconn") },
    { ...hostIPC, ...sysctls("net.core.somaxconn", "fs.mqueue.msg_max") },
  ],
};

const items = (...paths: readonly string[]): object => ({
  items: paths.map((path) => ({ key: path, path, fieldRef: { fieldPath: "metadata.name" } })),
});
const itemsOf = (kind: string, ...paths: readonly string[]): Values => ({ [kind]: { name: "a", ...items(...paths) } });
const pemOf = (field: string, path: string): Values => ({
  podCertificate: { signerName: "a/b", keyType: "ED25519", [field]: path },
});
const projected = (...sources: readonly Values[]): Values => ({ mountPath: "/a", projected: { sources } });
const lists = ["secret", "configMap", "downwardAPI"];
const twice = itemsOf("secret", "a", "a");

/** Files of projected volumes, each with a path of its own. */
const projections: DecisiveValues = {
  accepted: [
    {
      volumes: {
        a: projected(
          ...lists.map((kind) => itemsOf(kind, `${kind}-1`, `${kind}-2`)),
          { serviceAccountToken: { path: "token" } },
          { clusterTrustBundle: { name: "a", path: "bundle" } },
          pemOf("credentialBundlePath", "all"),
          { ...pemOf("keyPath", "key") },
          pemOf("certificateChainPath", "chain"),
        ),
        b: { ...projected(itemsOf("secret", "token")), mountPath: "/b" },
        off: { ...projected(twice), enabled: false },
        left: { ...projected(twice), mountPath: "/left", type: "emptyDir", emptyDir },
        // Without paths: no schema admits it.
        bare: {
          ...projected(
            ...lists.map((kind) => ({ [kind]: { name: "a", items: [{}, {}] } })),
            { serviceAccountToken: {}, clusterTrustBundle: { name: "a" } },
            { serviceAccountToken: {}, clusterTrustBundle: { name: "b" } },
          ),
          mountPath: "/bare",
        },
      },
    },
  ],
  refused: [
    ...lists.flatMap((kind) => [
      projected(itemsOf(kind, "a", "a")),
      projected(itemsOf(kind, "a", "b", "b")),
      projected(itemsOf(kind, "a", "b", "a")),
    ]),
    ...[
      { serviceAccountToken: { path: "a" } },
      { clusterTrustBundle: { name: "a", path: "a" } },
      pemOf("credentialBundlePath", "a"),
      pemOf("keyPath", "a"),
      pemOf("certificateChainPath", "a"),
    ].map((source) => projected(itemsOf("secret", "a"), source)),
  ]
    .map((volume): Values => ({ volumes: { a: volume } }))
    .concat([{ volumes: { a: { mountPath: "/b", emptyDir }, z: projected(twice) } }]),
};

const bytes = (key: string): Values => ({ binaryData: { [key]: "aGVsbG8=" } });

/** ConfigMaps, whose texts and bytes share their keys. */
const configMaps: DecisiveValues = {
  accepted: [{ configMaps: { a: bytes("a"), b: { data: { a: "b" }, ...bytes("b") } } }],
  refused: [
    { configMaps: { a: { data: { a: "b" }, ...bytes("a") } } },
    { configMaps: { a: bytes("a"), b: { data: { b: "a" }, binaryData: { a: "aGVsbG8=", b: "aGVsbG8=" } } } },
  ],
};

const parts = [
  configMaps,
  references,
  files,
  projections,
  handlerPorts,
  hostPorts,
  devices,
  uniqueNames,
  restarting,
  ofNode,
  kernel,
  dns,
];

/** Of every workload, whose image is added. */
export const podContainers: DecisiveValues = {
  accepted: parts.flatMap((part) => part.accepted),
  refused: parts.flatMap((part) => part.refused),
};
