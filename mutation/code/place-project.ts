import { cp, mkdir, readdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { workspace } from "../install-stryker.ts";

const root = join(workspace, "..");

/** What mutants are made of. Its tests find the mocha of this workspace, and all other packages of the repository. */
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
  await linkPackages();
}

// Without links, they would be those of this workspace, which has other versions of some.
async function linkPackages(): Promise<void> {
  const packages = join(root, "node_modules");
  await mkdir(join(project, "node_modules"));
  for (const name of await readdir(packages)) {
    if (name !== "mocha") await symlink(join(packages, name), join(project, "node_modules", name));
  }
}
