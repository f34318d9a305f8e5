/** The graph of stage dependencies: no unknown stages, no cycles. */
import { nearest } from "../nearest.ts";
import type { Parts } from "./pipeline.ts";
import { PipelineError } from "./pipeline-error.ts";

/** The dependencies of each stage. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** The dependencies of the parts of a pipeline. */
export function graphOf(parts: Parts): Graph {
  return new Map([...parts].map(([name, { stage }]) => [name, stage.dependsOn]));
}

/** The stages with dependents. */
export function dependenciesOf(graph: Graph): ReadonlySet<string> {
  return new Set([...graph.values()].flat());
}

/**
 * Refuses unknown dependencies and cycles of dependencies.
 *
 * @throws PipelineError that names the stage, or the whole cycle
 */
export function checkGraph(pipeline: string, graph: Graph): void {
  for (const [stage, upstream] of graph) {
    for (const name of upstream) {
      if (graph.has(name)) continue;
      const others = [...graph.keys()].filter((other) => other !== stage);
      throw new PipelineError(pipeline, `${stage}.dependsOn`, describeChoice(name, others), `"${name}"`);
    }
  }
  const done = new Set<string>();
  for (const stage of graph.keys()) followUpstream(pipeline, graph, [stage], done);
}

/** The stages of a graph without cycles, each after its dependencies. */
export function sortByDependency(graph: Graph): readonly string[] {
  const sorted = new Set<string>();
  const visit = (stage: string): void => {
    if (sorted.has(stage)) return;
    for (const name of graph.get(stage) ?? []) visit(name);
    sorted.add(stage);
  };
  for (const stage of graph.keys()) visit(stage);
  return [...sorted];
}

/** All dependencies of a stage, direct or indirect, each after its own. */
export function ancestorsOf(stage: string, graph: Graph): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    for (const upstream of graph.get(name) ?? []) {
      if (found.has(upstream)) continue;
      visit(upstream);
      found.add(upstream);
    }
  };
  visit(stage);
  return [...found];
}

/** The depth of each stage in the graph: 0 for a stage without dependencies. */
export function layersOf(graph: Graph): ReadonlyMap<string, number> {
  const layers = new Map<string, number>();
  for (const stage of sortByDependency(graph)) {
    const before = (graph.get(stage) ?? []).map((name) => layers.get(name) ?? 0);
    layers.set(stage, before.length === 0 ? 0 : Math.max(...before) + 1);
  }
  return layers;
}

function describeChoice(name: string, others: readonly string[]): string {
  if (others.length === 0) return "none, as the pipeline has no other stage";
  const hint = nearest(name, others);
  return hint === undefined ? `one of ${others.join(", ")}` : `"${hint}"`;
}

function followUpstream(pipeline: string, graph: Graph, trail: readonly string[], done: Set<string>): void {
  const stage = trail.at(-1) ?? "";
  if (done.has(stage)) return;
  const start = trail.indexOf(stage);
  if (start < trail.length - 1) {
    const cycle = trail.slice(start).join(" -> ");
    throw new PipelineError(pipeline, `${stage}.dependsOn`, "dependencies without a cycle", `the cycle ${cycle}`);
  }
  for (const name of graph.get(stage) ?? []) followUpstream(pipeline, graph, [...trail, name], done);
  done.add(stage);
}
