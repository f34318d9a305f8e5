/** Values for clusters that are too old for some of their fields. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";

const image = { repository: "busybox", tag: "1.36" };
const emptyDir = {};
const fromFile = { valueFrom: { fileKeyRef: { volumeName: "a", path: "a", key: "a" } } };
const restarts = (action: string): Values => ({ action, exitCodes: { operator: "In", values: [1] } });
const restart = restarts("Restart");
const restartAll = restarts("RestartAllContainers");
const sleep = (seconds: number): Values => ({ sleep: { seconds } });
const appArmorProfile = { type: "RuntimeDefault" };
const volumeAttributesClassName = "gold";
const claim = { size: "1Gi", volumeAttributesClassName };
const token = { podCertificate: { signerName: "a/b", keyType: "ED25519", credentialBundlePath: "a" } };
const plainSource = { secret: { name: "a" } };
const plainMount = { mountPath: "/a" };
const recursive = { mountPath: "/b", readOnly: true, recursiveReadOnly: "Enabled" };

/** Newer fields that any container can have, one each; where there are several entries, the last has it. */
const ofContainer: readonly Values[] = [
  { env: { A: fromFile } },
  { env: { A: "text", B: fromFile } },
  { resources: { claims: [{ name: "a" }] } },
  { securityContext: { appArmorProfile } },
  { securityContext: { procMount: "Unmasked" } },
  { restartPolicyRules: [restart] },
];
const ofRunning: readonly Values[] = [
  ...ofContainer,
  { resizePolicy: [{ resourceName: "cpu", restartPolicy: "NotRequired" }] },
  { lifecycle: { postStart: sleep(1) } },
  { lifecycle: { preStop: sleep(1) } },
];
const ofNamed: Values = { restartPolicy: "Never" };

/** Containers of which the last has some fields. */
const lastOf = (kind: string, fields: Values): Values => ({ [kind]: { a: { image }, b: { image, ...fields } } });
const onlyOf = (kind: string, fields: Values): Values => ({ [kind]: { a: { image, ...fields } } });

const ofVolume: readonly Values[] = [
  { ...recursive, emptyDir },
  { emptyDir, mounts: { a: recursive } },
  { emptyDir, mounts: { a: plainMount, b: recursive } },
  { mountPath: "/b", claim },
  { mountPath: "/b", ephemeral: claim },
  { mountPath: "/b", projected: { sources: [token] } },
  { mountPath: "/b", projected: { sources: [plainSource, token] } },
  { mountPath: "/b", image: { reference: "a" } },
];

const podLabels = { a: "b" };
const plainTerm = { topologyKey: "zone" };
const newerTerms: readonly Values[] = [
  { ...plainTerm, matchLabelKeys: ["a"] },
  { ...plainTerm, mismatchLabelKeys: ["a"] },
];
const preferred = (terms: readonly Values[]): readonly Values[] =>
  terms.map((podAffinityTerm) => ({ weight: 1, podAffinityTerm }));
const affinities = ["podAffinity", "podAntiAffinity"].flatMap((kind) =>
  newerTerms
    .flatMap((term) => [[term], [plainTerm, term]])
    .flatMap((terms): readonly Values[] => [
      { podLabels, affinity: { [kind]: { requiredDuringSchedulingIgnoredDuringExecution: terms } } },
      { podLabels, affinity: { [kind]: { preferredDuringSchedulingIgnoredDuringExecution: preferred(terms) } } },
    ]),
);

/** What every workload refuses where Kubernetes is older than any of its newer fields. */
const refused: readonly Values[] = [
  ...ofRunning,
  { containerRestartPolicy: "Never" },
  ...[...ofContainer, ofNamed].map((fields) => onlyOf("initContainers", fields)),
  lastOf("initContainers", ofNamed),
  ...[...ofRunning, ofNamed].map((fields) => onlyOf("sidecars", fields)),
  lastOf("sidecars", ofNamed),
  ...ofVolume.map((volume) => ({ volumes: { a: volume } })),
  { volumes: { a: { ...plainMount, emptyDir }, b: { mountPath: "/b", image: { reference: "a" } } } },
  { podSecurityContext: { appArmorProfile } },
  { podSecurityContext: { seLinuxChangePolicy: "Recursive" } },
  { podSecurityContext: { supplementalGroupsPolicy: "Strict" } },
  ...affinities,
  { resourceClaims: [{ name: "a", resourceClaimName: "a" }] },
  { hostnameOverride: "a" },
  { podResources: { limits: { cpu: 1 } } },
  { hostUsers: false },
];

