/**
 * Writes everything that is generated in this repository: the charts, their schemas, the values of the examples and a
 * diagram. All is computed and checked before the first byte is written.
 *
 *     node scripts/generate.ts
 */
import { createCommand, runIfMain } from "../cli/arguments/create-command.ts";
import { generateOutputs } from "../cli/commands/generate.ts";
import { findRepository, planRepository } from "./lib/plan-repository.ts";

const command = createCommand("node scripts/generate.ts", {
  description: "Writes everything that is generated in this repository.",
}).action(async () => {
  await generateOutputs((await planRepository(findRepository())).outputs);
});

runIfMain(import.meta, command);
