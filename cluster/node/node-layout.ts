import { Buffer } from "node:buffer";
import { join } from "node:path";
import { ClusterError } from "../cluster-error.ts";

/** The clients that have a certificate and a kubeconfig. */
export const identities = ["admin", "controller-manager", "scheduler", "node", "proxy", "coredns"] as const;

/** One of those. */
export type Identity = (typeof identities)[number];

/** The paths of the files of the node. */
export interface NodeLayout {
  /** The directory of all files. */
  readonly root: string;
  readonly certificates: string;
  readonly logs: string;
  readonly etcd: string;
  /** The kubelet's directory; the sockets of CSI drivers are in its `plugins_registry`. */
  readonly kubelet: string;
  readonly containerdRoot: string;
  readonly containerdState: string;
  readonly containerdSocket: string;
  readonly networkPlugins: string;
  /** Kubeconfig of a client. */
  readonly kubeconfig: (identity: Identity) => string;
  /** A configuration file. */
  readonly configuration: (name: string) => string;
}

/** The most bytes in the path of a Unix socket (Linux). */
const longestSocketPath = 107;

/**
 * The layout of a node's files below a directory.
 * @throws ClusterError when the directory's path is too long for sockets below it
 */
export function layOutNode(root: string): NodeLayout {
  const socket = join(root, "kubelet", "plugins_registry", "a-driver-with-a-rather-long-name-reg.sock");
  const length = Buffer.byteLength(socket);
  if (length > longestSocketPath) {
    const limit = `paths of sockets below it, of ${length} bytes, must not be longer than ${longestSocketPath}`;
    const message = `Cannot use the directory "${root}": ${limit}; set XDG_CACHE_HOME to a shorter one`;
    throw new ClusterError("UNSUPPORTED", message);
  }
  return {
    root,
    certificates: join(root, "certificates"),
    logs: join(root, "logs"),
    etcd: join(root, "etcd"),
    kubelet: join(root, "kubelet"),
    containerdRoot: join(root, "containerd-root"),
    containerdState: join(root, "containerd-state"),
    containerdSocket: join(root, "containerd.sock"),
    networkPlugins: join(root, "cni"),
    kubeconfig: (identity) => join(root, `${identity}.kubeconfig`),
    configuration: (name) => join(root, "configuration", name),
  };
}
