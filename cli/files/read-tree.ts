import { Buffer } from "node:buffer";
import { type Dirent, readFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { OutputError } from "./output-error.ts";

/**
 * Reads every file below a directory: path, with `/` between names and in sorted order, to text.
 * An absent directory has no files.
 * @throws OutputError for a symbolic link or a file that is not UTF-8
 */
export async function readTree(root: string): Promise<Map<string, string>> {
  const files = await readWhole(root);
  const texts = [...files].map(([path, content]) => [path, decode(join(root, path), content)] as const);
  return new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a directory contains exactly these files with exactly this text. */
export async function isTreeCurrent(root: string, files: ReadonlyMap<string, string>): Promise<boolean> {
  const found = await readWhole(root).catch((error: unknown) => {
    if (error instanceof OutputError && error.code === "SYMBOLIC_LINK") return undefined;
    throw error;
  });
  if (found?.size !== files.size) return false;
  return [...files].every(([path, text]) => found.get(path)?.equals(Buffer.from(text)) === true);
}

/** How often a reader retries while others write the directory. */
const ATTEMPTS = 100;

/** Reads a directory that others may replace meanwhile: the old or the new files, never some of both. */
async function readWhole(root: string): Promise<Map<string, Buffer>> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await identify(root);
    const [found] = await Promise.allSettled([readFiles(root, "")]);
    const isReplaced = (await identify(root)) !== before || (before === undefined && !isEmpty(found)) || isGone(found);
    if (isReplaced && attempt < ATTEMPTS) continue;
    if (found.status === "rejected") throw found.reason;
    return found.value;
  }
}

// There was no directory before or after: what was read existed only in between.
function isEmpty(found: PromiseSettledResult<ReadonlyMap<string, Buffer>>): boolean {
  return found.status === "fulfilled" && found.value.size === 0;
}

// A listed file is missing: its directory was moved aside, and may be back.
function isGone(found: PromiseSettledResult<unknown>): boolean {
  return (
    found.status === "rejected" &&
    found.reason instanceof Error &&
    "code" in found.reason &&
    found.reason.code === "ENOENT"
  );
}

/** The identity of a directory, which differs from that of a later one at the same path. */
async function identify(root: string): Promise<string | undefined> {
  return await stat(root).then(
    ({ ino, ctimeMs }) => `${ino} ${ctimeMs}`,
    () => undefined,
  );
}

// Synchronously: files of this size are read faster than a thread could be notified.
async function readFiles(root: string, folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readEntries(join(root, folder))) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      for (const [inner, content] of await readFiles(root, path)) files.set(inner, content);
    } else if (entry.isFile()) {
      files.set(path, readFileSync(join(root, path)));
    } else {
      const full = join(root, path);
      throw new OutputError("SYMBOLIC_LINK", full, `Cannot read "${full}": expected a file or a directory, got a link`);
    }
  }
  return files;
}

async function readEntries(directory: string): Promise<Dirent[]> {
  return await readdir(directory, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new OutputError("FAILED", directory, `Cannot read the directory "${directory}": ${String(error)}`, {
      cause: error,
    });
  });
}

function decode(path: string, content: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch (error) {
    throw new OutputError("FAILED", path, `Cannot read "${path}": expected UTF-8, got other bytes`, { cause: error });
  }
}
