import { median } from "./median.ts";

/** How often each contender runs, after one run that is not counted. */
export const RUNS = 5;

/** A measured task. */
export interface Contender {
  /** Runs it once. */
  readonly run: () => unknown;
  /** Prepares a run; its time does not count. */
  readonly prepare?: () => unknown;
  /** How many times `run` does its work; the time is that of one (default: 1). */
  readonly repeats?: number;
}

/**
 * Runs contenders alternately, so that other load on the machine affects them equally; every second round is in the
 * opposite order.
 * @param advance called after each run
 * @returns median milliseconds by name
 */
export async function timeByTurns<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  advance: () => void,
): Promise<Readonly<Record<Name, number>>> {
  const entries = Object.entries<Contender>(contenders);
  const times = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round <= RUNS; round += 1) {
    for (const [name, contender] of round % 2 === 0 ? entries : entries.toReversed()) {
      const time = await timeOnce(contender);
      if (round > 0) times.get(name)?.push(time);
      advance();
    }
  }
  // The names are those of the contenders.
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)])) as Record<Name, number>;
}

async function timeOnce({ run, prepare, repeats = 1 }: Contender): Promise<number> {
  await prepare?.();
  const start = performance.now();
  await run();
  return (performance.now() - start) / repeats;
}
