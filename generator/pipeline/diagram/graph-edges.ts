/** The lines of a pipeline's picture: what waits for what, which volumes are mounted, and which addresses are read. */
import type { Values } from "../../evaluate/coalesce-values.ts";
import type { GraphEdge } from "../../graph/graph.ts";
import { ENV_BRANCHES } from "../../library/workload/values/env-values.ts";
import { VOLUME_BRANCHES } from "../../library/workload/values/volume-values.ts";
import type { Part } from "../define-pipeline.ts";
import { branchAt, enabledAt, mapAt, textAt } from "../environments/value-at.ts";
import type { Graph } from "../stage-graph.ts";
import { describePort } from "./graph-nodes.ts";

/** The values of the stages that are there, by name. */
export type StageValues = ReadonlyMap<string, Values>;

/** The stages that each stage waits for; in place of one that is switched off, those that this one waits for. */
export function enabledUpstream(parts: ReadonlyMap<string, Part>, stages: StageValues): Graph {
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

/** Tells of a stage which others it waits for, and of which ones it only reads the address. */
export function stageEdges(
  name: string,
  values: Values,
  upstream: readonly string[],
  stages: StageValues,
): readonly GraphEdge[] {
  const addresses = readAddresses(values, stages);
  const others = [...addresses].filter(([other]) => !upstream.includes(other));
  return [
    ...upstream.map((from): GraphEdge => ({ kind: "waits", from, to: name, ...addresses.get(from) })),
    ...others.map(([to, address]): GraphEdge => ({ kind: "reads", from: name, to, ...address })),
  ];
}

/** Tells which volumes of the pipeline a stage mounts; several mounts of one are one line. */
export function mountEdges(from: string, values: Values, volumes: ReadonlySet<string>): readonly GraphEdge[] {
  const readOnly = new Map<string, boolean>();
  for (const [, volume] of enabledAt(values, "volumes")) {
    if (branchAt(volume, VOLUME_BRANCHES) !== "pipelineVolume") continue;
    const source = mapAt(volume, "pipelineVolume");
    const id = `${textAt(source, "stage")}/${textAt(source, "volume")}`;
    if (volumes.has(id)) readOnly.set(id, (readOnly.get(id) ?? true) && isReadOnly(volume));
  }
  return [...readOnly].map(([to, only]) => ({ kind: "mounts", from, to, readOnly: only }));
}

function isReadOnly(volume: Values): boolean {
  const own = textAt(volume, "mountPath") + textAt(volume, "devicePath") === "" ? [] : [volume];
  const mounts = [...own, ...Object.values(mapAt(volume, "mounts"))];
  return mounts.length > 0 && mounts.every((mount) => Object(mount).readOnly === true);
}

// The addresses that the containers of a stage read, by the stage that has them; without a port, the host alone.
function readAddresses(values: Values, stages: StageValues): ReadonlyMap<string, { readonly port?: string }> {
  const others = ["initContainers", "sidecars"].flatMap((key) =>
    enabledAt(values, key).map(([, container]) => container),
  );
  const addresses = [values, ...others]
    .flatMap((container) => enabledAt(container, "env"))
    .filter(([, variable]) => branchAt(variable, ENV_BRANCHES) === "fromService")
    .map(([, variable]) => mapAt(variable, "fromService"));
  const ports = new Map<string, ReadonlySet<string>>();
  for (const address of addresses) {
    const to = textAt(address, "stage");
    const target = stages.get(to);
    if (target === undefined) continue;
    const port = describePort(target, textAt(address, "port"));
    ports.set(to, new Set([...(ports.get(to) ?? []), ...(port === "" ? [] : [port])]));
  }
  return new Map([...ports].map(([to, names]) => [to, names.size === 0 ? {} : { port: [...names].join(", ") }]));
}
