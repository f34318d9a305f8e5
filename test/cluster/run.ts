/**
 * Runs the tests on a cluster, which it brings up unless it is: side by side, and then one by one those that restart the
 * API server. At the end stands what was done.
 *
 *     npm run test:cluster
 *     npm run test:cluster -- --grep "ct install" test/cluster/chart-testing.test.ts
 */
import process from "node:process";
import { printTable } from "../../scripts/lib/print-table.ts";
import { readArguments } from "../../scripts/lib/read-arguments.ts";
import { readCount } from "../../scripts/lib/read-count.ts";
import { reportFailure } from "../../scripts/lib/report-failure.ts";
import { drawSeed } from "../property/draw-seed.ts";
import { listTestFiles } from "./list-test-files.ts";
import { type OpenTestCluster, openTestCluster } from "./open-test-cluster.ts";
import { runFiles } from "./run-files.ts";
import { testCluster } from "./test-cluster.ts";

const usage = "npm run test:cluster -- [--grep TEXT] [--jobs N] [FILE or DIRECTORY]...";

/** Files at once: tests wait more than they work. */
const JOBS = "4";

async function run(): Promise<void> {
  const { values, positionals } = readArguments({
    usage,
    options: { grep: { type: "string" }, jobs: { type: "string" } },
    positionals: ["file..."],
  });
  const jobs = readCount(values.jobs ?? JOBS, "--jobs");
  // One for all processes of the run.
  process.env["PROPERTY_SEED"] ??= `${drawSeed()}`;
  const { together, alone } = await listTestFiles(positionals);
  const cluster = await openTestCluster((line) => console.error(`  ${line}`));
  closeWhenInterrupted(cluster);
  try {
    const { counts } = testCluster();
    let passes = 0;
    const onPass = (part: string): void => {
      passes += 1;
      counts.add(`tests: ${part}`);
    };
    const options = { grep: values.grep, onPass };
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

run().catch(reportFailure);
