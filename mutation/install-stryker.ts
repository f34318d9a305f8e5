import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The directory of the mutation tests, which has dependencies of its own. */
export const workspace = import.meta.dirname;

/**
 * Installs Stryker, unless it is there.
 *
 * @throws Error when npm fails
 */
export function installStryker(): void {
  if (existsSync(join(workspace, "node_modules", ".package-lock.json"))) return;
  const command = "npm ci --prefix mutation --ignore-scripts --no-audit --no-fund";
  console.log(`Installing Stryker: ${command}`);
  // A shell, for npm is a batch file on Windows; the words are all our own.
  const { status } = spawnSync(command, { cwd: join(workspace, ".."), shell: true, stdio: "inherit" });
  if (status !== 0) throw new Error(`Cannot install Stryker: npm ended with code ${status ?? "none"}`);
}
