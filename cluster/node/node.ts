import type { NodeLayout } from "./node-layout.ts";

/** A node: where its files lie, and the programs that it is made of. */
export interface Node {
  readonly layout: NodeLayout;
  /** Directories of the built programs. */
  readonly programs: readonly string[];
}
