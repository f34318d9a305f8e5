import { join } from "node:path";
import { locateCache } from "../../cluster/locate-cache.ts";

/** What the processes of a run share is in one directory: tests run in several, the CSI driver in the first. */
export function runDirectory() {
  // There is one run at a time.
  const root = join(locateCache(), "cluster-tests");
  return {
    root,
    /** How the cluster is reached: a `ClusterRecord`. */
    cluster: join(root, "cluster.json"),
    /** What was counted. */
    counts: join(root, "counts"),
    /** What the CSI driver did. */
    calls: join(root, "calls"),
  };
}

/** How a process of the run reaches the cluster. */
export interface ClusterRecord {
  readonly kubeconfig: string;
  /** Directories of `kubectl`, `helm`, `ct` and what they call. */
  readonly programs: readonly string[];
  /** Name of the node that the CSI driver serves; absent where no node is in reach. */
  readonly nodeName?: string;
}
