import { ClusterError } from "./cluster-error.ts";
import type { ProviderName } from "./provider.ts";

/** What decides where a cluster comes from. */
export interface MachineFacts {
  /** The kubeconfig that was given, if any. */
  readonly kubeconfig?: string;
  /** Whether a Docker daemon answers, and the command `kind` is there. */
  readonly hasDocker: boolean;
  readonly hasKind: boolean;
  /** The operating system, as Node names it, and whether this process is root's. */
  readonly platform: string;
  readonly isRoot: boolean;
}

/**
 * Picks where a cluster comes from: a kubeconfig that is given; else kind, where Docker works; else this machine.
 * @throws ClusterError that says what would have to be there
 */
export function pickProvider(facts: MachineFacts): ProviderName {
  if (facts.kubeconfig !== undefined) return "given";
  if (facts.hasDocker && facts.hasKind) return "kind";
  if (facts.platform === "linux" && facts.isRoot) return "node";
  const docker = facts.hasDocker ? "the command kind (https://kind.sigs.k8s.io)" : "Docker and kind";
  const found = facts.platform === "linux" ? "this is not root" : `this is ${facts.platform}`;
  const wanted = `expected the variable KUBECONFIG, or ${docker}, or root's rights on Linux`;
  throw new ClusterError("MISSING", `Cannot pick a cluster: ${wanted}; ${found}`);
}
