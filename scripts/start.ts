/**
 * Shows that all of this repository works: generates everything, lints every chart, renders every chart and example
 * with real Helm, checks every object, packages the charts, and prints the next commands.
 *
 *     npm start
 *     node scripts/start.ts
 */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createCommand, runIfMain } from "../cli/arguments/create-command.ts";
import { packageCharts } from "../cli/chart-directory/package-charts.ts";
import { readCharts } from "../cli/chart-directory/read-chart.ts";
import { describeWritten } from "../cli/commands/generate.ts";
import { writeOutputs } from "../cli/files/write-outputs.ts";
import { findHelm } from "../cli/helm/find-helm.ts";
import { lintCharts } from "../cli/helm/lint-charts.ts";
import { paint } from "../cli/terminal/style-output.ts";
import { listRenderTasks } from "./lib/list-render-tasks.ts";
import { findRepository, planRepository } from "./lib/plan-repository.ts";
import { printSummary } from "./lib/print-summary.ts";
import { renderTasks } from "./lib/render-tasks.ts";
import { startProgress } from "./lib/start-progress.ts";

// Next to the unpacked Helm, not in its directory: under Deno this program may write here, and run Helm.
const cache = join("node_modules", ".cache", "chartwright", "tmp");

const command = createCommand("node scripts/start.ts", {
  description: "Shows that all of this repository works, and prints the next commands.",
}).action(async () => {
  const start = performance.now();
  const root = findRepository();

  beginStep(1, "Generate the charts, their schemas and the values of the examples");
  const { outputs, examples } = await planRepository(root);
  for (const written of await writeOutputs(outputs, root)) {
    if (written.changed.length > 0) console.log(describeWritten(written));
  }
  console.log(`  ${outputs.reduce((sum, { files }) => sum + files.size, 0)} files in ${outputs.length} directories`);

  const helm = await findHelm();
  const directories = outputs.map(({ directory }) => directory).filter((path) => path.startsWith("charts/"));
  const charts = await readCharts(directories);
  beginStep(2, `Lint them, strictly, with Helm ${helm.version}`);
  const lintProgress = startProgress();
  const lints = await lintCharts(helm, charts, lintProgress.advance).finally(lintProgress.end);
  console.log(`  ${lints} runs without a warning`);

  beginStep(3, "Render the charts and the examples, and check every object");
  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(join(cache, "start-"));
  const rendered = await listRenderTasks(charts, examples, scratch)
    .then((tasks) => renderTasks(helm, tasks))
    .finally(() => rm(scratch, { recursive: true, force: true }));
  const objects = rendered.reduce((sum, each) => sum + each.objects.length, 0);
  console.log(`  ${rendered.length} renders, ${objects} objects without a finding`);

  beginStep(4, "Package the charts");
  const packages = await packageCharts(charts, "dist");
  console.log(`  ${packages.length} packages and an index`);

  const files = new Map(outputs.map((output) => [output.directory, output.files.size]));
  console.log(`\n${printSummary({ charts, files, examples, rendered, packages })}`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`\n${paint("green", "All good")} after ${seconds} s`);
});

function beginStep(step: number, title: string): void {
  console.log(paint("bold", `${step}. ${title}`));
}

runIfMain(import.meta, command);
