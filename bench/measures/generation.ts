/** How long the packed command takes in a user's project, against the three objects of a cdk8s app. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { synthesize, writeApp } from "../cdk8s-app.ts";
import { createPackedProject, generate } from "../packed-project.ts";
import { formatTime, type Row } from "../row.ts";
import { timeByTurns } from "../time-by-turns.ts";

/**
 * Measures whole processes: `chartwright generate` of the package as it is published, and `cdk8s synth --format helm`.
 * Both check the types of TypeScript, except for the app that Node starts directly.
 */
export async function measureGeneration(root: string, scratch: string, advance: () => void): Promise<readonly Row[]> {
  const project = join(scratch, "project");
  await createPackedProject(root, project);
  const plain = join(scratch, "cdk8s-node");
  await writeApp(plain, "node");
  const template = join(scratch, "cdk8s-ts-node");
  await writeApp(template, "ts-node");
  const prepare = (): Promise<void> => rm(join(project, "charts"), { recursive: true, force: true });
  const times = await timeByTurns(
    {
      typed: { prepare, run: () => generate(project, "etl.ts") },
      untyped: { prepare, run: () => generate(project, "etl.mjs") },
      plain: { run: () => synthesize(plain) },
      template: { run: () => synthesize(template) },
    },
    advance,
  );
  const rowOf = (how: string, ours: number, what: string, theirs: number): Row => ({
    what: `chartwright generate, packed, ${how}`,
    ours: formatTime(ours),
    other: { what: `cdk8s synth, 3 objects, ${what}`, value: formatTime(theirs) },
    ratio: ours / theirs,
    target: { text: "<= 0.33", isMet: ours / theirs <= 1 / 3 },
  });
  return [
    rowOf("pipelines/etl.ts", times.typed, "ts-node as cdk8s init has it", times.template),
    rowOf("pipelines/etl.mjs", times.untyped, "app started by node alone", times.plain),
  ];
}
