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
  "upgrades/versions.test.ts",
  "upgrades/previous-version.test.ts",
  "chart-testing.test.ts",
  "examples.test.ts",
  "acceptance.test.ts",
  "upgrades/immutable-fields.test.ts",
  "pipelines/gates-order.test.ts",
  "pipelines/upgrades.test.ts",
  "faults/faults.test.ts",
  "scenarios/etl.test.ts",
  "pipelines/gates-services.test.ts",
  "pipelines/hooks.test.ts",
  "pipelines/in-pod.test.ts",
  "pipelines/gates-rights.test.ts",
  "pipelines/gates-failure.test.ts",
];

const directory = import.meta.dirname;

/**
 * Lists the files of the tests.
 * @param chosen paths of files or directories that are wanted; none means all
 * @throws Error for a path without tests
 */
export async function listTestFiles(chosen: readonly string[]): Promise<TestFiles> {
  const names = (await readdir(directory, { recursive: true })).sort();
  const all = names.filter((name) => name.endsWith(".test.ts")).map((name) => join(directory, name));
  // Two of the paths may lead to one file.
  const files = chosen.length === 0 ? all : [...new Set(chosen.flatMap((path) => listBelow(path, all)))];
  return {
    together: files.filter((file) => !alone.test(file)).sort((one, other) => rankOf(one) - rankOf(other)),
    alone: files.filter((file) => alone.test(file)),
  };
}

function listBelow(path: string, all: readonly string[]): readonly string[] {
  const wanted = resolve(path);
  const found = all.filter((file) => file === wanted || file.startsWith(`${wanted}/`));
  if (found.length === 0)
    throw new Error(`Cannot find tests of a cluster in "${path}": expected a path below ${directory}`);
  return found;
}

function rankOf(file: string): number {
  const rank = longest.indexOf(relative(directory, file));
  return rank < 0 ? longest.length : rank;
}
