import { statfs } from "node:fs/promises";
import type { NodeLayout } from "./node-layout.ts";

/** How layers of images are stored: one over the other, or as copies. */
export type Snapshotter = "overlayfs" | "native";

/** What statfs(2) calls an overlay. */
const overlay = 0x794c7630;

/** Chooses how layers are stored: an overlay cannot lie on another one, as the root directory of a container is. */
export async function chooseSnapshotter({ root }: NodeLayout): Promise<Snapshotter> {
  return (await statfs(root)).type === overlay ? "native" : "overlayfs";
}
