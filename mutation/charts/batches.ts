/** The cases of a chart, in batches that one run of Helm renders. */
import type { Case, Setting, Subject } from "./subject.ts";

/** How many objects one run of Helm renders, or a few more. */
const BATCH = 40;

/** Cases that one run of Helm renders. */
export interface Batch {
  readonly setting: Setting;
  readonly cases: readonly Case[];
}

/**
 * All cases in batches, those that Helm must refuse last. Each of these stands alone, for it ends the run, and so does the
 * first of a setting: it is the one that finds most faults.
 */
export function batchesOf({ settings }: Subject): readonly Batch[] {
  const batches = settings.flatMap((setting) => {
    const [first, ...others] = setting.cases.filter(isAccepted);
    const refused = setting.cases.filter((one) => !isAccepted(one));
    const groups = [...(first === undefined ? [] : [[first]]), ...split(others), ...refused.map((one) => [one])];
    return groups.map((cases) => ({ setting, cases }));
  });
  const isRefused = ({ cases }: Batch): boolean => !cases.every(isAccepted);
  return batches.toSorted((a, b) => Number(isRefused(a)) - Number(isRefused(b)));
}

function isAccepted({ expected }: Case): boolean {
  return "objects" in expected;
}

/** How many objects Helm must make of a case. */
export function countObjects({ expected }: Case): number {
  return "objects" in expected ? expected.objects.length : 0;
}

function split(cases: readonly Case[]): readonly (readonly Case[])[] {
  const groups: Case[][] = [];
  let left = 0;
  for (const one of cases) {
    if (left <= 0) {
      groups.push([]);
      left = BATCH;
    }
    groups.at(-1)?.push(one);
    left -= countObjects(one);
  }
  return groups;
}
