import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Copies a chart into a directory and changes nothing but its version in `Chart.yaml`.
 * @returns path of the copy
 */
export async function placeVersion(chart: string, version: string, directory: string): Promise<string> {
  const copy = join(directory, version);
  await cp(chart, copy, { recursive: true });
  const file = join(copy, "Chart.yaml");
  const text = await readFile(file, "utf8");
  const changed = text.replace(/^version: .*$/m, `version: ${version}`);
  if (changed === text) throw new Error(`Cannot change the version in "${file}": it has another form, or is the same`);
  await writeFile(file, changed);
  return copy;
}
