/** Prints one difference: on a line where it fits, else as a diff of lines. */
import { structuredPatch } from "diff";
import { stringify } from "yaml";
import type { Difference } from "./compare-trees.ts";
import type { Mark, Paint } from "./paint.ts";
import { shorten, shortenPair } from "./shorten.ts";

/** The widest line that holds both sides of a change. */
const WIDEST = 110;
/** The longest list or map, as JSON, that is printed on one line. */
const LONGEST_JSON = 60;
/** How many changed lines are compared at most: a larger shortest diff is slow and does not help. */
const MOST_EDITS = 1_000;

/**
 * The lines of a difference, without an indent: `~ store.replicas: 2 -> 3`. Texts have JSON's quotes, so that "3" is
 * not 3. Texts of several lines, and lists and maps that are long, follow as a diff of their lines in YAML.
 */
export function printDifference({ path, from, to }: Difference, paint: Paint): readonly string[] {
  const mark: Mark = from === undefined ? "+" : to === undefined ? "-" : "~";
  const start = `${paint(mark, mark)} ${path}:`;
  if (!isShort(from) || !isShort(to)) return [start, ...diffLines(printBlock(from), printBlock(to), paint)];
  if (from === undefined || to === undefined) return [`${start} ${printInline(from ?? to)}`];
  const [before, after] = printPair(from, to);
  const isWide = `~ ${path}: ${before} -> ${after}`.length > WIDEST;
  if (isWide) return [start, ...diffLines([before], [after], paint)];
  return [`${start} ${before} -> ${after}`];
}

function isShort(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\n");
  if (typeof value !== "object") return true;
  const json = printJson(value);
  // A script in a list: its lines are easier to read than escaped line breaks.
  return json.length <= LONGEST_JSON && !json.includes("\\n");
}

function printInline(value: unknown): string {
  return typeof value === "string" ? printJson(shorten(value)) : printJson(value);
}

function printPair(from: unknown, to: unknown): readonly [from: string, to: string] {
  if (typeof from !== "string" || typeof to !== "string") return [printInline(from), printInline(to)];
  const [before, after] = shortenPair(from, to);
  return [printJson(before), printJson(after)];
}

// Line breaks in texts are escaped: the remaining ones are between items.
function printJson(value: unknown): string {
  return (JSON.stringify(value, null, 1) ?? "").replace(/\n */g, " ");
}

/** The lines of a value in YAML; none where there is no value. */
function printBlock(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return stringify(value, { lineWidth: 0, sortMapEntries: true }).trimEnd().split("\n");
}

/** The lines that differ, each with its mark, and a few that do not. */
function diffLines(from: readonly string[], to: readonly string[], paint: Paint): readonly string[] {
  const [before, after] = [from, to].map((lines) => lines.map((line) => `${line}\n`).join(""));
  const options = { context: 2, maxEditLength: MOST_EDITS };
  const patch = structuredPatch("", "", before ?? "", after ?? "", undefined, undefined, options);
  if (patch === undefined) return [`    more than ${MOST_EDITS} lines differ`];
  return patch.hunks.flatMap(({ lines }, index) => [
    ...(index === 0 ? [] : [`    ${paint("quiet", "...")}`]),
    ...lines.map((line) => `    ${paintLine(line, paint)}`),
  ]);
}

function paintLine(line: string, paint: Paint): string {
  const [sign, text] = [line.slice(0, 1), line.slice(1)];
  const whole = `${sign} ${text}`.trimEnd();
  return sign === "+" || sign === "-" ? paint(sign, whole) : paint("quiet", whole);
}
