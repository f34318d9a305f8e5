import type { Buffer } from "node:buffer";
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";

/**
 * Writes a file and its missing directories, and returns whether that changed anything. It is written next to the old
 * one and renamed, so that it is never incomplete.
 */
export async function replaceFile(path: string, content: Buffer): Promise<boolean> {
  const old = await readFile(path).catch(() => undefined);
  if (old?.equals(content) === true) return false;
  await mkdir(dirname(path), { recursive: true });
  const fresh = join(dirname(path), `.${basename(path)}.tmp-${process.pid}-${randomBytes(4).toString("hex")}`);
  try {
    await writeFile(fresh, content, { flag: "wx" });
    await rename(fresh, path);
  } finally {
    await rm(fresh, { force: true });
  }
  return true;
}
