/** Whether what Helm makes of a chart with a fault tells it from the right one. */
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { YamlError } from "../../scripts/lib/yaml-error.ts";
import { findDifferences } from "../../test/property/find-difference.ts";
import type { ChartMutant } from "./list-mutants.ts";
import type { ChartRenderer, Upgraded } from "./renderer.ts";
import type { Case, Setting, Subject, Upgrade } from "./subject.ts";

/** How many cases are rendered at once: first the few that find most faults, those that are written down. */
const BATCHES = [1, 20] as const;
const BATCH = 60;

/** Cases that one run of Helm renders. */
interface Batch {
  readonly setting: Setting;
  readonly cases: readonly Case[];
}

/** What Helm prints for the cases of the right chart, by alias: the same text needs no second look. */
export type RightTexts = ReadonlyMap<string, string>;

/** Renders all cases of a chart without a fault. A case that finds it at fault would find every mutant out. */
export async function renderRight(subject: Subject, renderer: ChartRenderer): Promise<RightTexts> {
  const right = new Map<string, string>();
  const fail = (values: object): never => {
    const text = JSON.stringify(values);
    throw new Error(`Cannot test the mutants of ${subject.name}: the right chart is not rendered right with ${text}`);
  };
  for (const { setting, cases } of batchesOf(subject)) {
    const rendered = await renderer.render(setting, cases);
    const [wrong] = findWrong(cases, rendered, right);
    if (wrong !== undefined) fail(wrong.values);
    if ("manifests" in rendered) for (const [alias, text] of rendered.manifests) right.set(alias, text);
  }
  for (const { setting, upgrade } of upgradesOf(subject)) {
    if (!isRight(upgrade, await renderer.upgrade(setting, upgrade.values))) fail(upgrade.values);
  }
  return right;
}

/** One way to find a mutant out. */
interface Trial {
  /** The message with which Helm must refuse it; "" where it must not. */
  readonly refusal: string;
  readonly run: () => Promise<boolean>;
}

/**
 * Makes a function that says whether any case or upgrade of a subject finds a mutant out. What has found one is tried
 * first on the next: neighbours fall alike.
 */
export function createKiller(
  subject: Subject,
  renderer: ChartRenderer,
  right: RightTexts,
): (mutant: ChartMutant) => Promise<boolean> {
  let trials = listTrials(subject, renderer, right);
  return async ({ path, text }) => {
    const own = subject.files.get(path) ?? "";
    const likely = listLikely(trials, textAt(own, text));
    await renderer.change(path, text);
    try {
      for (const trial of new Set([...likely, ...trials])) {
        if (!(await trial.run())) continue;
        trials = [trial, ...trials.filter((other) => other !== trial)];
        return true;
      }
      return false;
    } finally {
      await renderer.change(path, own);
    }
  };
}

function listTrials(subject: Subject, renderer: ChartRenderer, right: RightTexts): readonly Trial[] {
  const batches = batchesOf(subject).map(
    ({ setting, cases }): Trial => ({
      refusal: cases.map(({ expected }) => ("refusal" in expected ? expected.refusal : "")).join(""),
      run: async () => findWrong(cases, await renderer.render(setting, cases), right).length > 0,
    }),
  );
  const upgrades = upgradesOf(subject).map(
    ({ setting, upgrade }): Trial => ({
      refusal: upgrade.refusal ?? "",
      run: async () => !isRight(upgrade, await renderer.upgrade(setting, upgrade.values)),
    }),
  );
  return [...batches, ...upgrades];
}

/** How much of a template, from its fault on, tells which guard it is, in characters; and how many cases may. */
const NEAR = 400;
const MOST_LIKELY = 3;

// A guard that is gone is missed by what it refuses alone: by the cases whose message has most of its words.
function listLikely(trials: readonly Trial[], text: string): readonly Trial[] {
  const words = new Set(text.match(/[A-Za-z]{3,}/g));
  const count = ({ refusal }: Trial): number => refusal.split(/[^A-Za-z]+/).filter((word) => words.has(word)).length;
  if (!/\b(fail|required|printf|default)\b/.test(text)) return [];
  return trials
    .filter(({ refusal }) => refusal !== "")
    .toSorted((a, b) => count(b) - count(a))
    .slice(0, MOST_LIKELY);
}

function textAt(own: string, changed: string): string {
  let start = 0;
  while (start < own.length && own[start] === changed[start]) start += 1;
  return own.slice(start, start + NEAR);
}

/** The cases of a batch of which Helm does not make what is right; all of them where it fails and should not. */
function findWrong(
  cases: readonly Case[],
  rendered: Awaited<ReturnType<ChartRenderer["render"]>>,
  right: RightTexts,
): readonly Case[] {
  if ("failure" in rendered) {
    return cases.filter(({ expected }) => "objects" in expected || !rendered.failure.includes(expected.refusal));
  }
  return cases.filter(({ alias, expected }) => {
    if ("refusal" in expected) return true;
    const text = rendered.manifests.get(alias) ?? "";
    return text !== right.get(alias) && !isSame(expected.objects, text);
  });
}

function upgradesOf({ settings }: Subject): readonly { readonly setting: Setting; readonly upgrade: Upgrade }[] {
  return settings.flatMap((setting) => (setting.cluster?.upgrades ?? []).map((upgrade) => ({ setting, upgrade })));
}

// Whether Helm admits an upgrade, or refuses it, as it should.
function isRight({ refusal, lines = [] }: Upgrade, upgraded: Upgraded): boolean {
  if ("failure" in upgraded) return refusal !== undefined && upgraded.failure.includes(refusal);
  return refusal === undefined && lines.every((line) => upgraded.manifests.includes(line));
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
function batchesOf({ settings }: Subject): readonly Batch[] {
  const accepted = settings.flatMap((setting) =>
    split(setting.cases.filter(isAccepted), BATCHES).map((cases) => ({ setting, cases })),
  );
  const refused = settings.flatMap((setting) =>
    setting.cases.filter((one) => !isAccepted(one)).map((one) => ({ setting, cases: [one] })),
  );
  return [...accepted, ...refused];
}

function isAccepted({ expected }: Case): boolean {
  return "objects" in expected;
}

function split(cases: readonly Case[], [size = BATCH, ...sizes]: readonly number[]): readonly (readonly Case[])[] {
  return cases.length === 0 ? [] : [cases.slice(0, size), ...split(cases.slice(size), sizes)];
}
