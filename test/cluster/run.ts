/**
 * Runs the tests on a cluster, which it starts unless it runs: side by side, and then one by one those that restart the
 * API server. At the end it prints what was done.
 *
 *     npm run test:cluster
 *     npm run test:cluster -- --grep "ct install" test/cluster/chart-testing.test.ts
 */
import process from "node:process";
import { createCommand, runIfMain } from "../../cli/arguments/create-command.ts";
import { readCount } from "../../cli/arguments/options.ts";
import { printTable } from "../../cli/terminal/print-table.ts";
import { drawSeed } from "../property/draw-seed.ts";
import { listTestFiles } from "./list-test-files.ts";
import { type OpenTestCluster, openTestCluster } from "./open-test-cluster.ts";
import { runFiles } from "./run-files.ts";
import { testCluster } from "./test-cluster.ts";

/** Files at once: tests wait more than they work. */
const JOBS = 4;

const command = createCommand("npm run test:cluster --", {
  description: "Runs the tests on a cluster, which it starts unless it runs.",
})
  .argument("[path...]", "files or directories below test/cluster (default: all)")
  .option("--grep <text>", "only tests whose title holds a text")
  .option("--jobs <n>", "files at once", readCount, JOBS)
  .action(run);

async function run(
  paths: readonly string[],
  { grep, jobs }: { readonly grep?: string | undefined; readonly jobs: number },
): Promise<void> {
  // One for all processes of the run.
  process.env["PROPERTY_SEED"] ??= `${drawSeed()}`;
  const { together, alone } = await listTestFiles(paths);
  const cluster = await openTestCluster((line) => console.error(`  ${line}`));
  closeWhenInterrupted(cluster);
  try {
    const { counts } = testCluster();
    let passes = 0;
    const onPass = (part: string): void => {
      passes += 1;
      counts.add(`tests: ${part}`);
    };
    const options = { grep, onPass };
    const failures =
      (await runFiles(together, { ...options, jobs })) + (await runFiles(alone, { ...options, jobs: 1 }));
    console.log(printTable(counts.list().map(([what, count]) => [what, `${count}`])));
    console.log(`\n  ${passes} passed, ${failures} failed`);
    // A title that no test has is a mistake.
    if (passes === 0 || failures > 0) process.exitCode = 1;
  } finally {
    await cluster.close();
  }
}

/** Leaves nothing behind when it is interrupted. */
function closeWhenInterrupted(cluster: OpenTestCluster): void {
  let isClosing = false;
  process.on("SIGINT", () => {
    // Mocha sends the signal a second time, when its processes have ended.
    if (isClosing) return;
    isClosing = true;
    cluster.close().finally(() => process.exit(130));
  });
}

runIfMain(import.meta, command);
