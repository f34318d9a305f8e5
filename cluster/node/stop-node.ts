import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { removeNetwork } from "./network-namespace.ts";
import type { NodeLayout } from "./node-layout.ts";
import { listPodProcesses, removeControlGroups } from "./processes/control-groups.ts";
import { findProcesses } from "./processes/find-processes.ts";
import { stopProcesses } from "./processes/stop-processes.ts";
import { removeLinksInto } from "./remove-links-into.ts";
import { unmountBelow } from "./unmount-below.ts";

/** Where the kubelet makes a link to the log of each container; there is no setting for it. */
const containerLogs = "/var/log/containers";

/**
 * Stops all processes of a node, in whatever state it is, and removes all its files except the logs. It may be called
 * when there is nothing to stop.
 */
export async function stopNode(layout: NodeLayout): Promise<void> {
  const list = (wanted: (program: string) => boolean) => async (): Promise<readonly number[]> => {
    const found = (await findProcesses(layout.root)).filter(({ pid }) => pid !== process.pid);
    return found.filter(({ program }) => wanted(program)).map(({ pid }) => pid);
  };
  // The kubelet first, because it would restart the others.
  await stopProcesses({ what: "the kubelet", list: list((program) => program === "kubelet") });
  await stopProcesses({ what: "the processes of pods", list: listPodProcesses, seconds: 0 });
  await stopProcesses({ what: "the cluster's programs", list: list(() => true) });
  await unmountBelow(layout.root);
  await removeControlGroups();
  await removeNetwork();
  await removeLinksInto(layout.root, containerLogs);
  const names = await readdir(layout.root).catch(() => []);
  for (const name of names) {
    const path = join(layout.root, name);
    if (path !== layout.logs) await rm(path, { recursive: true, force: true });
  }
}
