/**
 * Compares what the charts cost Helm with what those of another commit did: the CPU time of `helm template`, by turns,
 * with both Helms, and the size of their schemas.
 *
 *     npm run bench:cost -- --base main
 *     npm run bench:cost -- --base HEAD~3 --runs 10 --chart pipeline
 */
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { extract } from "tar";
import { createCommand, runIfMain } from "../cli/arguments/create-command.ts";
import { readCount, readWord } from "../cli/arguments/options.ts";
import { findHelm } from "../cli/helm/find-helm.ts";
import { runProcess } from "../cli/helm/run-process.ts";
import { printTable } from "../cli/terminal/print-table.ts";
import { median } from "./median.ts";

const command = createCommand("npm run bench:cost --", {
  description: "Compares what the charts cost Helm with what those of another commit did.",
  example: "npm run bench:cost -- --base main --chart pipeline",
})
  .requiredOption("--base <ref>", "the commit to compare with", readWord)
  .option("--runs <n>", "runs of each, by turns", readCount, 30)
  .option("--chart <name>", "one chart", readWord)
  .action(run);

const root = join(import.meta.dirname, "..");
const header = ["Chart", "Schema", "Before", "Ratio", "Helm", "CPU", "Before", "Ratio"];

interface Options {
  readonly base: string;
  readonly runs: number;
  readonly chart?: string | undefined;
}

/** A chart of this checkout and that of the other commit. */
interface Pair {
  readonly now: string;
  readonly before: string;
}

async function run({ base, runs, chart }: Options): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "chartwright-cost-"));
  try {
    await checkOutCharts(base, directory);
    const rows: (readonly string[])[] = [];
    for (const name of await readdir(join(directory, "charts"))) {
      const pair = { now: join(root, "charts", name), before: join(directory, "charts", name) };
      if ((chart === undefined || chart === name) && existsSync(pair.now))
        rows.push(...(await compare(name, pair, runs)));
    }
    console.log(
      printTable([header, ...rows], { align: ["left", "right", "right", "right", "left", "right", "right"] }),
    );
    console.log(`\n  Medians of ${runs} runs by turns, user and system time; the ratio is the median of pairs.`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function checkOutCharts(ref: string, directory: string): Promise<void> {
  const archive = join(directory, "charts.tar");
  const args = ["archive", "--format=tar", `--output=${archive}`, ref, "charts"];
  const { code, stderr } = await runProcess("git", args, { cwd: root });
  if (code !== 0) throw new Error(`Cannot check out "${ref}": ${stderr.trim()}`);
  await extract({ file: archive, cwd: directory });
}

async function compare(name: string, pair: Pair, runs: number): Promise<readonly (readonly string[])[]> {
  // Values of that commit, which this checkout takes too.
  const file = join(pair.before, "ci", "default-values.yaml");
  const values = existsSync(file) ? ["--values", file] : [];
  const [now, before] = await Promise.all([pair.now, pair.before].map(measureSchema));
  const schema = [`${now} kB`, `${before} kB`, formatRatio(Number(now) / Number(before))];
  const rows: (readonly string[])[] = [];
  for (const version of ["4.1.4", "3.17.3"] as const) {
    const helm = await findHelm({ version });
    const times = await timePairs(pair, runs, (chart) =>
      timeProcess(helm.path, ["template", "cost", chart, ...values]),
    );
    const [first = "", ...others] = rows.length === 0 ? [name, ...schema] : ["", "", "", ""];
    const ratio = median(times.map((time) => time.now / time.before));
    const cpu = [times.map((time) => time.now), times.map((time) => time.before)].map(
      (all) => `${median(all).toFixed(0)} ms`,
    );
    rows.push([first, ...others, version, ...cpu, formatRatio(ratio)]);
  }
  return rows;
}

async function measureSchema(chart: string): Promise<number> {
  return Math.round((await stat(join(chart, "values.schema.json"))).size / 1000);
}

// The first pair warms the disk's cache and does not count.
async function timePairs({ now, before }: Pair, runs: number, time: (chart: string) => Promise<number>) {
  const times: { readonly now: number; readonly before: number }[] = [];
  for (let round = 0; round <= runs; round += 1) {
    const [first, second] = round % 2 === 0 ? [now, before] : [before, now];
    const [a, b] = [await time(first), await time(second)];
    if (round > 0) times.push(round % 2 === 0 ? { now: a, before: b } : { now: b, before: a });
    process.stdout.write(".");
  }
  process.stdout.write("\n");
  return times;
}

// The CPU time of a child is what a shell knows; Node does not.
async function timeProcess(program: string, args: readonly string[]): Promise<number> {
  const script = '"$0" "$@" > /dev/null && times';
  const { code, stdout, stderr } = await runProcess("bash", ["-c", script, program, ...args]);
  if (code !== 0) throw new Error(`Cannot time ${[program, ...args].join(" ")}: ${stderr}`);
  const [, children = ""] = stdout.trim().split("\n");
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s));
  return seconds.reduce((sum, each) => sum + each, 0) * 1000;
}

function formatRatio(ratio: number): string {
  return ratio.toFixed(2);
}

runIfMain(import.meta, command);
