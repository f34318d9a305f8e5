import { Buffer } from "node:buffer";
import type { TarDirectory, TarFile } from "../../cli/chart-directory/pack-tar.ts";

/** Directories that root owns and everyone may enter. */
export function directories(...paths: readonly string[]): readonly TarDirectory[] {
  return paths.map((path) => ({ type: "directory", path }));
}

/** A directory in which everyone may create files, like `/tmp`. */
export function sharedDirectory(path: string): TarDirectory {
  return { type: "directory", path, mode: 0o1777 };
}

/** A file of text that root owns and everyone may read. */
export function textFile(path: string, text: string): TarFile {
  return { type: "file", path, content: Buffer.from(text) };
}
