/**
 * Compares random trees of expressions and manifests in real Helm and in process.
 *
 *     npm run test:trees -- --runs 10000
 *     npm run test:trees -- --runs 500 --seed 42 --stopped 0 --first
 *
 * A tree that stops the render needs processes of its own: --stopped says how many of each hundred may.
 */
import process from "node:process";
import { isMain } from "../../../scripts/lib/is-main.ts";
import { readArguments } from "../../../scripts/lib/read-arguments.ts";
import { readCount } from "../../../scripts/lib/read-count.ts";
import { reportFailure } from "../../../scripts/lib/report-failure.ts";
import { drawSeed } from "../draw-seed.ts";
import { checkTrees, type Report } from "./check-trees.ts";
import type { Comparison } from "./compare-trees.ts";

const usage = "npm run test:trees -- [--runs N] [--seed S] [--stopped N] [--first]";

/** Runs it; the exit code is 1 where a tree does not become the same everywhere. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = readArguments({
    args,
    usage,
    options: {
      runs: { type: "string" },
      seed: { type: "string" },
      stopped: { type: "string" },
      first: { type: "boolean" },
    },
  });
  const seed = values.seed === undefined ? drawSeed() : readCount(values.seed, "--seed");
  console.log(`Seed ${seed}`);
  const start = performance.now();
  const report = await checkTrees({
    runs: readCount(values.runs ?? "1000", "--runs"),
    seed,
    maxStopped: readCount(values.stopped ?? "10", "--stopped"),
    endsAtFirst: values.first ?? false,
    onBatch: (done, found) => console.log(`${describe(done, found)}, ${seconds(start)} s`),
  });
  tell(report);
  if (report.disagreements.length > 0) process.exitCode = 1;
}

function describe(done: number, { rendered, stopped, leftOut, refusals, disagreements }: Comparison): string {
  return `${done} trees: ${rendered} rendered, ${stopped} stopped (${leftOut} more left out), ${refusals.length} refused, ${disagreements.length} disagreements`;
}

function seconds(start: number): number {
  return Math.round((performance.now() - start) / 1000);
}

function tell({ refusals, texts }: Report): void {
  const kinds = Map.groupBy(refusals, (message) => message.replaceAll(/"[^"]*"|\$\w+/g, "*"));
  for (const [message, same] of kinds) console.log(`refused ${same.length}: ${message}`);
  for (const text of texts) console.log(`\n${text}`);
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
