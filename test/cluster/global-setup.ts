import { openTestCluster, type TestCluster } from "./test-cluster.ts";

let opened: TestCluster | undefined;

/** What mocha does before the first test: it brings the cluster up, for all of them. */
export async function mochaGlobalSetup(): Promise<void> {
  opened = await openTestCluster((line) => console.error(`  ${line}`));
}

/** What mocha does after the last test. */
export async function mochaGlobalTeardown(): Promise<void> {
  await opened?.close();
}

/** The cluster; only tests may ask for it, and what they call. */
export function testCluster(): TestCluster {
  if (opened === undefined) throw new Error("Cannot use the cluster: it is not up yet");
  return opened;
}
