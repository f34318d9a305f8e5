import assert from "node:assert/strict";
import type { KubernetesObject } from "../../../generator/mod.ts";
import { runPod } from "../run-pod.ts";
import type { Releases } from "../use-releases.ts";
import { readRelease } from "./read-release.ts";

/** What the volumes of claims hold, by the claim's name. */
export type ClaimData = Readonly<Record<string, string>>;

/**
 * Writes something else into the volume of each claim of a release, also of those that its StatefulSets make.
 * @returns what was written
 */
export async function writeToClaims(releases: Releases, release: string): Promise<ClaimData> {
  const claims = (await readRelease(releases, release)).flatMap(listClaims);
  const written = await runOnClaims(releases, claims, "tee /data/kept < /proc/sys/kernel/random/uuid");
  assert.equal(new Set(Object.values(written)).size, claims.length, "each claim has data of its own");
  return written;
}

/** Reads what the volumes of the same claims hold now. */
export function readFromClaims(releases: Releases, written: ClaimData): Promise<ClaimData> {
  return runOnClaims(releases, Object.keys(written), "cat /data/kept");
}

/** Runs a script over the volume of each claim and returns what it printed. */
async function runOnClaims(releases: Releases, claims: readonly string[], script: string): Promise<ClaimData> {
  const printed: [string, string][] = [];
  for (const claim of claims) printed.push([claim, await runPod(releases, script, claim)]);
  return Object.fromEntries(printed);
}

/** What is read of a StatefulSet. */
interface StatefulSet {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly replicas?: number;
    readonly volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
  };
}

/** Names of the claims that an object is, or that its replicas have. */
function listClaims(object: KubernetesObject): readonly string[] {
  if (object.kind === "PersistentVolumeClaim") return [object.metadata.name];
  if (object.kind !== "StatefulSet") return [];
  // A chart's StatefulSet has all that is read of it, or the API server would not have taken it.
  const { metadata, spec } = object as unknown as StatefulSet;
  const templates = spec.volumeClaimTemplates ?? [];
  return templates.flatMap((claim) =>
    Array.from({ length: spec.replicas ?? 1 }, (_, i) => `${claim.metadata.name}-${metadata.name}-${i}`),
  );
}
