import { setTimeout as sleep } from "node:timers/promises";
import { ClusterError } from "./cluster-error.ts";

/** How long something is waited for. */
export interface WaitUntilOptions {
  /** What is waited for, as in "the API server answers". */
  readonly what: string;
  /** Seconds until it counts as failed. */
  readonly seconds: number;
  /** Milliseconds between two tries (default: 200). */
  readonly everyMs?: number;
}

/**
 * Tries again and again until a condition holds; a try that rejects counts as one that does not hold.
 * @throws ClusterError when it did not hold in time, with what the last try rejected with as its cause
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
      const message = `Cannot go on: expected that ${options.what} within ${options.seconds} s, it did not happen`;
      throw new ClusterError("TIMEOUT", message, { cause });
    }
    await sleep(options.everyMs ?? 200);
  }
}
