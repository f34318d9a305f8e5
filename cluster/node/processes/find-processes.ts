import { readdir, readFile, readlink } from "node:fs/promises";
import { basename } from "node:path";

/** The variable that every process of the cluster has in its environment, with the cluster's directory as its value. */
export const clusterVariable = "CHARTWRIGHT_CLUSTER";

/** A process that runs. */
export interface FoundProcess {
  readonly pid: number;
  /** Name of its program's file. */
  readonly program: string;
}

/**
 * Finds the processes that were started for the cluster in a directory, and those started by them unless they changed
 * their environment, as the processes in containers do. No file with process ids is used: an id may belong to another
 * process by now.
 */
export async function findProcesses(directory: string): Promise<readonly FoundProcess[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(ids.map((pid) => readMarked(pid, `${clusterVariable}=${directory}`)));
  return found.filter((process) => process !== undefined);
}

async function readMarked(pid: string, mark: string): Promise<FoundProcess | undefined> {
  try {
    // It is empty for a zombie process.
    const environment = await readFile(`/proc/${pid}/environ`, "utf8");
    if (!environment.split("\0").includes(mark)) return undefined;
    // After the name of a program whose file was removed, Linux adds " (deleted)".
    const file = (await readlink(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, "");
    return { pid: Number(pid), program: basename(file) };
  } catch {
    // It ended meanwhile, or we may not read it.
    return undefined;
  }
}
