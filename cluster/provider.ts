/** The state of a cluster and its parts. */
export interface ClusterState {
  /** Whether the cluster can be used. */
  readonly isReady: boolean;
  /** Parts by name, with their state, as in `kubelet: runs`. */
  readonly parts: readonly (readonly [name: string, state: string])[];
}

/** A way to get a cluster. */
export interface ClusterProvider {
  readonly name: ProviderName;
  /** Path of the kubeconfig, or several as the variable KUBECONFIG has them; it exists while the cluster runs. */
  readonly kubeconfig: string;
  /** The kubelet of the node, with which CSI drivers register; absent where it cannot be reached. */
  readonly kubelet?: Kubelet;
  /** Directories of programs that belong to the cluster, such as `kubectl` of its version. */
  programs(report: Report): Promise<readonly string[]>;
  /** Starts the cluster, unless it runs. */
  up(report: Report): Promise<void>;
  /** Stops the cluster, in whatever state it is, and removes its remains. */
  down(report: Report): Promise<void>;
  status(): Promise<ClusterState>;
  /** Loads the images of an archive into the cluster's node. */
  loadImage(archive: string): Promise<void>;
  /**
   * Kills the API server, as in a crash, and restarts it some seconds later; absent where it cannot be reached.
   */
  restartApiServer?(): Promise<void>;
}

/** A kubelet whose directory is accessible from this machine. */
export interface Kubelet {
  /** Name of its node. */
  readonly nodeName: string;
  /** The directory's path on this machine. */
  readonly here: string;
  /** The directory's path for the kubelet. */
  readonly onNode: string;
}

/** Called with each step. */
export type Report = (line: string) => void;

/** The kinds of providers: a kubeconfig that is given, kind in Docker, or a node on this machine itself. */
export type ProviderName = "given" | "kind" | "node";
