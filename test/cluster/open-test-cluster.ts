import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { findCluster } from "../../cluster/find-cluster.ts";
import { takeLock } from "../../cluster/lock/take-lock.ts";
import { makeImages } from "../../cluster/make-images.ts";
import type { Report } from "../../cluster/provider.ts";
import { findChartTesting } from "../../cluster/tools/find-chart-testing.ts";
import type { DriverCall } from "./csi-driver/driver-call.ts";
import { patience } from "./patience.ts";
import { type ClusterRecord, runDirectory } from "./run-directory.ts";
import { sharedLines } from "./shared-lines.ts";
import { startStorage } from "./start-storage.ts";
import { driverName, storageObjects } from "./storage-objects.ts";
import { type TestCluster, testCluster } from "./test-cluster.ts";
import { testSelector } from "./test-label.ts";

/** Milliseconds that are waited for another run, which may be about to end. */
const lockPatience = 60_000;

/** The cluster, for the process that opened it. */
export interface OpenTestCluster {
  /** Removes what the tests made, and the cluster too if it was started for them. */
  close(): Promise<void>;
}

/**
 * Starts a cluster, unless it runs, with the images of the examples and a default StorageClass, and removes what a run
 * that was killed left in it. From then on `testCluster()` finds it.
 * @throws ClusterError when that cannot be done, or another run is under way
 */
export async function openTestCluster(report: Report): Promise<OpenTestCluster> {
  const directory = runDirectory();
  await mkdir(dirname(directory.root), { recursive: true });
  // Two runs at once would remove each other's objects.
  const unlock = await takeLock(directory.root, lockPatience);
  const provider = await findCluster();
  const wasUp = (await provider.status()).isReady;
  await provider.up(report);
  const own = await provider.programs(report);
  const nodeName = provider.kubelet?.nodeName;
  await writeRecord({
    kubeconfig: provider.kubeconfig,
    programs: [...own, ...(await findChartTesting(report))],
    ...(nodeName === undefined ? {} : { nodeName }),
  });
  if (provider.name !== "given") for (const archive of await makeImages(own)) await provider.loadImage(archive);
  const cluster = testCluster();
  // Before anything is removed: pods that a killed run left end only with the driver of their volumes.
  const { environment } = cluster;
  const log = sharedLines<DriverCall>(directory.calls).add;
  const storage = provider.kubelet && (await startStorage({ kubelet: provider.kubelet, environment, log }));
  await removeTestObjects(cluster);
  if (storage !== undefined) await cluster.kubectl(["apply", "--filename=-"], JSON.stringify(storageObjects));
  report(`testing on ${provider.name}, ${provider.kubeconfig}`);
  return {
    async close() {
      await removeTestObjects(cluster);
      await storage?.stop();
      if (!wasUp) await provider.down(report);
      await rm(directory.root, { recursive: true, force: true });
      await unlock();
    },
  };
}

/** Begins the directory that the processes of the run share. */
async function writeRecord(record: ClusterRecord): Promise<void> {
  const { root, cluster } = runDirectory();
  await rm(root, { recursive: true, force: true });
  await mkdir(root);
  await writeFile(cluster, JSON.stringify(record));
}

/** Removes the tests' namespaces with all that is in them, then the volumes of the driver, then what concerns it. */
async function removeTestObjects({ kubectl }: TestCluster): Promise<void> {
  const remove = (...words: readonly string[]): Promise<string> =>
    kubectl(["delete", ...words, "--ignore-not-found", `--timeout=${patience}s`]);
  await remove("namespace", `--selector=${testSelector}`);
  const path = `{range .items[?(@.spec.csi.driver=="${driverName}")]}{.metadata.name}{"\\n"}{end}`;
  const volumes = (await kubectl(["get", "persistentvolume", `--output=jsonpath=${path}`])).trim();
  if (volumes !== "") await remove("persistentvolume", ...volumes.split("\n"));
  await remove("storageclass,csidriver", `--selector=${testSelector}`);
}
