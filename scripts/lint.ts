/**
 * Runs `helm lint --strict` on charts with every ci and environment file of theirs.
 *
 *     node scripts/lint.ts
 *     chartwright lint charts/etl
 */
import process from "node:process";
import { asksForHelp } from "./lib/asks-for-help.ts";
import { findHelm } from "./lib/find-helm.ts";
import { isMain } from "./lib/is-main.ts";
import { lintCharts } from "./lib/lint-charts.ts";
import { readArguments } from "./lib/read-arguments.ts";
import { readCharts } from "./lib/read-chart.ts";
import { reportFailure } from "./lib/report-failure.ts";
import { paint } from "./lib/style-output.ts";

/** What the command takes. */
export const usage = "chartwright lint [CHART]...";

const help = `Usage: ${usage}

Runs helm lint --strict on chart directories (default: all below charts/), once with each of their values files
ci/*-values.yaml and environments/*.yaml. A warning counts as a failure.

Example: chartwright lint charts/etl`;

/**
 * Lints charts and prints a line for each run.
 * @throws ChartDirectoryError, FindHelmError, HelmError, or an AggregateError of several
 */
export async function run(args: readonly string[]): Promise<void> {
  if (asksForHelp(args)) return console.log(help);
  const { positionals } = readArguments({ args, usage, options: {}, positionals: ["chart..."] });
  const charts = await readCharts(positionals);
  const count = await lintCharts(await findHelm(), charts, ({ chart, valuesFile }) => {
    console.log(`  ${paint("green", "passed")}  ${valuesFile ?? `${chart.directory} with its defaults`}`);
  });
  console.log(`${count} ${count === 1 ? "run" : "runs"} of helm lint passed`);
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
