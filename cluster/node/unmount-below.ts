import { readFile } from "node:fs/promises";
import { runCommand } from "../run-command.ts";
import { readMounts } from "./read-mounts.ts";

/** Unmounts everything that is mounted below a directory, the last mounted first. */
export async function unmountBelow(directory: string): Promise<void> {
  const mounts = readMounts(await readFile("/proc/self/mountinfo", "utf8"));
  const inside = mounts.filter(({ mountPoint }) => mountPoint.startsWith(`${directory}/`)).reverse();
  for (const { mountPoint } of inside) {
    // Lazily: a file that is still open does not prevent it, and the mount is removed when the file is closed.
    await runCommand("umount", ["--lazy", mountPoint]);
  }
}
