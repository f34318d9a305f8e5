import { createHash } from "node:crypto";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lockOutput } from "../lock-output.ts";
import { runProcess } from "../run-process.ts";
import { describeMissing } from "./check-needs.ts";
import { ClusterError } from "./cluster-error.ts";
import type { Report } from "./provider.ts";
import { runCommand } from "./run-command.ts";
import { toolEnvironment } from "./tool-environment.ts";

const requirements = fileURLToPath(new URL("../../../tools/chart-testing/requirements.txt", import.meta.url));

/** Milliseconds that are waited for another process which makes the same environment. */
const patience = 300_000;

/**
 * Makes the Python environment of the programs that `ct lint` calls, yamllint and yamale, once, and returns the
 * directory of its programs.
 * @param cache directory of built programs
 * @throws ClusterError when Python is missing or the packages cannot be installed
 */
export async function makeLintEnvironment(cache: string, report: Report): Promise<string> {
  const hash = createHash("sha256").update(await readFile(requirements));
  const directory = join(cache, `python-${hash.digest("hex").slice(0, 12)}`);
  const complete = join(directory, "complete");
  if (await exists(complete)) return join(directory, "bin");
  if (!(await canMakeEnvironments())) {
    throw new ClusterError("missing", describeMissing(["python3 -m venv"], { "python3 -m venv": "python3-venv" }));
  }
  await mkdir(dirname(directory), { recursive: true });
  const unlock = await lockOutput(directory, patience);
  try {
    if (await exists(complete)) return join(directory, "bin");
    report("installing yamllint and yamale ...");
    // Not renamed when it is whole, as other things here: its programs hold its path.
    await rm(directory, { recursive: true, force: true });
    await runCommand("python3", ["-m", "venv", directory], { env: toolEnvironment() });
    const pip = join(directory, "bin", "pip");
    await runCommand(pip, ["install", "--quiet", "--no-deps", "--disable-pip-version-check", "-r", requirements]);
    await writeFile(complete, "");
  } finally {
    await unlock();
  }
  return join(directory, "bin");
}

/** Whether Python is there, and all of what makes environments: Debian has that in a package of its own. */
export async function canMakeEnvironments(): Promise<boolean> {
  return await runProcess("python3", ["-c", "import ensurepip, venv"], { env: toolEnvironment() }).then(
    ({ code }) => code === 0,
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
