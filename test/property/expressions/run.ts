/**
 * Compares random trees of expressions and manifests in real Helm and in process.
 *
 *     npm run test:trees -- --runs 10000
 *     npm run test:trees -- --runs 500 --seed 42 --stopped 0 --first
 *
 * A tree that stops the render needs processes of its own: --stopped says how many of each hundred may.
 */
import process from "node:process";
import { createCommand, runIfMain } from "../../../cli/arguments/create-command.ts";
import { readCount } from "../../../cli/arguments/options.ts";
import { drawSeed } from "../draw-seed.ts";
import { checkTrees, type Report } from "./check-trees.ts";
import type { Comparison } from "./compare-trees.ts";

const command = createCommand("npm run test:trees --", {
  description: "Compares random trees of expressions and manifests in real Helm and in process.",
})
  .option("--runs <n>", "trees", readCount, 1000)
  .option("--seed <n>", "what the trees are drawn from (default: another one each time)", readCount)
  .option("--stopped <n>", "how many of each hundred may stop the render", readCount, 10)
  .option("--first", "end at the first disagreement", false)
  .action(run);

interface Options {
  readonly runs: number;
  readonly seed?: number | undefined;
  readonly stopped: number;
  readonly first: boolean;
}

/** Runs it; the exit code is 1 where a tree does not become the same everywhere. */
async function run({ runs, seed = drawSeed(), stopped, first }: Options): Promise<void> {
  console.log(`Seed ${seed}`);
  const start = performance.now();
  const report = await checkTrees({
    runs,
    seed,
    maxStopped: stopped,
    endsAtFirst: first,
    onBatch: (done, found) => console.log(`${describe(done, found)}, ${seconds(start)} s`),
  });
  printReport(report);
  if (report.disagreements.length > 0) process.exitCode = 1;
}

function describe(done: number, { rendered, stopped, leftOut, refusals, disagreements }: Comparison): string {
  return `${done} trees: ${rendered} rendered, ${stopped} stopped (${leftOut} more left out), ${refusals.length} refused, ${disagreements.length} disagreements`;
}

function seconds(start: number): number {
  return Math.round((performance.now() - start) / 1000);
}

function printReport({ refusals, texts }: Report): void {
  const kinds = Map.groupBy(refusals, (message) => message.replaceAll(/"[^"]*"|\$\w+/g, "*"));
  for (const [message, same] of kinds) console.log(`refused ${same.length}: ${message}`);
  for (const text of texts) console.log(`\n${text}`);
}

runIfMain(import.meta, command);
