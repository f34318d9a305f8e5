/**
 * Compares evaluate with real Helm on values that are drawn at random, chart by chart, and on random pipelines.
 *
 *     npm run test:property -- --runs 2000
 *     npm run test:property -- --runs 500 --seed 42 --chart batch-job --go
 *
 * With --go, Kubernetes' own reader in tools/read-manifests reads what Helm printed too, and must read the same.
 */
import process from "node:process";
import { isMain } from "../../scripts/lib/is-main.ts";
import { readArguments } from "../../scripts/lib/read-arguments.ts";
import { readCount } from "../../scripts/lib/read-count.ts";
import { reportFailure } from "../../scripts/lib/report-failure.ts";
import { createCoverage } from "./coverage.ts";
import { drawSeed } from "./draw-seed.ts";
import { buildGoReader } from "./go-reader.ts";
import { type Source, sources } from "./sources.ts";
import { type VerifyOptions, verify } from "./verify.ts";

const usage = "npm run test:property -- [--runs N] [--seed S] [--chart NAME] [--shrink SECONDS] [--go]";

/** Runs it; the exit code is 1 where something disagrees. */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = readArguments({
    args,
    usage,
    options: {
      runs: { type: "string" },
      seed: { type: "string" },
      chart: { type: "string" },
      shrink: { type: "string" },
      go: { type: "boolean" },
    },
  });
  const runs = readCount(values.runs ?? "500", "--runs");
  const seed = values.seed === undefined ? drawSeed() : readCount(values.seed, "--seed");
  const chosen = sources.filter(({ name }) => values.chart === undefined || name === values.chart);
  if (chosen.length === 0) {
    const known = sources.map(({ name }) => name).join(", ");
    throw new TypeError(`Cannot read --chart: expected one of ${known}, got "${values.chart}"`);
  }
  const shrinkTime = 1000 * readCount(values.shrink ?? "60", "--shrink");
  const goReader = values.go === true ? await buildGoReader() : undefined;
  console.log(`Seed ${seed}, ${runs} cases of each`);
  try {
    for (const source of chosen) await verifyAndTell(source, { seed, runs, shrinkTime, goReader });
  } finally {
    await goReader?.close();
  }
}

async function verifyAndTell(
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
    schemaRuns: Math.ceil(runs / 4),
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

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
