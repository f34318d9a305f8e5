import { mkdir, readFile, rmdir } from "node:fs/promises";
import { readMounts } from "../../../cluster/node/read-mounts.ts";
import { runCommand } from "../../../cluster/run-command.ts";

/** Makes a directory appear at another path, unless something is mounted there. */
export async function bindMount(from: string, to: string, { readOnly }: { readonly readOnly: boolean }): Promise<void> {
  await mkdir(to, { recursive: true });
  if ((await countMounts(to)) > 0) return;
  await runCommand("mount", ["--bind", from, to]);
  // A bind mount is made read-only by a second call only.
  if (readOnly) await runCommand("mount", ["-o", "remount,bind,ro", to]);
}

/**
 * Makes a directory a file system of its own, in memory, that takes no more than some bytes, unless it is one already.
 * @param size a power of two, as Kubernetes writes it: `1Mi`
 */
export async function mountLimited(directory: string, size: string): Promise<void> {
  const [, number] = /^(\d+[KMG])i$/.exec(size) ?? [];
  if (number === undefined) throw new Error(`Cannot limit a volume to "${size}": expected a size such as 1Mi`);
  if ((await countMounts(directory)) > 0) return;
  await runCommand("mount", ["-t", "tmpfs", "-o", `size=${number}`, "tmpfs", directory]);
}

/** Undoes a bind mount, as often as it was made, and removes the directory that it was made at. */
export async function unbindMount(path: string): Promise<void> {
  await unmount(path);
  await rmdir(path).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  });
}

/** Removes all that is mounted at a path, if anything is. */
export async function unmount(path: string): Promise<void> {
  for (let count = await countMounts(path); count > 0; count -= 1) await runCommand("umount", [path]);
}

async function countMounts(path: string): Promise<number> {
  const mounts = readMounts(await readFile("/proc/self/mountinfo", "utf8"));
  return mounts.filter(({ mountPoint }) => mountPoint === path).length;
}
