/**
 * Objects that no stage has: a disruption budget, a role for a job that makes pods, a monitor and a snapshot of an
 * operator's kinds. Their names come from the release by reference, so that the chart can be installed twice in a
 * namespace.
 *
 *     chartwright generate examples/whole-objects/whole-objects.ts
 *     helm install blue charts/whole-objects --namespace data --values charts/whole-objects/environments/dev.yaml
 *     helm install green charts/whole-objects --namespace data --values charts/whole-objects/environments/dev.yaml
 */
import { BatchJob, CsiVolume, custom, definePipeline, refer, StatefulStage } from "../../generator/mod.ts"; // elsewhere: from "chartwright"

const shell = { repository: "busybox", tag: "1.36" };
const own = refer();

const workspace = new CsiVolume({
  volumes: { data: { claim: { size: "1Gi" } } },
  extraObjects: {
    snapshot: custom({
      apiVersion: "snapshot.storage.k8s.io/v1",
      kind: "VolumeSnapshot",
      metadata: { name: own.name.with({ suffix: "-first" }) },
      spec: { source: { persistentVolumeClaimName: own.claim("data") } },
    }),
  },
});

const store = new StatefulStage({
  image: { repository: "redis", tag: "7.4" },
  replicas: 3,
  ports: { redis: { containerPort: 6379 } },
  service: { ports: { redis: { port: 6379 } } },
  persistence: { data: { mountPath: "/data", size: "1Gi" } },
  extraObjects: {
    budget: {
      apiVersion: "policy/v1",
      kind: "PodDisruptionBudget",
      metadata: { name: own.name },
      spec: { maxUnavailable: 1, selector: { matchLabels: own.selectorLabels } },
    },
  },
});

const podRole = own.name.with({ suffix: "-pods" });

const driver = new BatchJob({
  dependsOn: ["store"],
  kind: "CronJob",
  cron: { schedule: "0 3 * * *" },
  image: shell,
  command: ["sh", "-c", "date > /data/started"],
  volumes: { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } },
  serviceAccount: { automountServiceAccountToken: true },
  extraObjects: {
    role: {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "Role",
      metadata: { name: podRole },
      rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["create", "get", "delete"] }],
    },
    binding: {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "RoleBinding",
      metadata: { name: podRole },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: podRole },
      subjects: [{ kind: "ServiceAccount", name: own.serviceAccount, namespace: own.namespace }],
    },
  },
});

export default definePipeline({
  name: "whole-objects",
  version: "0.1.0",
  description: "Objects that name their release",
  volumes: { workspace },
  stages: { store, driver },
  extraObjects: {
    addresses: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: own.name.with({ suffix: "-addresses" }) },
      data: {
        STORE: store.address("hostPort", "redis"),
        PRIMARY: refer(store).replica(0).with({ suffix: ":6379" }),
      },
    },
    monitor: custom({
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PodMonitor",
      metadata: { name: own.name },
      spec: { selector: { matchLabels: refer(store).selectorLabels }, podMetricsEndpoints: [{ port: "redis" }] },
    }),
  },
  // A cluster without the operators.
  environments: {
    dev: {
      extraObjects: { monitor: { enabled: false } },
      workspace: { extraObjects: { snapshot: { enabled: false } } },
    },
    prod: {},
  },
});

export const allowances = {
  // Its pods make others, and so need a token for the Kubernetes API.
  allowPrivileged: ["CronJob/whole-objects-driver"],
  allowUnknownKinds: ["monitoring.coreos.com/v1/PodMonitor", "snapshot.storage.k8s.io/v1/VolumeSnapshot"],
};
