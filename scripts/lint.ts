/**
 * Runs `helm lint --strict` on charts with each of their ci and environment files.
 *
 *     node scripts/lint.ts
 */
import { runIfMain } from "../cli/arguments/create-command.ts";
import { lintCommand } from "../cli/commands/lint.ts";

runIfMain(import.meta, lintCommand("node scripts/lint.ts"));
