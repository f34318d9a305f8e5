import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { workspace } from "../install-stryker.ts";
import { placeProject, project } from "./place-project.ts";
import type { StrykerReport } from "./score.ts";
import { type CodeOptions, report, strykerOptions } from "./stryker-options.ts";

/**
 * Runs Stryker, which prints how far it is, and returns what became of each mutant.
 *
 * @throws Error when Stryker fails, such as where a test fails without any mutant
 */
export async function runStryker(options: CodeOptions): Promise<StrykerReport> {
  await placeProject();
  await writeFile(join(project, "stryker.config.json"), JSON.stringify(strykerOptions(options)));
  const stryker = join(workspace, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const { status } = spawnSync(process.execPath, [stryker, "run"], { cwd: project, stdio: "inherit" });
  if (status !== 0) throw new Error(`Cannot test the mutants of the code: Stryker ended with code ${status ?? "none"}`);
  return JSON.parse(await readFile(report, "utf8")) as StrykerReport; // Stryker has just written it
}
