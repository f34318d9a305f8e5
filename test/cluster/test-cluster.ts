import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { findCluster } from "../../cluster/find-cluster.ts";
import { runCommand } from "../../cluster/run-command.ts";
import { toolEnvironment } from "../../cluster/tools/tool-environment.ts";
import type { DriverCall } from "./csi-driver/driver-call.ts";
import { type RunCounts, runCounts } from "./run-counts.ts";
import { type ClusterRecord, runDirectory } from "./run-directory.ts";
import { sharedLines } from "./shared-lines.ts";

/** The cluster that the tests run on. */
export interface TestCluster {
  /** Environment in which `kubectl`, `helm` and `ct` find the cluster. */
  readonly environment: Readonly<Record<string, string>>;
  /** The node that the CSI driver serves and what the driver did; absent where no node is in reach. */
  readonly storage?: TestStorage;
  /** What was done so far. */
  readonly counts: RunCounts;
  /** Runs kubectl, with a text for its input, and returns what it printed; it must succeed. */
  kubectl(args: readonly string[], input?: string): Promise<string>;
  /** Ends the API server, as a crash would, and lets it start again some seconds later. */
  restartApiServer(): Promise<void>;
}

/** What tests see of the CSI driver, which runs in another process. */
export interface TestStorage {
  readonly nodeName: string;
  /** What the driver did, the oldest first. */
  readCalls(): readonly DriverCall[];
}

/** The cluster of this run, in whichever of its processes. */
export function testCluster(): TestCluster {
  const directory = runDirectory();
  const { kubeconfig, programs, nodeName } = readRecord(directory.cluster);
  const environment = describeEnvironment(kubeconfig, programs);
  const calls = sharedLines<DriverCall>(directory.calls);
  return {
    environment,
    ...(nodeName === undefined ? {} : { storage: { nodeName, readCalls: calls.read } }),
    counts: runCounts(directory.counts),
    kubectl: (args, input = "") => runCommand("kubectl", args, { input, env: environment }),
    restartApiServer,
  };
}

function readRecord(path: string): ClusterRecord {
  try {
    // The first process of the run wrote it.
    return JSON.parse(readFileSync(path, "utf8")) as ClusterRecord;
  } catch (cause) {
    throw new Error("Cannot use the cluster: it is not up; start the tests with npm run test:cluster", { cause });
  }
}

/** Helm sees none of its user's settings. Programs are Go's, and end soon: some more memory spares processor time. */
function describeEnvironment(kubeconfig: string, programs: readonly string[]): Readonly<Record<string, string>> {
  const home = join(tmpdir(), "chartwright-cluster-tests");
  const helm = {
    HELM_CONFIG_HOME: join(home, "config"),
    HELM_CACHE_HOME: join(home, "cache"),
    HELM_DATA_HOME: join(home, "data"),
  };
  return { ...toolEnvironment(programs), ...helm, KUBECONFIG: kubeconfig, GOGC: "400" };
}

async function restartApiServer(): Promise<void> {
  assert(process.env["MOCHA_WORKER_ID"] === undefined, "no other test may run meanwhile: see run.ts");
  const provider = await findCluster();
  assert(provider.restartApiServer !== undefined, "this test needs a cluster that is started here");
  await provider.restartApiServer();
}
