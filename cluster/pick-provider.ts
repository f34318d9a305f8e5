import { ClusterError } from "./cluster-error.ts";
import type { ProviderName } from "./provider.ts";

/** The facts that decide which cluster is used. */
export interface MachineFacts {
  /** The given kubeconfig, if any. */
  readonly kubeconfig?: string;
  /** Whether a Docker daemon answers, and the command `kind` exists. */
  readonly hasDocker: boolean;
  readonly hasKind: boolean;
  /** The operating system, as Node names it, and whether this process runs as root. */
  readonly platform: string;
  readonly isRoot: boolean;
}

/**
 * Picks a cluster: that of a given kubeconfig; else one of kind, where Docker works; else this machine.
 * @throws ClusterError that names what is missing
 */
export function pickProvider(facts: MachineFacts): ProviderName {
  if (facts.kubeconfig !== undefined) return "given";
  if (facts.hasDocker && facts.hasKind) return "kind";
  if (facts.platform === "linux" && facts.isRoot) return "node";
  const docker = facts.hasDocker ? "the command kind (https://kind.sigs.k8s.io)" : "Docker and kind";
  const found = facts.platform === "linux" ? "this is not root" : `this is ${facts.platform}`;
  const wanted = `expected the variable KUBECONFIG, or ${docker}, or root permissions on Linux`;
  throw new ClusterError("MISSING", `Cannot pick a cluster: ${wanted}; ${found}`);
}
