/** Chains: batch stages, each of which waits for just the one before and is waited for by just the one after. */
import { batchJob } from "../../library/batch-job/chart.ts";
import type { Part } from "../define-pipeline.ts";

/** The chains of a pipeline, each from its first stage to its last; a stage alone is no chain. */
export function findChains(parts: ReadonlyMap<string, Part>): readonly (readonly string[])[] {
  const next = new Map<string, string>();
  for (const name of parts.keys()) {
    const before = onlyBatchUpstream(name, parts);
    if (before === undefined) continue;
    const others = [...parts].filter(
      ([key, part]) => key !== name && part.stage.dependsOn.includes(before) && isBatch(part),
    );
    if (others.length === 0) next.set(before, name);
  }
  const followers = new Set(next.values());
  const heads = [...next.keys()].filter((name) => !followers.has(name));
  return heads.map((head) => follow(head, next));
}

/** Whether all that waits in a pipeline are batch stages of its chains. */
export function isChained(parts: ReadonlyMap<string, Part>): boolean {
  return strayDependency(parts) === undefined;
}

/** The first stage that waits for one other than that before it in a chain, with what it waits for. */
export function strayDependency(parts: ReadonlyMap<string, Part>): readonly [string, string] | undefined {
  const before = new Map(findChains(parts).flatMap((chain) => chain.slice(1).map((name, i) => [name, chain[i]])));
  for (const [name, { stage }] of parts) {
    const stray = stage.dependsOn.find((upstream) => before.get(name) !== upstream);
    if (stray !== undefined) return [name, stray];
  }
  return undefined;
}

function follow(head: string, next: ReadonlyMap<string, string>): readonly string[] {
  const chain = [head];
  for (let name = next.get(head); name !== undefined; name = next.get(name)) chain.push(name);
  return chain;
}

function onlyBatchUpstream(name: string, parts: ReadonlyMap<string, Part>): string | undefined {
  const part = parts.get(name);
  if (part === undefined || !isBatch(part)) return undefined;
  const [upstream, ...others] = part.stage.dependsOn;
  if (upstream === undefined || others.length > 0) return undefined;
  const before = parts.get(upstream);
  return before !== undefined && isBatch(before) ? upstream : undefined;
}

function isBatch(part: Part): boolean {
  return part.stage.chart === batchJob;
}
