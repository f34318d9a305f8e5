import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { PipelineGraph } from "../../../generator/graph/graph.ts";
import { printSvg } from "../../../generator/graph/svg/print-svg.ts";
import type { Layout } from "../../../generator/graph/svg/read-layout.ts";
import { sampleGraph } from "../sample-graph.ts";

const graph: PipelineGraph = {
  name: "etl",
  version: "1.0.0",
  description: "Loads <orders> & more",
  ordering: { name: "gates", title: "each stage waits in its pod until its dependencies have succeeded or answer" },
  nodes: [
    { id: "lake/raw", kind: "volume", object: "PersistentVolumeClaim", details: ["10Gi"] },
    { id: "load", kind: "batch", object: "Job", details: ['a"<b>&'] },
  ],
  groups: [],
  edges: [{ kind: "mounts", from: "load", to: "lake/raw", readOnly: true }],
  disabled: [],
};

const layout: Layout = {
  width: 300,
  height: 90,
  boxes: new Map([
    ["lake/raw", { x: 0, y: 0, width: 120, height: 86 }],
    ["load", { x: 180, y: 10, width: 120, height: 70 }],
  ]),
  curves: new Map([
    [
      "0",
      {
        points: [
          { x: 120, y: 43 },
          { x: 140, y: 43 },
          { x: 160, y: 44.04 },
          { x: 172, y: 45 },
        ],
        endTip: { x: 180, y: 45 },
      },
    ],
  ]),
};

describe("printSvg()", () => {
  it("printSvg() prints a whole file with title, lines, nodes and legend", () => {
    assert.equal(printSvg(graph, layout), expected);
  });

  it("printSvg() prints the same bytes each time, and what is off, grouped or read by port", () => {
    const names = sampleGraph.nodes.map(({ id }) => [id, { x: 0, y: 0, width: 100, height: 50 }] as const);
    const box = { x: 5, y: 6, width: 200, height: 80 };
    const boxes = new Map([...names, ["cluster_0", box] as const]);
    const point = { x: 1, y: 2 };
    const curve = { points: [point, point, point, point], startTip: point, endTip: point, label: { x: 30, y: 40 } };
    const curves = new Map(sampleGraph.edges.map((_, index) => [String(index), curve]));
    const text = printSvg(sampleGraph, { width: 300, height: 90, boxes, curves });
    assert.equal(printSvg(sampleGraph, { width: 300, height: 90, boxes, curves }), text);
    for (const { id } of sampleGraph.nodes)
      assert(text.includes(`font-weight="bold" fill=`) && text.includes(`>${id}<`));
    assert.match(text, /<rect x="5" y="6" width="200" height="80" rx="12" fill="#f6f8fa"/);
    assert.match(text, />one pod of a CronJob<\/text>/);
    assert.equal([...text.matchAll(/<text [^>]*>sql 5432<\/text>/g)].length, 3);
    assert.match(text, />Disabled: report<\/text>/);
    assert.match(text, /marker-start="url\(#mounts\)" marker-end="url\(#mounts\)"/);
  });
});

const expected = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 476 276" width="476" height="276" font-family="Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', Roboto, sans-serif" role="img" aria-labelledby="title description">
  <title id="title">etl 1.0.0</title>
  <desc id="description">Loads &lt;orders&gt; &amp; more. Ordering gates: each stage waits in its pod until its dependencies have succeeded or answer.</desc>
  <defs>
    <marker id="waits" viewBox="0 0 8 8" refX="7.5" refY="4" orient="auto-start-reverse" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse">
      <path d="M 0 0.5 L 8 4 L 0 7.5 Z" fill="#57606a"/>
    </marker>
    <marker id="mounts" viewBox="0 0 8 8" refX="7.5" refY="4" orient="auto-start-reverse" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse">
      <path d="M 0 0.5 L 8 4 L 0 7.5 Z" fill="#b98a1f"/>
    </marker>
  </defs>
  <rect x="0.5" y="0.5" width="475" height="275" rx="12" fill="#ffffff" stroke="#d0d7de"/>
  <text x="28" y="42" font-size="18" font-weight="bold" fill="#1f2328">etl 1.0.0</text>
  <text x="28" y="62" font-size="12.5" fill="#57606a">Loads &lt;orders&gt; &amp; more</text>
  <g transform="translate(88 85)">
    <path d="M 120 43 C 140 43 160 44 172 45 L 180 45" fill="none" stroke="#b98a1f" stroke-width="1.4" stroke-dasharray="1.5 4" stroke-linecap="round" marker-end="url(#mounts)"/>
    <g class="volume">
      <title>lake/raw, PersistentVolumeClaim, 10Gi</title>
      <path d="M 0 6 A 60 6 0 0 1 120 6 L 120 80 A 60 6 0 0 1 0 80 Z" fill="#fff4d6" stroke="#c99a2e"/>
      <path d="M 0 6 A 60 6 0 0 0 120 6" fill="none" stroke="#c99a2e"/>
      <text x="19" y="30" font-size="10.5" fill="#8a6510">PersistentVolumeClaim</text>
      <text x="19" y="48" font-size="14" font-weight="bold" fill="#5c4300">lake/raw</text>
      <text x="19" y="63" font-size="11.5" fill="#5c4300">10Gi</text>
    </g>
    <g class="batch">
      <title>load, Job, a&quot;&lt;b&gt;&amp;</title>
      <rect x="180" y="10" width="120" height="70" rx="9" fill="#e1edfe" stroke="#4a86dc"/>
      <rect x="187" y="19" width="3.5" height="52" rx="1.7" fill="#4a86dc"/>
      <text x="199" y="28" font-size="10.5" fill="#2c66b8">Job</text>
      <text x="199" y="46" font-size="14" font-weight="bold" fill="#1c3f75">load</text>
      <text x="199" y="61" font-size="11.5" fill="#1c3f75">a&quot;&lt;b&gt;&amp;</text>
    </g>
  </g>
  <rect x="28" y="200.5" width="16" height="12" rx="3.5" fill="#fff4d6" stroke="#c99a2e"/>
  <text x="50" y="210.4" font-size="11" fill="#57606a">volume</text>
  <rect x="103.5" y="200.5" width="16" height="12" rx="3.5" fill="#e1edfe" stroke="#4a86dc"/>
  <text x="125.5" y="210.4" font-size="11" fill="#57606a">batch stage</text>
  <path d="M 200.3 206.5 h 30" fill="none" stroke="#b98a1f" stroke-width="1.4" stroke-dasharray="1.5 4" stroke-linecap="round" marker-end="url(#mounts)"/>
  <text x="236.3" y="210.4" font-size="11" fill="#57606a">is mounted by (one arrow: read-only)</text>
  <text x="28" y="229.4" font-size="11" fill="#57606a">Ordering gates: each stage waits in its pod until its dependencies have succeeded or</text>
  <text x="28" y="248.4" font-size="11" fill="#57606a">answer</text>
</svg>
`;
