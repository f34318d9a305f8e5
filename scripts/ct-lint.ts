/**
 * Runs `ct lint` (chart-testing) on all charts of this repository, by ct.yaml; ct and what it calls are built once.
 *
 *     npm run ct:lint
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { createCommand, runIfMain } from "../cli/arguments/create-command.ts";
import { runProcess } from "../cli/helm/run-process.ts";
import { ClusterError } from "../cluster/cluster-error.ts";
import { findChartTesting } from "../cluster/tools/find-chart-testing.ts";
import { toolEnvironment } from "../cluster/tools/tool-environment.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

const command = createCommand("npm run ct:lint", {
  description: "Runs ct lint (chart-testing) on all charts of this repository, and ends with its code.",
}).action(async () => {
  const programs = await findChartTesting((line) => console.error(`  ${line}`));
  const linted = await runProcess("ct", ["lint", "--config", "ct.yaml"], { cwd: root, env: toolEnvironment(programs) });
  process.stdout.write(linted.stdout);
  process.stderr.write(linted.stderr);
  process.exitCode = linted.code;
  // It also succeeds if it finds no charts.
  const good = listLinted(linted.stdout);
  const missed = (await readdir(join(root, "charts"))).filter((chart) => !good.includes(chart));
  if (linted.code === 0 && missed.length > 0) {
    throw new ClusterError("COMMAND", `Cannot trust ct: expected that it lints all charts, it passed over ${missed}`);
  }
});

/** The directories below `charts/` of the charts that ct has linted without a finding, from the end of its output. */
export function listLinted(printed: string): readonly string[] {
  return [...printed.matchAll(/^ ✔\S* .* => \(version: "[^"]*", path: "charts\/([^"]*)"\)$/gmu)].map(
    ([, chart = ""]) => chart,
  );
}

runIfMain(import.meta, command);
