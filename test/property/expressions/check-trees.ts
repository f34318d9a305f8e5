/** Compares many random trees and makes those that disagree as small as they can be. */
import fc from "fast-check";
import { type Comparison, compareTrees, type Disagreement } from "./compare-trees.ts";
import { compactTree, simplifyTree, type Tree, trees } from "./tree.ts";

/** How trees are compared. */
export interface CheckOptions {
  readonly runs: number;
  readonly seed: number;
  /** How many trees that stop are compared in each batch. */
  readonly maxStopped: number;
  /** Whether to end at the first batch with a disagreement, and not to make it small (default: false). */
  readonly endsAtFirst?: boolean;
  readonly onBatch?: (done: number, found: Comparison) => void;
}

/** What was found, and the disagreements as text. */
export interface Report extends Comparison {
  readonly texts: readonly string[];
}

const BATCH = 100;
/** The most disagreements that are made small, and the time for each. */
const SHOWN = 12;
const SHRINK_MS = 15_000;
const SHRINK_BATCH = 50;

/** Compares random trees in batches of one Helm process each. */
export async function checkTrees(options: CheckOptions): Promise<Report> {
  const { runs, seed, maxStopped, endsAtFirst = false, onBatch } = options;
  let found: Comparison = { disagreements: [], rendered: 0, stopped: 0, leftOut: 0, refusals: [] };
  for (let done = 0; done < runs; done += BATCH) {
    const numRuns = Math.min(BATCH, runs - done);
    const sample = fc.sample(trees, { seed: seed + done, numRuns, unbiased: true });
    found = add(found, await compareTrees(sample, { maxStopped }));
    onBatch?.(done + numRuns, found);
    if (endsAtFirst && found.disagreements.length > 0) return { ...found, texts: found.disagreements.map(describe) };
  }
  const texts: string[] = [];
  for (const disagreement of found.disagreements.slice(0, SHOWN)) {
    texts.push(describe(await shrink(disagreement)));
  }
  return { ...found, texts };
}

function add(a: Comparison, b: Comparison): Comparison {
  return {
    disagreements: [...a.disagreements, ...b.disagreements],
    rendered: a.rendered + b.rendered,
    stopped: a.stopped + b.stopped,
    leftOut: a.leftOut + b.leftOut,
    refusals: [...a.refusals, ...b.refusals],
  };
}

/** Makes a tree that disagrees smaller as long as a smaller one disagrees too. */
async function shrink(disagreement: Disagreement): Promise<Disagreement> {
  const [compacted] = await compareAll([compactTree(disagreement.printed.tree)]);
  let smallest = compacted ?? disagreement;
  const end = performance.now() + SHRINK_MS;
  while (performance.now() < end) {
    const simpler = await findSimpler(smallest);
    if (simpler === undefined) break;
    smallest = simpler;
  }
  return smallest;
}

async function findSimpler({ printed }: Disagreement): Promise<Disagreement | undefined> {
  const all = [...simplifyTree(printed.tree)]
    .map((tree) => ({ tree, size: sizeOf(tree) }))
    .sort((a, b) => a.size - b.size);
  const size = sizeOf(printed.tree);
  const candidates = all.filter((one) => one.size <= size).map(({ tree }) => tree);
  for (let i = 0; i < candidates.length; i += SHRINK_BATCH) {
    const [first] = await compareAll(candidates.slice(i, i + SHRINK_BATCH));
    if (first !== undefined) return first;
  }
  return undefined;
}

async function compareAll(candidates: readonly Tree[]): Promise<readonly Disagreement[]> {
  const { disagreements } = await compareTrees(candidates, { maxStopped: 3, isOneEnough: true });
  return disagreements.toSorted((a, b) => textSize(a) - textSize(b));
}

function sizeOf(tree: Tree): number {
  return JSON.stringify(tree).length;
}

function textSize({ printed }: Disagreement): number {
  return printed.template.length + JSON.stringify(printed.values).length;
}

function describe({ printed, reason }: Disagreement): string {
  return `${printed.template}\nwith ${JSON.stringify(printed.values)}\n${reason}`;
}
