/** The ways to find a mutant out: batches of cases, and upgrades. */
import { type Batch, countObjects } from "./batches.ts";
import type { CoveredBlocks } from "./coverage.ts";
import { findWrong, isRight } from "./judge.ts";
import type { ChartRenderer } from "./renderer.ts";
import type { RightChart } from "./right-chart.ts";
import type { Setting, Subject, Upgrade } from "./subject.ts";

/** One way to find a mutant out. */
export interface Trial {
  /** The same in each run, and in each chart that has it. */
  readonly name: string;
  /** The message with which Helm must refuse it; "" where it must not. */
  readonly refusal: string;
  /** What it takes, in objects. */
  readonly cost: number;
  /** How often it finds a mutant, from 0 to 1, as long as nothing is known of mutants of that title. */
  readonly prior: number;
  /** How often it has found one of late, from 0 to 1, by the mutant's title. */
  readonly hits: Map<string, number>;
  /** Says whether it runs a block of a template, by the name of the block. */
  readonly covers: (block: string) => boolean;
  /** How many others it runs for the first time between a block that it runs and its end. */
  readonly runsBehind: (block: string) => number;
  readonly run: () => Promise<boolean>;
}

/** What a render takes in addition to its objects, in objects that are rendered in that time: a pipeline has many charts. */
const START = { chart: 10, pipeline: 150 } as const;

/** What is known of a trial before the first mutant: what is refused finds the guard alone that refuses it. */
const PRIOR = { accepted: 0.5, refused: 0.01 } as const;

/** What renders the charts of trials: the one with the fault, and the one without. */
interface Charts {
  readonly renderer: ChartRenderer;
  readonly right: RightChart;
}

/** The trials of a chart: its batches, and the upgrades of its settings. */
export function listTrials(
  { settings }: Subject,
  batches: ReadonlyMap<Batch, CoveredBlocks>,
  charts: Charts,
): readonly Trial[] {
  const upgrades = settings.flatMap((setting) =>
    (setting.cluster?.upgrades ?? []).map((upgrade, i) => upgradeTrial(setting, upgrade, i, charts)),
  );
  return [...[...batches].map(([batch, covered]) => batchTrial(batch, covered, charts)), ...upgrades];
}

function batchTrial(batch: Batch, covered: CoveredBlocks, { renderer, right }: Charts): Trial {
  const { setting, cases } = batch;
  const places = new Map([...covered].map((block, i) => [block, i]));
  const refusal = cases.map(({ expected }) => ("refusal" in expected ? expected.refusal : "")).join("");
  return {
    name: `${setting.stageChart === "" ? "alone" : setting.name} ${refusal || (cases[0]?.alias ?? "")}`,
    refusal,
    cost: cases.reduce((sum, one) => sum + countObjects(one), startOf(batch)),
    prior: refusal === "" ? PRIOR.accepted : PRIOR.refused,
    hits: new Map(),
    covers: (block) => places.has(block),
    runsBehind: (block) => places.size - 1 - (places.get(block) ?? 0),
    run: async () => {
      const texts = await right.textsOf(batch);
      return findWrong(cases, await renderer.render(setting, cases), texts).length > 0;
    },
  };
}

// Each case of a pipeline is rendered alone.
function startOf({ setting, cases }: Batch): number {
  const isUmbrella = [...setting.files.keys()].some((path) => path.startsWith("charts/"));
  return isUmbrella ? START.pipeline * cases.length : START.chart;
}

function upgradeTrial(setting: Setting, upgrade: Upgrade, index: number, { renderer, right }: Charts): Trial {
  return {
    name: `${setting.name} upgrade ${index}`,
    refusal: upgrade.refusal ?? "",
    cost: START.pipeline,
    prior: PRIOR.refused,
    hits: new Map(),
    // Helm renders it in a cluster, where no marks are read.
    covers: () => true,
    runsBehind: () => Number.POSITIVE_INFINITY,
    run: async () => {
      await right.checkUpgrade(setting, upgrade);
      return !isRight(upgrade, await renderer.upgrade(setting, upgrade.values));
    },
  };
}
