import { runCommand } from "../run-command.ts";
import { toolEnvironment } from "../tools/tool-environment.ts";
import { chooseSnapshotter } from "./choose-snapshotter.ts";
import type { Node } from "./node.ts";

/**
 * Imports the images of an archive into the node's container runtime; images with the same name are replaced.
 * @throws ClusterError when the runtime does not answer or cannot read the archive
 */
export async function importImage({ layout, programs }: Node, archive: string): Promise<void> {
  const snapshotter = await chooseSnapshotter(layout);
  const address = [`--address=${layout.containerdSocket}`, "--namespace=k8s.io"];
  const args = [...address, "images", "import", `--snapshotter=${snapshotter}`, archive];
  await runCommand("ctr", args, { env: toolEnvironment(programs) });
}
