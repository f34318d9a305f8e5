/** A file by which a directory shows that it may be replaced. */
export interface Marker {
  /** Its path in the directory. */
  readonly file: string;
  /** How its text begins. */
  readonly start: string;
}

/** A directory to write, computed completely before anything is written. */
export interface PlannedOutput {
  /** Where, relative to the base, with `/` between names: `charts/etl`. */
  readonly directory: string;
  /** Its files: path below the directory to text or bytes. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** What happens to other files there: `removed` leaves only these files in the directory, `kept` keeps the others. */
  readonly others: "removed" | "kept";
  /** What a directory with any files must contain to be replaced. */
  readonly marker?: Marker;
}

/** An output whose files are all text, as generated ones are. */
export interface PlannedTexts extends PlannedOutput {
  readonly files: ReadonlyMap<string, string>;
}
