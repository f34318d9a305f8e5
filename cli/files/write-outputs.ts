import { Buffer } from "node:buffer";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { checkOutput } from "./check-output.ts";
import { mapLimited } from "./map-limited.ts";
import { OutputError } from "./output-error.ts";
import type { PlannedOutput, PlannedTexts } from "./planned-output.ts";
import { readTree } from "./read-tree.ts";
import { writeFiles } from "./write-files.ts";
import { writeTree } from "./write-tree.ts";

/** The result of one output. */
export interface WrittenOutput {
  readonly output: PlannedOutput;
  /** Paths of the files that were added, changed or removed; none when the directory was current. */
  readonly changed: readonly string[];
}

/** How many outputs are read or written at once, because they mostly wait for the file system. */
const AT_ONCE = 8;

/**
 * Writes outputs, each whole or not at all; all of them are checked before the first byte is written.
 * @param base directory that contains all of them
 * @returns the result of each, in the order of the outputs
 * @throws OutputError when one cannot be written
 */
export async function writeOutputs(
  outputs: readonly PlannedTexts[],
  base: string = process.cwd(),
): Promise<readonly WrittenOutput[]> {
  const before = await mapLimited(outputs, AT_ONCE, async (output) => {
    await checkOutput(output, base);
    return await readCurrent(output, base);
  });
  // Files that are added to a directory come last: their directory may be one that is replaced whole.
  const [trees, rest] = [outputs.filter(isTree), outputs.filter((output) => !isTree(output))];
  await mapLimited(trees, AT_ONCE, async ({ directory, files, marker }) => {
    await writeTree(directory, files, { base, ...(marker === undefined ? {} : { marker }) });
  });
  for (const { directory, files } of rest) await writeFiles(directory, files, base);
  return outputs.map((output, i) => ({ output, changed: listChanges(before[i] ?? new Map(), output.files) }));
}

function isTree({ others }: PlannedTexts): boolean {
  return others === "removed";
}

function listChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.filter((path) => before.get(path) !== after.get(path));
}

/**
 * Reads the existing files of an output: all of them, or only those that it would write if others are kept.
 * @throws OutputError for a symbolic link or a file that is not UTF-8
 */
export async function readCurrent(output: PlannedOutput, base: string): Promise<ReadonlyMap<string, string>> {
  const root = join(base, output.directory);
  if (output.others === "removed") return await readTree(root);
  const found: [string, string][] = [];
  for (const path of output.files.keys()) {
    const content = await readFile(join(root, path)).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw new OutputError("FAILED", path, `Cannot read "${join(root, path)}": ${String(error)}`, { cause: error });
    });
    if (content !== undefined) found.push([path, Buffer.from(content).toString("utf8")]);
  }
  return new Map(found);
}
