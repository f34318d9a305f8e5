/** Prints a pipeline whose environments have been checked. */
import type { Files } from "../chart/print-chart.ts";
import { checkEnvironments } from "./environments/check-environments.ts";
import type { Pipeline } from "./pipeline.ts";
import { printUmbrella } from "./umbrella/print-umbrella.ts";

/**
 * Prints the files of a pipeline chart, sorted by path, and checks all that the command checks: the values of the
 * pipeline and of each environment, and the objects that they render to.
 *
 * @throws ValuesError when the schema refuses the values or an environment
 * @throws EnvironmentError that names the environment and the violations of guards or rules
 * @throws PipelineError when the chart is too large for Helm
 */
export function printPipeline(pipeline: Pipeline): Files {
  const files = printUmbrella(pipeline);
  checkEnvironments(pipeline);
  return files;
}