/** What every workload renders there: fields that are switched off, or left over next to what is used, or as before. */
const accepted: Values = {
  env: {
    TEXT: "text",
    LEFT: { type: "value", value: "text", ...fromFile },
    FIELD: { valueFrom: { type: "fieldRef", fieldRef: { fieldPath: "metadata.name" }, ...fromFile.valueFrom } },
    OFF: { enabled: false, ...fromFile },
    SECRET: { valueFrom: { secretKeyRef: { name: "a", key: "b" } } },
  },
  resources: { claims: [] },
  securityContext: { procMount: "Default" },
  restartPolicyRules: [],
  lifecycle: { preStop: { type: "exec", exec: { command: ["true"] }, ...sleep(0) } },
  initContainers: { plain: { image, env: { TEXT: "text" } }, off: { enabled: false, image, ...ofNamed } },
  sidecars: { plainly: { image, env: { TEXT: "text" } }, off: { enabled: false, image, ...ofNamed } },
  volumes: {
    left: {
      ...plainMount,
      type: "emptyDir",
      emptyDir,
      claim,
      ephemeral: claim,
      projected: { sources: [token] },
      image: { reference: "a" },
    },
    off: { ...recursive, emptyDir, enabled: false },
    plain: { mountPath: "/plain", projected: { sources: [plainSource] } },
  },
};

/** Of the variables of containers, those alone that are used. */
const leftOver = ["initContainers", "sidecars"].map((kind) =>
  onlyOf(kind, { env: { LEFT: { type: "value", value: "text", ...fromFile } } }),
);

const ofWorkload: readonly Values[] = [...refused, accepted, ...leftOver];

const ofServer: readonly Values[] = [
  { service: { trafficDistribution: "PreferClose" } },
  { service: { enabled: false, trafficDistribution: "PreferClose" } },
];

const scaled = (enabled: boolean, behavior: Values): Values => ({
  autoscaling: { enabled, targetCPUUtilizationPercentage: 50, behavior },
});

const persisted = (...all: readonly Values[]): Values => ({
  persistence: Object.fromEntries(all.map((fields, i) => [`c${i}`, { mountPath: `/c${i}`, size: "1Gi", ...fields }])),
});

/** Values for each chart, by its name. */
type ByChart = Readonly<Record<string, readonly Values[]>>;

/** Refused by a Kubernetes that has none of the newer fields, but for a few. */
const oldest: ByChart = {
  "batch-job": [...ofWorkload, { job: { managedBy: "a/b" } }, { job: { successPolicy: { rules: [] } } }],
  "csi-volume": [
    { volumes: { a: { claim } } },
    { volumes: { a: { claim: { size: "1Gi" } }, b: { claim } } },
    { volumes: { a: { claim: { size: "1Gi" } }, b: { claim, enabled: false } } },
  ],
  "service-stage": [
    ...ofWorkload,
    ...ofServer,
    scaled(true, { scaleUp: { tolerance: "0.1" } }),
    scaled(true, { scaleDown: { tolerance: "0.1" } }),
    scaled(true, { scaleUp: { stabilizationWindowSeconds: 1 } }),
    scaled(false, { scaleUp: { tolerance: "0.1" } }),
  ],
  "stateful-stage": [
    ...ofWorkload,
    ...ofServer,
    persisted(recursive),
    persisted({ volumeAttributesClassName }),
    persisted({}, { volumeAttributesClassName }),
    persisted({ mounts: { a: recursive } }),
    persisted({ mounts: { a: plainMount, b: recursive } }),
    persisted({}, { volumeAttributesClassName, enabled: false }),
  ],
};

/** A Kubernetes that has a handler that sleeps, but not for no time at all. */
const sleeping: readonly Values[] = [{ lifecycle: { preStop: sleep(0) } }, { lifecycle: { preStop: sleep(1) } }];

/** A Kubernetes that has all attributes of claims, but not all names of hosts. */
const claiming: readonly Values[] = [{ volumes: { a: { mountPath: "/a", claim } } }, { hostnameOverride: "a" }];

/** A Kubernetes that restarts containers by rules, but not all of them, and no native sidecars. */
const restarting: readonly Values[] = [
  { restartPolicyRules: [restartAll] },
  { restartPolicyRules: [restart, restartAll] },
  { restartPolicyRules: [restart] },
  onlyOf("initContainers", { restartPolicyRules: [restartAll] }),
  lastOf("initContainers", { restartPolicyRules: [restartAll] }),
  onlyOf("sidecars", { native: false, restartPolicyRules: [restartAll] }),
  lastOf("sidecars", { native: false, restartPolicyRules: [restartAll] }),
  onlyOf("sidecars", { native: false, restartPolicyRules: [restart] }),
  onlyOf("sidecars", { native: true, restartPolicyRules: [restart] }),
  { sidecars: { a: { image, native: true }, b: { image, native: true, restartPolicyRules: [restart] } } },
];

const workloads = ["batch-job", "service-stage", "stateful-stage"];
const eachWorkload = (all: readonly Values[]): ByChart => Object.fromEntries(workloads.map((name) => [name, all]));

const byVersion: Readonly<Record<string, ByChart>> = {
  "1.29.0": oldest,
  "1.32.0": eachWorkload(sleeping),
  "1.34.0": { ...eachWorkload(claiming), "csi-volume": [{ volumes: { a: { claim } } }] },
  "1.35.0": eachWorkload(restarting),
};

/** By the Kubernetes of a cluster: the values for each chart, by its name. */
export const newerValues: Readonly<Record<string, ByChart>> = mapEntries(byVersion, (byChart) =>
  mapEntries(byChart, (all, name) => (workloads.includes(name) ? all.map((values) => ({ image, ...values })) : all)),
);

function mapEntries<V, W>(map: Readonly<Record<string, V>>, change: (value: V, key: string) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
