/** Whether what Helm makes of a chart with a fault tells it from the right one. */
import { listLikely } from "./likely-trials.ts";
import type { ChartMutant } from "./list-mutants.ts";
import type { ChartRenderer } from "./renderer.ts";
import type { Subject } from "./subject.ts";
import type { Trial } from "./trials.ts";

/** How much the last trial counts among all before it. */
const LAST = 0.2;

/** How often a trial finds a fault in a check, as long as nothing is known of faults like it; the first find more. */
const PRIOR_OF_CHECK = 0.05;
const FIRST = 2;

/** How thoroughly mutants are tested. */
export interface KillerOptions {
  /** Leaves out trials that take long, but for those that the fault points to. */
  readonly isQuick?: boolean;
}

/** What takes long, in objects. */
const COSTLY = 100;

/** What only a stage of a pipeline has: there a fault in it shows. */
const OF_PIPELINE = /\((\.Gate|\.Pipeline|\.Chain)\)|\$upstream|\$services|\$chain\b/;

function isInPipeline({ name, refusal }: Trial): boolean {
  return refusal === "" && !name.startsWith("alone ");
}

/** Says which trial finds a mutant out; nothing where none does. `hint` names the one that is tried first. */
export type Killer = (mutant: ChartMutant, hint?: string) => Promise<string | undefined>;

/**
 * Makes a killer of some trials, which render with the renderer. What finds many of a title for what it takes is tried
 * first: neighbours fall alike.
 */
export function createKiller(
  subject: Subject,
  trials: readonly Trial[],
  renderer: ChartRenderer,
  { isQuick = false }: KillerOptions = {},
): Killer {
  return async ({ path, line, title, text, room }, hint) => {
    const own = subject.files.get(path) ?? "";
    const isOfPipeline = OF_PIPELINE.test(own.split("\n")[line - 1] ?? "");
    const first = new Set(trials.slice(0, FIRST));
    const priorOf = (trial: Trial): number => (room === undefined || first.has(trial) ? trial.prior : PRIOR_OF_CHECK);
    const hitsOf = (trial: Trial): number => trial.hits.get(title) ?? priorOf(trial);
    const inOrder = trials.toSorted((a, b) => hitsOf(b) / b.cost - hitsOf(a) / a.cost);
    const hinted = trials.filter(({ name }) => name === hint);
    const likely = [...(isOfPipeline ? inOrder.filter(isInPipeline) : []), ...listLikely(inOrder, title, own, text)];
    await renderer.change(path, text);
    try {
      const rest = isQuick ? inOrder.filter(({ cost }) => cost < COSTLY) : inOrder;
      for (const trial of new Set([...hinted, ...likely, ...rest])) {
        const isFound = await trial.run();
        trial.hits.set(title, (1 - LAST) * hitsOf(trial) + (isFound ? LAST : 0));
        if (isFound) return trial.name;
      }
      return undefined;
    } finally {
      await renderer.change(path, own);
    }
  };
}
