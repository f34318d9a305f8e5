import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import process from "node:process";

/**
 * The directory of built programs, images and the state of the cluster: `chartwright` below XDG_CACHE_HOME, or below
 * `.cache` of the home directory if that variable is no absolute path, as its specification requires.
 */
export function locateCache(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const given = env["XDG_CACHE_HOME"] ?? "";
  return join(isAbsolute(given) ? given : join(env["HOME"] ?? homedir(), ".cache"), "chartwright");
}
