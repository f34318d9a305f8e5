import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** The directory of the benchmarks, which has dependencies of its own. */
export const bench = import.meta.dirname;

/**
 * Installs the peers that Chartwright is compared with, unless they are installed.
 * @throws Error when npm fails
 */
export function installPeers(): void {
  if (existsSync(join(bench, "node_modules", ".package-lock.json"))) return;
  const args = ["ci", "--prefix", "bench", "--ignore-scripts", "--no-audit", "--no-fund"];
  console.log(`Installing the peers: npm ${args.join(" ")}`);
  // A shell, because npm is a batch file on Windows; no argument comes from outside.
  const { status } = spawnSync(`npm ${args.join(" ")}`, { cwd: join(bench, ".."), shell: true, stdio: "inherit" });
  if (status !== 0) throw new Error(`Cannot install the peers: npm ended with code ${status ?? "none"}`);
}

/** The environment of peers: the Node of this process comes first on their PATH. */
export function peerEnvironment(): Readonly<Record<string, string>> {
  const env = Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return { ...Object.fromEntries(env), PATH: `${join(process.execPath, "..")}:${process.env["PATH"] ?? ""}` };
}
