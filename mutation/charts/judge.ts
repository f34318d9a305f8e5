/** Whether what Helm printed is right. */
import { ManifestError, readManifests } from "../../scripts/lib/read-manifests.ts";
import { findDifferences } from "../../test/property/find-difference.ts";
import type { Rendered, Upgraded } from "./renderer.ts";
import type { Case, Upgrade } from "./subject.ts";

/** What Helm prints for the cases of the right chart, by alias: the same text needs no second look. */
export type RightTexts = ReadonlyMap<string, string>;

/** The cases of a batch of which Helm does not make what is right; all of them where it fails and should not. */
export function findWrong(cases: readonly Case[], rendered: Rendered, right: RightTexts): readonly Case[] {
  if ("failure" in rendered) {
    return cases.filter(({ expected }) => "objects" in expected || !isRefusal(rendered.failure, expected.refusal));
  }
  return cases.filter(({ alias, expected }) => {
    if ("refusal" in expected) return true;
    const text = rendered.manifests.get(alias) ?? "";
    return text !== right.get(alias) && !isSame(expected.objects, text);
  });
}

// A refusal is the whole message of `fail`, and part of any other.
function isRefusal(failure: string, refusal: string): boolean {
  return failure.startsWith("execution error at ") ? failure.endsWith(`): ${refusal}`) : failure.includes(refusal);
}

/** Whether Helm admits an upgrade, or refuses it, as it should. */
export function isRight({ refusal, lines = [] }: Upgrade, upgraded: Upgraded): boolean {
  if ("failure" in upgraded) return refusal !== undefined && upgraded.failure.includes(refusal);
  return refusal === undefined && lines.every((line) => upgraded.manifests.includes(line));
}

function isSame(objects: readonly object[], manifests: string): boolean {
  try {
    return findDifferences(objects, readManifests(manifests)).length === 0;
  } catch (error) {
    if (error instanceof ManifestError) return false;
    throw error;
  }
}
