import type { Viz } from "@viz-js/viz";
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

/** Loads Graphviz, a megabyte of WebAssembly: only for who draws, and early if there is something else to do meanwhile. */
export async function loadGraphviz(): Promise<Viz> {
  graphviz ??= import("@viz-js/viz").then(({ instance }) => instance());
  return await graphviz;
}

let graphviz: Promise<Viz> | undefined;

async function layOutGraph(graph: PipelineGraph): Promise<Layout> {
  const graphviz = await loadGraphviz();
  return readLayout(graphviz.renderString(planLayout(graph), { engine: "dot", format: "json0", yInvert: true }));
}
