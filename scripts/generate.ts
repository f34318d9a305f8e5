/**
 * Writes Helm charts from TypeScript: of pipeline files, or of everything that is generated in this repository.
 * All is computed and checked before the first byte is written; other charts are left alone.
 *
 *     node scripts/generate.ts
 *     chartwright generate pipelines/etl.ts --out charts --schemas values-schemas
 */
import process from "node:process";
import { asksForHelp } from "./lib/asks-for-help.ts";
import { isMain } from "./lib/is-main.ts";
import { planOutputs } from "./lib/plan-outputs.ts";
import { reportFailure } from "./lib/report-failure.ts";
import { paint } from "./lib/style-output.ts";
import { type WrittenOutput, writeOutputs } from "./lib/write-outputs.ts";

/** What the command takes. */
export const usage = "chartwright generate FILE... [--out charts] [--schemas DIRECTORY]";

const help = `Usage: ${usage}

Writes the Helm chart of each pipeline to charts/<name>. FILE is a TypeScript or JavaScript file whose default export is
a pipeline from definePipeline({...}). Its types are checked first; nothing is written when anything is wrong.

  --out DIRECTORY      where the charts go, below the working directory (default: charts)
  --schemas DIRECTORY  also write the values' JSON Schemas, for editors, one for each version

Example: chartwright generate pipelines/etl.ts --schemas values-schemas`;

/** Writes the charts, and says on the output what changed. */
export async function run(args: readonly string[]): Promise<void> {
  if (asksForHelp(args)) return console.log(help);
  const { outputs } = await planOutputs(args, usage);
  let written = 0;
  for (const each of await writeOutputs(outputs)) {
    if (each.changed.length > 0) written += 1;
    console.log(describeWritten(each));
  }
  const total = `${outputs.length} ${outputs.length === 1 ? "directory" : "directories"}`;
  console.log(written === 0 ? `${total}, all current: nothing written` : `${total}, ${written} written`);
}

/** Says in a line what became of an output. */
export function describeWritten({ output, changed }: WrittenOutput): string {
  const name = output.directory.padEnd(36);
  if (changed.length === 0) return `  ${name} ${paint("dim", "current")}`;
  const shown = changed.slice(0, 3).join(", ");
  const files = changed.length > 3 ? `${shown} and ${changed.length - 3} more` : shown;
  return `  ${name} ${paint("green", "written")}  ${files}`;
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
