/** Values that a guard or a `required` of a chart must refuse, whatever the schema says. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";

const image = { repository: "busybox", tag: "1.36" };
const ports = { http: { containerPort: 8080 }, other: { containerPort: 8081 } };
const node = { mountPath: "/node", hostPath: { path: "/" } };
const claim = (size: string, ...accessModes: string[]): object => ({
  mountPath: "/data",
  claim: { size, ...(accessModes.length === 0 ? {} : { accessModes }) },
});

/** What the workloads refuse alike. */
const workload: readonly Values[] = [
  {},
  { image: { repository: "busybox" } },
  { image, podSecurityContext: { hostProcess: true, runAsNonRoot: false } },
  { image, podSecurity: "baseline", securityContext: { privileged: true } },
  { image, initContainers: { a: { image, securityContext: { runAsUser: 0, runAsNonRoot: false } } } },
  { image, sidecars: { a: { image, securityContext: { allowPrivilegeEscalation: true } } } },
  { image, volumes: { node } },
  { image, volumes: { node: { ...node, allowHostPath: false } } },
  { image, volumes: { a: { mountPath: "/a", pipelineVolume: { stage: "none", volume: "none" } } } },
  { image, volumes: { a: { mountPath: "/a", emptyDir: {} }, b: { mountPath: "/a", emptyDir: {} } } },
  { image, volumes: { a: { mountPath: "/a", existingClaim: "x" }, b: { mountPath: "/b", existingClaim: "x" } } },
  { image, initContainers: { main: { image } } },
  { image, initContainers: { a: { image } }, sidecars: { a: { image } } },
  { image, env: { A: { fromService: { stage: "none", port: "http" } } } },
  { image, extraObjects: { a: { apiVersion: "v1", kind: "A", metadata: { name: "a" }, data: { n: 2 ** 60 } } } },
];

const shared = { http: { port: 80 }, other: { port: 80 } };
const nodePorts = { http: { port: 80, nodePort: 30080 }, other: { port: 81, nodePort: 30080 } };

/** What a Service for clients refuses. */
const service: readonly Values[] = [
  { image, ports, service: { ports: shared } },
  { image, ports, service: { type: "NodePort", ports: nodePorts } },
  { image, ports, service: { type: "LoadBalancer", ports: nodePorts } },
  { image, ports, service: { ports: { http: { port: 80, targetPort: "none" } } } },
  { image, ports, service: { ports: { none: { port: 80 } } } },
];

const batchJob: readonly Values[] = [
  { image, kind: "CronJob" },
  { image, kind: "CronJob", cron: { schedule: "5-1 * * * *" } },
  { image, kind: "CronJob", cron: { schedule: "0 0 * * SAT-MON" } },
];

const http = { image, ports, service: { ports: { http: { port: 80 } } } };

const serviceStage: readonly Values[] = [
  { ...http, autoscaling: { enabled: true, minReplicas: 4, maxReplicas: 3 } },
  { image, ingress: { enabled: true, hosts: { a: {} } } },
  { ...http, service: { ...http.service, enabled: false }, ingress: { enabled: true, hosts: { a: {} } } },
  { ...http, ingress: { enabled: true } },
  { ...http, ingress: { enabled: true, hosts: { a: { enabled: false } } } },
  { image, replicas: 2, volumes: { data: claim("1Gi", "ReadWriteOncePod") } },
  { image, replicas: 2, volumes: { data: claim("1Gi") } },
  { image, autoscaling: { enabled: true }, volumes: { data: claim("1Gi", "ReadWriteOnce") } },
  { image, strategy: { type: "RollingUpdate" }, volumes: { data: claim("1Gi") } },
  { image, minReadySeconds: 600 },
  { image, minReadySeconds: 60, progressDeadlineSeconds: 60 },
];

const statefulStage: readonly Values[] = [
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
];

/** By the name of the chart. */
export const refusedValues: Readonly<Record<string, readonly Values[]>> = {
  "batch-job": [...workload, ...batchJob],
  "csi-volume": csiVolume,
  "service-stage": [...workload, ...service, ...serviceStage],
  "stateful-stage": [...workload, ...service, ...statefulStage],
};
