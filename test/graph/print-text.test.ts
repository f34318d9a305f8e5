import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printTextGraph } from "../../generator/graph/print-text.ts";
import { sampleGraph } from "./sample-graph.ts";

describe("printTextGraph()", () => {
  it("printTextGraph() lists volumes and stages with what they wait for, mount and read", () => {
    assert.equal(
      printTextGraph(sampleGraph).join("\n"),
      `etl 1.2.0, environment prod
Ordering inPod: a chain of batch stages runs in one pod, one container after the
other

Volumes:
  lake/raw  10Gi, ReadWriteMany

Stages:
  store     StatefulSet, postgres:17, 2 replicas, sql 5432
  extract   container, busybox:1.36
            in one pod of a CronJob
            mounts lake/raw
  prepare   Job
            reads the address of store
  load      container, busybox:1.36, */15 * * * * Etc/UTC
            in one pod of a CronJob
            after extract
            mounts lake/raw
            reads the address of store (sql 5432)
  end       Deployment, web@sha256:01234567
            after store
            mounts lake/raw (read-only)
            reads the address of store (sql 5432)

Disabled: report`,
    );
  });

  it("printTextGraph() prints a pipeline without volumes or disabled stages", () => {
    const nodes = [{ id: "run", kind: "batch", object: "Job", details: [] }] as const;
    const graph = {
      ...sampleGraph,
      ordering: { name: "none", title: "all stages start at once" },
      nodes,
      groups: [],
      edges: [],
      disabled: [],
    } as const;
    assert.deepEqual(printTextGraph(graph), [
      "etl 1.2.0, environment prod",
      "Ordering none: all stages start at once",
      "",
      "Stages:",
      "  run  Job",
    ]);
  });

  it("printTextGraph() keeps to 80 columns, whatever the names", () => {
    const id = `${"v".repeat(30)}/${"w".repeat(63)}`;
    const upstream = Array.from({ length: 12 }, (_, index) => `stage-with-a-long-name-${index}`);
    const long = `${"s".repeat(30)}`;
    const nodes = [
      { id, kind: "volume" as const, object: "PersistentVolumeClaim", details: ["10Gi"] },
      ...[...upstream, long].map((name) => ({
        id: name,
        kind: "batch" as const,
        object: "Job",
        details: ["d".repeat(40)],
      })),
    ];
    const edges = [
      ...upstream.map((from) => ({ kind: "waits" as const, from, to: long })),
      { kind: "mounts" as const, from: long, to: id, readOnly: true },
    ];
    const lines = printTextGraph({ ...sampleGraph, nodes, edges, groups: [], disabled: upstream });
    assert.deepEqual(
      lines.filter((line) => line.length > 80),
      [],
    );
    for (const name of upstream) assert(lines.some((line) => line.includes(`after ${name}`) || line.includes(name)));
    assert(lines.includes(`  ${long}`));
    assert(lines.some((line) => line.endsWith("(read-only)") && line.includes("...")));
  });
});
