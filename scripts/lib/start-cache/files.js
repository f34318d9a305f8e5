import { randomBytes } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";

/** The root of this repository. */
export const root = join(import.meta.dirname, "..", "..", "..");
/** Where everything is kept that can be made again. */
export const cacheDirectory = join(root, "node_modules", ".cache", "chartwright", "start");

/**
 * Writes a file that is whole at any time; of several processes that write it, that of the last stays. Without a disk
 * that takes it, the next start takes longer, no more.
 * @param {string} path
 * @param {string | Uint8Array} content
 */
export function replaceFile(path, content) {
  const fresh = `${path}.${process.pid}-${randomBytes(4).toString("hex")}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(fresh, content, { flag: "wx" });
    renameSync(fresh, path);
  } catch {
    rmSync(fresh, { force: true });
  }
}
