import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { fitsMermaid, printMermaidGraph } from "../../generator/graph/print-mermaid.ts";
import { sampleGraph } from "./sample-graph.ts";

describe("printMermaidGraph()", () => {
  it("printMermaidGraph() prints nodes by kind, groups, and lines from what comes first", () => {
    assert.equal(
      printMermaidGraph(sampleGraph),
      `---
title: "etl 1.2.0, environment prod"
---
flowchart LR
  accTitle: etl 1.2.0, environment prod
  accDescr: Ordering inPod: a chain of batch stages runs in one pod, one container after the other. Disabled: report
  subgraph pod_1 ["one pod of a CronJob"]
    direction LR
    stage_extract{{"<b>extract</b><br/>container<br/>busybox:1.36"}}:::scheduled
    stage_load{{"<b>load</b><br/>container<br/>busybox:1.36<br/>#42;/15 #42; #42; #42; #42; Etc/UTC"}}:::scheduled
  end
  volume_lake__raw[("<b>lake/raw</b><br/>PersistentVolumeClaim<br/>10Gi<br/>ReadWriteMany")]:::volume
  stage_store[["<b>store</b><br/>StatefulSet<br/>postgres:17<br/>2 replicas<br/>sql 5432"]]:::stateful
  stage_prepare["<b>prepare</b><br/>Job"]:::batch
  stage_end("<b>end</b><br/>Deployment<br/>web#64;sha256:01234567"):::service
  stage_extract --> stage_load
  stage_store -->|"sql 5432"| stage_end
  stage_store ---|"sql 5432"| stage_load
  stage_store --- stage_prepare
  volume_lake__raw -.-> stage_end
  volume_lake__raw <-.-> pod_1
  classDef volume fill:#fff4d6,stroke:#c99a2e,color:#5c4300
  classDef stateful fill:#eee8fd,stroke:#8464d6,color:#3c2a73
  classDef service fill:#dff5e6,stroke:#3f9f62,color:#14532d
  classDef batch fill:#e1edfe,stroke:#4a86dc,color:#1c3f75
  classDef scheduled fill:#fde7f0,stroke:#cf5a8e,color:#751f47
  style pod_1 fill:none,stroke:#8c959f,stroke-dasharray:5 4
  linkStyle 0,1 stroke-width:2px
  linkStyle 4,5 stroke:#b98a1f,stroke-dasharray:2 4
  linkStyle 2,3 stroke:#8c959f,stroke-width:1px
`,
    );
  });

  it("printMermaidGraph() gives each node a name of its own", () => {
    const ids = ["a/b-c", "a-b/c", "a-b-c", "a/b--c", "end", "graph", "default"];
    const nodes = ids.map((id) => ({
      id,
      kind: id.includes("/") ? ("volume" as const) : ("batch" as const),
      object: "Job",
      details: [],
    }));
    const text = printMermaidGraph({ ...sampleGraph, nodes, groups: [], edges: [] });
    const names = [...text.matchAll(/^ {2}(\w+)\[.*:::/gm)].map(([, name]) => name);
    assert.equal(new Set(names).size, ids.length);
    for (const name of names) assert.match(name ?? "", /^(stage|volume)_/);
  });
});

describe("fitsMermaid()", () => {
  it("fitsMermaid() is false for more text or more lines than Mermaid draws", () => {
    const [edge] = sampleGraph.edges;
    assert(edge !== undefined);
    const withEdges = (count: number) => ({ ...sampleGraph, edges: Array.from({ length: count }, () => edge) });
    assert.equal(fitsMermaid(withEdges(500), "x".repeat(50_000)), true);
    assert.equal(fitsMermaid(withEdges(501), "x"), false);
    assert.equal(fitsMermaid(withEdges(1), "x".repeat(50_001)), false);
  });
});
