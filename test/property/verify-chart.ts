/** Draws values for a chart and asks of all of them whether both interpreters, both Helms and the schema agree. */
import fc from "fast-check";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import type { Chart } from "../../generator/mod.ts";
import { type BundledVersion, findHelm } from "../../scripts/lib/find-helm.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import { checkObjectsOf, checkRenders, checkSchemas, computeCase, type Disagreement } from "./check-cases.ts";
import { caseArbitrary } from "./draw-cases.ts";
import { mutationOf } from "./mutate-values.ts";
import { type Case, type CaseRenderer, createCaseRenderer, type Release } from "./render-cases.ts";

/** What is drawn and tried. */
export interface VerifyOptions {
  readonly seed: number;
  /** Values files that are drawn. */
  readonly runs: number;
  /** Of how many of them, and of as many changed ones, Helm's schema check is asked. */
  readonly schemaRuns: number;
  /** How many of those that a guard refuses are rendered. */
  readonly refusedRuns: number;
  /** Told after each batch how many values files are done. */
  readonly onProgress?: (done: number) => void;
  /** Milliseconds for finding a smaller values file that shows a disagreement. */
  readonly shrinkTime: number;
}

/** What came out. */
export interface Report {
  readonly accepted: number;
  readonly refused: number;
  /** Objects that were compared, by kind. */
  readonly kinds: ReadonlyMap<string, number>;
  /** One text for each disagreement: seed, values, and what the two sides say. */
  readonly failures: readonly string[];
  readonly values: readonly Values[];
}

const VERSIONS: readonly BundledVersion[] = ["4.1.4", "3.17.3"];
const BATCH = 50;
// Short names, the longest ones, and one that is contained in the chart's name.
const RELEASES: readonly Release[] = [
  { name: "rel", namespace: "data" },
  { name: "r".repeat(53), namespace: "n".repeat(63) },
  { name: "c1", namespace: "default" },
];
// An end to a run in which everything is wrong.
const MOST_FAILURES = 3;

interface Failure {
  readonly index: number;
  readonly isChanged: boolean;
  readonly title: string;
  readonly check: (values: Values) => Promise<readonly Disagreement[]>;
}

/** Verifies a chart. */
export async function verifyChart(chart: Chart, options: VerifyOptions): Promise<Report> {
  const { seed, runs } = options;
  const arbitrary = caseArbitrary(chart);
  const values = fc.sample(arbitrary, { seed, numRuns: runs });
  const changed = fc.sample(mutationOf(arbitrary), { seed, numRuns: Math.min(runs, options.schemaRuns) });
  const renderers = await createRenderers(chart);
  try {
    const failures: Failure[] = [];
    for (let start = 0; start < runs && failures.length < MOST_FAILURES; start += BATCH) {
      const batch = {
        start,
        values,
        changed,
        release: RELEASES[(start / BATCH) % RELEASES.length] ?? (RELEASES[0] as Release),
      }; // not empty
      failures.push(...(await verifyBatch(chart, renderers, batch, options)));
      options.onProgress?.(Math.min(runs, start + BATCH));
    }
    const texts: string[] = [];
    for (const failure of failures.slice(0, MOST_FAILURES)) {
      texts.push(await describeFailure(chart, failure, failure.isChanged ? mutationOf(arbitrary) : arbitrary, options));
    }
    return { ...summarize(chart, values), failures: texts, values };
  } finally {
    for (const renderer of renderers.values()) await renderer.close();
  }
}

type Renderers = ReadonlyMap<BundledVersion, CaseRenderer>;

async function createRenderers(chart: Chart): Promise<Renderers> {
  const renderers = new Map<BundledVersion, CaseRenderer>();
  for (const version of VERSIONS) renderers.set(version, await createCaseRenderer(chart, await findHelm({ version })));
  return renderers;
}

interface Batch {
  readonly start: number;
  readonly values: readonly Values[];
  readonly changed: readonly Values[];
  readonly release: Release;
}

