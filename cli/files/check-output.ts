import { lstat, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OutputError } from "./output-error.ts";
import type { Marker, PlannedOutput } from "./planned-output.ts";
import { resolveOutput } from "./resolve-output.ts";

/**
 * Checks, without writing anything, that an output can be written below `base`: its paths, links on the way to it, and
 * the existing files.
 * @throws OutputError
 */
export async function checkOutput(output: PlannedOutput, base: string): Promise<void> {
  const { directory, files, others, marker } = output;
  checkPaths(files);
  const target = await resolveOutput(directory, base, "kept");
  if (others === "removed") return await checkMarker(target, marker);
  const folders = new Set([...files.keys()].map((path) => dirname(path)));
  for (const folder of folders) await resolveOutput(join(directory, folder), base, "kept");
  for (const path of files.keys()) await checkFile(join(target, path));
}

/** A file that is replaced must be a regular file, not a link, whose target a user would expect to change. */
async function checkFile(path: string): Promise<void> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats === undefined || stats.isFile()) return;
  const found = stats.isSymbolicLink() ? "a symbolic link" : "something else";
  const code = stats.isSymbolicLink() ? "SYMBOLIC_LINK" : "FOREIGN";
  throw new OutputError(code, path, `Cannot write the file "${path}": expected a file or nothing there, got ${found}`);
}

/**
 * Refuses paths of files that are not below their directory, or of which one is a directory of another.
 * @throws OutputError that names the path
 */
export function checkPaths(files: ReadonlyMap<string, unknown>): void {
  for (const path of files.keys()) {
    const names = path.split("/");
    const isBad =
      names.some((name) => ["", ".", ".."].includes(name)) || /[\\\0]/.test(path) || /^[A-Za-z]:/.test(path);
    const wanted = 'a relative path of names with "/" between them';
    if (isBad) throw new OutputError("BAD_PATH", path, `Cannot write the file "${path}": expected ${wanted}`);
    const file = names
      .slice(1)
      .map((_, index) => names.slice(0, index + 1).join("/"))
      .find((parent) => files.has(parent));
    if (file === undefined) continue;
    throw new OutputError(
      "BAD_PATH",
      path,
      `Cannot write the file "${path}": expected a directory "${file}", got a file`,
    );
  }
}

/**
 * Refuses to replace a directory that contains files but not the marker: nobody else's files are removed.
 * @throws OutputError that names the directory, what it lacks, and the way out
 */
export async function checkMarker(target: string, marker: Marker | undefined): Promise<void> {
  if (marker === undefined) return;
  const names = await readdir(target).catch(() => [] as string[]);
  if (names.length === 0) return;
  const { file, start } = marker;
  const text = await readFile(join(target, file), "utf8").catch(() => undefined);
  if (text?.startsWith(start) === true) return;
  const found =
    text === undefined
      ? `one with ${JSON.stringify(names.toSorted()[0])} and without it`
      : `one that begins with ${JSON.stringify(text.split("\n", 1)[0]?.slice(0, 60))}`;
  const wanted = `${JSON.stringify(file)} in it that begins with ${JSON.stringify(start.trim())}`;
  throw new OutputError(
    "FOREIGN",
    target,
    `Cannot replace the directory "${target}": expected ${wanted}, got ${found}; move the directory or delete it`,
  );
}
