import { createHash } from "node:crypto";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProcess } from "../../cli/helm/run-process.ts";
import { describeMissing } from "../check-needs.ts";
import { ClusterError } from "../cluster-error.ts";
import { takeLock } from "../lock/take-lock.ts";
import type { Report } from "../provider.ts";
import { runCommand } from "../run-command.ts";
import { describePython, findPython } from "./find-python.ts";

const requirements = fileURLToPath(new URL("../../tools/chart-testing/requirements.txt", import.meta.url));

/** Milliseconds to wait for another process that makes the same environment. */
const patience = 300_000;

/**
 * Makes the Python environment of the programs that `ct lint` calls, yamllint and yamale, once, and returns the
 * directory of its programs.
 * @param cache directory of built programs
 * @throws ClusterError when Python is missing or the packages cannot be installed
 */
export async function makeLintEnvironment(cache: string, report: Report): Promise<string> {
  const python = await findPython();
  if (python === undefined) throw venvIsMissing();
  const directory = await locateLintEnvironment(cache, python);
  const complete = join(directory, "complete");
  if (await exists(complete)) return join(directory, "bin");
  if (!(await canMakeEnvironments(python))) throw venvIsMissing();
  await mkdir(dirname(directory), { recursive: true });
  const unlock = await takeLock(directory, patience);
  try {
    if (await exists(complete)) return join(directory, "bin");
    report("installing yamllint and yamale ...");
    // Not renamed when it is complete, unlike other files here: its programs contain its path.
    await rm(directory, { recursive: true, force: true });
    await runCommand(python, ["-m", "venv", directory]);
    const pip = join(directory, "bin", "pip");
    await runCommand(pip, ["install", "--quiet", "--no-deps", "--disable-pip-version-check", "-r", requirements]);
    await writeFile(complete, "");
  } finally {
    await unlock();
  }
  return join(directory, "bin");
}

/**
 * The directory of the environment, whose name is a hash of the packages and of the Python: the environment works only
 * with that one.
 * @throws ClusterError when Python does not run
 */
export async function locateLintEnvironment(cache: string, python: string): Promise<string> {
  const hash = createHash("sha256").update(await readFile(requirements));
  hash.update(`\0${await describePython(python)}`);
  return join(cache, `python-${hash.digest("hex").slice(0, 12)}`);
}

/** Whether Python can make environments: Debian has the modules for it in a package of their own. */
export async function canMakeEnvironments(python: string): Promise<boolean> {
  return (await runProcess(python, ["-c", "import ensurepip, venv"])).code === 0;
}

function venvIsMissing(): ClusterError {
  return new ClusterError("MISSING", describeMissing(["python3 -m venv"], { "python3 -m venv": "python3-venv" }));
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
