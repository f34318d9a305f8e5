/** The input for Graphviz: boxes of known sizes, and lines from left to right. */
import type { Edge, Graph, Node, Subgraph } from "@viz-js/viz";
import type { GraphEdge, GraphGroup, GraphNode, PipelineGraph } from "../graph.ts";
import { makeCard } from "./node-card.ts";

/** The font sizes of the texts of groups and lines, in points. */
export const GROUP_TEXT = 11.5;
export const EDGE_TEXT = 10.5;

/** The distance between lines and their texts, in points. */
const ROOM = 5;
/** Graphviz gives the sizes of nodes in inches. */
export const POINTS_PER_INCH = 72;

/** The graph that Graphviz lays out with `dot`: nodes by their ids, lines with their positions in `edges` as ids. */
export function planLayout(graph: PipelineGraph): Graph {
  const groups = new Map(graph.groups.map((group, index) => [group.id, { ...group, cluster: `cluster_${index}` }]));
  return {
    directed: true,
    graphAttributes: { rankdir: "LR", nodesep: 0.32, ranksep: 0.62, splines: "spline", compound: true, margin: 0 },
    nodeAttributes: { shape: "box", fixedsize: true, label: "" },
    edgeAttributes: { fontname: "Helvetica", fontsize: EDGE_TEXT + ROOM, arrowsize: 0.8 },
    nodes: sortNodes(graph).map(planNode),
    edges: graph.edges.map((edge, index) => planEdge(edge, index, groups)),
    subgraphs: [...groups.values()].map(planGroup),
  };
}

// Stages without dependencies and dependents come last: they are placed below the others.
function sortNodes({ nodes, edges }: PipelineGraph): readonly GraphNode[] {
  const waiting = new Set(edges.flatMap(({ kind, from, to }) => (kind === "waits" ? [from, to] : [])));
  const isAlone = ({ id, kind }: GraphNode) => kind !== "volume" && !waiting.has(id);
  return [...nodes.filter((node) => !isAlone(node)), ...nodes.filter(isAlone)];
}

function planNode(node: GraphNode): Node {
  const { width, height } = makeCard(node);
  return { name: node.id, attributes: { width: width / POINTS_PER_INCH, height: height / POINTS_PER_INCH } };
}

type Cluster = GraphGroup & { readonly cluster: string };

function planGroup({ cluster, title, nodes }: Cluster): Subgraph {
  return {
    name: cluster,
    graphAttributes: { label: title, fontname: "Helvetica", fontsize: GROUP_TEXT, margin: 14 },
    nodes: nodes.map((name) => ({ name })),
  };
}

// On the left are the dependency, the volume, or the address that is read.
function planEdge(edge: GraphEdge, index: number, groups: ReadonlyMap<string, Cluster>): Edge {
  const [left, right] = edge.kind === "waits" ? [edge.from, edge.to] : [edge.to, edge.from];
  const [before, after] = [groups.get(left), groups.get(right)];
  return {
    tail: before?.nodes.at(-1) ?? left,
    head: after?.nodes[0] ?? right,
    attributes: {
      id: String(index),
      dir: arrowsOf(edge),
      ...(before === undefined ? {} : { ltail: before.cluster }),
      ...(after === undefined ? {} : { lhead: after.cluster }),
      ...(edge.kind === "mounts" || edge.port === undefined ? {} : { label: edge.port }),
      // Stages are in the order in which they run, in straight lines; volumes and addresses are placed near them.
      weight: edge.kind === "waits" ? 4 : 1,
    },
  };
}

/** At which ends a line has arrows, from left to right. */
function arrowsOf(edge: GraphEdge): "forward" | "both" | "none" {
  if (edge.kind === "reads") return "none";
  return edge.kind === "mounts" && !edge.readOnly ? "both" : "forward";
}
