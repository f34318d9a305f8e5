import { mkdir, readFile, rmdir } from "node:fs/promises";
import { readMounts } from "../../../scripts/lib/cluster/node/read-mounts.ts";
import { runCommand } from "../../../scripts/lib/cluster/run-command.ts";

/** Makes a directory appear at another path, unless something is mounted there. */
export async function bindMount(from: string, to: string, { readOnly }: { readonly readOnly: boolean }): Promise<void> {
  await mkdir(to, { recursive: true });
  if ((await countMounts(to)) > 0) return;
  await runCommand("mount", ["--bind", from, to]);
  // A bind mount is made read-only by a second call only.
  if (readOnly) await runCommand("mount", ["-o", "remount,bind,ro", to]);
}

/** Undoes a bind mount, as often as it was made, and removes the directory that it was made at. */
export async function unbindMount(path: string): Promise<void> {
  for (let count = await countMounts(path); count > 0; count -= 1) await runCommand("umount", [path]);
  await rmdir(path).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  });
}

async function countMounts(path: string): Promise<number> {
  const mounts = readMounts(await readFile("/proc/self/mountinfo", "utf8"));
  return mounts.filter(({ mountPoint }) => mountPoint === path).length;
}
