import { setTimeout as sleep } from "node:timers/promises";
import type { Node } from "../node.ts";
import { apiServer } from "./daemons.ts";
import { findProcesses } from "./find-processes.ts";
import { startProgram } from "./start-daemon.ts";
import { stopProcesses } from "./stop-processes.ts";

/**
 * Ends the API server at once, as a crash would, and starts it again after a while; it takes some seconds more until it
 * answers.
 * @param pauseMs milliseconds for which there is none
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
