import { lstat, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OutputError } from "./output-error.ts";
import type { PlannedOutput } from "./planned-output.ts";
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
 * Refuses to replace a directory that contains files but not the marker.
 * @throws OutputError that names a file in it
 */
export async function checkMarker(target: string, marker: string | undefined): Promise<void> {
  if (marker === undefined) return;
  const names = await readdir(target).catch(() => [] as string[]);
  if (names.length === 0 || names.includes(marker)) return;
  const found = `got one with "${names[0]}" and without it`;
  throw new OutputError(
    "FOREIGN",
    target,
    `Cannot replace the directory "${target}": expected "${marker}" in it, ${found}`,
  );
}
