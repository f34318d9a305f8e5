/**
 * Measures Chartwright, alone and against its peers, and prints one table: medians of alternating runs.
 *
 *     node bench/run.ts
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { findHelm } from "../cli/helm/find-helm.ts";
import { printTable } from "../cli/terminal/print-table.ts";
import { reportFailure } from "../cli/terminal/report-failure.ts";
import { installPeers } from "./install-peers.ts";
import { measureCases } from "./measures/cases.ts";
import { measureGeneration } from "./measures/generation.ts";
import { measureGrowth } from "./measures/growth.ts";
import { measureRendering } from "./measures/rendering.ts";
import { measureTypes } from "./measures/types.ts";
import { cellsOf, type Row } from "./row.ts";
import { RUNS } from "./time-by-turns.ts";

const root = join(import.meta.dirname, "..");
// Files of all contenders are in memory if possible: some disks need a millisecond to create one, depending on the
// directory, and there are two hundred of them.
const place = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
const header = ["What is measured", "Chartwright", "Compared with", "Median", "Ratio", "Target"];

async function run(): Promise<void> {
  installPeers();
  const helm = await findHelm();
  const machine = describeMachine();
  const scratch = await mkdtemp(join(place, "chartwright-bench-"));
  try {
    const rows = [
      ...(await measure("Generation", (advance) => measureGeneration(root, scratch, advance))),
      ...(await measure("Rendering", (advance) => measureRendering(root, helm, advance))),
      ...(await measure("Cases", measureCases)),
      ...(await measure("Types", (advance) => measureTypes(root, advance))),
      ...(await measure("Growth", measureGrowth)),
    ];
    console.log(
      `\n${printTable([header, ...rows.map(cellsOf)], { align: ["left", "right", "left", "right", "right"] })}`,
    );
    console.log(`\n  Medians of ${RUNS} alternating runs, after a warm-up run; files in ${place}.\n  ${machine}`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function measure(title: string, work: (advance: () => void) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  process.stdout.write(`${title} `);
  const rows = await work(() => process.stdout.write("."));
  process.stdout.write("\n");
  return rows;
}

// The load matters: other processes on the same machine slow all contenders down.
function describeMachine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const model = cpus()[0]?.model.trim() ?? "unknown CPU";
  const { platform, arch, version } = process;
  return `${model}, ${availableParallelism()} CPUs, ${memory}, ${platform} ${arch}, Node ${version.slice(1)}, load ${load} at the start`;
}

run().catch(reportFailure);
