import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { PipelineGraph } from "../../../generator/graph/graph.ts";
import {
  BatchJob,
  CsiVolume,
  definePipeline,
  type Pipeline,
  printMermaid,
  ServiceStage,
  StatefulStage,
} from "../../../generator/mod.ts";
import { graphPipeline } from "../../../generator/pipeline/diagram/graph-pipeline.ts";
import { orderings } from "../../../generator/pipeline/orderings/orderings.ts";

const image = { repository: "busybox", tag: "1.36" } as const;

const lake = new CsiVolume({
  volumes: {
    raw: { claim: { size: "10Gi", accessModes: ["ReadWriteMany"] } },
    models: { claim: { create: false, existingClaim: "models" } },
    old: { enabled: false, claim: { size: "1Gi" } },
    disk: {
      claim: { size: "4Gi" },
      static: { csi: { driver: "disk.csi.azure.com", volumeHandle: "a" } },
    },
  },
});
const raw = { mountPath: "/raw", pipelineVolume: lake.volume("raw") } as const;

const store = new StatefulStage({
  image: {
    registry: "registry.example.com",
    repository: "a/postgres",
    digest: `sha256:${"0123456789abcdef".repeat(4)}`,
  },
  replicas: 2,
  ports: { sql: { containerPort: 5432 } },
  service: { ports: { sql: { port: 5432 }, old: { enabled: false, port: 1 } } },
  persistence: { data: { mountPath: "/data", size: "5Gi" } },
});

/** Each kind of stage and of line; `clean` is disabled, and `load` waits for what it waits for. */
const pipeline = definePipeline({
  name: "etl",
  version: "1.0.0",
  description: "All of it",
  ordering: "gates",
  volumes: { lake },
  stages: {
    serve: new ServiceStage({
      dependsOn: ["store", "load"],
      image,
      autoscaling: { enabled: true, minReplicas: 2, maxReplicas: 5 },
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 }, admin: { port: 81, targetPort: "http" } } },
      ingress: { enabled: true, hosts: { web: { host: "www.example.com" } } },
      env: { DB: { fromService: store.address("url", "sql") }, HOST: { fromService: store.address() } },
      volumes: { raw: { ...raw, readOnly: true }, more: { ...raw, mountPath: "/more", readOnly: true } },
    }),
    store,
    extract: new BatchJob({ image, volumes: { raw } }),
    clean: new BatchJob({ dependsOn: ["extract"], image }),
    load: new BatchJob({
      dependsOn: ["clean"],
      image,
      job: { completions: 8, parallelism: 4 },
      volumes: {
        raw: { ...raw, readOnly: true, mounts: { out: { mountPath: "/out", subPath: "out" } } },
        off: { mountPath: "/off", enabled: false, pipelineVolume: lake.volume("models") },
      },
      sidecars: { watch: { image, env: { DB: { fromService: store.address("hostPort", "sql") } } } },
    }),
    report: new BatchJob({
      image,
      kind: "CronJob",
      cron: { schedule: "*/15 * * * *", timeZone: "Europe/Berlin", suspend: true },
    }),
  },
  environments: {
    dev: { clean: { enabled: false }, lake: { volumes: { raw: { claim: { size: "1Gi" } } } } },
    bare: { lake: { enabled: false }, store: { enabled: false }, report: { enabled: false } },
  },
});

