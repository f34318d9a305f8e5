import type { PipelineGraph } from "../../generator/graph/graph.ts";

/** A diagram with each kind of node and of line, and a group. */
export const sampleGraph: PipelineGraph = {
  name: "etl",
  version: "1.2.0",
  description: "Loads orders every night",
  environment: "prod",
  ordering: { name: "inPod", title: "a chain of batch stages runs in one pod, one container after the other" },
  nodes: [
    { id: "lake/raw", kind: "volume", object: "PersistentVolumeClaim", details: ["10Gi", "ReadWriteMany"] },
    { id: "store", kind: "stateful", object: "StatefulSet", details: ["postgres:17", "2 replicas", "sql 5432"] },
    { id: "extract", kind: "scheduled", object: "container", details: ["busybox:1.36"] },
    { id: "prepare", kind: "batch", object: "Job", details: [] },
    { id: "load", kind: "scheduled", object: "container", details: ["busybox:1.36", "*/15 * * * * Etc/UTC"] },
    { id: "end", kind: "service", object: "Deployment", details: ["web@sha256:01234567"] },
  ],
  groups: [{ id: "pod of load", title: "one pod of a CronJob", nodes: ["extract", "load"] }],
  edges: [
    { kind: "waits", from: "extract", to: "load" },
    { kind: "waits", from: "store", to: "end", port: "sql 5432" },
    { kind: "reads", from: "load", to: "store", port: "sql 5432" },
    { kind: "reads", from: "prepare", to: "store" },
    { kind: "mounts", from: "end", to: "lake/raw", readOnly: true },
    { kind: "mounts", from: "pod of load", to: "lake/raw", readOnly: false },
  ],
  disabled: ["report"],
};
