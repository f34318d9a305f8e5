import { nearest } from "../../generator/nearest.ts";
import { ArgumentsError } from "./read-arguments.ts";

/** An option whose value is one of some words. */
export interface Choice<T extends string> {
  /** What is being done, for the message: `Cannot draw pipeline "etl"`. */
  readonly doing: string;
  readonly option: string;
  readonly known: readonly T[];
  readonly usage: string;
}

/**
 * Finds the value of an option among those that it may have.
 * @throws ArgumentsError that names them all, and the nearest one
 */
export function chooseOption<T extends string>(value: string, { doing, option, known, usage }: Choice<T>): T {
  const found = known.find((name) => name === value);
  if (found !== undefined) return found;
  const near = nearest(value, known);
  const hint = near === undefined ? "" : `; did you mean "${near}"?`;
  const wanted = known.length === 0 ? "none, for there is none" : `one of ${known.join(", ")}`;
  throw new ArgumentsError(value, `${doing}: ${option}: expected ${wanted}, got "${value}"${hint}`, usage);
}
