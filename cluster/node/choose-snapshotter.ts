import { statfs } from "node:fs/promises";
import type { NodeLayout } from "./node-layout.ts";

/** How layers of images are stored: as overlays, or as copies. */
export type Snapshotter = "overlayfs" | "native";

/** The magic number of an overlay in statfs(2). */
const overlay = 0x794c7630;

/**
 * Chooses how layers are stored: an overlay cannot be on another overlay, such as the root directory of a container.
 */
export async function chooseSnapshotter({ root }: NodeLayout): Promise<Snapshotter> {
  return (await statfs(root)).type === overlay ? "native" : "overlayfs";
}
