import type { NodeLayout } from "./node-layout.ts";

/** A node: the paths of its files, and its programs. */
export interface Node {
  readonly layout: NodeLayout;
  /** Directories of the built programs. */
  readonly programs: readonly string[];
}
