import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { workspace } from "../install-stryker.ts";

const root = join(workspace, "..");

/**
 * What mutants are made of. It lies below this workspace, so that its tests find the mocha of the workspace, and all
 * other packages in the repository.
 */
export const project = join(workspace, ".cache", "project");

const PARTS = [
  ...["generator", "cli", "cluster", "scripts", "charts", "test", "examples", "package.json", "deno.json"],
  "mutation/charts", // tests of messages read the refused values of its cases
];

/** Copies what the tests of the layers need, for Stryker changes the files that it runs. */
export async function placeProject(): Promise<void> {
  await rm(project, { recursive: true, force: true });
  await mkdir(project, { recursive: true });
  for (const part of PARTS) await cp(join(root, part), join(project, part), { recursive: true });
}