async function verifyBatch(
  chart: Chart,
  renderers: Renderers,
  { start, values, changed, release }: Batch,
  { refusedRuns, schemaRuns }: VerifyOptions,
): Promise<readonly Failure[]> {
  const toCases = (all: readonly Values[], from: number, most: number): readonly Case[] =>
    all.slice(from, from + most).map((one, i) => ({ alias: `c${from + i}`, values: one }));
  const failures: Failure[] = [];
  const note = (found: readonly Disagreement[], isChanged: boolean, title: string, check: Check): void => {
    for (const { alias } of found) {
      const index = Number(alias.slice(1));
      failures.push({ index, isChanged, title, check: (one) => check([{ alias, values: one }]) });
    }
  };
  const attempt = async (cases: readonly Case[], isChanged: boolean, title: string, check: Check): Promise<void> => {
    note(await check(cases), isChanged, title, check);
  };
  const drawn = toCases(values, start, BATCH);
  await attempt(drawn, false, "the computed objects", (some) =>
    Promise.resolve(some.flatMap((one) => checkObjectsOf(chart, one, release))),
  );
  for (const [version, renderer] of renderers) {
    const mostRefused = Math.ceil((refusedRuns * BATCH) / values.length);
    await attempt(drawn, false, `Helm ${version}`, (some) =>
      checkRenders(chart, some, { renderer, release, mostRefused }),
    );
    const asked = Math.min(BATCH, Math.ceil((schemaRuns * BATCH) / values.length));
    for (const isChanged of [false, true]) {
      const cases = toCases(
        isChanged ? changed : values,
        isChanged ? Math.floor((start * changed.length) / values.length) : start,
        asked,
      );
      const readable = cases.filter((one) => version !== "3.17.3" || !confusesOldHelm(one.values));
      await attempt(readable, isChanged, `the schema check of Helm ${version}`, (some) =>
        checkSchemas(chart, some, renderer),
      );
    }
  }
  return failures;
}

type Check = (cases: readonly Case[]) => Promise<readonly Disagreement[]>;

/**
 * Whether Helm up to 3.18.4 refuses values whatever the schema says: it writes them as YAML before it checks them, and
 * cannot read what it wrote.
 */
export function confusesOldHelm(values: unknown): boolean {
  if (typeof values === "string") return /[\u007f-\u0084\u0086-\u009f\ufffe\uffff]/.test(values);
  if (typeof values !== "object" || values === null) return false;
  return Object.entries(values).some(
    ([key, value]) => key.includes("\u0085") || confusesOldHelm(key) || confusesOldHelm(value),
  );
}

async function describeFailure(
  chart: Chart,
  { index, title, check }: Failure,
  arbitrary: fc.Arbitrary<Values>,
  { seed, shrinkTime }: VerifyOptions,
): Promise<string> {
  // Not fast-check's own limit, which would leave a check running.
  const end = performance.now() + shrinkTime;
  const property = fc.asyncProperty(
    arbitrary,
    async (values) => performance.now() > end || (await check(values)).length === 0,
  );
  const { counterexample } = await fc.check(property, { seed, path: String(index) });
  const values = counterexample?.[0] ?? fc.sample(arbitrary, { seed, path: String(index), numRuns: 1 })[0] ?? {};
  const found = await check(values);
  const details = found.map(
    ({ message, computed, rendered }) => `${message}\ncomputed: ${print(computed)}\nrendered: ${print(rendered)}`,
  );
  return [
    `${chart.name}, ${title}, seed ${seed}, case ${index}`,
    `values:\n${writeAscii(values)}`,
    ...(details.length === 0 ? ["found only beside other values"] : details),
  ].join("\n");
}

function print(value: unknown): string {
  return typeof value === "string"
    ? value
    : (JSON.stringify(value, (_, one) => (typeof one === "bigint" ? String(one) : one), 1) ?? "nothing");
}

function summarize(chart: Chart, values: readonly Values[]): Pick<Report, "accepted" | "refused" | "kinds"> {
  const computed = values.map((one, i) => computeCase(chart, { alias: `c${i}`, values: one }, RELEASES[0] as Release)); // not empty
  const objects = computed.flatMap((one) => ("objects" in one ? one.objects : [])) as readonly {
    readonly kind: string;
  }[]; // Kubernetes objects
  const counts = [...Map.groupBy(objects, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length] as const);
  const accepted = computed.filter((one) => "objects" in one).length;
  return {
    accepted,
    refused: values.length - accepted,
    kinds: new Map(counts.sort((a, b) => b[1] - a[1]).slice(0, 12)),
  };
}
