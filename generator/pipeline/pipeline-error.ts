/** The definition of a pipeline is invalid. */
export class PipelineError extends Error {
  readonly code = "PIPELINE";
  readonly path: string;

  constructor(pipeline: string, path: string, wanted: string, found: string) {
    super(`Cannot define pipeline "${pipeline}": ${path}: expected ${wanted}, got ${found}`);
    this.name = "PipelineError";
    this.path = path;
  }
}
