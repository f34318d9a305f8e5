import { Buffer } from "node:buffer";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { checkOutput } from "./check-output.ts";
import { OutputError } from "./output-error.ts";
import type { PlannedOutput, PlannedTexts } from "./planned-output.ts";
import { readTree } from "./read-tree.ts";
import { writeFiles } from "./write-files.ts";
import { writeTree } from "./write-tree.ts";

/** What became of one output. */
export interface WrittenOutput {
  readonly output: PlannedOutput;
  /** Paths of the files that were added, changed or removed; none when the directory was current. */
  readonly changed: readonly string[];
}

/**
 * Writes outputs, each whole or not at all; all of them are checked before the first byte is written.
 * @param base directory that all of them lie in
 * @throws OutputError when one cannot be written
 */
export async function* writeOutputs(
  outputs: readonly PlannedTexts[],
  base: string = process.cwd(),
): AsyncGenerator<WrittenOutput> {
  const ready: { output: PlannedTexts; before: ReadonlyMap<string, string> }[] = [];
  for (const output of outputs) {
    await checkOutput(output, base);
    ready.push({ output, before: await readCurrent(output, base) });
  }
  for (const { output, before } of ready) {
    const { directory, files, others, marker } = output;
    if (others === "kept") await writeFiles(directory, files, base);
    else await writeTree(directory, files, { base, ...(marker === undefined ? {} : { marker }) });
    const paths = [...new Set([...before.keys(), ...files.keys()])].sort();
    yield { output, changed: paths.filter((path) => before.get(path) !== files.get(path)) };
  }
}

/**
 * Reads what stands at the place of an output: all files, or only those that it would write if others are kept.
 * @throws OutputError for a symbolic link or a file that is not UTF-8
 */
export async function readCurrent(output: PlannedOutput, base: string): Promise<ReadonlyMap<string, string>> {
  const root = join(base, output.directory);
  if (output.others === "removed") return await readTree(root);
  const found: [string, string][] = [];
  for (const path of output.files.keys()) {
    const content = await readFile(join(root, path)).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw new OutputError("failed", path, `Cannot read "${join(root, path)}": ${String(error)}`, { cause: error });
    });
    if (content !== undefined) found.push([path, Buffer.from(content).toString("utf8")]);
  }
  return new Map(found);
}
