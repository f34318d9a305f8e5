import { realpath } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";

/**
 * Reads the variable KUBECONFIG, a path or several of them; undefined if it is not set, or if it names a cluster that
 * `npm run cluster` started, as the help of that command recommends.
 * @param cache directory of those clusters
 */
export async function readKubeconfig(value: string | undefined, cache: string): Promise<string | undefined> {
  if (value === undefined || value === "") return undefined;
  const [path, directory] = await Promise.all([resolveLinks(resolve(value)), resolveLinks(cache)]);
  return path.startsWith(directory + sep) ? undefined : value;
}

/** The real path of a file, even if it does not exist: the file is removed with its cluster. */
async function resolveLinks(path: string): Promise<string> {
  const parent = dirname(path);
  if (parent === path) return path;
  return await realpath(path).catch(async () => join(await resolveLinks(parent), basename(path)));
}
