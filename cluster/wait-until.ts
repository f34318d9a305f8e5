import { setTimeout as sleep } from "node:timers/promises";
import { ClusterError } from "./cluster-error.ts";

/** How long to wait. */
export interface WaitUntilOptions {
  /** The condition, as in "the API server answers". */
  readonly what: string;
  /** Seconds until it counts as failed. */
  readonly seconds: number;
  /** Milliseconds between two tries (default: 200). */
  readonly everyMs?: number;
}

/**
 * Repeats a check until its condition holds; a check that rejects counts as false.
 * @throws ClusterError on a timeout, with the rejection of the last check as its cause
 */
export async function waitUntil(holds: () => Promise<boolean>, options: WaitUntilOptions): Promise<void> {
  const end = Date.now() + options.seconds * 1000;
  let cause: unknown;
  for (;;) {
    try {
      if (await holds()) return;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > end) {
      const message = `Cannot go on: expected that ${options.what} within ${options.seconds} s, got a timeout`;
      throw new ClusterError("TIMEOUT", message, { cause });
    }
    await sleep(options.everyMs ?? 200);
  }
}
