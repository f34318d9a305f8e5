import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChartTesting } from "../../scripts/lib/cluster/find-chart-testing.ts";
import { findCluster } from "../../scripts/lib/cluster/find-cluster.ts";
import { locateCache } from "../../scripts/lib/cluster/locate-cache.ts";
import { makeImages } from "../../scripts/lib/cluster/make-images.ts";
import type { Report } from "../../scripts/lib/cluster/provider.ts";
import { runCommand } from "../../scripts/lib/cluster/run-command.ts";
import { toolEnvironment } from "../../scripts/lib/cluster/tool-environment.ts";
import { lockOutput } from "../../scripts/lib/lock-output.ts";
import type { DriverCall } from "./csi-driver/driver-call.ts";
import { type RunCounts, runCounts } from "./run-counts.ts";
import { startStorage } from "./start-storage.ts";
import { driverName, storageObjects } from "./storage-objects.ts";
import { testSelector } from "./test-label.ts";

/** The cluster that the tests run on. */
export interface TestCluster {
  /** Environment in which `kubectl`, `helm` and `ct` find the cluster. */
  readonly environment: Readonly<Record<string, string>>;
  /** The node that the CSI driver serves and what the driver did; absent where no node is in reach. */
  readonly storage?: { readonly nodeName: string; readonly calls: readonly DriverCall[] };
  /** What was done so far. */
  readonly counts: RunCounts;
  /** Runs kubectl, with a text for its input, and returns what it printed; it must succeed. */
  kubectl(args: readonly string[], input?: string): Promise<string>;
  /** Ends the API server, as a crash would, and lets it start again some seconds later. */
  restartApiServer(): Promise<void>;
  /** Removes what the tests made, and the cluster too if it was brought up for them. */
  close(): Promise<void>;
}

/**
 * Brings a cluster up, unless it is, with the images of the examples and a default StorageClass, and removes what a run
 * that was killed left in it.
 * @throws ClusterError when that cannot be done, OutputError when another run is under way
 */
export async function openTestCluster(report: Report): Promise<TestCluster> {
  // Two runs at once would remove each other's objects.
  await mkdir(locateCache(), { recursive: true });
  const unlock = await lockOutput(join(locateCache(), "cluster-tests"), 0);
  const provider = await findCluster();
  const wasUp = (await provider.status()).isReady;
  await provider.up(report);
  const own = await provider.programs(report);
  const environment = describeEnvironment(provider.kubeconfig, [...own, ...(await findChartTesting(report))]);
  const kubectl = (args: readonly string[], input = ""): Promise<string> =>
    runCommand("kubectl", args, { input, env: environment });
  if (provider.name !== "given") for (const archive of await makeImages(own)) await provider.loadImage(archive);
  // Before anything is removed: pods that a killed run left end only with the driver of their volumes.
  const storage = provider.kubelet === undefined ? undefined : await startStorage(provider.kubelet, environment);
  await removeTestObjects(kubectl);
  if (storage !== undefined) await kubectl(["apply", "--filename=-"], JSON.stringify(storageObjects));
  report(`testing on ${provider.name}, ${provider.kubeconfig}`);
  return {
    environment,
    ...(storage === undefined ? {} : { storage }),
    counts: runCounts(),
    kubectl,
    async restartApiServer() {
      assert(provider.restartApiServer !== undefined, "this test needs a cluster that is brought up here");
      await provider.restartApiServer();
    },
    async close() {
      await removeTestObjects(kubectl);
      await storage?.stop();
      if (!wasUp) await provider.down(report);
      await unlock();
    },
  };
}

/** Helm sees none of its user's settings. */
function describeEnvironment(kubeconfig: string, programs: readonly string[]): Readonly<Record<string, string>> {
  const home = join(tmpdir(), "chartwright-cluster-tests");
  const helm = {
    HELM_CONFIG_HOME: join(home, "config"),
    HELM_CACHE_HOME: join(home, "cache"),
    HELM_DATA_HOME: join(home, "data"),
  };
  return { ...toolEnvironment(programs), ...helm, KUBECONFIG: kubeconfig };
}

/** Removes the tests' namespaces with all that is in them, then the volumes of the driver, then what concerns it. */
async function removeTestObjects(kubectl: TestCluster["kubectl"]): Promise<void> {
  const remove = (...words: readonly string[]): Promise<string> =>
    kubectl(["delete", ...words, "--ignore-not-found", "--timeout=180s"]);
  await remove("namespace", `--selector=${testSelector}`);
  const path = `{range .items[?(@.spec.csi.driver=="${driverName}")]}{.metadata.name}{"\\n"}{end}`;
  const volumes = (await kubectl(["get", "persistentvolume", `--output=jsonpath=${path}`])).trim();
  if (volumes !== "") await remove("persistentvolume", ...volumes.split("\n"));
  await remove("storageclass,csidriver", `--selector=${testSelector}`);
}
