/** The seeds of CI, whose runs repeat one another: one for all cases, and each that ever failed. */

/** The value of PROPERTY_SEED for these seeds. */
export const FIXED = "fixed";

/** The seed of all cases. */
export const MAIN_SEED = 1;

/** A seed that has failed: the values that it draws differ after a change of a model, but are as hard as they were. */
export interface FailedSeed {
  readonly seed: number;
  /** The chart or pipeline whose values were drawn: a name in `sources`. */
  readonly source: string;
  /** What was wrong; where it can be, with a test of its own. */
  readonly found: string;
}

/** All that have failed, the latest last. Whoever draws another adds it. */
export const failedSeeds: readonly FailedSeed[] = [
  { seed: 726750891, source: "batch-job", found: "envFrom.prefix .3_ is 0.3 for readers of YAML 1.1" },
];

/** A seed, and the share of its cases that are drawn. */
export interface DrawnSeed {
  readonly seed: number;
  readonly share: number;
}

/** The seeds that values of a source are drawn from where PROPERTY_SEED is `given`, else `fresh`. */
export function listSeeds(source: string, given: string | undefined, fresh: number): readonly DrawnSeed[] {
  if (given !== FIXED) return [{ seed: fresh, share: 1 }];
  const failed = failedSeeds.filter((one) => one.source === source);
  return [{ seed: MAIN_SEED, share: 1 }, ...failed.map(({ seed }) => ({ seed, share: FEW }))];
}

/** Together they would take long. */
const FEW = 0.2;
