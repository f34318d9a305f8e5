/** Pipelines in Mermaid. */
import { printMermaidGraph } from "../../graph/print-mermaid.ts";
import type { Pipeline } from "../pipeline.ts";
import { type GraphOptions, graphPipeline } from "./graph-pipeline.ts";

/**
 * Draws a pipeline as a flowchart in Mermaid: the text of a block, without its fence.
 *
 * @example
 * printMermaid(pipeline, { environment: "prod" })
 *
 * @throws TypeError when the pipeline has no such environment
 */
export function printMermaid(pipeline: Pipeline, options: GraphOptions = {}): string {
  return printMermaidGraph(graphPipeline(pipeline, options));
}
