import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/** The names of the two sides of a comparison in its text. */
export interface DiffTreesOptions {
  /** Name of the expected side (default: `expected`). */
  readonly expected?: string;
  /** Name of the actual side (default: `actual`). */
  readonly actual?: string;
}

/**
 * Compares two trees of files (path to text) and prints the differences as a unified diff, files in sorted order.
 * Lines with `-` are only in the expected tree, lines with `+` only in the actual one; equal trees yield an empty text.
 */
export function diffTrees(
  expected: ReadonlyMap<string, string>,
  actual: ReadonlyMap<string, string>,
  options: DiffTreesOptions = {},
): string {
  const paths = [...new Set([...expected.keys(), ...actual.keys()])].sort();
  return paths.map((path) => diffFile(path, expected.get(path), actual.get(path), options)).join("");
}

function diffFile(
  path: string,
  before: string | undefined,
  after: string | undefined,
  names: DiffTreesOptions,
): string {
  if (before === after) return "";
  const from = before === undefined ? "/dev/null" : `${names.expected ?? "expected"}/${path}`;
  const to = after === undefined ? "/dev/null" : `${names.actual ?? "actual"}/${path}`;
  // With more changed lines than this, a shortest diff is slow and no clearer than the new text.
  const options = { context: 3, maxEditLength: 1_000, headerOptions: FILE_HEADERS_ONLY };
  const patch = createTwoFilesPatch(from, to, before ?? "", after ?? "", undefined, undefined, options);
  return patch ?? `--- ${from}\n+++ ${to}\n@@ more than 1000 lines differ @@\n`;
}
