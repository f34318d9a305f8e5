import process from "node:process";

/** Tells whether a process with this id runs; when that cannot be known, it counts as running. */
export function isProcessAlive(pid: number): boolean {
  try {
    // Signal 0 is never delivered: the system only checks that it could be.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
