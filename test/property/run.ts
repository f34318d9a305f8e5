/**
 * Compares evaluate with real Helm on values that are drawn at random, chart by chart, and on random pipelines.
 *
 *     npm run test:property -- --runs 2000
 *     npm run test:property -- --runs 500 --seed 42 --chart batch-job --go
 *
 * With --go, Kubernetes' own reader in tools/read-manifests reads what Helm printed too, and must read the same.
 */
import process from "node:process";
import { createCommand, runIfMain } from "../../cli/arguments/create-command.ts";
import { readCount, readWord } from "../../cli/arguments/options.ts";
import { bothHelms } from "../helm-versions.ts";
import { createCoverage } from "./coverage.ts";
import { drawSeed } from "./draw-seed.ts";
import { buildGoReader } from "./go-reader.ts";
import { type Source, sources } from "./sources.ts";
import { type VerifyOptions, verify } from "./verify.ts";

const command = createCommand("npm run test:property --", {
  description: "Compares evaluate with real Helm on values and pipelines that are drawn at random.",
})
  .option("--runs <n>", "cases of each", readCount, 500)
  .option("--seed <n>", "what the cases are drawn from (default: another one each time)", readCount)
  .option("--chart <name>", "one chart", readWord)
  .option("--shrink <seconds>", "how long a smaller case is looked for", readCount, 60)
  .option("--go", "read with Kubernetes' own reader, too", false)
  .action(run);

interface Options {
  readonly runs: number;
  readonly seed?: number | undefined;
  readonly chart?: string | undefined;
  readonly shrink: number;
  readonly go: boolean;
}

/** Runs it; the exit code is 1 where something disagrees. */
async function run({ runs, seed = drawSeed(), chart, shrink, go }: Options): Promise<void> {
  const chosen = sources.filter(({ name }) => chart === undefined || name === chart);
  if (chosen.length === 0) {
    const known = sources.map(({ name }) => name).join(", ");
    throw new TypeError(`Cannot read --chart: expected one of ${known}, got "${chart}"`);
  }
  const shrinkTime = 1000 * shrink;
  const goReader = go ? await buildGoReader() : undefined;
  console.log(`Seed ${seed}, ${runs} cases of each`);
  try {
    for (const source of chosen) await verifyAndReport(source, { seed, runs, shrinkTime, goReader });
  } finally {
    await goReader?.close();
  }
}

async function verifyAndReport(
  { name, create }: Source,
  options: Pick<VerifyOptions, "seed" | "runs" | "shrinkTime" | "goReader">,
): Promise<void> {
  const { runs } = options;
  const start = performance.now();
  const { arbitrary, subject } = create();
  const coverage = subject === undefined ? undefined : createCoverage(subject.model);
  let done = 0;
  const { accepted, refused, kinds, failures } = await verify(name, arbitrary, {
    ...options,
    helms: bothHelms,
    schemaRuns: Math.ceil(runs / 4),
    oddRuns: Math.ceil(runs / 4),
    refusedRuns: runs,
    installRuns: Math.ceil(runs / 200),
    onBatch(cases) {
      done += cases.length;
      process.stderr.write(`\r${name}: ${done} of ${runs}`);
      for (const { values } of cases) coverage?.add(values);
    },
  });
  const perCase = ((performance.now() - start) / done).toFixed(1);
  process.stderr.write("\r");
  console.log(`${name}: ${accepted} rendered, ${refused} refused by the same guards, ${perCase} ms each`);
  console.log(`  objects: ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ")}`);
  if (coverage !== undefined) {
    const { drawn, all, missed } = coverage.read();
    console.log(`  fields drawn: ${drawn} of ${all}${missed.length === 0 ? "" : `; never: ${missed.join(", ")}`}`);
  }
  for (const failure of failures) console.error(`\n${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}

runIfMain(import.meta, command);
