/**
 * Writes packages of charts, and the index.yaml of a chart repository, into dist/.
 *
 *     node scripts/package.ts
 */
import { runIfMain } from "../cli/arguments/create-command.ts";
import { packageCommand } from "../cli/commands/package.ts";

runIfMain(import.meta, packageCommand("node scripts/package.ts"));
