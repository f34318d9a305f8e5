/** Prints the diagram of a pipeline as a flowchart in Mermaid, which GitHub and GitLab draw in Markdown. */
import { lineColours, nodeColours } from "./colours.ts";
import { describeDisabled, describeOrdering, titleOf } from "./describe-graph.ts";
import type { GraphEdge, GraphNode, NodeKind, PipelineGraph } from "./graph.ts";
import { escapeMermaid, nameMermaid } from "./mermaid-text.ts";

/** The brackets around a node's text, which make its shape. */
const shapes: Readonly<Record<NodeKind, readonly [before: string, after: string]>> = {
  volume: ["[(", ")]"],
  stateful: ["[[", "]]"],
  service: ["(", ")"],
  batch: ["[", "]"],
  scheduled: ["{{", "}}"],
};

const lineStyles: Readonly<Record<GraphEdge["kind"], string>> = {
  waits: "stroke-width:2px",
  mounts: `stroke:${lineColours.mounts},stroke-dasharray:2 4`,
  reads: `stroke:${lineColours.reads},stroke-width:1px`,
};

/** The most characters and lines between nodes that Mermaid draws, unless a page says otherwise. */
const MOST = { characters: 50_000, edges: 500 } as const;

/** Whether a diagram with this text is within the default limits of Mermaid. */
export function fitsMermaid({ edges }: PipelineGraph, text: string): boolean {
  return text.length <= MOST.characters && edges.length <= MOST.edges;
}

/** The text of a Mermaid block, without its fence. */
export function printMermaidGraph(graph: PipelineGraph): string {
  const names = nameAll(graph);
  const grouped = new Set(graph.groups.flatMap(({ nodes }) => nodes));
  const lines = [
    "---",
    `title: ${JSON.stringify(titleOf(graph))}`,
    "---",
    "flowchart LR",
    `  accTitle: ${escapeMermaid(titleOf(graph))}`,
    `  accDescr: ${escapeMermaid([describeOrdering(graph), describeDisabled(graph)].filter(Boolean).join(". "))}`,
    ...graph.groups.flatMap(({ id, title, nodes }) => [
      `  subgraph ${names(id)} ["${escapeMermaid(title)}"]`,
      "    direction LR",
      ...graph.nodes.filter((node) => nodes.includes(node.id)).map((node) => `    ${printNode(node, names)}`),
      "  end",
    ]),
    ...graph.nodes.filter(({ id }) => !grouped.has(id)).map((node) => `  ${printNode(node, names)}`),
    ...graph.edges.map((edge) => `  ${printEdge(edge, names)}`),
    ...printStyles(graph, names),
  ];
  return `${lines.join("\n")}\n`;
}

type Names = (id: string) => string;

function nameAll({ nodes, groups }: PipelineGraph): Names {
  const names = new Map([
    ...nodes.map(({ id, kind }) => [id, nameMermaid(kind === "volume" ? "volume" : "stage", id)] as const),
    ...groups.map(({ id }, index) => [id, `pod_${index + 1}`] as const),
  ]);
  return (id) => names.get(id) ?? id;
}

function printNode({ id, kind, object, details }: GraphNode, names: Names): string {
  const [before, after] = shapes[kind];
  const lines = [`<b>${escapeMermaid(id)}</b>`, ...[object, ...details].map(escapeMermaid)];
  return `${names(id)}${before}"${lines.join("<br/>")}"${after}:::${kind}`;
}

// On the left are the dependency, the volume, or the address that is read.
function printEdge(edge: GraphEdge, names: Names): string {
  const [from, to] = [names(edge.from), names(edge.to)];
  switch (edge.kind) {
    case "waits":
      return `${from} -->${printLabel(edge.port)} ${to}`;
    case "mounts":
      return edge.readOnly ? `${to} -.-> ${from}` : `${to} <-.-> ${from}`;
    case "reads":
      return `${to} ---${printLabel(edge.port)} ${from}`;
    default:
      return edge satisfies never;
  }
}

function printLabel(text: string | undefined): string {
  return text === undefined ? "" : `|"${escapeMermaid(text)}"|`;
}

function printStyles({ nodes, groups, edges }: PipelineGraph, names: Names): readonly string[] {
  const kinds = (Object.keys(nodeColours) as NodeKind[]).filter((kind) => nodes.some((node) => node.kind === kind)); // its keys are the kinds
  const classes = kinds.map((kind) => {
    const { fill, stroke, text } = nodeColours[kind];
    return `  classDef ${kind} fill:${fill},stroke:${stroke},color:${text}`;
  });
  const boxes = groups.map(
    ({ id }) => `  style ${names(id)} fill:none,stroke:${lineColours.reads},stroke-dasharray:5 4`,
  );
  const lines = (["waits", "mounts", "reads"] as const).flatMap((kind) => {
    const numbers = edges.flatMap((edge, index) => (edge.kind === kind ? [index] : []));
    return numbers.length === 0 ? [] : [`  linkStyle ${numbers.join(",")} ${lineStyles[kind]}`];
  });
  return [...classes, ...boxes, ...lines];
}
