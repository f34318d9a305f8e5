import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { checkMarker, checkPaths } from "./check-output.ts";
import { OutputError } from "./output-error.ts";
import type { Marker } from "./planned-output.ts";
import { isTreeCurrent } from "./read-tree.ts";
import { resolveOutput } from "./resolve-output.ts";

/** Where a tree may be written, and what it may replace. */
export interface WriteTreeOptions {
  /** Directory that must contain the tree (default: the current directory). */
  readonly base?: string;
  /** What a directory with any files must contain to be replaced: protects one that somebody else has written. */
  readonly marker?: Marker;
}

/**
 * Writes exactly these files (path with `/` to text) to the directory `root`, and returns whether anything changed. The
 * files are written next to the old directory and swapped in by renaming: a reader sees the old or the new files, never
 * some of both. Of several concurrent writers the last one wins. A directory that a killed process left moved aside is
 * put back by the next call.
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
    await restoreTree(target);
    if (await isTreeCurrent(target, files)) return false;
    await checkMarker(target, options.marker);
    await replaceTree(target, files);
    return true;
  } catch (error) {
    if (error instanceof OutputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new OutputError("FAILED", root, `Cannot write the directory "${root}": ${reason}`, { cause: error });
  }
}

async function replaceTree(target: string, files: ReadonlyMap<string, string>): Promise<void> {
  const fresh = nameBeside(target, "new");
  try {
    await mkdir(fresh, { recursive: true });
    for (const folder of new Set([...files.keys()].map((path) => dirname(path)))) {
      await mkdir(join(fresh, folder), { recursive: true });
    }
    // Synchronously: files of this size are written faster than a thread could be notified.
    for (const [path, text] of files) writeFileSync(join(fresh, path), text, { flag: "wx" });
    await swap(target, fresh);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** How often a writer retries while others write the same directory. */
const ATTEMPTS = 1_000;

/** A directory cannot be renamed over another one that holds files: the old one is moved aside first. */
async function swap(target: string, fresh: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const old = nameBeside(target, "old");
    const hadOld = await tryRename(target, old, ["ENOENT"]);
    try {
      // Another writer may have put its directory there meanwhile: that is the old one now.
      const codes = attempt < ATTEMPTS ? ["ENOTEMPTY", "EEXIST", "EPERM"] : [];
      const isDone = await tryRename(fresh, target, codes);
      await rm(old, { recursive: true, force: true }).catch(() => {});
      if (isDone) return;
    } catch (error) {
      if (hadOld) await rename(old, target);
      throw error;
    }
  }
}

/** Renames a directory, and returns whether that was possible; errors other than those with the codes are thrown. */
async function tryRename(from: string, to: string, codes: readonly string[]): Promise<boolean> {
  return await rename(from, to).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && "code" in error && codes.includes(String(error.code))) return false;
      throw error;
    },
  );
}

/** Milliseconds after which a directory moved aside is abandoned, even if a process has the id of its writer. */
const PATIENCE = 60_000;

/**
 * Puts back a directory that a killed process had moved aside, and removes other remains of such processes. If a
 * process still runs, it moves the directory aside again.
 */
async function restoreTree(target: string): Promise<void> {
  const folder = dirname(target);
  const names = await readdir(folder);
  const prefix = `.${basename(target)}.`;
  const left = names.flatMap((name) => {
    const [, kind, pid] = name.startsWith(prefix)
      ? (/^(new|old)-(\d+)-[0-9a-f]+$/.exec(name.slice(prefix.length)) ?? [])
      : [];
    return kind === undefined ? [] : [{ kind, pid: Number(pid), path: join(folder, name) }];
  });
  const old = left.find(({ kind }) => kind === "old");
  if (old !== undefined && !names.includes(basename(target))) {
    await tryRename(old.path, target, ["ENOENT", "ENOTEMPTY", "EEXIST"]);
  }
  for (const { pid, path } of left) {
    if (!isAlive(pid) || (await readAge(path)) > PATIENCE) await rm(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 is never delivered: the system only checks that it could be.
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

async function readAge(path: string): Promise<number> {
  return await stat(path).then(
    ({ ctimeMs }) => Date.now() - ctimeMs,
    () => 0,
  );
}

function nameBeside(target: string, kind: "new" | "old"): string {
  return join(dirname(target), `.${basename(target)}.${kind}-${process.pid}-${randomBytes(4).toString("hex")}`);
}
