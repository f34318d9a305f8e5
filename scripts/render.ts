/**
 * Prints the output of `helm template` for a chart, in one of its environments.
 *
 *     node scripts/render.ts charts/pipeline --env prod
 */
import { runIfMain } from "../cli/arguments/create-command.ts";
import { renderCommand } from "../cli/commands/render.ts";

runIfMain(import.meta, renderCommand("node scripts/render.ts"));
