/** A part of a cluster and how it is. */
export interface ClusterState {
  /** Whether the cluster can be used. */
  readonly isReady: boolean;
  /** Parts by name, with a word for each, as in `kubelet: runs`. */
  readonly parts: readonly (readonly [name: string, state: string])[];
}

/** Where a cluster comes from. */
export interface ClusterProvider {
  readonly name: ProviderName;
  /** Path of the kubeconfig, or several as the variable KUBECONFIG has them; it is there when the cluster is up. */
  readonly kubeconfig: string;
  /** The kubelet of the node, with which CSI drivers register; absent where it is out of reach. */
  readonly kubelet?: Kubelet;
  /** Directories of programs that belong to the cluster, such as `kubectl` of its version. */
  programs(report: Report): Promise<readonly string[]>;
  /** Brings the cluster up, unless it is. */
  up(report: Report): Promise<void>;
  /** Takes the cluster down, in whatever state it is, and removes what it left. */
  down(report: Report): Promise<void>;
  status(): Promise<ClusterState>;
  /** Gives the images of an archive to the cluster's node. */
  loadImage(archive: string): Promise<void>;
  /**
   * Ends the API server, as a crash would, and lets it start again some seconds later; absent where it is out of reach.
   */
  restartApiServer?(): Promise<void>;
}

/** A kubelet whose directory this machine sees. */
export interface Kubelet {
  /** Name of its node. */
  readonly nodeName: string;
  /** The directory's path on this machine. */
  readonly here: string;
  /** The directory's path as the kubelet knows it. */
  readonly onNode: string;
}

/** Is told what is done. */
export type Report = (line: string) => void;

/** The kinds of providers: a kubeconfig that is given, kind in Docker, or a node on this machine itself. */
export type ProviderName = "given" | "kind" | "node";
