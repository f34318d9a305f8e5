/** The colours of the diagrams: light fills with dark text on them, visible on white and on black pages. */
import type { GraphEdge, NodeKind } from "./graph.ts";

/** The colours of a kind of node. */
export interface NodeColours {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
  /** For small, secondary text. */
  readonly quiet: string;
}

/** The colours of nodes by kind. */
export const nodeColours: Readonly<Record<NodeKind, NodeColours>> = {
  volume: { fill: "#fff4d6", stroke: "#c99a2e", text: "#5c4300", quiet: "#8a6510" },
  stateful: { fill: "#eee8fd", stroke: "#8464d6", text: "#3c2a73", quiet: "#6a48c2" },
  service: { fill: "#dff5e6", stroke: "#3f9f62", text: "#14532d", quiet: "#2b7a47" },
  batch: { fill: "#e1edfe", stroke: "#4a86dc", text: "#1c3f75", quiet: "#2c66b8" },
  scheduled: { fill: "#fde7f0", stroke: "#cf5a8e", text: "#751f47", quiet: "#ad3f6f" },
};

/** The colours of lines by kind. */
export const lineColours: Readonly<Record<GraphEdge["kind"], string>> = {
  waits: "#57606a",
  mounts: "#b98a1f",
  reads: "#8c959f",
};
