import process from "node:process";
import { diffTrees } from "../files/diff-trees.ts";
import type { PlannedTexts } from "../files/planned-output.ts";
import { readCurrent } from "../files/write-outputs.ts";
import { planPipelines } from "../pipeline-file/plan-pipelines.ts";
import { paint } from "../terminal/style-output.ts";
import { createOutputsCommand } from "./outputs-command.ts";

/** Generated files differ from what would be generated now. */
export class NotCurrentError extends Error {
  readonly code = "NOT_CURRENT";
  /** The directories that differ. */
  readonly directories: readonly string[];

  constructor(directories: readonly string[], command: string) {
    super(`${directories.join(", ")}: out of date; run "${command}"`);
    this.name = "NotCurrentError";
    this.directories = directories;
  }
}

/** `chartwright check FILE...`: checks whether the charts of pipeline files are current. */
export function checkCommand() {
  return createOutputsCommand("chartwright check", {
    description:
      "Compares the charts of pipeline files with what chartwright generate would write now, and prints the difference. Writes nothing, and ends with code 1 when they differ.",
    example: "chartwright check pipelines/etl.ts --schemas values-schemas",
  }).action(async (files, { output, schemas }) => {
    const outputs = await planPipelines(files, { out: output, schemas });
    const stale = await listStale(outputs);
    const places = [
      ...(output === "charts" ? [] : ["--output", output]),
      ...(schemas === undefined ? [] : ["--schemas", schemas]),
    ];
    if (stale.length > 0) throw new NotCurrentError(stale, ["chartwright generate", ...files, ...places].join(" "));
    reportCurrent(outputs);
  });
}

/**
 * Lists the directories that differ from what would be generated, and prints the differences: lines with `-` are in the
 * files, lines with `+` would be generated.
 */
export async function listStale(outputs: readonly PlannedTexts[]): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const output of outputs) {
    const difference = await diffOutput(output);
    if (difference === "") continue;
    stale.push(output.directory);
    console.log(colourDiff(difference.trimEnd()));
  }
  return stale;
}

/** Reports that all files of outputs are current. */
export function reportCurrent(outputs: readonly PlannedTexts[]): void {
  const files = outputs.reduce((sum, output) => sum + output.files.size, 0);
  console.log(`${files} generated files are current`);
}

async function diffOutput(output: PlannedTexts): Promise<string> {
  const current = await readCurrent(output, process.cwd());
  const inDirectory = (files: ReadonlyMap<string, string>) =>
    new Map([...files].map(([path, text]) => [`${output.directory}/${path}`, text]));
  return diffTrees(inDirectory(current), inDirectory(output.files), { expected: "current", actual: "generated" });
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
