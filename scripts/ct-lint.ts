/**
 * Runs `ct lint` (chart-testing) on all charts of this repository, by ct.yaml; ct and what it calls are built once.
 *
 *     npm run ct:lint
 */
import process from "node:process";
import { fileURLToPath } from "node:url";
import { findChartTesting } from "./lib/cluster/find-chart-testing.ts";
import { toolEnvironment } from "./lib/cluster/tool-environment.ts";
import { isMain } from "./lib/is-main.ts";
import { readArguments } from "./lib/read-arguments.ts";
import { reportFailure } from "./lib/report-failure.ts";
import { runProcess } from "./lib/run-process.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Lints the charts, prints what ct printed, and makes this process end with ct's code.
 * @throws ClusterError when ct cannot be built
 */
export async function run(args: readonly string[]): Promise<void> {
  readArguments({ args, usage: "npm run ct:lint", options: {} });
  const programs = await findChartTesting((line) => console.error(`  ${line}`));
  const linted = await runProcess("ct", ["lint", "--config", "ct.yaml"], { cwd: root, env: toolEnvironment(programs) });
  process.stdout.write(linted.stdout);
  process.stderr.write(linted.stderr);
  process.exitCode = linted.code;
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
