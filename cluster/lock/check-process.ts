import { readFileSync } from "node:fs";
import process from "node:process";

/** Tells whether a process with this id runs; when that cannot be known, it counts as running. */
export function isProcessAlive(pid: number): boolean {
  try {
    // Signal 0 is never delivered: the system only checks that it could be.
    process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
  // Where nobody waits for it, as in some containers, a process that has ended keeps its id.
  return readStat(pid)?.state !== "Z";
}

/**
 * When a process started, in ticks since the machine did: a later process with the same id has another start. Only Linux
 * tells it; elsewhere, and when there is no such process, it is undefined.
 */
export function readProcessStart(pid: number): string | undefined {
  return readStat(pid)?.start;
}

/** Reads `/proc/PID/stat`: the third field is the state, the 22nd the start; see proc_pid_stat(5). */
function readStat(pid: number): { readonly state: string | undefined; readonly start: string | undefined } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses, which may hold anything.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0], start: fields[19] };
  } catch {
    return undefined;
  }
}
