import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import process from "node:process";

/**
 * The directory in which built programs, images and the state of the cluster lie: `chartwright` below XDG_CACHE_HOME,
 * or below `.cache` of the home directory when that variable holds no absolute path, as its specification demands.
 */
export function locateCache(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const given = env["XDG_CACHE_HOME"] ?? "";
  return join(isAbsolute(given) ? given : join(env["HOME"] ?? homedir(), ".cache"), "chartwright");
}
