/**
 * Compares two environments of a pipeline of this repository, the reference pipeline unless a file is named.
 *
 *     node scripts/diff.ts --from staging --to prod
 */
import { runIfMain } from "../cli/arguments/create-command.ts";
import { diffCommand } from "../cli/commands/diff.ts";
import { findExample } from "./lib/find-example.ts";

runIfMain(import.meta, diffCommand("node scripts/diff.ts", findExample));
