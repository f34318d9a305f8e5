import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { workspace } from "../install-stryker.ts";
import { placeProject, project } from "./place-project.ts";
import { isSurvivor, type StrykerReport } from "./score.ts";
import { type CodeOptions, drawMutated, incrementalFile, report, strykerOptions } from "./stryker-options.ts";

/**
 * Runs Stryker, which prints how far it is, and returns what became of each mutant of a layer. The layer's own tests try
 * all of them, and are soon done. Where these do not kill enough, others try what they leave.
 *
 * @throws Error when Stryker fails, such as where a test fails without any mutant
 */
export async function runStryker(
  options: CodeOptions,
  isEnough: (found: StrykerReport) => boolean,
): Promise<StrykerReport> {
  const { layer, reuse } = options;
  await placeProject();
  const mutated = drawMutated(options);
  if (mutated.length === 0) return { files: {} };
  let found = await run(strykerOptions(layer, mutated, "own", reuse));
  for (const more of ["slow", "all"] as const) {
    if (isEnough(found)) break;
    await forgetSurvivors(incrementalFile(layer));
    found = await run(strykerOptions(layer, mutated, more, true));
  }
  return found;
}

// Stryker tries a mutant again where it sees that a new test runs its code, but not that of code which ran before any
// test: without this, such a mutant would count as survived whatever other tests say.
async function forgetSurvivors(path: string): Promise<void> {
  const found = JSON.parse(await readFile(path, "utf8")) as StrykerReport; // Stryker has just written it
  const files = Object.entries(found.files).map(([file, { mutants, ...rest }]) => [
    file,
    { ...rest, mutants: mutants.filter(({ status }) => !isSurvivor(status)) },
  ]);
  await writeFile(path, JSON.stringify({ ...found, files: Object.fromEntries(files) }));
}

async function run(options: object): Promise<StrykerReport> {
  await writeFile(join(project, "stryker.config.json"), JSON.stringify(options));
  const stryker = join(workspace, "node_modules", "@stryker-mutator", "core", "bin", "stryker.js");
  const { status } = spawnSync(process.execPath, [stryker, "run"], { cwd: project, stdio: "inherit" });
  if (status !== 0) throw new Error(`Cannot test the mutants of the code: Stryker ended with code ${status ?? "none"}`);
  return JSON.parse(await readFile(report, "utf8")) as StrykerReport; // Stryker has just written it
}
