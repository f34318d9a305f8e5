/**
 * Tests the tests: makes small faults in the code and in the charts, and counts those that the tests find.
 *
 *     npm run test:mutation
 *     npm run test:mutation -- --only code --layer values --reuse
 *     npm run test:mutation -- --only charts --chart batch-job
 *
 * With --reuse, Stryker keeps what an earlier run found where neither the code nor its tests have changed since; of a
 * chart, those alone are tested that no test saw the last time.
 */
import process from "node:process";
import { printTable } from "../scripts/lib/print-table.ts";
import { ArgumentsError, readArguments } from "../scripts/lib/read-arguments.ts";
import { reportFailure } from "../scripts/lib/report-failure.ts";
import type { ChartMutant } from "./charts/list-mutants.ts";
import { type ChartScore, type RunOptions, runCharts } from "./charts/run-charts.ts";
import { layers } from "./code/layers.ts";
import { runStryker } from "./code/run-stryker.ts";
import { type LayerScore, scoreLayers, shareOf } from "./code/score.ts";
import type { CodeOptions } from "./code/stryker-options.ts";
import { installStryker } from "./install-stryker.ts";

const usage = "npm run test:mutation -- [--only code|charts] [--layer NAME] [--chart NAME] [--reuse]";

/** The least share of mutants that the tests must kill, from 0 to 1. */
const TARGETS = { code: 0.85, charts: 1 } as const;

async function run(): Promise<void> {
  const { values } = readArguments({
    usage,
    options: {
      only: { type: "string" },
      layer: { type: "string" },
      chart: { type: "string" },
      reuse: { type: "boolean" },
    },
  });
  const { only, chart, reuse = false } = values;
  const layer = layers.find((name) => name === values.layer);
  if (layer !== values.layer) {
    const wanted = `expected one of ${layers.join(", ")}, got "${values.layer}"`;
    throw new ArgumentsError("--layer", `Cannot read the option --layer: ${wanted}`, usage);
  }
  if (only !== undefined && only !== "code" && only !== "charts") {
    throw new ArgumentsError("--only", `Cannot read the option --only: expected code or charts, got "${only}"`, usage);
  }
  const isCodeGood = only === "charts" || (await testCode({ layer, reuse }));
  const areChartsGood = only === "code" || (await testCharts({ chart, reuse }));
  if (!isCodeGood || !areChartsGood) process.exitCode = 1;
}

async function testCode(which: CodeOptions): Promise<boolean> {
  installStryker();
  const { rows, total } = scoreLayers(await runStryker(which));
  const header = ["Mutants of generator/", "killed", "in vain", "survived", "never run", "broken", "score"];
  const tested = rows.filter(({ killed, survived }) => killed + survived > 0);
  const table = [header, ...[...tested, total].map(cellsOf)];
  console.log(`\n${printTable(table, { align: ["left", "right", "right", "right", "right", "right", "right"] })}\n`);
  return tellTarget("the code", shareOf(total), TARGETS.code);
}

function cellsOf(score: LayerScore): readonly string[] {
  const { layer, killed, timedOut, survived, uncovered, broken } = score;
  const counts = [killed - timedOut, timedOut, survived - uncovered, uncovered, broken];
  return [layer, ...counts.map(String), percent(shareOf(score))];
}

async function testCharts(which: Pick<RunOptions, "chart" | "reuse">): Promise<boolean> {
  const tell = (done: number, all: number, name: string): void => {
    if (done % 50 === 0 || done === all) console.log(`  ${name}: ${done} of ${all} mutants`);
  };
  const tellSurvivor = ({ path, line, title }: ChartMutant, name: string): void =>
    console.log(`  charts/${name}/${path}:${line}: ${title}, and no test sees it`);
  const scores = await runCharts({ ...which, tell, tellSurvivor });
  if (scores.length === 0) {
    throw new ArgumentsError("--chart", `Cannot test the chart ${which.chart}: there is no such chart`, usage);
  }
  const table = [["Mutants of charts/", "killed", "survived", "no change", "score"], ...scores.map(chartCells)];
  console.log(`\n${printTable(table, { align: ["left", "right", "right", "right", "right"] })}\n`);
  const all = scores.reduce((sum, { mutants }) => sum + mutants, 0);
  const survived = scores.reduce((sum, { survivors }) => sum + survivors.length, 0);
  return tellTarget("the charts", all === 0 ? 1 : (all - survived) / all, TARGETS.charts);
}

function chartCells({ chart, mutants, equivalent, survivors }: ChartScore): readonly string[] {
  const killed = mutants - survivors.length;
  return [chart, ...[killed, survivors.length, equivalent].map(String), percent(mutants === 0 ? 1 : killed / mutants)];
}

function tellTarget(what: string, share: number, target: number): boolean {
  const isGood = share >= target;
  console.log(`The tests kill ${percent(share)} of the mutants of ${what}; at least ${percent(target)} are wanted.`);
  return isGood;
}

// Never more than there is: 99.96 % is not all.
function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}

run().catch(reportFailure);
