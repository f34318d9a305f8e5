import { readdir, readlink, rm } from "node:fs/promises";
import { join } from "node:path";

/** Removes the symbolic links in a directory whose targets are, or were, below another one. */
export async function removeLinksInto(target: string, directory: string): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((each) => each.isSymbolicLink())) {
    const link = join(directory, entry.name);
    if ((await readlink(link)).startsWith(`${target}/`)) await rm(link, { force: true });
  }
}
