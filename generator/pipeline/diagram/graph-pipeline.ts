/** Makes the diagram of a pipeline: its stages, volumes and the lines between them, in an environment or in none. */
import { mapAt } from "../../chart/value-at.ts";
import type { GraphEdge, GraphGroup, GraphNode, PipelineGraph } from "../../graph/graph.ts";
import { mergedValues } from "../environments/merge-stages.ts";
import { contractOf } from "../orderings/check-dependencies.ts";
import type { EnabledValues, Part, Parts, Pipeline } from "../pipeline.ts";
import { type Graph, layersOf } from "../stage-graph.ts";
import { enabledUpstream, mountEdges, stageEdges } from "./graph-edges.ts";
import { stageNode, volumeNodes } from "./graph-nodes.ts";

/** What is drawn. */
export interface GraphOptions {
  /** One of the pipeline's environments; absent: the pipeline without one. */
  readonly environment?: string | undefined;
}

/**
 * Makes the diagram of a pipeline. A disabled stage is left out and listed; its dependents depend on its
 * dependencies.
 *
 * @throws TypeError when the pipeline has no such environment
 */
export function graphPipeline(pipeline: Pipeline, { environment }: GraphOptions = {}): PipelineGraph {
  const { name, version, description, ordering, parts } = pipeline;
  checkEnvironment(pipeline, environment);
  const values = mergedValues(pipeline, environment);
  const enabled = [...parts].filter(([part]) => mapAt(values, part)["enabled"] !== false);
  const isVolume = (part: Part) => contractOf(part).role === "volume";
  const stages: EnabledValues = new Map(
    enabled.filter(([, part]) => !isVolume(part)).map(([part]) => [part, mapAt(values, part)] as const),
  );
  const upstream = enabledUpstream(parts, stages);
  const volumes = enabled
    .filter(([, part]) => isVolume(part))
    .flatMap(([id, part]) => volumeNodes(id, part, mapAt(values, id)));
  const pods = findPods(pipeline, stages);
  return {
    name,
    version,
    description,
    ...(environment === undefined ? {} : { environment }),
    ordering: { name: ordering.name, title: ordering.title },
    nodes: [...volumes, ...stageNodes(pipeline, stages, pods, layersOf(upstream))],
    groups: pods,
    edges: findEdges(parts, stages, upstream, volumes, pods),
    disabled: [...parts.keys()].filter((part) => !enabled.some(([other]) => other === part)),
  };
}

function checkEnvironment({ name, environments }: Pipeline, environment: string | undefined): void {
  if (environment === undefined || environments.has(environment)) return;
  const known = [...environments.keys()].join(", ");
  throw new TypeError(`Cannot draw pipeline "${name}": expected an environment among ${known}, got "${environment}"`);
}

// The last enabled stage of a chain has the pod, and its values decide the kind of its controller.
function findPods({ ordering, parts }: Pipeline, stages: EnabledValues): readonly GraphGroup[] {
  return ordering
    .pods(parts, (stage) => stages.has(stage))
    .map((pod) => {
      const host = pod.at(-1) ?? "";
      const part = parts.get(host);
      const object = part === undefined ? "" : contractOf(part).drawn.object(stages.get(host) ?? {});
      return { id: `pod of ${host}`, title: `one pod of a ${object}`, nodes: pod };
    });
}

function stageNodes(
  { parts }: Pipeline,
  stages: EnabledValues,
  pods: readonly GraphGroup[],
  layers: ReadonlyMap<string, number>,
): readonly GraphNode[] {
  const nodes = [...parts].flatMap(([name, part]) => {
    const values = stages.get(name);
    if (values === undefined) return [];
    const pod = pods.find((group) => group.nodes.includes(name));
    return [stageNode(name, part, values, pod && stages.get(pod.nodes.at(-1) ?? ""))];
  });
  return nodes.sort((a, b) => (layers.get(a.id) ?? 0) - (layers.get(b.id) ?? 0));
}

function findEdges(
  parts: Parts,
  stages: EnabledValues,
  upstream: Graph,
  volumes: readonly GraphNode[],
  pods: readonly GraphGroup[],
): readonly GraphEdge[] {
  const ids = new Set(volumes.map(({ id }) => id));
  const own = [...parts].filter(([name]) => stages.has(name));
  const turns = own.flatMap(([name, part]) => stageEdges(name, part, upstream.get(name) ?? [], { parts, stages }));
  const mounts = own.flatMap(([name, part]) => mountEdges(name, part, stages.get(name) ?? {}, ids));
  return [...turns, ...pods.reduce(shareMounts, mounts)];
}

/** Where all stages of a pod mount a volume alike, one line of the pod replaces theirs. */
function shareMounts(edges: readonly GraphEdge[], { id, nodes }: GraphGroup): readonly GraphEdge[] {
  const mountsLike = (edge: GraphEdge, like: GraphEdge) =>
    edge.kind === "mounts" && like.kind === "mounts" && edge.to === like.to && edge.readOnly === like.readOnly;
  const own = edges.filter((edge) => edge.kind === "mounts" && nodes.includes(edge.from));
  const isShared = (edge: GraphEdge) => own.filter((other) => mountsLike(other, edge)).length === nodes.length;
  const shared = own.filter(isShared);
  const others = edges.filter((edge) => !shared.includes(edge));
  return [...others, ...shared.filter(({ from }) => from === nodes[0]).map((edge) => ({ ...edge, from: id }))];
}
