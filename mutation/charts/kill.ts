/** Whether what Helm makes of a chart with a fault tells it from the right one. */
import { nameBlock } from "./coverage.ts";
import { findCalled, listLikely, listNear } from "./likely-trials.ts";
import type { ChartMutant } from "./list-mutants.ts";
import type { ChartRenderer } from "./renderer.ts";
import type { Subject } from "./subject.ts";
import type { Trial } from "./trials.ts";

/** How much the last trial counts among all before it. */
const LAST = 0.2;

/** How often a trial finds a fault in a check, as long as nothing is known of faults like it; the first find more. */
const PRIOR_OF_CHECK = 0.05;
const FIRST = 2;

/** Which trials a mutant is given. */
export interface KillOptions {
  /** The name of the one that is tried first. */
  readonly hint?: string | undefined;
  /** How many are tried; all by default. */
  readonly most?: number;
}

/** Says which trial finds a mutant out; nothing where none does. */
export type Killer = (mutant: ChartMutant, options?: KillOptions) => Promise<string | undefined>;

/**
 * Makes a killer of some trials, which render with the renderer. Those alone that run the block of a fault are tried, and
 * first what finds many of its title for what it takes: neighbours fall alike.
 */
export function createKiller(subject: Subject, trials: readonly Trial[], renderer: ChartRenderer): Killer {
  const first = new Set(trials.slice(0, FIRST));
  return async ({ path, start, title, text, room }, { hint, most = trials.length } = {}) => {
    const own = subject.files.get(path) ?? "";
    const priorOf = (trial: Trial): number => (room === undefined || first.has(trial) ? trial.prior : PRIOR_OF_CHECK);
    const hitsOf = (trial: Trial): number => trial.hits.get(title) ?? priorOf(trial);
    const block = nameBlock(path, own, start);
    const inOrder = trials
      .filter((trial) => trial.covers(block))
      .toSorted((a, b) => hitsOf(b) / b.cost - hitsOf(a) / a.cost);
    const hinted = inOrder.filter(({ name }) => name === hint);
    const near = room === undefined ? [] : listNear(inOrder, findCalled(path, own, start) ?? block);
    const likely = listLikely(inOrder, title, own, text);
    const tried = new Set([...hinted, ...near, ...likely, ...inOrder]);
    await renderer.change(path, text);
    try {
      for (const trial of [...tried].slice(0, most)) {
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
