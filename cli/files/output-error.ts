/** Why a directory could not be written or read. */
export type OutputErrorCode =
  /** A path in the map is not inside the directory. */
  | "BAD_PATH"
  /** The directory lies outside of the allowed one, or is it. */
  | "OUTSIDE"
  /** The directory is reached through a symbolic link, or holds one. */
  | "SYMBOLIC_LINK"
  /** A file is where a directory must be. */
  | "NOT_A_DIRECTORY"
  /** The directory holds files of something else. */
  | "FOREIGN"
  /** The file system refused. */
  | "FAILED";

/** A directory could not be written or read; its previous files are intact. */
export class OutputError extends Error {
  readonly code: OutputErrorCode;
  /** The file or directory that caused the error. */
  readonly path: string;

  constructor(code: OutputErrorCode, path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "OutputError";
    this.code = code;
    this.path = path;
  }
}
