/** A directory to write, computed completely before anything is written. */
export interface PlannedOutput {
  /** Where, relative to the base, with `/` between names: `charts/etl`. */
  readonly directory: string;
  /** Its files: path below the directory to text or bytes. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** What happens to other files there: `removed` leaves only these files in the directory, `kept` keeps the others. */
  readonly others: "removed" | "kept";
  /** A file that a directory with any files must contain to be replaced. */
  readonly marker?: string;
}

/** An output whose files are all text, as generated ones are. */
export interface PlannedTexts extends PlannedOutput {
  readonly files: ReadonlyMap<string, string>;
}