describe("graphPipeline()", () => {
  it("graphPipeline() lists nodes in the order in which they run, and lines, without disabled ones", () => {
    const expected: PipelineGraph = {
      name: "etl",
      version: "1.0.0",
      description: "All of it",
      environment: "dev",
      ordering: {
        name: "gates",
        title: "each stage waits in its pod until its dependencies have succeeded or answer",
      },
      nodes: [
        { id: "lake/raw", kind: "volume", object: "PersistentVolumeClaim", details: ["1Gi", "ReadWriteMany"] },
        { id: "lake/models", kind: "volume", object: "PersistentVolumeClaim", details: ["models"] },
        {
          id: "lake/disk",
          kind: "volume",
          object: "PersistentVolumeClaim",
          details: ["4Gi", "ReadWriteOnce", "disk.csi.azure.com"],
        },
        {
          id: "store",
          kind: "stateful",
          object: "StatefulSet",
          details: ["...xample.com/a/postgres@sha256:01234567", "2 replicas", "sql 5432", "data 5Gi each"],
        },
        { id: "extract", kind: "batch", object: "Job", details: ["busybox:1.36"] },
        {
          id: "report",
          kind: "scheduled",
          object: "CronJob",
          details: ["busybox:1.36", "*/15 * * * * Europe/Berlin", "suspended"],
        },
        { id: "load", kind: "batch", object: "Job", details: ["busybox:1.36", "8 completions", "4 at once"] },
        {
          id: "serve",
          kind: "service",
          object: "Deployment",
          details: ["busybox:1.36", "2 to 5 replicas", "http 80, admin 81", "www.example.com"],
        },
      ],
      groups: [],
      edges: [
        { kind: "waits", from: "store", to: "serve", port: "sql 5432" },
        { kind: "waits", from: "load", to: "serve" },
        { kind: "waits", from: "extract", to: "load" },
        { kind: "reads", from: "load", to: "store", port: "sql 5432" },
        { kind: "mounts", from: "serve", to: "lake/raw", readOnly: true },
        { kind: "mounts", from: "extract", to: "lake/raw", readOnly: false },
        { kind: "mounts", from: "load", to: "lake/raw", readOnly: false },
      ],
      disabled: ["clean"],
    };
    assert.deepEqual(graphPipeline(pipeline, { environment: "dev" }), expected);
  });

  it("graphPipeline() takes the values of the pipeline itself without an environment", () => {
    const { environment, disabled, nodes, edges } = graphPipeline(pipeline);
    assert.deepEqual([environment, disabled], [undefined, []]);
    assert.deepEqual(nodes.find(({ id }) => id === "lake/raw")?.details, ["10Gi", "ReadWriteMany"]);
    assert.deepEqual(
      edges.filter((edge) => edge.kind === "waits" && edge.to === "load"),
      [{ kind: "waits", from: "clean", to: "load" }],
    );
  });

  it("graphPipeline() has no line to a volume or a Service that is disabled", () => {
    const { nodes, edges } = graphPipeline(pipeline, { environment: "bare" });
    const ids = nodes.map(({ id }) => id);
    assert.deepEqual(ids, ["extract", "clean", "load", "serve"]);
    assert.deepEqual(
      edges.map(({ kind, from, to }) => `${from} ${kind} ${to}`),
      ["load waits serve", "extract waits clean", "clean waits load"],
    );
  });

  it("graphPipeline() follows many paths through disabled stages, once each", () => {
    const stages: Record<string, BatchJob<string>> = { a0: new BatchJob({ image }), b0: new BatchJob({ image }) };
    const off: Record<string, object> = {};
    for (let row = 1; row <= 40; row += 1) {
      for (const column of ["a", "b"]) {
        const dependsOn = [`a${row - 1}`, `b${row - 1}`];
        stages[`${column}${row}`] = new BatchJob({ image, dependsOn });
        if (row < 40) off[`${column}${row}`] = { enabled: false };
      }
    }
    const ladder: Pipeline = definePipeline({ name: "ladder", version: "1.0.0", stages, environments: { ends: off } });
    assert.deepEqual(
      graphPipeline(ladder, { environment: "ends" }).edges.map(({ from, to }) => `${from} ${to}`),
      ["a0 a40", "b0 a40", "a0 b40", "b0 b40"],
    );
  });

  it("graphPipeline() refuses an environment that the pipeline does not have", () => {
    assert.throws(() => graphPipeline(pipeline, { environment: "prod" }), {
      name: "TypeError",
      message: 'Cannot draw pipeline "etl": expected an environment among dev, bare, got "prod"',
    });
  });
});

