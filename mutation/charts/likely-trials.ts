/** The trials that a mutant points to: a guard is missed by what it refuses alone. */
import { nameBlock } from "./coverage.ts";
import type { Trial } from "./trials.ts";

/** How much of a template, around its fault, tells which guard it is, in characters; and how many cases may. */
const BEFORE = 150;
const NEAR = 600;
const MOST_LIKELY = 8;

/** How many may be tried for being refused soon after they run the block of a fault. */
const MOST_NEAR = 6;

/**
 * Those of some trials whose message has most words of a guard at a mutant's fault, in that order; none where there is
 * no guard. `own` is the template without the fault, `changed` the one with it.
 */
export function listLikely(trials: readonly Trial[], title: string, own: string, changed: string): readonly Trial[] {
  const text = textAt(own, changed);
  if (!/\b(fail|required|printf|default)\b/.test(text)) return [];
  const refused = trials.filter(({ refusal }) => refusal !== "");
  const near = wordsOf(text);
  const uses = countUses(refused);
  const likeness = ({ refusal }: Trial): number =>
    [...wordsOf(refusal)].reduce((sum, word) => sum + (near.has(word) ? 1 / (uses.get(word) ?? 1) : 0), 0);
  const inOrder = refused.toSorted((a, b) => likeness(b) - likeness(a));
  return /^(fail|required) dropped$/.test(title) ? inOrder : inOrder.slice(0, MOST_LIKELY);
}

/** Those of some trials that are refused soonest after they run a block. */
export function listNear(trials: readonly Trial[], block: string): readonly Trial[] {
  return trials
    .filter(({ refusal, covers }) => refusal !== "" && covers(block))
    .toSorted((a, b) => a.runsBehind(block) - b.runsBehind(block))
    .slice(0, MOST_NEAR);
}

/** The block in which the check starts that an action at a position calls; nothing where it calls none of its file. */
export function findCalled(path: string, own: string, start: number): string | undefined {
  const [, name] = /^\{\{-? *include ("[^"]+")/.exec(own.slice(start)) ?? [];
  const define = name === undefined ? -1 : own.indexOf(`define ${name}`);
  return define < 0 ? undefined : nameBlock(path, own, own.indexOf("}}", define) + "}}".length);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[A-Za-z]{3,}/g));
}

/** In how many of the messages each word is: a rare one tells more. */
function countUses(trials: readonly Trial[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { refusal } of trials) for (const word of wordsOf(refusal)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return uses;
}

function textAt(own: string, changed: string): string {
  let start = 0;
  while (start < own.length && own[start] === changed[start]) start += 1;
  return own.slice(Math.max(0, start - BEFORE), start + NEAR);
}
