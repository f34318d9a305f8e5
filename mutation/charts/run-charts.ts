/** Tests the mutants of all charts. */
import { availableParallelism } from "node:os";
import { findHelm } from "../../scripts/lib/find-helm.ts";
import { mapLimited } from "../../scripts/lib/map-limited.ts";
import type { Helm } from "../../scripts/lib/run-helm.ts";
import { listSubjects } from "./cases/list-subjects.ts";
import { findEquivalent } from "./equivalent.ts";
import { createKiller, renderRight } from "./kill.ts";
import { type ChartMutant, listMutants } from "./list-mutants.ts";
import { createRenderer } from "./renderer.ts";
import type { Subject } from "./subject.ts";

/** What became of the mutants of a chart. */
export interface ChartScore {
  readonly chart: string;
  readonly mutants: number;
  /** Those that mean the same as the right chart; they count for nothing. */
  readonly equivalent: number;
  readonly survivors: readonly ChartMutant[];
}

/** Which mutants are tested, and who is told of it. */
export interface RunOptions {
  /** The name of one chart. */
  readonly chart?: string | undefined;
  /** Those that count among the mutants of a chart. */
  readonly select?: (mutants: readonly ChartMutant[], chart: string) => readonly ChartMutant[];
  /** Called after each mutant. */
  readonly tell: (done: number, all: number, chart: string) => void;
}

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
  for (const subject of listSubjects(options.chart)) scores.push(await scoreChart(subject, helm, options));
  return scores;
}

async function scoreChart(subject: Subject, helm: Pick<Helm, "path">, options: RunOptions): Promise<ChartScore> {
  const { select = (all) => all, tell } = options;
  const selected = select(listMutants(subject.files), subject.name);
  const mutants = selected.filter((one) => findEquivalent(one, subject.files.get(one.path) ?? "") === undefined);
  const renderers = await Promise.all(Array.from({ length: LIMIT }, () => createRenderer(helm, subject)));
  try {
    const [first] = renderers;
    const right = first === undefined ? new Map<string, string>() : await renderRight(subject, first);
    const idle = renderers.map((renderer) => createKiller(subject, renderer, right));
    let done = 0;
    const fates = await mapLimited(mutants, LIMIT, async (mutant) => {
      const kill = idle.pop();
      if (kill === undefined) throw new TypeError("Cannot test a mutant: expected a renderer that is idle, got none");
      const isKilled = await kill(mutant);
      idle.push(kill);
      done += 1;
      tell(done, mutants.length, subject.name);
      return isKilled;
    });
    return {
      chart: subject.name,
      mutants: mutants.length,
      equivalent: selected.length - mutants.length,
      survivors: mutants.filter((_, i) => fates[i] === false),
    };
  } finally {
    for (const renderer of renderers) await renderer.close();
  }
}
