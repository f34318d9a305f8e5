import { isKubernetesObject, type KubernetesObject } from "../../../generator/mod.ts";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import type { Releases } from "../use-releases.ts";

/** The objects that a release is made of, as its chart renders them; without hooks. */
export async function readRelease({ helm }: Releases, release: string): Promise<readonly KubernetesObject[]> {
  return readManifests(await helm(["get", "manifest", release])).filter(isKubernetesObject);
}
