import type { PipelineGraph } from "../../generator/graph/graph.ts";
import { printTextGraph } from "../../generator/graph/print-text.ts";
import { planLayout } from "../../generator/graph/svg/plan-layout.ts";
import { printSvg } from "../../generator/graph/svg/print-svg.ts";
import { type Layout, readLayout } from "../../generator/graph/svg/read-layout.ts";
import { type GraphOptions, type Pipeline, printMermaid } from "../../generator/mod.ts";
import { graphPipeline } from "../../generator/pipeline/graph-pipeline.ts";

/** The formats in which a pipeline is drawn. */
export const graphFormats = ["text", "mermaid", "svg"] as const;
/** One of them. */
export type GraphFormat = (typeof graphFormats)[number];

/**
 * Draws a pipeline.
 * @throws TypeError when the pipeline has no such environment
 */
export async function printGraph(pipeline: Pipeline, format: GraphFormat, options: GraphOptions = {}): Promise<string> {
  if (format === "mermaid") return printMermaid(pipeline, options);
  const graph = graphPipeline(pipeline, options);
  return format === "text" ? `${printTextGraph(graph).join("\n")}\n` : printSvg(graph, await layOutGraph(graph));
}

// Graphviz, a megabyte of WebAssembly, is loaded when it is used.
async function layOutGraph(graph: PipelineGraph): Promise<Layout> {
  const { instance } = await import("@viz-js/viz");
  const graphviz = await instance();
  return readLayout(graphviz.renderString(planLayout(graph), { engine: "dot", format: "json0", yInvert: true }));
}
