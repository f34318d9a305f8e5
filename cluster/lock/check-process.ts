import { readFileSync } from "node:fs";
import process from "node:process";

/** Whether a process with this id runs; if that cannot be known, it counts as running. */
export function isProcessAlive(pid: number): boolean {
  try {
    // Signal 0 is never delivered: the system only checks that it could be.
    process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
  // If its parent does not wait for it, as in some containers, a process that has ended keeps its id.
  return readStat(pid)?.state !== "Z";
}

/**
 * When a process started, in ticks since the machine booted: a later process with the same id has another start. Only
 * on Linux; elsewhere, and if the process does not exist, it is undefined.
 */
export function readProcessStart(pid: number): string | undefined {
  return readStat(pid)?.start;
}

/** Reads `/proc/PID/stat`: the third field is the state, the 22nd the start; see proc_pid_stat(5). */
function readStat(pid: number): { readonly state: string | undefined; readonly start: string | undefined } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses, which may contain any character.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0], start: fields[19] };
  } catch {
    return undefined;
  }
}
