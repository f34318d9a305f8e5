/** The differences from an earlier commit that are meant. */

/** Differences that are meant, and why. */
export interface ExpectedDifference {
  readonly reason: string;
  /** Whether a difference at this place is one of them: a path in an object, or the path that a refusal is about. */
  readonly matches: (path: string) => boolean;
}

/** All that are meant; a change that is released leaves the list. */
export const expectedDifferences: readonly ExpectedDifference[] = [];
