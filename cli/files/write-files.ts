import { Buffer } from "node:buffer";
import { join } from "node:path";
import process from "node:process";
import { checkOutput } from "./check-output.ts";
import { OutputError } from "./output-error.ts";
import { replaceFile } from "./replace-file.ts";
import { resolveOutput } from "./resolve-output.ts";

/**
 * Adds files to the directory `root`, and returns whether that changed anything.
 * Each is written next to the old file and renamed, so that no file is ever incomplete.
 * @param base directory that must contain `root`
 * @throws OutputError when `root` is not a place to write, or the file system refuses
 */
export async function writeFiles(
  root: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  base: string = process.cwd(),
): Promise<boolean> {
  await checkOutput({ directory: root, files, others: "kept" }, base);
  try {
    const target = await resolveOutput(root, base);
    const changes: boolean[] = [];
    for (const [path, content] of files) changes.push(await replaceFile(join(target, path), Buffer.from(content)));
    return changes.includes(true);
  } catch (error) {
    if (error instanceof OutputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new OutputError("FAILED", root, `Cannot write into the directory "${root}": ${reason}`, { cause: error });
  }
}
