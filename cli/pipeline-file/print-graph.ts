import type { PipelineGraph } from "../../generator/graph/graph.ts";
import { printTextGraph } from "../../generator/graph/print-text.ts";
import { planLayout } from "../../generator/graph/svg/plan-layout.ts";
import { printSvg } from "../../generator/graph/svg/print-svg.ts";
import { type Layout, readLayout } from "../../generator/graph/svg/read-layout.ts";
import { type GraphOptions, type Pipeline, printMermaid } from "../../generator/mod.ts";

import { graphPipeline } from "../../generator/pipeline/diagram/graph-pipeline.ts";

import type { Cache } from "../files/open-cache.ts";

/** The formats in which a pipeline is drawn. */
export const graphFormats = ["text", "mermaid", "svg"] as const;
/** One of them. */
export type GraphFormat = (typeof graphFormats)[number];

/** How a pipeline is drawn. */
export interface PrintGraphOptions extends GraphOptions {
  /** Cached layouts of Graphviz. */
  readonly cache?: Cache;
}

/**
 * Draws a pipeline.
 * @throws TypeError when the pipeline has no such environment
 */
export async function printGraph(
  pipeline: Pipeline,
  format: GraphFormat,
  { cache, ...options }: PrintGraphOptions = {},
): Promise<string> {
  if (format === "mermaid") return printMermaid(pipeline, options);
  const graph = graphPipeline(pipeline, options);
  return format === "text" ? `${printTextGraph(graph).join("\n")}\n` : printSvg(graph, await layOutGraph(graph, cache));
}

async function layOutGraph(graph: PipelineGraph, cache: Cache | undefined): Promise<Layout> {
  const plan = planLayout(graph);
  const layOut = async (): Promise<string> => {
    // Graphviz, a megabyte of WebAssembly, is loaded when it is used.
    const { instance } = await import("@viz-js/viz");
    return (await instance()).renderString(plan, { engine: "dot", format: "json0", yInvert: true });
  };
  return readLayout(await (cache === undefined ? layOut() : cache.recall(JSON.stringify(plan), layOut)));
}
