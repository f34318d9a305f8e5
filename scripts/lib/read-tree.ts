import { Buffer } from "node:buffer";
import { type Dirent, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { OutputError } from "./output-error.ts";

/**
 * Reads every file below a directory: path, with `/` between names and in sorted order, to text.
 * An absent directory holds no files.
 * @throws OutputError for a symbolic link or a file that is not UTF-8
 */
export async function readTree(root: string): Promise<Map<string, string>> {
  const files = await readFiles(root, "");
  const texts = [...files].map(([path, content]) => [path, decode(join(root, path), content)] as const);
  return new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Tells whether a directory holds exactly these files with exactly this text. */
export async function isTreeCurrent(root: string, files: ReadonlyMap<string, string>): Promise<boolean> {
  const found = await readFiles(root, "").catch((error: unknown) => {
    if (error instanceof OutputError && error.code === "symbolic-link") return undefined;
    throw error;
  });
  if (found?.size !== files.size) return false;
  return [...files].every(([path, text]) => found.get(path)?.equals(Buffer.from(text)) === true);
}

// Files of this size are read in less time than a thread takes to be told of them.
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
      throw new OutputError("symbolic-link", full, `Cannot read "${full}": expected a file or a directory, got a link`);
    }
  }
  return files;
}

async function readEntries(directory: string): Promise<Dirent[]> {
  return await readdir(directory, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new OutputError("failed", directory, `Cannot read the directory "${directory}": ${String(error)}`, {
      cause: error,
    });
  });
}

function decode(path: string, content: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch (error) {
    throw new OutputError("failed", path, `Cannot read "${path}": expected UTF-8, got other bytes`, { cause: error });
  }
}
