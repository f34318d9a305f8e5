/** How long it takes to write charts: all of this repository, against the three objects of a cdk8s app. */
import { cp, mkdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { runProcess } from "../../scripts/lib/run-process.ts";
import { synthesize, writeApp } from "../cdk8s-app.ts";
import { formatTime, type Row } from "../row.ts";
import { timeByTurns } from "../time-by-turns.ts";

const sources = ["generator", "scripts", "package.json", "examples/reference-pipeline"];

/** Measures whole processes: `node scripts/generate.ts` in a copy of the sources, and `cdk8s synth --format helm`. */
export async function measureGeneration(root: string, scratch: string, advance: () => void): Promise<readonly Row[]> {
  const copy = join(scratch, "copy");
  await mkdir(join(copy, "examples"), { recursive: true });
  for (const path of sources) await cp(join(root, path), join(copy, path), { recursive: true });
  await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  const plain = join(scratch, "cdk8s-node");
  await writeApp(plain, "node");
  const template = join(scratch, "cdk8s-ts-node");
  await writeApp(template, "ts-node");
  const times = await timeByTurns(
    {
      ours: { prepare: () => removeGenerated(copy), run: () => generate(copy) },
      plain: { run: () => synthesize(plain) },
      template: { run: () => synthesize(template) },
    },
    advance,
  );
  const rowOf = (what: string, theirs: number): Row => ({
    what: "Generate 5 charts and schemas: node scripts/generate.ts",
    ours: formatTime(times.ours),
    other: { what, value: formatTime(theirs) },
    ratio: times.ours / theirs,
    target: { text: "<= 0.33", isMet: times.ours / theirs <= 1 / 3 },
  });
  return [
    rowOf("cdk8s synth, 3 objects, ts-node as cdk8s init has it", times.template),
    rowOf("cdk8s synth, 3 objects, app started by node alone", times.plain),
  ];
}

async function removeGenerated(copy: string): Promise<void> {
  for (const directory of ["charts", "values-schemas", "examples/reference-pipeline/values"]) {
    await rm(join(copy, directory), { recursive: true, force: true });
  }
}

async function generate(copy: string): Promise<void> {
  const result = await runProcess(process.execPath, [join("scripts", "generate.ts")], { cwd: copy });
  if (result.code !== 0) throw new Error(`Cannot generate: ${result.stderr}`);
}
