/** The definition of a pipeline is invalid. */
export class PipelineError extends Error {
  readonly code = "PIPELINE";
  readonly path: string;

  /** `environment` is the one whose values are refused, where it is not the pipeline itself. */
  constructor(pipeline: string, path: string, wanted: string, found: string, environment?: string) {
    const place = environment === undefined ? "" : `environment ${environment} of `;
    super(`Cannot define ${place}pipeline "${pipeline}": ${path}: expected ${wanted}, got ${found}`);
    this.name = "PipelineError";
    this.path = path;
  }
}
