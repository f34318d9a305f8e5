/** How long it takes to generate all of this repository, against the three objects of a cdk8s app. */
import { globSync } from "node:fs";
import { cp, mkdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { runProcess } from "../../cli/helm/run-process.ts";
import { synthesize, writeApp } from "../cdk8s-app.ts";
import { formatTime, type Row } from "../row.ts";
import { timeByTurns } from "../time-by-turns.ts";

const sources = ["generator", "scripts", "package.json", "examples"];

/**
 * Measures whole processes: what `npm run generate` starts, in a copy of the sources, and `cdk8s synth --format helm`.
 * The first of everybody's runs does not count, and what it leaves on the disk stays for the others; so the script is
 * also measured without the cache that it starts with.
 */
export async function measureGeneration(root: string, scratch: string, advance: () => void): Promise<readonly Row[]> {
  const copy = join(scratch, "copy");
  await copySources(root, copy);
  const plain = join(scratch, "cdk8s-node");
  await writeApp(plain, "node");
  const template = join(scratch, "cdk8s-ts-node");
  await writeApp(template, "ts-node");
  const prepare = (): Promise<void> => removeGenerated(copy);
  const times = await timeByTurns(
    {
      ours: { prepare, run: () => generate(copy, ["--import", "./scripts/start-cache.js"]) },
      uncached: { prepare, run: () => generate(copy, []) },
      plain: { run: () => synthesize(plain) },
      template: { run: () => synthesize(template) },
    },
    advance,
  );
  const rowOf = (how: string, ours: number, what: string, theirs: number): Row => ({
    what: `Generate all of this repository: ${how}`,
    ours: formatTime(ours),
    other: { what: `cdk8s synth, 3 objects, ${what}`, value: formatTime(theirs) },
    ratio: ours / theirs,
    target: { text: "<= 0.33", isMet: ours / theirs <= 1 / 3 },
  });
  const cached = "npm run generate, warm cache";
  const starter = "ts-node as cdk8s init has it";
  return [
    rowOf(cached, times.ours, starter, times.template),
    rowOf("the same without a cache", times.uncached, starter, times.template),
    rowOf(cached, times.ours, "app started by node alone", times.plain),
  ];
}

async function copySources(root: string, copy: string): Promise<void> {
  await mkdir(copy);
  for (const path of sources) await cp(join(root, path), join(copy, path), { recursive: true });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
}

async function removeGenerated(copy: string): Promise<void> {
  for (const directory of ["charts", "values-schemas", "docs", ...globSync("examples/*/values", { cwd: copy })]) {
    await rm(join(copy, directory), { recursive: true, force: true });
  }
}

async function generate(copy: string, options: readonly string[]): Promise<void> {
  const result = await runProcess(process.execPath, [...options, join("scripts", "generate.ts")], { cwd: copy });
  if (result.code !== 0) throw new Error(`Cannot generate: ${result.stderr}`);
}
