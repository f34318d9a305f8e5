/**
 * Compares evaluate with real Helm on values that are drawn at random, chart by chart.
 *
 *     npm run test:property -- --runs 2000
 *     npm run test:property -- --runs 500 --seed 42 --chart batch-job
 */
import process from "node:process";
import { library } from "../../generator/mod.ts";
import { isMain } from "../../scripts/lib/is-main.ts";
import { readArguments } from "../../scripts/lib/read-arguments.ts";
import { reportFailure } from "../../scripts/lib/report-failure.ts";
import { coverageOf } from "./coverage.ts";
import { verifyChart } from "./verify-chart.ts";

const usage = "npm run test:property -- [--runs N] [--seed S] [--chart NAME]";

/** Runs it; the exit code is 1 where something disagrees. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = readArguments({
    args,
    usage,
    options: { runs: { type: "string" }, seed: { type: "string" }, chart: { type: "string" } },
  });
  const runs = toCount(values.runs ?? "500", "--runs");
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : toCount(values.seed, "--seed");
  const charts = library.filter(({ name }) => values.chart === undefined || name === values.chart);
  if (charts.length === 0)
    throw new TypeError(
      `Cannot find the chart "${values.chart}": expected one of ${library.map(({ name }) => name).join(", ")}`,
    );
  console.log(`Seed ${seed}, ${runs} values files for each chart`);
  for (const chart of charts) {
    const start = performance.now();
    const report = await verifyChart(chart, {
      seed,
      runs,
      schemaRuns: Math.ceil(runs / 4),
      refusedRuns: Math.ceil(runs / 20),
      shrinkTime: 60_000,
      onProgress: (done) => process.stdout.write(`\r${chart.name}: ${done} of ${runs}`),
    });
    const perCase = ((performance.now() - start) / runs).toFixed(1);
    const kinds = [...report.kinds].map(([kind, count]) => `${count} ${kind}`).join(", ");
    console.log(
      `\r${chart.name}: ${report.accepted} rendered, ${report.refused} refused by guards, ${perCase} ms each`,
    );
    console.log(`  objects: ${kinds}`);
    const { drawn, all, missed } = coverageOf(chart, report.values);
    const never = missed.length === 0 ? "" : `; never: ${missed.slice(0, 8).join(", ")}`;
    console.log(`  fields drawn: ${drawn} of ${all}${never}`);
    for (const failure of report.failures) console.error(`\n${failure}`);
    if (report.failures.length > 0) process.exitCode = 1;
  }
}

function toCount(text: string, option: string): number {
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  throw new TypeError(`Cannot read ${option}: expected a whole number, got ${JSON.stringify(text)}`);
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
