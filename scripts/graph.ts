/**
 * Draws a pipeline: its stages by kind, its volumes, what waits for what, and the schedules, in one of its environments.
 *
 *     node scripts/graph.ts --format svg --output docs/reference-pipeline.svg
 *     chartwright graph pipelines/etl.ts --environment prod
 */
import { extname } from "node:path";
import process from "node:process";
import { asksForHelp } from "./lib/asks-for-help.ts";
import { chooseOption } from "./lib/choose-option.ts";
import { findPipeline } from "./lib/find-pipeline.ts";
import { isMain } from "./lib/is-main.ts";
import { type GraphFormat, graphFormats, printGraph } from "./lib/print-graph.ts";
import { readArguments } from "./lib/read-arguments.ts";
import { reportFailure } from "./lib/report-failure.ts";
import { paint } from "./lib/style-output.ts";
import { writeFile } from "./lib/write-file.ts";

/** What the command takes. */
export const usage = "chartwright graph [FILE] [--environment NAME] [--format FORMAT] [--output FILE]";

const help = `Usage: ${usage}

Draws a pipeline: its stages by kind, its volumes, what waits for what, and the schedules. FILE is what chartwright
generate takes; without it, it is the one file in pipelines/.

  --environment NAME  draws what is installed in an environment
  --format FORMAT     text, mermaid (for Markdown) or svg (default: what the name of the output says, else text)
  --output FILE       writes a file below the working directory instead of printing

Example: chartwright graph pipelines/etl.ts --environment prod --output docs/etl.svg`;

const extensions: ReadonlyMap<string, GraphFormat> = new Map([
  [".svg", "svg"],
  [".mmd", "mermaid"],
]);

/**
 * Prints the picture, or writes it.
 * @throws ArgumentsError, OutputError, and whatever keeps a pipeline from being read
 */
export async function run(args: readonly string[]): Promise<void> {
  if (asksForHelp(args)) return console.log(help);
  const { values, positionals } = readArguments({
    args,
    usage,
    options: { environment: { type: "string" }, format: { type: "string" }, output: { type: "string" } },
    positionals: ["file"],
    required: 0,
  });
  const { environment, output } = values;
  const wanted = values.format ?? extensions.get(extname(output ?? "")) ?? "text";
  const format = chooseOption(wanted, { doing: "Cannot start", option: "--format", known: graphFormats, usage });
  const pipeline = await findPipeline(positionals[0], usage);
  if (environment !== undefined) {
    const doing = `Cannot draw pipeline "${pipeline.name}"`;
    chooseOption(environment, { doing, option: "--environment", known: [...pipeline.environments.keys()], usage });
  }
  const text = await printGraph(pipeline, format, { environment });
  if (output === undefined) return void process.stdout.write(text);
  const changed = await writeFile(output, text);
  console.log(`  ${output.padEnd(36)} ${changed ? paint("green", "written") : paint("dim", "current")}`);
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
