import process from "node:process";
import { waitUntil } from "../../wait-until.ts";

/** How processes are stopped. */
export interface StopProcessesOptions {
  /** Their description, for the message if they do not end. */
  readonly what: string;
  /** Lists the ids of those still running. */
  readonly list: () => Promise<readonly number[]>;
  /** The grace period in seconds (default: 5). */
  readonly seconds?: number;
}

/**
 * Sends SIGTERM to processes, and SIGKILL to those that do not end. New ones that appear meanwhile are stopped as well.
 * @throws ClusterError when some cannot be stopped
 */
export async function stopProcesses({ what, list, seconds = 5 }: StopProcessesOptions): Promise<void> {
  const haveEnded = async (): Promise<boolean> => (await list()).length === 0;
  for (const pid of await list()) signal(pid, "SIGTERM");
  const ended = await waitUntil(haveEnded, { what: `${what} end`, seconds }).then(
    () => true,
    () => false,
  );
  if (ended) return;
  const kill = async (): Promise<boolean> => {
    for (const pid of await list()) signal(pid, "SIGKILL");
    return await haveEnded();
  };
  await waitUntil(kill, { what: `${what} are killed`, seconds: 20 });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended since it was listed.
  }
}
