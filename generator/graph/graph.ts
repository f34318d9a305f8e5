/** The diagram of a pipeline as plain data, for all its printers. */

/** What a node represents. */
export type NodeKind = "volume" | "stateful" | "service" | "batch" | "scheduled";

/** How a pipeline carries out the dependencies of its stages. */
export interface GraphOrdering {
  readonly name: string;
  /** What it does, in a line that follows its name. */
  readonly title: string;
}

/** A stage or a volume. */
export interface GraphNode {
  /** The stage's name; a volume's is that of its stage, a slash and its own. */
  readonly id: string;
  readonly kind: NodeKind;
  /** The kind of the Kubernetes object that runs it; `container` for a stage that shares a pod with others. */
  readonly object: string;
  /** Short texts: the image, the schedule, replicas, ports, the size. */
  readonly details: readonly string[];
}

/** Stages that share something: the pod of a chain. */
export interface GraphGroup {
  /** No node has this id. */
  readonly id: string;
  readonly title: string;
  /** The ids of its nodes. */
  readonly nodes: readonly string[];
}

/** A line between two nodes, or between a group and a node; both are named by their ids. */
export type GraphEdge =
  /** `to` depends on `from`; with a port, it also reads the address of its Service. */
  | { readonly kind: "waits"; readonly from: string; readonly to: string; readonly port?: string }
  /** `from` mounts the volume `to`. */
  | { readonly kind: "mounts"; readonly from: string; readonly to: string; readonly readOnly: boolean }
  /** `from` reads the address of the Service of `to`, without depending on it; without a port, the host alone. */
  | { readonly kind: "reads"; readonly from: string; readonly to: string; readonly port?: string };

/** A pipeline, in one of its environments or in none. */
export interface PipelineGraph {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly environment?: string;
  readonly ordering: GraphOrdering;
  /** Volumes first, then stages: each after its dependencies. */
  readonly nodes: readonly GraphNode[];
  readonly groups: readonly GraphGroup[];
  readonly edges: readonly GraphEdge[];
  /** The stages that are disabled: they are in none of the above. */
  readonly disabled: readonly string[];
}
