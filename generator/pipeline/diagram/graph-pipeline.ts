/** Makes the picture of a pipeline: its stages, volumes and what lies between them, in an environment or in none. */
import type { Values } from "../../evaluate/coalesce-values.ts";
import type { GraphEdge, GraphGroup, GraphNode, PipelineGraph } from "../../graph/graph.ts";
import { csiVolume } from "../../library/csi-volume/chart.ts";
import type { Pipeline } from "../define-pipeline.ts";
import { mergedValues } from "../environments/merge-stages.ts";
import { mapAt, textAt } from "../environments/value-at.ts";
import { findChains } from "../orderings/find-chains.ts";
import { type Graph, layersOf } from "../stage-graph.ts";
import { enabledUpstream, mountEdges, type StageValues, stageEdges } from "./graph-edges.ts";
import { stageNode, volumeNodes } from "./graph-nodes.ts";

/** What is drawn. */
export interface GraphOptions {
  /** One of the pipeline's environments; absent: the pipeline without one. */
  readonly environment?: string | undefined;
}

/**
 * Makes the picture of a pipeline. A stage that is switched off is left out and named; what waits for it waits for what
 * it would wait for.
 *
 * @throws TypeError when the pipeline has no such environment
 */
export function graphPipeline(pipeline: Pipeline, { environment }: GraphOptions = {}): PipelineGraph {
  const { name, version, description, ordering, parts } = pipeline;
  checkEnvironment(pipeline, environment);
  const values = mergedValues(pipeline, environment);
  const enabled = [...parts.keys()].filter((part) => mapAt(values, part)["enabled"] !== false);
  const isVolume = (part: string) => parts.get(part)?.stage.chart === csiVolume;
  const valuesOf = (part: string) => [part, mapAt(values, part)] as const;
  const stages: StageValues = new Map(enabled.filter((part) => !isVolume(part)).map(valuesOf));
  const upstream = enabledUpstream(parts, stages);
  const volumes = enabled.filter(isVolume).flatMap((part) => volumeNodes(...valuesOf(part)));
  const pods = ordering === "inPod" ? findPods(pipeline, stages) : [];
  return {
    name,
    version,
    description,
    ...(environment === undefined ? {} : { environment }),
    ordering,
    nodes: [...volumes, ...stageNodes(pipeline, stages, pods, layersOf(upstream))],
    groups: pods,
    edges: findEdges(stages, upstream, volumes, pods),
    disabled: [...parts.keys()].filter((part) => !enabled.includes(part)),
  };
}

function checkEnvironment({ name, environments }: Pipeline, environment: string | undefined): void {
  if (environment === undefined || environments.has(environment)) return;
  const known = [...environments.keys()].join(", ");
  throw new TypeError(`Cannot draw pipeline "${name}": expected an environment among ${known}, got "${environment}"`);
}

// The last enabled stage of a chain has the pod, and says what runs it.
function findPods({ parts }: Pipeline, stages: StageValues): readonly GraphGroup[] {
  return findChains(parts)
    .map((chain) => chain.filter((stage) => stages.has(stage)))
    .filter((chain) => chain.length > 1)
    .map((chain) => {
      const kind = textAt(carrierValues(chain, stages), "kind");
      return { id: `pod of ${chain.at(-1)}`, title: `one pod of a ${kind}`, nodes: chain };
    });
}

function carrierValues(chain: readonly string[], stages: StageValues): Values {
  return stages.get(chain.at(-1) ?? "") ?? {};
}

function stageNodes(
  { parts }: Pipeline,
  stages: StageValues,
  pods: readonly GraphGroup[],
  layers: ReadonlyMap<string, number>,
): readonly GraphNode[] {
  const nodes = [...parts].flatMap(([name, part]) => {
    const values = stages.get(name);
    if (values === undefined) return [];
    const pod = pods.find((group) => group.nodes.includes(name));
    return [stageNode(name, part, values, pod && carrierValues(pod.nodes, stages))];
  });
  return nodes.sort((a, b) => (layers.get(a.id) ?? 0) - (layers.get(b.id) ?? 0));
}

function findEdges(
  stages: StageValues,
  upstream: Graph,
  volumes: readonly GraphNode[],
  pods: readonly GraphGroup[],
): readonly GraphEdge[] {
  const ids = new Set(volumes.map(({ id }) => id));
  const turns = [...stages].flatMap(([name, values]) => stageEdges(name, values, upstream.get(name) ?? [], stages));
  const mounts = [...stages].flatMap(([name, values]) => mountEdges(name, values, ids));
  return [...turns, ...pods.reduce(shareMounts, mounts)];
}

/** Where all stages of a pod mount a volume alike, the pod does: one line in place of many. */
function shareMounts(edges: readonly GraphEdge[], { id, nodes }: GraphGroup): readonly GraphEdge[] {
  const mountsLike = (edge: GraphEdge, like: GraphEdge) =>
    edge.kind === "mounts" && like.kind === "mounts" && edge.to === like.to && edge.readOnly === like.readOnly;
  const own = edges.filter((edge) => edge.kind === "mounts" && nodes.includes(edge.from));
  const isShared = (edge: GraphEdge) => own.filter((other) => mountsLike(other, edge)).length === nodes.length;
  const shared = own.filter(isShared);
  const others = edges.filter((edge) => !shared.includes(edge));
  return [...others, ...shared.filter(({ from }) => from === nodes[0]).map((edge) => ({ ...edge, from: id }))];
}
