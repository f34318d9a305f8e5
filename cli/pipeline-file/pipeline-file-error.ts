/** Says what is wrong with a file that a pipeline or an example should come from. */
export class PipelineFileError extends Error {
  readonly code: "MISSING" | "FAILED" | "NO_PIPELINE" | "NO_EXAMPLE" | "SAME_NAME" | "ALLOWANCES";
  /** The file as it was named. */
  readonly path: string;

  constructor(code: PipelineFileError["code"], path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PipelineFileError";
    this.code = code;
    this.path = path;
  }
}
