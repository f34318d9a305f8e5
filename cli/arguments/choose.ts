import { nearest } from "../../generator/nearest.ts";

/** A word that is not among the known ones, with the nearest of them, and where it was given. */
export class ChoiceError extends Error {
  readonly code = "CHOICE";
  /** What was wanted and what was found. */
  readonly reason: string;

  constructor(doing: string, found: string, known: readonly string[]) {
    const near = nearest(found, known);
    const hint = near === undefined ? "" : `; did you mean "${near}"?`;
    const wanted = known.length === 0 ? "none, because none is defined" : `one of ${known.join(", ")}`;
    const reason = `expected ${wanted}, got "${found}"${hint}`;
    super(`${doing}: ${reason}`);
    this.name = "ChoiceError";
    this.reason = reason;
  }
}

/**
 * Returns the word, if it is one of the known ones.
 * @param doing begins the message: `Cannot draw pipeline "etl": --env`
 * @throws ChoiceError
 */
export function choose<T extends string>(doing: string, value: string, known: readonly T[]): T {
  const found = known.find((name) => name === value);
  if (found === undefined) throw new ChoiceError(doing, value, known);
  return found;
}
