import { setTimeout as sleep } from "node:timers/promises";
import type { Releases } from "./use-releases.ts";

/** How long lines may take from a container into its log's file. */
const LATEST_MS = 30_000;

/**
 * Reads logs of containers, of which some may have ended a moment ago: containerd tells of an end without waiting until
 * the last lines are in the log's file, and on a busy disk that takes long enough to be seen.
 * @param which arguments of `kubectl logs`
 * @param isWhole whether nothing is missing; the log is read again and again until it says so
 * @returns the log; after half a minute as it is then, for the caller to say what it lacks
 */
export async function readLogs(
  { kubectl }: Pick<Releases, "kubectl">,
  which: readonly string[],
  isWhole: (log: string) => boolean,
): Promise<string> {
  const end = Date.now() + LATEST_MS;
  for (;;) {
    const log = await kubectl(["logs", ...which]);
    if (isWhole(log) || Date.now() > end) return log;
    await sleep(500);
  }
}
