/** Prints the diagram of a pipeline as text for terminals. */
import { describeDisabled, describeOrdering, titleOf } from "./describe-graph.ts";
import type { GraphNode, PipelineGraph } from "./graph.ts";
import { columnOf, enumerate, printEntry, WIDTH, wrapWords } from "./text-entry.ts";

/** The lines for a terminal of 80 columns: the pipeline, its volumes, and its stages in the order in which they run. */
export function printTextGraph(graph: PipelineGraph): readonly string[] {
  const column = columnOf(graph.nodes.map(({ id }) => id));
  const list = (title: string, nodes: readonly GraphNode[]) => {
    const entries = nodes.flatMap((node) => printEntry(node.id, describeNode(node, graph), column));
    return entries.length === 0 ? [] : ["", title, ...entries];
  };
  const volumes = graph.nodes.filter(({ kind }) => kind === "volume");
  const stages = graph.nodes.filter(({ kind }) => kind !== "volume");
  const disabled = describeDisabled(graph);
  return [
    ...wrapText(titleOf(graph)),
    ...wrapText(describeOrdering(graph)),
    ...list("Volumes:", volumes),
    ...list("Stages:", stages),
    ...(disabled === "" ? [] : ["", ...wrapText(disabled)]),
  ];
}

function wrapText(text: string): readonly string[] {
  return wrapWords(text.split(" "), WIDTH);
}

/** The paragraphs next to a node's name. */
function describeNode(node: GraphNode, graph: PipelineGraph): readonly (readonly string[])[] {
  const group = graph.groups.find(({ nodes }) => nodes.includes(node.id));
  const object = node.kind === "volume" ? [] : [node.object];
  return [
    enumerate("", [...object, ...node.details]),
    group === undefined ? [] : [`in ${group.title}`],
    enumerate("after ", listUpstream(node, graph)),
    enumerate("mounts ", listMounts([node.id, ...(group === undefined ? [] : [group.id])], graph)),
    enumerate("reads the address of ", listAddresses(node, graph)),
  ];
}

function listUpstream({ id }: GraphNode, { edges }: PipelineGraph): readonly string[] {
  return edges.flatMap((edge) => (edge.kind === "waits" && edge.to === id ? [edge.from] : []));
}

function listMounts(ids: readonly string[], { edges }: PipelineGraph): readonly string[] {
  const mounts = edges.filter((edge) => edge.kind === "mounts" && ids.includes(edge.from));
  return mounts.map((edge) => (edge.kind === "mounts" && edge.readOnly ? `${edge.to} (read-only)` : edge.to));
}

function listAddresses({ id }: GraphNode, { edges }: PipelineGraph): readonly string[] {
  return edges.flatMap((edge) => {
    if (edge.kind === "waits" && edge.to === id && edge.port !== undefined) return [`${edge.from} (${edge.port})`];
    if (edge.kind !== "reads" || edge.from !== id) return [];
    return [edge.port === undefined ? edge.to : `${edge.to} (${edge.port})`];
  });
}
