/** An error in the file of a pipeline or an example. */
export class PipelineFileError extends Error {
  readonly code: "MISSING" | "FAILED" | "NO_PIPELINE" | "NO_EXAMPLE" | "SAME_NAME" | "ALLOWANCES";
  /** The file, as given. */
  readonly path: string;

  constructor(code: PipelineFileError["code"], path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PipelineFileError";
    this.code = code;
    this.path = path;
  }
}
