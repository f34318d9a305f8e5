/**
 * Runs `ct lint` (chart-testing) on all charts of this repository, by ct.yaml; ct and what it calls are built once.
 *
 *     npm run ct:lint
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { ClusterError } from "./lib/cluster/cluster-error.ts";
import { findChartTesting } from "./lib/cluster/find-chart-testing.ts";
import { toolEnvironment } from "./lib/cluster/tool-environment.ts";
import { isMain } from "./lib/is-main.ts";
import { readArguments } from "./lib/read-arguments.ts";
import { reportFailure } from "./lib/report-failure.ts";
import { runProcess } from "./lib/run-process.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Lints the charts, prints what ct printed, and makes this process end with ct's code.
 * @throws ClusterError when ct cannot be built, or has passed over a chart
 */
export async function run(args: readonly string[]): Promise<void> {
  readArguments({ args, usage: "npm run ct:lint", options: {} });
  const programs = await findChartTesting((line) => console.error(`  ${line}`));
  const linted = await runProcess("ct", ["lint", "--config", "ct.yaml"], { cwd: root, env: toolEnvironment(programs) });
  process.stdout.write(linted.stdout);
  process.stderr.write(linted.stderr);
  process.exitCode = linted.code;
  // It says that all is well of no charts, too.
  const good = listLinted(linted.stdout);
  const missed = (await readdir(join(root, "charts"))).filter((chart) => !good.includes(chart));
  if (linted.code === 0 && missed.length > 0) {
    throw new ClusterError("command", `Cannot trust ct: expected that it lints all charts, it passed over ${missed}`);
  }
}

/** The directories below `charts/` of the charts that ct has linted and found good, as it printed them at its end. */
export function listLinted(printed: string): readonly string[] {
  return [...printed.matchAll(/^ ✔\S* .* => \(version: "[^"]*", path: "charts\/([^"]*)"\)$/gmu)].map(
    ([, chart = ""]) => chart,
  );
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
