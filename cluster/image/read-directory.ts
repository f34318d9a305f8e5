import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { TarFile } from "../../cli/chart-directory/pack-tar.ts";

/**
 * Reads the files below a directory of this machine, to be put at the same paths in an image.
 * @param wanted whether a file or a directory at a path, relative to the directory, is included (default: all)
 */
export async function readDirectory(
  directory: string,
  wanted: (path: string) => boolean = () => true,
  inner = "",
): Promise<readonly TarFile[]> {
  const files: TarFile[] = [];
  for (const name of (await readdir(join(directory, inner))).sort()) {
    const path = join(inner, name);
    if (!wanted(path)) continue;
    const file = join(directory, path);
    const found = await stat(file);
    if (found.isDirectory()) files.push(...(await readDirectory(directory, wanted, path)));
    else files.push({ type: "file", path: file.slice(1), mode: found.mode & 0o777, content: await readFile(file) });
  }
  return files;
}
