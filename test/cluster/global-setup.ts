import { relative } from "node:path";
import type { Context, RootHookObject } from "mocha";
import { printTable } from "../../scripts/lib/print-table.ts";
import { openTestCluster, type TestCluster } from "./test-cluster.ts";

let opened: TestCluster | undefined;

/** What mocha does before the first test: it brings the cluster up, for all of them. */
export async function mochaGlobalSetup(): Promise<void> {
  opened = await openTestCluster((line) => console.error(`  ${line}`));
}

/** What mocha does beside each test: it counts those that pass, by their directory or file. */
export const mochaHooks: RootHookObject = {
  afterEach(this: Context) {
    const { file = "", state } = this.currentTest ?? {};
    const [part = ""] = relative(import.meta.dirname, file).split(/[/.]/);
    if (state === "passed") testCluster().counts.add(`tests: ${part}`);
  },
};

/** What mocha does after the last test. */
export async function mochaGlobalTeardown(): Promise<void> {
  if (opened === undefined) return;
  console.log(printTable(opened.counts.list().map(([what, count]) => [what, `${count}`])));
  await opened.close();
}

/** The cluster; only tests may ask for it, and what they call. */
export function testCluster(): TestCluster {
  if (opened === undefined) throw new Error("Cannot use the cluster: it is not up yet");
  return opened;
}
