/**
 * Compares what scripts/generate.ts would write with the existing files, writes nothing, and exits with 1 if they
 * differ.
 *
 *     node scripts/check.ts
 */
import { readdir } from "node:fs/promises";
import { createCommand, runIfMain } from "../cli/arguments/create-command.ts";
import { listStale, NotCurrentError, reportCurrent } from "../cli/commands/check.ts";
import type { PlannedTexts } from "../cli/files/planned-output.ts";
import { findRepository, planRepository } from "./lib/plan-repository.ts";

const command = createCommand("node scripts/check.ts", {
  description: "Checks whether everything that is generated in this repository is current.",
}).action(async () => {
  const { outputs } = await planRepository(findRepository());
  const stale = [...(await listStale(outputs)), ...(await listForeignCharts(outputs))];
  if (stale.length > 0) throw new NotCurrentError(stale, "npm run generate");
  reportCurrent(outputs);
});

/** Each chart must have a source here: generate never removes one. */
async function listForeignCharts(outputs: readonly PlannedTexts[]): Promise<readonly string[]> {
  const planned = new Set(outputs.map(({ directory }) => directory));
  const names = (await readdir("charts").catch(() => [] as string[])).filter((name) => !name.startsWith("."));
  const foreign = names.map((name) => `charts/${name}`).filter((directory) => !planned.has(directory));
  for (const directory of foreign) console.log(`${directory}: nothing generates it; remove it`);
  return foreign;
}

runIfMain(import.meta, command);
