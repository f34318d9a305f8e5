/** Whether what Helm makes of a chart with a fault tells it from the right one. */
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { YamlError } from "../../scripts/lib/yaml-error.ts";
import { findDifferences } from "../../test/property/find-difference.ts";
import type { ChartMutant } from "./list-mutants.ts";
import type { ChartRenderer } from "./renderer.ts";
import type { Case, Subject, Upgrade } from "./subject.ts";

/** How many cases are rendered at once. */
const BATCH = 60;

/** What Helm prints for the cases of the right chart, by alias: the same text needs no second look. */
export type RightTexts = ReadonlyMap<string, string>;

/** Whether any case of the subject finds a mutant out. */
export async function killMutant(
  subject: Subject,
  mutant: ChartMutant,
  { renderer, right }: { readonly renderer: ChartRenderer; readonly right: RightTexts },
): Promise<boolean> {
  await renderer.change(mutant.path, mutant.text);
  try {
    for (const batch of batchesFor(subject.cases, mutant)) {
      if ((await findWrong(batch, renderer, right)).length > 0) return true;
    }
    for (const upgrade of subject.upgrades) {
      if (!(await isRight(upgrade, renderer))) return true;
    }
    return false;
  } finally {
    await renderer.change(mutant.path, subject.files.get(mutant.path) ?? "");
  }
}

/** The cases of a batch of which Helm does not make what is right; all of them where it fails and should not. */
export async function findWrong(
  batch: readonly Case[],
  renderer: ChartRenderer,
  right: RightTexts = new Map(),
): Promise<readonly Case[]> {
  const rendered = await renderer.render(batch);
  if ("failure" in rendered) {
    return batch.filter(({ expected }) => "objects" in expected || !rendered.failure.includes(expected.refusal));
  }
  return batch.filter(({ alias, expected }) => {
    if ("refusal" in expected) return true;
    const text = rendered.manifests.get(alias) ?? "";
    return text !== right.get(alias) && !isSame(expected.objects, text);
  });
}

/** Whether Helm admits an upgrade, or refuses it, as it should. */
export async function isRight({ values, refusal }: Upgrade, renderer: ChartRenderer): Promise<boolean> {
  const failure = await renderer.upgrade(values);
  return refusal === undefined ? failure === undefined : (failure?.includes(refusal) ?? false);
}

function isSame(objects: readonly object[], manifests: string): boolean {
  try {
    return findDifferences(objects, readManifests(manifests)).length === 0;
  } catch (error) {
    if (error instanceof YamlError) return false;
    throw error;
  }
}

/** All cases in batches. One that Helm must refuse stands alone, for it ends the run. */
export function batchesOf(cases: readonly Case[]): readonly (readonly Case[])[] {
  const accepted = cases.filter(isAccepted);
  return [...split(accepted, BATCH), ...cases.filter((one) => !isAccepted(one)).map((one) => [one])];
}

// The first case finds most faults. A quote is missed by odd texts alone, a guard by what it refuses.
function batchesFor(cases: readonly Case[], { title }: ChartMutant): readonly (readonly Case[])[] {
  const first = cases.slice(0, 1);
  const rest = cases.slice(1);
  const plain = rest.filter((one) => !one.isOdd);
  const odd = rest.filter((one) => one.isOdd);
  const accepted = split(plain.filter(isAccepted), BATCH);
  const refused = plain.filter((one) => !isAccepted(one)).map((one) => [one]);
  const withOdd = batchesOf(odd);
  if (title.startsWith("quote")) return [first, ...withOdd, ...accepted, ...refused];
  if (/^(fail|required)/.test(title)) return [...refused, first, ...accepted, ...withOdd];
  return [first, ...accepted, ...refused, ...withOdd];
}

function isAccepted({ expected }: Case): boolean {
  return "objects" in expected;
}

function split(cases: readonly Case[], size: number): readonly (readonly Case[])[] {
  return Array.from({ length: Math.ceil(cases.length / size) }, (_, i) => cases.slice(i * size, (i + 1) * size));
}
