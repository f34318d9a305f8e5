import { readdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";

/** The files of a run. */
export interface TestFiles {
  /** Those that run side by side, the longest first: then none of them is the last by much. */
  readonly together: readonly string[];
  /** Those that run one by one afterwards. */
  readonly alone: readonly string[];
}

/** They restart the API server: no other test may run meanwhile. */
const alone = /api-server\.test\.ts$/;

/** The longest ones, the longest of all first, below this directory. */
const longest: readonly string[] = [
  "chart-testing.test.ts",
  "upgrades/versions.test.ts",
  "pipelines/gates-order.test.ts",
  "examples.test.ts",
  "pipelines/upgrades.test.ts",
  "acceptance.test.ts",
  "upgrades/previous-version.test.ts",
  "pipelines/gates-services.test.ts",
  "faults/faults.test.ts",
  "upgrades/immutable-fields.test.ts",
  "pipelines/hooks.test.ts",
  "scenarios/etl.test.ts",
];

/**
 * Lists the files of the tests.
 * @param chosen paths of files or directories that are wanted (default: all)
 */
export async function listTestFiles(chosen: readonly string[]): Promise<TestFiles> {
  const wanted = chosen.map((path) => resolve(path));
  const names = (await readdir(import.meta.dirname, { recursive: true })).sort();
  const files = names
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join(import.meta.dirname, name))
    .filter((file) => wanted.length === 0 || wanted.some((path) => isIn(file, path)));
  const rank = (file: string): number => {
    const found = longest.indexOf(relative(import.meta.dirname, file));
    return found < 0 ? longest.length : found;
  };
  return {
    together: files.filter((file) => !alone.test(file)).sort((one, other) => rank(one) - rank(other)),
    alone: files.filter((file) => alone.test(file)),
  };
}

function isIn(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}
