import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { checkMarker, checkPaths } from "./check-output.ts";
import { isProcessAlive } from "./check-process.ts";
import { lockOutput } from "./lock-output.ts";
import { OutputError } from "./output-error.ts";
import { isTreeCurrent } from "./read-tree.ts";
import { resolveOutput } from "./resolve-output.ts";

/** Where a tree may be written, and what it may replace. */
export interface WriteTreeOptions {
  /** Directory that the tree must lie in (default: the current directory). */
  readonly base?: string;
  /** A file that a directory which holds anything must hold to be replaced: saves a directory named by mistake. */
  readonly marker?: string;
  /** Milliseconds to wait while another process writes the same tree (default: 10000). */
  readonly wait?: number;
}

/**
 * Makes the directory `root` hold exactly these files (path with `/` to text) and tells whether that changed anything.
 * The files are written beside the old directory and swapped in by renaming: whatever happens, the old or the new
 * directory is whole, and one that a killed process left moved aside is put back by the next call.
 * @throws OutputError when `root` is not a place to write, or the file system refuses
 */
export async function writeTree(
  root: string,
  files: ReadonlyMap<string, string>,
  options: WriteTreeOptions = {},
): Promise<boolean> {
  checkPaths(files);
  try {
    const target = await resolveOutput(root, options.base ?? process.cwd());
    const unlock = await lockOutput(target, options.wait ?? 10_000);
    try {
      await clearLeftovers(target);
      if (await isTreeCurrent(target, files)) return false;
      await checkMarker(target, options.marker);
      await replaceTree(target, files);
      return true;
    } finally {
      await unlock();
    }
  } catch (error) {
    if (error instanceof OutputError) throw error;
    const said = error instanceof Error ? error.message : String(error);
    throw new OutputError("failed", root, `Cannot write the directory "${root}": ${said}`, { cause: error });
  }
}

async function replaceTree(target: string, files: ReadonlyMap<string, string>): Promise<void> {
  const fresh = nameBeside(target, "tmp");
  try {
    await mkdir(fresh, { recursive: true });
    for (const folder of new Set([...files.keys()].map((path) => dirname(path)))) {
      await mkdir(join(fresh, folder), { recursive: true });
    }
    // Files of this size are written in less time than a thread takes to be told of them.
    for (const [path, text] of files) writeFileSync(join(fresh, path), text, { flag: "wx" });
    await swap(target, fresh);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

async function swap(target: string, fresh: string): Promise<void> {
  const old = nameBeside(target, "old");
  const hadOld = await rename(target, old).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
      throw error;
    },
  );
  try {
    await rename(fresh, target);
  } catch (error) {
    if (hadOld) await rename(old, target);
    throw error;
  }
  // The new directory stands; what cannot be removed now is cleared by a later call.
  await rm(old, { recursive: true, force: true }).catch(() => {});
}

/** Puts back the directory that a killed process had moved aside, and removes what such processes left unfinished. */
async function clearLeftovers(target: string): Promise<void> {
  const names = await readdir(dirname(target));
  const leftovers = names.flatMap((name) => {
    const rest = name.startsWith(`.${basename(target)}.`) ? name.slice(basename(target).length + 2) : "";
    const [, kind, pid] = /^(tmp|old|lock)-(\d+)-[0-9a-f]+$/.exec(rest) ?? [];
    // The lock is ours: a tree under our own id is that of a dead process, which had the same.
    const isLive = isProcessAlive(Number(pid)) && (kind === "lock" || Number(pid) !== process.pid);
    return kind === undefined || isLive ? [] : [{ kind, path: join(dirname(target), name) }];
  });
  const old = names.includes(basename(target)) ? undefined : leftovers.find(({ kind }) => kind === "old");
  if (old !== undefined) await rename(old.path, target);
  for (const { path } of leftovers) await rm(path, { recursive: true, force: true });
}

function nameBeside(target: string, kind: "tmp" | "old"): string {
  const name = `.${basename(target)}.${kind}-${process.pid}-${randomBytes(4).toString("hex")}`;
  return join(dirname(target), name);
}
