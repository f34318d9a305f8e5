import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { ClusterError } from "../cluster-error.ts";
import { isProcessAlive, readProcessStart } from "./check-process.ts";

/**
 * Acquires the lock `.NAME.lock` next to a directory and returns the function that releases it. The lock is a directory
 * with one empty file, named by the process that holds it and by its start; the lock of a process that no longer runs
 * is taken over.
 * @param wait milliseconds to wait for another process
 * @throws ClusterError when the other process does not release it in time
 */
export async function takeLock(path: string, wait: number): Promise<() => Promise<void>> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  const me = nameHolder();
  const deadline = Date.now() + wait;
  while (!((await takeFreeLock(lock, me)) || (await takeOverLock(lock, me)))) {
    if (Date.now() >= deadline) {
      const [holder = "unknown"] = await readdir(lock).catch(() => [] as string[]);
      const found = `got one by process ${holder.split("-")[0]} (if that is none of yours, remove "${lock}")`;
      throw new ClusterError("LOCKED", `Cannot work on "${path}": expected no other lock, ${found}`);
    }
    await sleep(50);
  }
  return async () => {
    await rm(join(lock, me), { force: true });
    // Another process may have acquired the empty lock already: then it must not be removed.
    await rmdir(lock).catch(() => {});
  };
}

/** Renames a prepared lock into place: that works if there is none, or an empty one that is being released. */
async function takeFreeLock(lock: string, me: string): Promise<boolean> {
  const own = `${lock}-${process.pid}-${randomBytes(4).toString("hex")}`;
  await mkdir(own);
  try {
    await writeFile(join(own, me), "");
    await rename(own, lock);
    return true;
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    const isHeld = error instanceof Error && "code" in error && heldCodes.includes(String(error.code));
    if (isHeld) return false;
    throw error;
  }
}

const heldCodes = ["ENOTEMPTY", "EEXIST", "EPERM"];

/** Renames the file of a dead holder to our own: of several processes that try, only one finds the file. */
async function takeOverLock(lock: string, me: string): Promise<boolean> {
  const [holder] = await readdir(lock).catch(() => [] as string[]);
  if (holder === undefined || isHolderAlive(holder)) return false;
  return await rename(join(lock, holder), join(lock, me)).then(
    () => true,
    () => false,
  );
}

// The start distinguishes the holder from a later process with its id, as in containers, where every run may get the id
// of the last one.
function nameHolder(): string {
  const ticks = readProcessStart(process.pid);
  return `${process.pid}-${ticks === undefined ? readStartTime() : `${ticks}${ticksUnit}`}`;
}

function isHolderAlive(holder: string): boolean {
  const [id, start = ""] = holder.split("-");
  const pid = Number(id);
  if (Number.isNaN(pid)) return true;
  if (start.endsWith(ticksUnit)) {
    const ticks = readProcessStart(pid);
    if (ticks !== undefined && `${ticks}${ticksUnit}` !== start) return false;
  } else if (pid === process.pid) {
    return Math.abs(Number(start) - readStartTime()) <= 2;
  }
  return isProcessAlive(pid);
}

const ticksUnit = "ticks";

/** When this process started, in seconds of the wall clock, which may have changed: for systems without ticks. */
function readStartTime(): number {
  return Math.round(Date.now() / 1000 - process.uptime());
}
