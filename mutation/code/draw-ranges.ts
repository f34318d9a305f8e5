/** A random share of the declarations in some files: for a run that cannot wait for all mutants. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Lines of a file, from 1, both included. */
export interface Lines {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/** The lines of each declaration: from one that starts a statement, outside of all braces, to the next such line. */
export function listDeclarations(path: string, text: string): readonly Lines[] {
  const lines = text.split("\n");
  const starts = lines.flatMap((line, i) => (/^[A-Za-z]/.test(line) ? [i + 1] : []));
  return starts.map((first, i) => ({ path, first, last: (starts[i + 1] ?? lines.length + 1) - 1 }));
}

/**
 * Draws a share of the declarations below a directory, as Stryker names what it mutates.
 * @param patterns of the files, as in glob
 * @param share from 0 to 1
 */
export function drawRanges(
  directory: string,
  patterns: readonly string[],
  share: number,
  random: () => number,
): readonly string[] {
  const paths = globSync([...patterns], { cwd: directory }).sort();
  return paths
    .flatMap((path) => listDeclarations(path, readFileSync(join(directory, path), "utf8")))
    .filter(() => random() < share)
    .map(({ path, first, last }) => `${path}:${first}-${last}`);
}
