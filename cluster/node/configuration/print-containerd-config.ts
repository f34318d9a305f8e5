import type { Snapshotter } from "../choose-snapshotter.ts";
import type { NodeLayout } from "../node-layout.ts";

/** The image of a pod's first process. */
export const pauseImage = "localhost/pause:1";

/** The input of the configuration, in addition to the layout. */
export interface ContainerdOptions {
  /** Directory of the network plugins' programs. */
  readonly networkPrograms: string;
  /** How layers of images are stored. */
  readonly snapshotter: Snapshotter;
}

/** Prints containerd's configuration (TOML). */
export function printContainerdConfig(layout: NodeLayout, options: ContainerdOptions): string {
  // A JSON string is a string of TOML.
  const quote = (text: string): string => JSON.stringify(text);
  const images = "plugins.'io.containerd.cri.v1.images'";
  const runtime = "plugins.'io.containerd.cri.v1.runtime'";
  return `version = 3
root = ${quote(layout.containerdRoot)}
state = ${quote(layout.containerdState)}
disabled_plugins = ["io.containerd.nri.v1.nri"]

[grpc]
  address = ${quote(layout.containerdSocket)}

[${images}]
  snapshotter = ${quote(options.snapshotter)}

[${images}.pinned_images]
  sandbox = ${quote(pauseImage)}

[${runtime}]
  # Below the directory that is unmounted and removed with the cluster, not below /run.
  netns_mounts_under_state_dir = true
  # Lowering it needs a capability that root lacks in many containers and virtual machines.
  restrict_oom_score_adj = true
  disable_apparmor = true

[${runtime}.cni]
  bin_dirs = [${quote(options.networkPrograms)}]
  conf_dir = ${quote(layout.networkPlugins)}

[${runtime}.containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
  snapshotter = ${quote(options.snapshotter)}

[${runtime}.containerd.runtimes.runc.options]
  SystemdCgroup = false
`;
}
