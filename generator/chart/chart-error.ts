/** The definition of a chart is invalid. */
export class ChartError extends Error {
  readonly code = "CHART";
  readonly path: string;

  constructor(chart: string, path: string, wanted: string, found: string) {
    super(`Cannot define chart "${chart}": ${path}: expected ${wanted}, got ${found}`);
    this.name = "ChartError";
    this.path = path;
  }
}
