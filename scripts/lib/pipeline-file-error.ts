/** Says what is wrong with a file that a pipeline or an example should come from. */
export class PipelineFileError extends Error {
  readonly code: "missing" | "failed" | "no-pipeline" | "no-example" | "other-copy" | "same-name" | "allowances";
  /** The file as it was named. */
  readonly path: string;

  constructor(code: PipelineFileError["code"], path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PipelineFileError";
    this.code = code;
    this.path = path;
  }
}