describe("graphPipeline() of a chain in a pod", () => {
  const other = { mountPath: "/models", pipelineVolume: lake.volume("models") } as const;
  const chained = definePipeline({
    name: "etl",
    version: "1.0.0",
    ordering: "inPod",
    volumes: { lake },
    stages: {
      extract: new BatchJob({ image, volumes: { raw, other: { ...other, readOnly: true } } }),
      check: new BatchJob({ dependsOn: ["extract"], image, volumes: { raw } }),
      load: new BatchJob({ dependsOn: ["check"], image, volumes: { raw, other } }),
    },
    environments: {
      nightly: { load: { kind: "CronJob", cron: { schedule: "@daily" } }, check: { enabled: false } },
      single: { extract: { enabled: false }, check: { enabled: false } },
    },
  });

  it("graphPipeline() groups the stages of a chain, and draws one mount of the pod where all of them mount the same", () => {
    const { nodes, groups, edges } = graphPipeline(chained);
    assert.deepEqual(groups, [{ id: "pod of load", title: "one pod of a Job", nodes: ["extract", "check", "load"] }]);
    assert.deepEqual(
      nodes.filter(({ kind }) => kind !== "volume"),
      ["extract", "check", "load"].map((id) => ({ id, kind: "batch", object: "container", details: ["busybox:1.36"] })),
    );
    assert.deepEqual(edges, [
      { kind: "waits", from: "extract", to: "check" },
      { kind: "waits", from: "check", to: "load" },
      { kind: "mounts", from: "extract", to: "lake/models", readOnly: true },
      { kind: "mounts", from: "load", to: "lake/models", readOnly: false },
      { kind: "mounts", from: "pod of load", to: "lake/raw", readOnly: false },
    ]);
  });

  it("graphPipeline() takes kind and schedule from the stage that has the pod", () => {
    const { nodes, groups } = graphPipeline(chained, { environment: "nightly" });
    assert.deepEqual(groups, [{ id: "pod of load", title: "one pod of a CronJob", nodes: ["extract", "load"] }]);
    assert.deepEqual(
      nodes.filter(({ kind }) => kind !== "volume"),
      [
        { id: "extract", kind: "scheduled", object: "container", details: ["busybox:1.36"] },
        { id: "load", kind: "scheduled", object: "container", details: ["busybox:1.36", "@daily"] },
      ],
    );
  });

  it("graphPipeline() has no group for a chain of which one stage is left", () => {
    const { nodes, groups } = graphPipeline(chained, { environment: "single" });
    assert.deepEqual(groups, []);
    assert.equal(nodes.find(({ id }) => id === "load")?.object, "Job");
  });

  it("graphPipeline() groups nothing where each stage has a pod of its own", () => {
    assert.deepEqual(graphPipeline({ ...chained, ordering: orderings.none }).groups, []);
  });
});

describe("printMermaid()", () => {
  it("printMermaid() prints a pipeline in an environment", () => {
    const job = new BatchJob({ image: { repository: "busybox", tag: "1_2" }, volumes: { raw } });
    const small = definePipeline({
      name: "etl",
      version: "1.0.0",
      volumes: { lake },
      stages: { end: job },
      environments: { dev: { lake: { volumes: { models: { enabled: false }, disk: { enabled: false } } } } },
    });
    assert.equal(
      printMermaid(small, { environment: "dev" }),
      `---
title: "etl 1.0.0, environment dev"
---
flowchart LR
  accTitle: etl 1.0.0, environment dev
  accDescr: Ordering inPod: a chain of batch stages runs in one pod, one container after the other
  volume_lake__raw[("<b>lake/raw</b><br/>PersistentVolumeClaim<br/>10Gi<br/>ReadWriteMany")]:::volume
  stage_end["<b>end</b><br/>Job<br/>busybox:1#95;2"]:::batch
  volume_lake__raw <-.-> stage_end
  classDef volume fill:#fff4d6,stroke:#c99a2e,color:#5c4300
  classDef batch fill:#e1edfe,stroke:#4a86dc,color:#1c3f75
  linkStyle 0 stroke:#b98a1f,stroke-dasharray:2 4
`,
    );
  });
});
