import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { checkNeeds, nodeNeeds } from "../check-needs.ts";
import { pause } from "../image/pause.ts";
import { writeImage } from "../image/write-image.ts";
import { takeLock } from "../lock/take-lock.ts";
import type { ClusterProvider, ClusterState, Report } from "../provider.ts";
import { runCommand } from "../run-command.ts";
import { buildTools, locateTools } from "../tools/build-tools.ts";
import { toolEnvironment } from "../tools/tool-environment.ts";
import { clusterTools } from "../tools/tool-modules.ts";
import { nodeName } from "./addresses.ts";
import { importImage } from "./import-image.ts";
import type { Node } from "./node.ts";
import { layOutNode, type NodeLayout } from "./node-layout.ts";
import { listDaemons } from "./processes/daemons.ts";
import { findProcesses } from "./processes/find-processes.ts";
import { restartApiServer } from "./processes/restart-api-server.ts";
import { startNode } from "./start-node.ts";
import { stopNode } from "./stop-node.ts";

/** Milliseconds to wait for another process that starts or stops the cluster. */
const patience = 60_000;

/**
 * A cluster of one node that runs on this machine without Docker: needs Linux, and root permissions.
 * @param cache directory of the built programs; the cluster is in its directory `cluster`
 */
export async function nodeProvider(cache: string): Promise<ClusterProvider> {
  await mkdir(cache, { recursive: true });
  // The kernel names mounts by their real paths.
  const layout = layOutNode(join(await realpath(cache), "cluster"));
  const tools = join(cache, "tools");
  const programs = (report: Report) => buildTools(clusterTools, { cache: tools, report });
  const findNode = async (): Promise<Node> => ({ layout, programs: await locateTools(clusterTools, tools) });
  const status = async () => readState(await findNode());
  return {
    name: "node",
    kubeconfig: layout.kubeconfig("admin"),
    kubelet: { nodeName, here: layout.kubelet, onNode: layout.kubelet },
    programs,
    status,
    async up(report) {
      await checkNeeds(nodeNeeds);
      const node = { layout, programs: await programs(report) };
      await withLock(layout, async () => {
        if ((await status()).isReady) return report("the cluster is up already");
        await stopNode(layout);
        const pauseArchive = await writeImage(await pause(node.programs), join(cache, "images"));
        await startNode(node, { pauseArchive, report });
      });
    },
    async down(report) {
      await withLock(layout, () => stopNode(layout));
      report("the cluster is down");
    },
    async loadImage(archive) {
      await importImage(await findNode(), archive);
    },
    async restartApiServer() {
      await restartApiServer(await findNode(), 3000);
    },
  };
}

async function withLock(layout: NodeLayout, work: () => Promise<void>): Promise<void> {
  const unlock = await takeLock(layout.root, patience);
  await work().finally(unlock);
}

async function readState(node: Node): Promise<ClusterState> {
  const running = new Set((await findProcesses(node.layout.root)).map(({ program }) => program));
  const daemons = listDaemons(node.layout).map(({ name }) => name);
  const isNodeReady = running.size > 0 && (await checkNode(node));
  return {
    isReady: isNodeReady && daemons.every((name) => running.has(name)),
    parts: [
      ...daemons.map((name) => [name, running.has(name) ? "runs" : "does not run"] as const),
      [`node ${nodeName}`, isNodeReady ? "is ready" : "is not ready"],
    ],
  };
}

/** Whether the API server answers and reports that the node is ready. */
async function checkNode({ layout, programs }: Node): Promise<boolean> {
  const kubeconfig = `--kubeconfig=${layout.kubeconfig("admin")}`;
  const args = ["wait", "--for=condition=Ready", `node/${nodeName}`, "--timeout=2s", "--request-timeout=5s"];
  return await runCommand("kubectl", [kubeconfig, ...args], { env: toolEnvironment(programs) }).then(
    () => true,
    () => false,
  );
}
