import { setTimeout as sleep } from "node:timers/promises";
import type { Node } from "../node.ts";
import { apiServer } from "./daemons.ts";
import { findProcesses } from "./find-processes.ts";
import { startProgram } from "./start-daemon.ts";
import { stopProcesses } from "./stop-processes.ts";

/**
 * Kills the API server, as in a crash, and starts it again after a pause; it takes some seconds more until it
 * answers.
 * @param pauseMs length of the pause in milliseconds
 * @throws ClusterError when it cannot be ended
 */
export async function restartApiServer(node: Node, pauseMs: number): Promise<void> {
  const daemon = apiServer(node.layout);
  const list = async (): Promise<readonly number[]> =>
    (await findProcesses(node.layout.root)).filter(({ program }) => program === daemon.name).map(({ pid }) => pid);
  await stopProcesses({ what: "the API server", list, seconds: 0 });
  await sleep(pauseMs);
  await startProgram(node, daemon);
}
