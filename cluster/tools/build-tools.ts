import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { ClusterError } from "../cluster-error.ts";
import { isProcessAlive } from "../lock/check-process.ts";
import { runCommand } from "../run-command.ts";
import { toolEnvironment } from "./tool-environment.ts";
import type { ToolModule } from "./tool-modules.ts";

/** How programs are built. */
export interface BuildToolsOptions {
  /** Directory of the built programs, with a subdirectory for each state of a module. */
  readonly cache: string;
  /** Called with what is built, and how long it took. */
  readonly report: (line: string) => void;
}

/** Milliseconds between reports of a running build. */
const patience = 60_000;

const toolsDirectory = fileURLToPath(new URL("../../tools", import.meta.url));

/**
 * Builds the programs of Go modules below `tools/` that are not in the cache, and returns their directories, in the
 * order of the modules.
 * @throws ClusterError when Go is missing or a build fails
 */
export async function buildTools(
  modules: readonly ToolModule[],
  options: BuildToolsOptions,
): Promise<readonly string[]> {
  const directories: string[] = [];
  for (const module of modules) directories.push(await buildModule(module, options));
  return directories;
}

/**
 * The directories of programs, built or not, in the order of the modules.
 * @param cache directory of all of them
 */
export async function locateTools(modules: readonly ToolModule[], cache: string): Promise<readonly string[]> {
  return await Promise.all(modules.map((module) => locateModule(module, cache)));
}

/** A directory for each state of a module: its name is a hash of all inputs of the build. */
async function locateModule(module: ToolModule, cache: string): Promise<string> {
  const source = join(toolsDirectory, module.directory);
  const settings = [await listFlags(module), module.programs, process.arch];
  const hash = createHash("sha256").update(JSON.stringify(settings));
  const files = (await readdir(source)).filter((name) => /^go\.(mod|sum)$|\.go$/.test(name)).sort();
  for (const name of files) hash.update(`\0${name}\0`).update(await readFile(join(source, name)));
  return join(cache, `${module.directory}-${hash.digest("hex").slice(0, 12)}`);
}

async function buildModule(module: ToolModule, options: BuildToolsOptions): Promise<string> {
  const finished = await locateModule(module, options.cache);
  if (await isDirectory(finished)) return finished;
  await checkGo();
  await mkdir(options.cache, { recursive: true });
  await removeUnfinished(options.cache);
  const unfinished = await mkdtemp(join(options.cache, `.unfinished-${process.pid}-`));
  try {
    options.report(`building ${Object.keys(module.programs).join(", ")} ...`);
    await reportWork(`tools/${module.directory}`, options.report, async () => {
      // All at once: one program is linked while packages of another are compiled.
      const args = ["build", ...(await listFlags(module)), "-o", unfinished, ...Object.values(module.programs)];
      await runCommand("go", args, { cwd: join(toolsDirectory, module.directory), env: buildEnvironment() });
    });
    for (const [name, path] of Object.entries(module.programs)) {
      if (nameOfPackage(path) !== name) await rename(join(unfinished, nameOfPackage(path)), join(unfinished, name));
    }
    await rename(unfinished, finished).catch(async (error: unknown) => {
      // Another process built the same meanwhile.
      if (!(await isDirectory(finished))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return finished;
}

/** Reports regularly that a build is running, and when it is done. */
async function reportWork(what: string, report: BuildToolsOptions["report"], work: () => Promise<void>): Promise<void> {
  const start = Date.now();
  const seconds = (): string => `${((Date.now() - start) / 1000).toFixed(0)} s`;
  const timer = setInterval(() => report(`still building ${what} after ${seconds()}`), patience);
  await work().finally(() => clearInterval(timer));
  report(`built ${what} in ${seconds()}`);
}

/** The name that Go gives to the program of a package: the last part of its path that is not a major version. */
function nameOfPackage(path: string): string {
  return /^v\d+$/.test(basename(path)) ? basename(dirname(path)) : basename(path);
}

async function listFlags(module: ToolModule): Promise<readonly string[]> {
  const goMod = await readFile(join(toolsDirectory, module.directory, "go.mod"), "utf8");
  const variables = Object.entries(module.variables?.(goMod) ?? {});
  const linker = ["-s", "-w", ...variables.map(([name, value]) => `-X ${name}=${value}`)].join(" ");
  const tags = module.tags === undefined ? [] : [`-tags=${module.tags.join(",")}`];
  return ["-trimpath", "-mod=readonly", "-buildvcs=false", ...tags, `-ldflags=${linker}`];
}

/** Static binaries, because they run in images without other files; and no settings of the user. */
function buildEnvironment(): Readonly<Record<string, string>> {
  return { ...toolEnvironment(), CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off" };
}

async function checkGo(): Promise<void> {
  await runCommand("go", ["version"]).catch((error: unknown) => {
    const message =
      "Cannot build the cluster's programs: Go is missing; install Go 1.26.6 or later from https://go.dev";
    throw new ClusterError("MISSING", message, { cause: error });
  });
}

/** Removes the remains of a killed build. */
async function removeUnfinished(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const [, pid] = /^\.unfinished-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isProcessAlive(Number(pid)))
      await rm(join(cache, name), { recursive: true, force: true });
  }
}

async function isDirectory(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
