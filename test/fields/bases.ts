/** The values that each value is drawn next to: all objects of the charts, and entries of their maps. */
import type { Base } from "./reach.ts";

const image = { repository: "busybox", tag: "1.36" };
const size = "1Gi";
const accessModes = ["ReadWriteMany"];

const workload = {
  image,
  ports: { http: { containerPort: 8080 } },
  configMaps: { settings: { data: { LEVEL: "debug" } } },
  initContainers: { prepare: { image } },
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

/** What needs another level of Pod Security, or excludes files. */
const others = {
  podSecurity: "privileged",
  volumes: { own: { claim: { size, accessModes }, mounts: { more: { container: "prepare" } } } },
};

const secrets = Object.fromEntries(
  ["controllerExpand", "controllerPublish", "nodeExpand", "nodePublish", "nodeStage"].map((call) => [
    `${call}SecretRef`,
    { name: "credentials" },
  ]),
);

const service = { ports: { http: { port: 80 } }, type: "LoadBalancer", sessionAffinity: "ClientIP" };
const addressed = { ports: { http: { port: 80 } } };

/** The bases by chart; what the first one refuses is drawn with the next. */
export const bases: Readonly<Record<string, readonly Base[]>> = {
  "batch-job": [{}, others, { job: { completionMode: "Indexed", completions: 2 } }].map((more) => ({
    values: { ...workload, cron: { schedule: "0 3 * * *" }, ...more },
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
  "service-stage": [{ service }, { ...others, service: addressed }].map((more) => ({
    values: {
      ...workload,
      ingress: { enabled: true, hosts: { web: { paths: { root: {} } } } },
      autoscaling: { enabled: true },
      ...more,
    },
    variants: [{ autoscaling: { enabled: false } }],
  })),
  "stateful-stage": [{ service }, { ...others, service: addressed }].map((more) => ({
    values: { ...workload, persistence: { data: { mountPath: "/data", size } }, ...more },
  })),
};
