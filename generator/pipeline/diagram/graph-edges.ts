/** The lines of a pipeline's diagram: dependencies, which volumes are mounted, and which addresses are read. */
import type { PlainValues } from "../../chart/value-at.ts";
import type { GraphEdge } from "../../graph/graph.ts";
import { contractOf } from "../orderings/check-dependencies.ts";
import type { EnabledValues, Part, Parts } from "../pipeline.ts";
import type { Graph } from "../stage-graph.ts";
import { describePort } from "./graph-nodes.ts";

/** The dependencies of each stage; dependents of a disabled stage depend on its dependencies. */
export function enabledUpstream(parts: Parts, stages: EnabledValues): Graph {
  const known = new Map<string, readonly string[]>();
  const upstreamOf = (name: string): readonly string[] => {
    const all = (parts.get(name)?.stage.dependsOn ?? []).flatMap((before) =>
      stages.has(before) ? [before] : (known.get(before) ?? upstreamOf(before)),
    );
    const upstream = [...new Set(all)];
    known.set(name, upstream);
    return upstream;
  };
  return new Map([...stages.keys()].map((name) => [name, upstreamOf(name)]));
}

/** The lines of a stage to its dependencies, and to stages of which it only reads the address. */
export function stageEdges(
  name: string,
  part: Part,
  upstream: readonly string[],
  all: { readonly parts: Parts; readonly stages: EnabledValues },
): readonly GraphEdge[] {
  const addresses = readAddresses(part, all.stages.get(name) ?? {}, all);
  const others = [...addresses].filter(([other]) => !upstream.includes(other));
  return [
    ...upstream.map((from): GraphEdge => ({ kind: "waits", from, to: name, ...addresses.get(from) })),
    ...others.map(([to, address]): GraphEdge => ({ kind: "reads", from: name, to, ...address })),
  ];
}

/** The lines of a stage to the volumes that it mounts; several mounts of one are one line. */
export function mountEdges(
  from: string,
  part: Part,
  values: PlainValues,
  volumes: ReadonlySet<string>,
): readonly GraphEdge[] {
  const readOnly = new Map<string, boolean>();
  for (const { stage, volume, isReadOnly } of contractOf(part).facts?.mounts?.(values) ?? []) {
    const id = `${stage}/${volume}`;
    if (volumes.has(id)) readOnly.set(id, (readOnly.get(id) ?? true) && isReadOnly);
  }
  return [...readOnly].map(([to, only]) => ({ kind: "mounts", from, to, readOnly: only }));
}

// The addresses that the containers of a stage read, by the stage that has them; without a port, the host alone.
function readAddresses(
  part: Part,
  values: PlainValues,
  { parts, stages }: { readonly parts: Parts; readonly stages: EnabledValues },
): ReadonlyMap<string, { readonly port?: string }> {
  const ports = new Map<string, ReadonlySet<string>>();
  for (const { stage, port } of contractOf(part).facts?.addresses?.(values) ?? []) {
    const [target, targetValues] = [parts.get(stage), stages.get(stage)];
    if (target === undefined || targetValues === undefined) continue;
    const described = describePort(target, targetValues, port);
    ports.set(stage, new Set([...(ports.get(stage) ?? []), ...(described === "" ? [] : [described])]));
  }
  return new Map([...ports].map(([to, names]) => [to, names.size === 0 ? {} : { port: [...names].join(", ") }]));
}
