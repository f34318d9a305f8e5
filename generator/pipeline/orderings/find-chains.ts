/** Chains: batch stages, each with only the one before as its dependency and only the one after as its dependent. */
import type { Part, Parts } from "../pipeline.ts";
import { contractOf } from "./check-dependencies.ts";

/** The chains of a pipeline, each from its first stage to its last; a single stage is no chain. */
export function findChains(parts: Parts): readonly (readonly string[])[] {
  const dependents = new Map<string, string[]>();
  for (const [name, part] of parts) {
    if (!isChainable(part)) continue;
    for (const upstream of new Set(part.stage.dependsOn))
      dependents.set(upstream, [...(dependents.get(upstream) ?? []), name]);
  }
  const next = new Map<string, string>();
  for (const name of parts.keys()) {
    const before = onlyUpstream(name, parts);
    if (before !== undefined && dependents.get(before)?.length === 1) next.set(before, name);
  }
  const followers = new Set(next.values());
  const heads = [...next.keys()].filter((name) => !followers.has(name));
  return heads.map((head) => follow(head, next));
}

/** The first stage with a dependency other than on the stage before it in a chain, and that dependency. */
export function unchainedDependency(parts: Parts): readonly [string, string] | undefined {
  const before = new Map(findChains(parts).flatMap((chain) => chain.slice(1).map((name, i) => [name, chain[i]])));
  for (const [name, { stage }] of parts) {
    const found = stage.dependsOn.find((upstream) => before.get(name) !== upstream);
    if (found !== undefined) return [name, found];
  }
  return undefined;
}

function follow(head: string, next: ReadonlyMap<string, string>): readonly string[] {
  const chain = [head];
  for (let name = next.get(head); name !== undefined; name = next.get(name)) chain.push(name);
  return chain;
}

function onlyUpstream(name: string, parts: Parts): string | undefined {
  const part = parts.get(name);
  if (part === undefined || !isChainable(part)) return undefined;
  const [upstream, ...others] = part.stage.dependsOn;
  if (upstream === undefined || others.length > 0) return undefined;
  const before = parts.get(upstream);
  return before !== undefined && isChainable(before) ? upstream : undefined;
}

function isChainable(part: Part): boolean {
  return contractOf(part).chain !== undefined;
}
