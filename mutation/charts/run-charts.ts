/** Tests the mutants of all charts. */
import { availableParallelism } from "node:os";
import { mapLimited } from "../../cli/files/map-limited.ts";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { batchesOf } from "./batches.ts";
import { listSubjects } from "./cases/list-subjects.ts";
import { measureCoverage } from "./coverage.ts";
import { findEquivalent } from "./equivalent.ts";
import { FATES, nameMutants, readFates, readHints, SURVIVED, selectMutants, writeFates } from "./fates.ts";
import { createKiller } from "./kill.ts";
import { type ChartMutant, listMutants } from "./list-mutants.ts";
import { buildRenderProgram } from "./render-server.ts";
import { type ChartRenderer, createRenderer } from "./renderer.ts";
import { createRightChart } from "./right-chart.ts";
import { type RoomScore, scoreRooms } from "./room-scores.ts";
import type { Subject } from "./subject.ts";
import { listTrials } from "./trials.ts";

/** What became of the mutants of a chart. */
export interface ChartScore {
  readonly chart: string;
  /** All that count, with those that an earlier run has found out. */
  readonly mutants: number;
  /** How many of them were tested now. */
  readonly tested: number;
  /** Those that mean the same as the right chart; they count for nothing. */
  readonly equivalent: number;
  readonly survivors: readonly ChartMutant[];
  /** The mutants that lie in checks, by the folder of generator/ that they are from. */
  readonly rooms: readonly RoomScore[];
}

/** Which mutants are tested, and who is told of it. */
export interface RunOptions {
  /** The name of one chart. */
  readonly chart?: string | undefined;
  /** Leaves those out that the last run of their chart found out. */
  readonly reuse?: boolean;
  /** Called after each mutant. */
  readonly tell: (done: number, all: number, chart: string) => void;
  /** Called for each that no case finds out, as soon as this is known. */
  readonly tellSurvivor: (mutant: ChartMutant, chart: string) => void;
}

/** How many mutants are tested between two times at which their fates are kept. */
const KEEP_EVERY = 25;

/**
 * How many trials each mutant is given before any is given all: one that survives takes as long as a hundred others, and
 * what finds those tells which to try first.
 */
const FIRST_TRIALS = 30;

/** How many renders go on at once. */
const LIMIT = Math.max(2, availableParallelism());

/**
 * Tests the mutants of the charts, or of one.
 *
 * @throws Error where a chart without a fault is not rendered as it should
 */
export async function runCharts(options: RunOptions): Promise<readonly ChartScore[]> {
  const helm = await findHelm({ version: "4.1.4" });
  const scores: ChartScore[] = [];
  const program = await buildRenderProgram();
  try {
    for (const subject of listSubjects(options.chart)) {
      const createOne = (): Promise<ChartRenderer> => createRenderer(helm, subject, program.start());
      scores.push(await scoreChart(subject, createOne, options));
    }
  } finally {
    await program.close();
  }
  return scores;
}

type CreateRenderer = () => Promise<ChartRenderer>;

async function scoreChart(subject: Subject, createOne: CreateRenderer, options: RunOptions): Promise<ChartScore> {
  const { name, files } = subject;
  const all = nameMutants(listMutants(files), name, files);
  const names = new Map([...all].filter(([one]) => findEquivalent(one, files.get(one.path) ?? "") === undefined));
  const { known, open } = selectMutants(names, options.reuse === true ? await readFates(FATES, name) : new Map());
  const hints = await readHints(FATES, name);
  const fates = new Map(known);
  const keep = async (one: ChartMutant, trial: string | undefined): Promise<void> => {
    fates.set(names.get(one) ?? "", trial ?? SURVIVED);
    // A run takes long: what it has found stays when it is ended.
    if (fates.size % KEEP_EVERY === 0) await writeFates(FATES, name, fates);
  };
  const survivors = await findSurvivors(subject, open, createOne, {
    ...options,
    hintFor: (one) => hints.get(names.get(one) ?? ""),
    keep,
  });
  await writeFates(FATES, name, fates);
  const rooms = scoreRooms([...names.keys()], new Set(survivors));
  return { chart: name, mutants: names.size, tested: open.length, equivalent: all.size - names.size, survivors, rooms };
}

interface FindOptions extends RunOptions {
  /** What found a mutant the last time. */
  readonly hintFor: (mutant: ChartMutant) => string | undefined;
  /** Called with what has become of each. */
  readonly keep: (mutant: ChartMutant, trial: string | undefined) => Promise<void>;
}

/** Those of some mutants that nothing finds out. */
async function findSurvivors(
  subject: Subject,
  mutants: readonly ChartMutant[],
  createOne: CreateRenderer,
  { hintFor, keep, tell, tellSurvivor }: FindOptions,
): Promise<readonly ChartMutant[]> {
  const pristine = await createOne();
  const renderers = await Promise.all(Array.from({ length: LIMIT }, createOne));
  try {
    const right = createRightChart(subject, pristine);
    const batches = await measureCoverage(subject.files, batchesOf(subject), [pristine, ...renderers]);
    const idle = renderers.map((renderer) =>
      createKiller(subject, listTrials(subject, batches, { renderer, right }), renderer),
    );
    let open = mutants;
    let done = 0;
    for (const most of [FIRST_TRIALS, Number.POSITIVE_INFINITY]) {
      const found = await mapLimited(open, LIMIT, async (mutant) => {
        const kill = idle.pop();
        if (kill === undefined) throw new TypeError("Cannot test a mutant: expected a renderer that is idle, got none");
        const trial = await kill(mutant, { hint: hintFor(mutant), most });
        idle.push(kill);
        if (trial === undefined && most === FIRST_TRIALS) return trial;
        await keep(mutant, trial);
        done += 1;
        if (trial === undefined) tellSurvivor(mutant, subject.name);
        tell(done, mutants.length, subject.name);
        return trial;
      });
      open = open.filter((_, i) => found[i] === undefined);
    }
    return open;
  } finally {
    for (const renderer of [pristine, ...renderers]) await renderer.close();
  }
}
