import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile, realpath, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { before, beforeEach } from "mocha";
import { extract } from "tar";
import { findHelm } from "../../cli/helm/find-helm.ts";
import type { Helm } from "../../cli/helm/run-helm.ts";
import { type ProcessResult, runProcess } from "../../cli/helm/run-process.ts";
import { findSharedDirectory } from "../processes/shared-directory.ts";
import { placeFiles } from "./sample-chart.ts";
import { useTemporaryDirectory } from "./use-temporary-directory.ts";

/** Options of Node for a run that is too short to be worth optimizing: it takes a third less CPU time. */
export const SHORT_RUN = ["--no-opt"] as const;

/** This repository. */
export const repository = fileURLToPath(new URL("../..", import.meta.url));

/** A user's project: a directory in which this package is installed as it is published. */
export interface Project {
  readonly path: string;
  /** Runs `chartwright` in the project; a Helm is there for it. */
  run(args: readonly string[], variables?: Readonly<Record<string, string>>): Promise<ProcessResult>;
  /** Writes files below the project. */
  place(files: Readonly<Record<string, string>>): Promise<void>;
}

/** Gives each test of the enclosing `describe` a project of its own. */
export function useProject(): Project {
  const directory = useTemporaryDirectory();
  let project: Project;
  // Before the first test: compiling the package takes longer than a test.
  before(async () => {
    await findPackage();
  });
  beforeEach(async () => {
    project = await createProject(directory.path);
  });
  return {
    get path() {
      return directory.path;
    },
    run: (args, variables) => project.run(args, variables),
    place: (files) => project.place(files),
  };
}

let helm: Promise<Helm> | undefined;

/** Makes a project of a directory, with `package.json` and the compiled package. */
export async function createProject(path: string): Promise<Project> {
  helm ??= findHelm();
  const { path: helmPath } = await helm;
  await placeFiles(path, new Map([["package.json", '{ "type": "module" }\n']]));
  await mkdir(join(path, "node_modules"));
  await symlink(await findPackage(), join(path, "node_modules", "chartwright"));
  return {
    path,
    run(args, variables = {}) {
      // What Node compiles is the same in each run.
      const cache = { NODE_COMPILE_CACHE: join(findSharedDirectory(), "compiled") };
      const env = { PATH: process.env["PATH"] ?? "", HELM: helmPath, ...cache, ...variables };
      const program = join("node_modules", "chartwright", "build", "chartwright.js");
      return runProcess(process.execPath, [...SHORT_RUN, program, ...args], { cwd: path, env });
    },
    async place(files) {
      await placeFiles(path, new Map(Object.entries(files)));
    },
  };
}

let built: Promise<string> | undefined;

/** The directory of the built package, which is built once for all processes of a test run. */
export function findPackage(): Promise<string> {
  built ??= findOrBuildPackage();
  return built;
}

/** The archive of the package, as it is published. */
export async function findArchive(): Promise<string> {
  return join(await findPackage(), await archiveName());
}

async function archiveName(): Promise<string> {
  return `chartwright-${await readPackageVersion()}.tgz`;
}

async function findOrBuildPackage(): Promise<string> {
  const path = join(await realpath(findSharedDirectory()), "package");
  const ready = join(path, "ready");
  // Whoever makes the directory first builds the package; the others wait.
  const isFirst = await mkdir(path).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await buildPackage(path);
    await writeFile(ready, "");
  }
  while (!existsSync(ready)) await setTimeout(50);
  return path;
}

/** Packs the package, which builds it first, and unpacks it beside the packages that it depends on. */
async function buildPackage(path: string): Promise<void> {
  const packed = await runProcess("npm", ["pack", "--pack-destination", path], { cwd: repository });
  assert.equal(packed.code, 0, packed.stderr);
  await extract({ file: join(path, await archiveName()), cwd: path, strip: 1 });
  await symlink(join(repository, "node_modules"), join(path, "node_modules"));
}

/** Reads the version that package.json names. */
export async function readPackageVersion(): Promise<string> {
  const { version } = Object(JSON.parse(await readFile(join(repository, "package.json"), "utf8")));
  return String(version);
}
