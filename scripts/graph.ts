/**
 * Draws a pipeline of this repository, the reference pipeline unless a file is named.
 *
 *     node scripts/graph.ts --env prod
 */
import { runIfMain } from "../cli/arguments/create-command.ts";
import { graphCommand } from "../cli/commands/graph.ts";
import { findExample } from "./lib/find-example.ts";

runIfMain(import.meta, graphCommand("node scripts/graph.ts", findExample));
