/**
 * Prints how two environments of a pipeline differ: in their values, and in the objects that Helm would make of them.
 *
 *     node scripts/diff.ts --from staging --to prod
 *     chartwright diff pipelines/etl.ts --from staging --to prod
 */
import process from "node:process";
import { compareEnvironments, type EnvironmentsComparison } from "../generator/diff/compare-environments.ts";
import type { TextRole } from "../generator/diff/paint.ts";
import { printComparison } from "../generator/diff/print-comparison.ts";
import type { Pipeline } from "../generator/mod.ts";
import { asksForHelp } from "./lib/asks-for-help.ts";
import { chooseOption } from "./lib/choose-option.ts";
import { findPipeline } from "./lib/find-pipeline.ts";
import { isMain } from "./lib/is-main.ts";
import { ArgumentsError, readArguments } from "./lib/read-arguments.ts";
import { reportFailure } from "./lib/report-failure.ts";
import { paint } from "./lib/style-output.ts";

/** What the command takes. */
export const usage =
  "chartwright diff [FILE] [--from NAME] --to NAME [--release NAME] [--namespace NAME] [--output FORMAT] [--exit-code]";

const help = `Usage: ${usage}

Prints how two environments of a pipeline differ, in their values and in the objects that Helm would make of them. FILE
is what chartwright generate takes; without it, it is the one file in pipelines/.

  --from NAME       an environment (default: base, the pipeline without one)
  --to NAME         the environment to compare it with
  --release NAME    the release that both are rendered for (default: the pipeline's name)
  --namespace NAME  its namespace (default: default)
  --output FORMAT   text (the default) or json
  --exit-code       ends with code 1 when they differ

Example: chartwright diff pipelines/etl.ts --from staging --to prod`;

/** The pipeline without an environment, unless it has one of that name. */
const BASE = "base";

const formats = ["text", "json"] as const;

const styles = {
  "+": "green",
  "-": "red",
  "~": "yellow",
  heading: "bold",
  quiet: "dim",
} as const satisfies Readonly<Record<TextRole, string>>;

/**
 * Prints the differences as text or JSON; the process ends with code 1 when there are any and that was asked for.
 * @throws ArgumentsError, EnvironmentError, and whatever keeps a pipeline from being read
 */
export async function run(args: readonly string[]): Promise<void> {
  if (asksForHelp(args)) return console.log(help);
  const { values, positionals } = readArguments({
    args,
    usage,
    options: {
      from: { type: "string" },
      to: { type: "string" },
      release: { type: "string" },
      namespace: { type: "string" },
      output: { type: "string" },
      "exit-code": { type: "boolean" },
    },
    positionals: ["file"],
    required: 0,
  });
  const { from = BASE, to, output = "text" } = values;
  if (to === undefined) throw new ArgumentsError("to", "Cannot start: expected the option --to, got none", usage);
  const format = chooseOption(output, { doing: "Cannot start", option: "--output", known: formats, usage });
  const pipeline = await findPipeline(positionals[0], usage);
  const release = { name: values.release ?? pipeline.name, namespace: values.namespace ?? "default" };
  const sides = { from: findEnvironment(pipeline, "--from", from), to: findEnvironment(pipeline, "--to", to) };
  const comparison = compareEnvironments(pipeline, { ...sides, release });
  if (format === "json") console.log(JSON.stringify({ pipeline: pipeline.name, from, to, ...comparison }, null, 2));
  else process.stdout.write(printComparison(comparison, { from, to, namespace: release.namespace, paint: paintRole }));
  if (values["exit-code"] === true && isDifferent(comparison)) process.exitCode = 1;
}

/** The name of an environment as the pipeline knows it; undefined is the pipeline without one. */
function findEnvironment(pipeline: Pipeline, option: string, name: string): string | undefined {
  const doing = `Cannot compare environments of pipeline "${pipeline.name}"`;
  const known = [BASE, ...pipeline.environments.keys()];
  const chosen = chooseOption(name, { doing, option, known, usage });
  return pipeline.environments.has(chosen) ? chosen : undefined;
}

function paintRole(role: TextRole, text: string): string {
  return paint(styles[role], text);
}

function isDifferent({ values, objects }: EnvironmentsComparison): boolean {
  return values.length + objects.changed.length > 0;
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
