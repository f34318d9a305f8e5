/**
 * Tests the tests: makes small faults in the code and in the charts, and counts those that are found out: in the code
 * by its tests, in a chart by cases, which Helm must render as evaluate() does or refuse with the same message.
 *
 *     npm run test:mutation
 *     npm run test:mutation -- --only code --layer values --reuse
 *     npm run test:mutation -- --only code --share 10
 *     npm run test:mutation -- --only charts --chart batch-job
 *
 * The code has over 14,000 mutants, which take hours: with --share, those of some declarations are tested, drawn at
 * random. With --reuse, Stryker keeps what an earlier run found where neither the code nor its tests have changed since;
 * of a chart, those that a case found out the last time count as killed, and all others are tested.
 */
import process from "node:process";
import { createCommand, runIfMain } from "../cli/arguments/create-command.ts";
import { readChoice, readCount, readWord } from "../cli/arguments/options.ts";
import { printTable } from "../cli/terminal/print-table.ts";
import type { ChartMutant } from "./charts/list-mutants.ts";
import { addRooms, type RoomScore } from "./charts/room-scores.ts";
import { type ChartScore, type RunOptions, runCharts } from "./charts/run-charts.ts";
import { layers } from "./code/layers.ts";
import { runStryker } from "./code/run-stryker.ts";
import { type LayerScore, type StrykerReport, scoreLayers, shareOf } from "./code/score.ts";
import { installStryker } from "./install-stryker.ts";

/** The least share of the mutants of each layer, and of each chart, that must be killed, from 0 to 1. */
const TARGETS = { code: 0.85, charts: 1 } as const;

const kinds = ["code", "charts"] as const;

const command = createCommand("npm run test:mutation --", {
  description: "Makes small changes in the code and in the charts, and counts those that the tests find.",
})
  .option("--only <kind>", "code or charts", (value) => readChoice(value, kinds))
  .option("--layer <name>", "one layer of generator/", (value) => readChoice(value, layers))
  .option("--share <percent>", "how many of the declarations in the code, drawn at random (default: all)", readCount)
  .option("--chart <name>", "one chart", readWord)
  .option("--reuse", "do not test again what an earlier run found", false)
  .action(run);

interface Options {
  readonly only?: (typeof kinds)[number] | undefined;
  readonly layer?: (typeof layers)[number] | undefined;
  readonly share?: number | undefined;
  readonly chart?: string | undefined;
  readonly reuse: boolean;
}

async function run({ only, layer, share, chart, reuse }: Options): Promise<void> {
  const isCodeGood = only === "charts" || (await testCode({ layer, share, reuse }));
  const areChartsGood = only === "code" || (await testCharts({ chart, reuse }));
  if (!isCodeGood || !areChartsGood) process.exitCode = 1;
}

async function testCode(which: Pick<Options, "layer" | "share" | "reuse">): Promise<boolean> {
  installStryker();
  const { layer, share, reuse } = which;
  const isEnough = (found: StrykerReport): boolean => shareOf(scoreLayers(found).total) >= TARGETS.code;
  const files: StrykerReport["files"][] = [];
  for (const each of layer === undefined ? layers : [layer]) {
    console.log(`\nThe layer ${each}`);
    const options = { layer: each, reuse, ...(share === undefined ? {} : { share: share / 100 }) };
    const found = await runStryker(options, isEnough);
    files.push(found.files);
  }
  const { rows, total } = scoreLayers({ files: Object.assign({}, ...files) });
  const header = ["Mutants of generator/", "killed", "in vain", "survived", "never run", "broken", "score"];
  const tested = rows.filter(({ killed, survived }) => killed + survived > 0);
  const table = [header, ...[...tested, total].map(cellsOf)];
  console.log(`\n${printTable(table, { align: ["left", "right", "right", "right", "right", "right", "right"] })}\n`);
  const shares = tested.map((score) => ({ of: score.layer, share: shareOf(score) }));
  return tellTarget("The tests kill", shares, TARGETS.code);
}

function cellsOf(score: LayerScore): readonly string[] {
  const { layer, killed, timedOut, survived, uncovered, broken } = score;
  const counts = [killed - timedOut, timedOut, survived - uncovered, uncovered, broken];
  return [layer, ...counts.map(String), percent(shareOf(score))];
}

async function testCharts(which: Pick<RunOptions, "chart" | "reuse">): Promise<boolean> {
  const tell = (done: number, all: number, name: string): void => {
    if (done % 50 === 0 || done === all) console.log(`  ${name}: ${done} of ${all} mutants`);
  };
  const tellSurvivor = ({ path, line, title }: ChartMutant, name: string): void =>
    console.log(`  charts/${name}/${path}:${line}: ${title}, and no case finds it out`);
  const scores = await runCharts({ ...which, tell, tellSurvivor });
  if (scores.length === 0) {
    throw new Error(`Cannot test the chart ${which.chart}: there is no such chart`);
  }
  const header = ["Mutants of charts/", "killed", "of these now", "survived", "no change", "score"];
  const table = [header, ...scores.map(chartCells)];
  console.log(`\n${printTable(table, { align: ["left", "right", "right", "right", "right", "right"] })}\n`);
  const rooms = addRooms(scores.flatMap((score) => score.rooms));
  const roomTable = [["Rooms of checks in generator/", "mutants", "killed"], ...rooms.map(roomCells)];
  console.log(`${printTable(roomTable, { align: ["left", "right", "right"] })}\n`);
  const shares = scores.map((score) => ({ of: score.chart, share: shareOfChart(score) }));
  return tellTarget("The cases find out", shares, TARGETS.charts);
}

function chartCells(score: ChartScore): readonly string[] {
  const { chart, mutants, tested, equivalent, survivors } = score;
  const counts = [mutants - survivors.length, tested - survivors.length, survivors.length, equivalent];
  return [chart, ...counts.map(String), percent(shareOfChart(score))];
}

function roomCells({ room, mutants, survivors }: RoomScore): readonly string[] {
  return [room, String(mutants), String(mutants - survivors)];
}

function shareOfChart({ mutants, survivors }: ChartScore): number {
  return mutants === 0 ? 0 : (mutants - survivors.length) / mutants;
}

/** The share of the mutants of a layer or a chart that were killed, from 0 to 1. */
interface Share {
  readonly of: string;
  readonly share: number;
}

/** Says whether all shares reach the target, and which do not. */
function tellTarget(what: string, shares: readonly Share[], target: number): boolean {
  const missed = shares.filter(({ share }) => share < target);
  for (const { of, share } of missed) {
    console.log(`${what} ${percent(share)} of the mutants of ${of}; at least ${percent(target)} are wanted.`);
  }
  if (missed.length > 0) return false;
  console.log(`${what} at least ${percent(target)} of the mutants of each: ${shares.map(({ of }) => of).join(", ")}.`);
  return true;
}

// Never more than there is: 99.96 % is not all.
function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}

runIfMain(import.meta, command);
