import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { runProcess } from "../cli/helm/run-process.ts";
import { writePipeline } from "../test/cli/sample-pipeline.ts";
import { peerEnvironment } from "./install-peers.ts";

/**
 * Packs the package as npm publishes it and installs it in a new project with one pipeline, as TypeScript and, with the
 * same text, as JavaScript.
 * @throws Error with the output of npm
 */
export async function createPackedProject(root: string, directory: string): Promise<void> {
  await mkdir(join(directory, "pipelines"), { recursive: true });
  await runNpm(root, ["pack", "--pack-destination", directory]);
  const archive = (await readdir(directory)).find((name) => name.endsWith(".tgz")) ?? "";
  await writeFile(join(directory, "package.json"), JSON.stringify({ name: "project", private: true, type: "module" }));
  for (const name of ["etl.ts", "etl.mjs"]) await writeFile(join(directory, "pipelines", name), writePipeline());
  await runNpm(directory, [
    "install",
    "--prefer-offline",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    `./${archive}`,
  ]);
}

/** Runs `chartwright generate` in such a project. */
export async function generate(directory: string, file: "etl.ts" | "etl.mjs"): Promise<void> {
  const program = join("node_modules", "chartwright", "build", "chartwright.js");
  const args = [program, "generate", `pipelines/${file}`];
  const result = await runProcess(process.execPath, args, { cwd: directory });
  if (result.code !== 0) throw new Error(`Cannot generate: ${result.stderr}`);
}

async function runNpm(cwd: string, args: readonly string[]): Promise<void> {
  const result = await runProcess("npm", args, { cwd, env: peerEnvironment() });
  if (result.code !== 0) throw new Error(`Cannot run npm ${args.join(" ")}: ${result.stderr}`);
}
