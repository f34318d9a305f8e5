/** What all drawings of a pipeline say in words. */
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
  waits: "is waited for by",
  mounts: "is mounted by (one arrow: read-only)",
  reads: "has its address read by",
};

/** Says in a line how the stages wait for one another. */
export function describeOrdering({ ordering }: PipelineGraph): string {
  return `Ordering ${ordering.name}: ${ordering.title}`;
}

/** Names the pipeline, its version and its environment. */
export function titleOf({ name, version, environment }: PipelineGraph): string {
  return environment === undefined ? `${name} ${version}` : `${name} ${version}, environment ${environment}`;
}

/** Says in a line which stages are switched off; empty when none is. */
export function describeDisabled({ disabled }: PipelineGraph): string {
  return disabled.length === 0 ? "" : `Disabled: ${disabled.join(", ")}`;
}
