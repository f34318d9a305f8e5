import { basename, dirname, relative, resolve, sep } from "node:path";
import process from "node:process";
import { writeFiles } from "./write-files.ts";

/**
 * Writes one file below the working directory, whole or not at all, and returns whether that changed anything.
 * @throws OutputError when it is elsewhere, is reached through a symbolic link, or the file system refuses
 */
export async function writeFile(path: string, text: string): Promise<boolean> {
  const here = process.cwd();
  const inside = relative(here, resolve(path)).split(sep).join("/");
  return await writeFiles(basename(here), new Map([[inside, text]]), dirname(here));
}
