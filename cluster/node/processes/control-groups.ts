import { mkdir, readdir, readFile, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ClusterError } from "../../cluster-error.ts";
import { readMounts } from "../read-mounts.ts";

/** Name of the control group that contains those of all pods. */
export const rootControlGroup = "chartwright";

/** Makes the pods' control group in each hierarchy of the machine (cgroup v1 has several, v2 one). */
export async function makeControlGroups(): Promise<void> {
  for (const { directory, type } of await listHierarchies()) {
    if (type === "cgroup2") await delegateControllers(directory);
    await mkdir(join(directory, rootControlGroup), { recursive: true });
  }
}

/** Ids of all processes of pods. */
export async function listPodProcesses(): Promise<readonly number[]> {
  const found = new Set<number>();
  for (const group of await listGroups()) {
    const text = await readFile(join(group, "cgroup.procs"), "utf8").catch(() => "");
    for (const line of text.split("\n")) if (line !== "") found.add(Number(line));
  }
  return [...found];
}

/** Removes the pods' control groups, which must be empty. */
export async function removeControlGroups(): Promise<void> {
  for (const group of await listGroups()) await rmdir(group).catch(ignoreAbsent);
}

/** All control groups of pods, those inside others first. */
async function listGroups(): Promise<readonly string[]> {
  const hierarchies = await listHierarchies();
  const lists = await Promise.all(hierarchies.map(({ directory }) => listInside(join(directory, rootControlGroup))));
  return lists.flat();
}

async function listInside(group: string): Promise<readonly string[]> {
  const entries = await readdir(group, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [];
  const inner = entries.filter((entry) => entry.isDirectory()).map(({ name }) => listInside(join(group, name)));
  return [...(await Promise.all(inner)).flat(), group];
}

async function listHierarchies(): Promise<readonly { readonly directory: string; readonly type: string }[]> {
  const mounts = readMounts(await readFile("/proc/self/mountinfo", "utf8"));
  const found = mounts.filter(({ type }) => type === "cgroup" || type === "cgroup2");
  return found.map(({ mountPoint, type }) => ({ directory: mountPoint, type }));
}

/** Under cgroup v2 a group has only the controllers that its parent delegates. */
async function delegateControllers(directory: string): Promise<void> {
  const controllers = (await readFile(join(directory, "cgroup.controllers"), "utf8")).trim();
  const words = controllers === "" ? [] : controllers.split(" ");
  const change = words.map((name) => `+${name}`).join(" ");
  await writeFile(join(directory, "cgroup.subtree_control"), change).catch((cause: unknown) => {
    throw explainDelegation(directory, cause);
  });
}

/** Explains why a control group delegates no controllers, if the reason is known; other errors are unchanged. */
export function explainDelegation(directory: string, cause: unknown): unknown {
  if (!(cause instanceof Error && "code" in cause && cause.code === "EBUSY")) return cause;
  const message =
    `Cannot give controllers to the pods' control group: expected no processes in "${directory}" itself, it has some, ` +
    "as in a container under cgroup v2; start the container with --cgroupns=host, or move them into a group below it";
  return new ClusterError("UNSUPPORTED", message, { cause });
}

function ignoreAbsent(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
