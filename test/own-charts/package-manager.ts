/** The package managers with which a user installs chartwright and a package of charts. */
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { type ProcessResult, runProcess } from "../../cli/helm/run-process.ts";
import { repository } from "../cli/use-project.ts";

/** Their names. */
export const managers = ["npm", "pnpm"] as const;
/** One of them. */
export type Manager = (typeof managers)[number];

interface Call {
  readonly command: string;
  readonly args: readonly string[];
}

// The files of the dependencies mostly come from the cache of the package manager.
const installs: Readonly<Record<Manager, Call>> = {
  npm: { command: "npm", args: ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"] },
  pnpm: { command: "pnpm", args: ["install", "--prefer-offline", "--ignore-scripts", "--no-frozen-lockfile"] },
};

const starts: Readonly<Record<Manager, Call>> = {
  npm: { command: "npx", args: ["--no-install", "chartwright"] },
  pnpm: { command: "pnpm", args: ["exec", "chartwright"] },
};

/** Runs a program in a directory, with the Node and the Helm of the tests, and the pinned package manager. */
export async function run(command: string, args: readonly string[], cwd: string): Promise<ProcessResult> {
  const helm = await findHelm();
  const path = [dirname(process.execPath), process.env["PATH"] ?? "", join(repository, "node_modules/.bin")];
  const given = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  // What npm or mocha told this process is not intended for a project elsewhere.
  const own = given.filter(([key]) => !/^npm_(package|lifecycle|command|execpath)|^INIT_CWD$|^NODE_OPTIONS$/.test(key));
  return runProcess(command, args, {
    cwd,
    env: { ...Object.fromEntries(own), PATH: path.join(delimiter), HELM: helm.path },
  });
}

/** Runs a program that must succeed, and returns what it prints. */
export async function succeed(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, cwd);
  assert.equal(code, 0, `${command} ${args.join(" ")}:\n${stdout}${stderr}`);
  return stdout;
}

/** Installs what the package.json of a directory names. */
export async function install(manager: Manager, directory: string): Promise<void> {
  const { command, args } = installs[manager];
  await succeed(command, args, directory);
}

/** Packs a package with pnpm, and returns the path of the archive. */
export async function pack(directory: string, destination: string): Promise<string> {
  const before = await readdir(destination);
  await succeed("pnpm", ["pack", "--pack-destination", destination], directory);
  const [archive, ...others] = (await readdir(destination)).filter((name) => !before.includes(name));
  assert(archive !== undefined && others.length === 0);
  return join(destination, archive);
}

/** Runs the installed command by `npx` or `pnpm exec`, as a user does. */
export function chartwright(manager: Manager, project: string, args: readonly string[]): Promise<ProcessResult> {
  const start = starts[manager];
  return run(start.command, [...start.args, ...args], project);
}

/** Runs the installed command itself, without the second that a package manager takes to start it. */
export function chartwrightBin(project: string, args: readonly string[]): Promise<ProcessResult> {
  return run(join(project, "node_modules", ".bin", "chartwright"), args, project);
}
