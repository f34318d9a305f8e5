/** Which fields of the objects of a chart the values reach that the tests draw at random. */
import { sample } from "fast-check";
import { RenderError } from "../../generator/expression/go/render-error.ts";
import { library } from "../../generator/library/library.ts";
import type { KubernetesObject } from "../../generator/rules/kubernetes-object.ts";
import { valuesOf } from "../property/draw-cases.ts";
import { chartSubject, PLAIN_RELEASE } from "../property/subject.ts";
import { kinds } from "./coverage.ts";
import { excluded, findEntry, own } from "./excluded.ts";
import { listLeaves, visitLeaves } from "./list-leaves.ts";

/** What is drawn: `runs` values files, or fewer where all fields are reached before. */
export interface RandomReachOptions {
  readonly seed: number;
  readonly runs: number;
}

/** The fields that were never there, and of how many values files. */
export interface RandomReach {
  readonly drawn: number;
  readonly missed: readonly string[];
}

const AT_ONCE = 25;

/** Draws values of a chart as the property tests do, and finds the fields of its objects that none of them sets. */
export function findRandomReach(name: string, { seed, runs }: RandomReachOptions): RandomReach {
  const chart = library.find((one) => one.name === name);
  if (chart === undefined) throw new TypeError(`Cannot draw values of "${name}": expected a chart of the library`);
  const subject = chartSubject(chart);
  const arbitrary = valuesOf(subject);
  const made = new Set<string>();
  const reached = new Set<string>();
  const listMissed = (): readonly string[] =>
    [...new Set([...made].flatMap(listReachable))].filter((field) => !reached.has(field));
  for (let drawn = 0; drawn < runs; drawn += AT_ONCE) {
    for (const values of sample(arbitrary, { seed: seed + drawn, numRuns: AT_ONCE })) {
      const extra = new Set(subject.ownObjects(subject.merge(values)).map((object) => Object(object).kind));
      for (const object of evaluate(() => subject.evaluate(values, { release: PLAIN_RELEASE }))) {
        if (!kinds.includes(object.kind) || extra.has(object.kind)) continue;
        made.add(object.kind);
        visitLeaves(object.kind, object, (path) => reached.add(nameField(object.kind, path)));
      }
    }
    if (drawn > 0 && listMissed().length === 0) return { drawn: drawn + AT_ONCE, missed: [] };
  }
  return { drawn: runs, missed: listMissed() };
}

function evaluate(render: () => readonly object[]): readonly KubernetesObject[] {
  try {
    return render() as readonly KubernetesObject[]; // of the chart alone
  } catch (error) {
    if (error instanceof RenderError) return [];
    throw error;
  }
}

/** The fields of a kind that a value or the chart sets. */
function listReachable(kind: string): readonly string[] {
  return listLeaves(kind)
    .filter(({ fields }) => findEntry(fields, excluded) === undefined && findEntry(fields, own) === undefined)
    .map(({ path }) => nameField(kind, path));
}

/** A pod is one of any controller, and a Job that of a CronJob too. */
function nameField(kind: string, path: string): string {
  const [, ofPod] = /^spec\.(?:jobTemplate\.spec\.)?template\.(.*)$/.exec(path) ?? [];
  if (ofPod !== undefined) return `Pod ${ofPod}`;
  const [, ofJob] = /^spec\.jobTemplate\.(spec\..*)$/.exec(path) ?? [];
  return ofJob === undefined ? `${kind} ${path}` : `Job ${ofJob}`;
}
