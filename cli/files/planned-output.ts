/** A directory that is to be written, computed in full before anything is. */
export interface PlannedOutput {
  /** Where, relative to the base, with `/` between names: `charts/etl`. */
  readonly directory: string;
  /** Its files: path below the directory to text or bytes. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** What becomes of other files there: `removed` makes the directory hold just these, `kept` leaves them alone. */
  readonly others: "removed" | "kept";
  /** A file that a directory with anything in it must hold to be replaced. */
  readonly marker?: string;
}

/** An output whose files are all text, as generated ones are. */
export interface PlannedTexts extends PlannedOutput {
  readonly files: ReadonlyMap<string, string>;
}
