/**
 * Compares what the generator of another commit renders with what this checkout's does, on values that are drawn at
 * random, most of them near to what a guard refuses.
 *
 *     npm run test:against -- --base main
 *     npm run test:against -- --base HEAD~3 --runs 500 --seed 42 --chart batch-job --helm
 */
import process from "node:process";
import { createCommand, runIfMain } from "../../cli/arguments/create-command.ts";
import { readCount, readWord } from "../../cli/arguments/options.ts";
import { printTable } from "../../cli/terminal/print-table.ts";
import { drawSeed } from "../property/draw-seed.ts";
import { type CompareReport, compareGenerators } from "./compare-generators.ts";
import { createTrialSource, sourceNames } from "./draw-trials.ts";
import { expectedDifferences } from "./expected-differences.ts";
import { compareUpgrades } from "./helm/compare-upgrades.ts";
import { compareWithHelm } from "./helm/compare-with-helm.ts";
import { openBase } from "./open-base.ts";
import { printFinding } from "./print-finding.ts";
import * as side from "./side.ts";
import { createTrialRenderer, type Trial, type TrialRenderer } from "./trial.ts";

const command = createCommand("npm run test:against --", {
  description: "Compares what the generator of another commit renders with what this one does.",
  example: "npm run test:against -- --base main --runs 500 --chart batch-job",
})
  .option("--base <ref>", "the commit to compare with", readWord)
  .option("--base-dir <path>", "a checkout of it, in place of one that is made", readWord)
  .option("--runs <n>", "cases of each", readCount, 2000)
  .option("--seed <n>", "what the cases are drawn from (default: another one each time)", readCount)
  .option("--chart <name>", "one chart", readWord)
  .option("--helm", "render them with both Helms too, and a quarter of those that are refused", false)
  .action(run);

interface Options {
  readonly base?: string | undefined;
  readonly baseDir?: string | undefined;
  readonly runs: number;
  readonly seed?: number | undefined;
  readonly chart?: string | undefined;
  readonly helm: boolean;
}

/** Runs it; the exit code is 1 where something differs, or where a known refusal occurred too rarely. */
async function run({ base: ref, baseDir: directory, runs, seed = drawSeed(), chart, helm }: Options): Promise<void> {
  if ((ref === undefined) === (directory === undefined)) {
    throw new TypeError(`Cannot start: expected --base or --base-dir, got ${ref === undefined ? "none" : "both"}`);
  }
  const chosen = sourceNames.filter((name) => chart === undefined || name === chart);
  if (chosen.length === 0) {
    throw new TypeError(`Cannot read --chart: expected one of ${sourceNames.join(", ")}, got "${chart}"`);
  }
  const base = await openBase(directory === undefined ? { ref: ref ?? "" } : { directory });
  console.log(`Seed ${seed}, ${runs} cases of each, against ${ref ?? directory}`);
  try {
    const renderers = { base: await createTrialRenderer(base.side), current: await createTrialRenderer(side) };
    for (const name of chosen) await compareAndReport(name, { ...renderers, runs, seed, helm });
  } finally {
    await base.close();
  }
}

interface Settings {
  readonly base: TrialRenderer;
  readonly current: TrialRenderer;
  readonly runs: number;
  readonly seed: number;
  readonly helm: boolean;
}

const MOST_TOLD = 5;

async function compareAndReport(name: string, settings: Settings): Promise<void> {
  const { base, current, runs, seed, helm } = settings;
  const start = performance.now();
  const source = createTrialSource(name, current.examples);
  const trials: Trial[] = [...source.fixed];
  const unchecked: Trial[] = [];
  const report = compareGenerators(source, {
    base,
    current,
    seed,
    runs,
    expected: expectedDifferences,
    leastOfEach: Math.min(20, Math.ceil(runs / 100)),
    onProgress: (done) => process.stderr.write(`\r${name}: ${done} of ${runs}`),
    onTrials: (more) => trials.push(...more),
    onUnchecked: (trial) => unchecked.push(trial),
  });
  process.stderr.write("\r");
  printReport(name, report, (performance.now() - start) / 1000);
  const failures = report.findings.map((finding) => printFinding(name, finding));
  failures.push(...(await reportHelm(name, { trials: helm ? trials : [], unchecked }, settings)));
  for (const failure of failures) console.error(`\n${failure}`);
  if (failures.length + report.missed.length > 0) process.exitCode = 1;
}

function printReport(name: string, { trials, counts, shapes, missed, expected }: CompareReport, seconds: number): void {
  console.log(
    `${name}: ${trials} compared in ${seconds.toFixed(1)} s; base: ${counts.objects} rendered, ${counts.refusal} refused, ` +
      `${counts.crash} crashed; ${counts.unchecked} refused by the schema and rendered without it`,
  );
  const rows = [...shapes].sort((a, b) => b[1] - a[1]).map(([shape, count]) => [String(count), shape]);
  console.log(printTable(rows, { align: ["right"] }));
  for (const [{ reason }, count] of expected) console.log(`  expected in ${count}: ${reason}`);
  for (const shape of missed) console.error(`  refused too rarely, draw more of it: ${shape}`);
}

interface HelmTrials {
  readonly trials: readonly Trial[];
  /** Those that the schema refuses and of which the two kinds of evaluate() say different things. */
  readonly unchecked: readonly Trial[];
}

async function reportHelm(
  name: string,
  { trials, unchecked }: HelmTrials,
  { base, current, runs }: Settings,
): Promise<readonly string[]> {
  if (trials.length + unchecked.length === 0) return [];
  const start = performance.now();
  const { rendered, refused, findings } = await compareWithHelm(trials, {
    base,
    current,
    expected: expectedDifferences,
    mostRendered: runs,
    mostRefused: Math.ceil(runs / 4),
    alone: unchecked,
  });
  const upgraded =
    trials.length > 0 ? await compareUpgrades(name, { base, current }) : { upgrades: 0, refused: 0, findings: [] };
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (upgraded.upgrades > 0) console.log(`  both Helms: ${upgraded.upgrades} upgrades, ${upgraded.refused} refused`);
  if (unchecked.length > 0) {
    console.log(
      `  both Helms: ${unchecked.length} that the schema refuses, of which evaluate() alone says something else`,
    );
  }
  console.log(`  both Helms: ${rendered} rendered, ${refused} refused, ${findings.length} differ, in ${seconds} s`);
  return [...findings, ...upgraded.findings]
    .slice(0, MOST_TOLD)
    .map((finding) => printFinding(`${name}, with Helm,`, finding));
}

runIfMain(import.meta, command);
