/** Tests the mutants of all charts. */
import { availableParallelism } from "node:os";
import { findHelm } from "../../scripts/lib/find-helm.ts";
import { mapLimited } from "../../scripts/lib/map-limited.ts";
import type { Helm } from "../../scripts/lib/run-helm.ts";
import { listSubjects } from "./cases/list-subjects.ts";
import { findEquivalent } from "./equivalent.ts";
import { batchesOf, findWrong, isRight, killMutant, type RightTexts } from "./kill.ts";
import { type ChartMutant, listMutants } from "./list-mutants.ts";
import { type ChartRenderer, createRenderer } from "./renderer.ts";
import type { Subject } from "./subject.ts";

/** What became of the mutants of a chart. */
export interface ChartScore {
  readonly chart: string;
  readonly mutants: number;
  /** Those that mean the same as the right chart; they count for nothing. */
  readonly equivalent: number;
  readonly survivors: readonly ChartMutant[];
}

/** How many renders go on at once. */
const LIMIT = Math.max(2, availableParallelism());

/**
 * Tests the mutants of the charts, or of one, and tells after each chart what became of its mutants.
 *
 * @throws Error where a chart without a fault is not rendered as it should
 */
export async function runCharts(
  options: { readonly chart?: string | undefined },
  tell: (done: number, all: number, chart: string) => void,
): Promise<readonly ChartScore[]> {
  const helm = await findHelm({ version: "4.1.4" });
  const subjects = listSubjects().filter(({ name }) => options.chart === undefined || name === options.chart);
  const scores: ChartScore[] = [];
  for (const subject of subjects) {
    scores.push(await scoreChart(subject, helm, (done, all) => tell(done, all, subject.name)));
  }
  return scores;
}

async function scoreChart(
  subject: Subject,
  helm: Pick<Helm, "path">,
  tell: (done: number, all: number) => void,
): Promise<ChartScore> {
  const all = listMutants(subject.files);
  const mutants = all.filter((one) => findEquivalent(one, subject.files.get(one.path) ?? "") === undefined);
  const renderers = await Promise.all(Array.from({ length: LIMIT }, () => createRenderer(helm, subject)));
  try {
    const [first] = renderers;
    const right = first === undefined ? new Map<string, string>() : await checkCases(subject, first);
    const idle = [...renderers];
    let done = 0;
    const fates = await mapLimited(mutants, LIMIT, async (mutant) => {
      // There are as many as go on at once.
      const renderer = idle.pop() as ChartRenderer;
      const isKilled = await killMutant(subject, mutant, { renderer, right });
      idle.push(renderer);
      done += 1;
      tell(done, mutants.length);
      return isKilled;
    });
    return {
      chart: subject.name,
      mutants: mutants.length,
      equivalent: all.length - mutants.length,
      survivors: mutants.filter((_, i) => fates[i] === false),
    };
  } finally {
    for (const renderer of renderers) await renderer.close();
  }
}

// A case that finds the right chart at fault would find every mutant out.
async function checkCases(subject: Subject, renderer: ChartRenderer): Promise<RightTexts> {
  const right = new Map<string, string>();
  const fail = (values: object): never => {
    const text = JSON.stringify(values);
    throw new Error(`Cannot test the mutants of ${subject.name}: the right chart is not rendered right with ${text}`);
  };
  for (const batch of batchesOf(subject.cases)) {
    const [wrong] = await findWrong(batch, renderer);
    if (wrong !== undefined) fail(wrong.values);
    const rendered = await renderer.render(batch);
    if ("manifests" in rendered) for (const [alias, text] of rendered.manifests) right.set(alias, text);
  }
  for (const upgrade of subject.upgrades) {
    if (!(await isRight(upgrade, renderer))) fail(upgrade.values);
  }
  return right;
}
