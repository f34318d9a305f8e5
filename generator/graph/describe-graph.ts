/** The texts that all diagrams of a pipeline share. */
import type { GraphEdge, NodeKind, PipelineGraph } from "./graph.ts";

/** What each kind of node is called. */
export const kindTitles: Readonly<Record<NodeKind, string>> = {
  volume: "volume",
  stateful: "stateful stage",
  service: "service",
  batch: "batch stage",
  scheduled: "scheduled batch stage",
};

/** What each kind of line means. */
export const lineTitles: Readonly<Record<GraphEdge["kind"], string>> = {
  waits: "is a dependency of",
  mounts: "is mounted by (one arrow: read-only)",
  reads: "has its address read by",
};

/** Describes in a line how the stage dependencies are carried out. */
export function describeOrdering({ ordering }: PipelineGraph): string {
  return `Ordering ${ordering.name}: ${ordering.title}`;
}

/** Names the pipeline, its version and its environment. */
export function titleOf({ name, version, environment }: PipelineGraph): string {
  return environment === undefined ? `${name} ${version}` : `${name} ${version}, environment ${environment}`;
}

/** Lists in a line the stages that are disabled; empty when none is. */
export function describeDisabled({ disabled }: PipelineGraph): string {
  return disabled.length === 0 ? "" : `Disabled: ${disabled.join(", ")}`;
}
