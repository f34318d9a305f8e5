/**
 * Compares what `generate` would write with what is there, writes nothing, and ends with code 1 when they differ.
 *
 *     node scripts/check.ts
 *     chartwright check pipelines/etl.ts --out charts --schemas values-schemas
 */
import { readdir } from "node:fs/promises";
import process from "node:process";
import { asksForHelp } from "./lib/asks-for-help.ts";
import { diffTrees } from "./lib/diff-trees.ts";
import { isMain } from "./lib/is-main.ts";
import { planOutputs } from "./lib/plan-outputs.ts";
import type { PlannedTexts } from "./lib/planned-output.ts";
import { reportFailure } from "./lib/report-failure.ts";
import { paint } from "./lib/style-output.ts";
import { readCurrent } from "./lib/write-outputs.ts";

/** What the command takes. */
export const usage = "chartwright check FILE... [--out charts] [--schemas DIRECTORY]";

const help = `Usage: ${usage}

Tells whether the charts of pipeline files are what chartwright generate would write now, prints the difference if they
are not, and ends with code 1 then. Writes nothing; takes the arguments of chartwright generate.

Example: chartwright check pipelines/etl.ts --schemas values-schemas`;

/** Says that generated files are not what would be generated now. */
export class NotCurrentError extends Error {
  readonly code = "not-current";
  /** The directories that differ. */
  readonly directories: readonly string[];

  constructor(directories: readonly string[], command: string) {
    super(`Cannot pass ${directories.join(", ")}: expected what is generated now, got other files; run "${command}"`);
    this.name = "NotCurrentError";
    this.directories = directories;
  }
}

/**
 * Prints the differences as a diff: lines with `-` stand in the files, lines with `+` would be generated.
 * @throws NotCurrentError when there are any
 */
export async function run(args: readonly string[]): Promise<void> {
  if (asksForHelp(args)) return console.log(help);
  const { outputs, repository } = await planOutputs(args, usage);
  const stale: string[] = [];
  for (const output of outputs) {
    const difference = await diffOutput(output);
    if (difference === "") continue;
    stale.push(output.directory);
    console.log(colourDiff(difference.trimEnd()));
  }
  if (repository !== undefined) stale.push(...(await findForeignCharts(outputs)));
  const command = repository === undefined ? ["chartwright generate", ...args].join(" ") : "npm run generate";
  if (stale.length > 0) throw new NotCurrentError(stale, command);
  const files = outputs.reduce((sum, output) => sum + output.files.size, 0);
  console.log(`${files} generated files are current`);
}

async function diffOutput(output: PlannedTexts): Promise<string> {
  const current = await readCurrent(output, process.cwd());
  const inDirectory = (files: ReadonlyMap<string, string>) =>
    new Map([...files].map(([path, text]) => [`${output.directory}/${path}`, text]));
  return diffTrees(inDirectory(current), inDirectory(output.files), { expected: "current", actual: "generated" });
}

/** In this repository each chart must have a source: generate never removes one. */
async function findForeignCharts(outputs: readonly PlannedTexts[]): Promise<readonly string[]> {
  const planned = new Set(outputs.map(({ directory }) => directory));
  const names = (await readdir("charts").catch(() => [] as string[])).filter((name) => !name.startsWith("."));
  const foreign = names.map((name) => `charts/${name}`).filter((directory) => !planned.has(directory));
  for (const directory of foreign) console.log(`${directory}: nothing generates it; remove it`);
  return foreign;
}

function colourDiff(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      if (/^(---|\+\+\+) /.test(line)) return paint("bold", line);
      if (line.startsWith("+")) return paint("green", line);
      return line.startsWith("-") ? paint("red", line) : line;
    })
    .join("\n");
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
