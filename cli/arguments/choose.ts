import { nearest } from "../../generator/nearest.ts";

/** Says that a word is none of those that are known, which one is the nearest, and where it was given. */
export class ChoiceError extends Error {
  readonly code = "CHOICE";
  /** What was wanted and what was found. */
  readonly reason: string;

  constructor(doing: string, found: string, known: readonly string[]) {
    const near = nearest(found, known);
    const hint = near === undefined ? "" : `; did you mean "${near}"?`;
    const wanted = known.length === 0 ? "none, for there is none" : `one of ${known.join(", ")}`;
    const reason = `expected ${wanted}, got "${found}"${hint}`;
    super(`${doing}: ${reason}`);
    this.name = "ChoiceError";
    this.reason = reason;
  }
}

/**
 * Finds the word that is meant among those that are known.
 * @param doing begins the message: `Cannot draw pipeline "etl": --env`
 * @throws ChoiceError
 */
export function choose<T extends string>(doing: string, value: string, known: readonly T[]): T {
  const found = known.find((name) => name === value);
  if (found === undefined) throw new ChoiceError(doing, value, known);
  return found;
}
