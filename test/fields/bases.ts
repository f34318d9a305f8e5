/** The values that each value is drawn next to: all objects of the charts, and entries of their maps. */
import type { Values } from "../../generator/evaluate/coalesce-values.ts";

/** Values to start from. */
export interface Base {
  readonly values: Values;
  /** Other values that each render is repeated with, such as those that make another kind. */
  readonly variants?: readonly Values[];
}

const image = { repository: "busybox", tag: "1.36" };
const size = "1Gi";
const accessModes = ["ReadWriteMany"];

const workload = {
  image,
  podSecurity: "privileged",
  podLabels: { team: "data" },
  ports: { http: { containerPort: 8080 } },
  configMaps: { settings: { data: { LEVEL: "debug" } } },
  initContainers: { prepare: { image, ports: { http: { containerPort: 8081 } } } },
  sidecars: { beside: { image, native: false }, around: { image, native: true } },
  resourceClaims: [{ name: "data", resourceClaimTemplateName: "device" }],
  volumes: {
    own: {
      mountPath: "/own",
      claim: { size, accessModes },
      mounts: { more: { container: "prepare", mountPath: "/own" } },
    },
    scratch: { mountPath: "/scratch", ephemeral: { size } },
  },
  networkPolicy: { enabled: true },
  tests: { enabled: false },
};

/** What excludes files. */
const others = {
  volumes: {
    own: { claim: { size, accessModes }, mounts: { more: { container: "prepare" } } },
    scratch: { ephemeral: { size }, mounts: { more: { container: "prepare" } } },
  },
};

const secrets = Object.fromEntries(
  ["controllerExpand", "controllerPublish", "nodeExpand", "nodePublish", "nodeStage"].map((call) => [
    `${call}SecretRef`,
    { name: "credentials" },
  ]),
);

const service = {
  ports: { http: { port: 80 } },
  type: "LoadBalancer",
  externalTrafficPolicy: "Local",
  sessionAffinity: "ClientIP",
};
const addressed = { ports: { http: { port: 80 } } };

const resource = { apiGroup: "k8s.example.com", kind: "StorageBucket", name: "assets" };
const ingress = {
  enabled: true,
  hosts: { web: { paths: { root: {}, files: { path: "/files", resource } } } },
};

const term = {
  topologyKey: "kubernetes.io/hostname",
  labelSelector: { matchExpressions: [{ key: "team", operator: "In", values: ["data"] }] },
};
const spread = { maxSkew: 1, topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: "ScheduleAnyway" };

/** Contents by the name of a value that hardly come about by chance: labels that pods have. */
export const examples: Readonly<Record<string, unknown>> = {
  affinity: {
    podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: term }] },
  },
  topologySpreadConstraints: [{ ...spread, labelSelector: { matchLabels: { team: "data" } } }],
};

/** The bases by chart; what the first one refuses is drawn with the next. */
export const bases: Readonly<Record<string, readonly Base[]>> = {
  "batch-job": [{}, others, { job: { completionMode: "Indexed", completions: 2 } }].map((more) => ({
    values: { ...workload, kind: "Job", cron: { schedule: "0 3 * * *" }, ...more },
    variants: [{ kind: "CronJob" }],
  })),
  "csi-volume": [
    {
      values: {
        volumes: {
          made: { claim: { size } },
          existing: {
            claim: { size },
            static: { csi: { driver: "csi.example.com", volumeHandle: "handle", ...secrets } },
          },
        },
        storageClasses: { fast: { provisioner: "csi.example.com" } },
      },
    },
  ],
  "service-stage": [
    { service },
    { ...others, service: addressed, ingress: { ...ingress, defaultBackend: { resource } } },
  ].map((more) => ({
    values: { ...workload, ingress, autoscaling: { enabled: true }, ...more },
    variants: [{ autoscaling: { enabled: false } }],
  })),
  "stateful-stage": [{ service }, { ...others, service: addressed }].map((more) => ({
    values: { ...workload, persistence: { data: { mountPath: "/data", size } }, ...more },
  })),
};
