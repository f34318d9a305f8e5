/** Draws values for a chart and asks of all of them whether both interpreters, both Helms and the schema agree. */
import fc from "fast-check";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import type { Chart } from "../../generator/mod.ts";
import { compileSchema } from "../../generator/values/validate-values.ts";
import { type BundledVersion, findHelm } from "../../scripts/lib/find-helm.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import {
  type CheckOptions,
  checkObjectsOf,
  checkRenders,
  checkSchemas,
  computeCase,
  type Disagreement,
  type SchemaContext,
} from "./check-cases.ts";
import { caseArbitrary } from "./draw-cases.ts";
import type { GoReader } from "./go-reader.ts";
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
  /** Reads what Helm printed once more. */
  readonly goReader?: GoReader | undefined;
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
const BATCH = 60;
const PLAIN: Release = { name: "rel", namespace: "data" };
// Short names, the longest ones, and one that is the alias of a case.
const RELEASES: readonly Release[] = [
  PLAIN,
  { name: "r".repeat(53), namespace: "n".repeat(63) },
  { name: "c1", namespace: "default" },
];
// An end to a run in which everything is wrong.
const MOST_FAILURES = 3;

interface Failure {
  readonly index: number;
  /** Whether the values are drawn and then changed. */
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
  const subject = await createSubject(chart);
  try {
    const failures: Failure[] = [];
    for (let start = 0; start < runs && failures.length < MOST_FAILURES; start += BATCH) {
      const release = RELEASES[(seed + start / BATCH) % RELEASES.length] ?? PLAIN;
      const share = Math.min(BATCH, runs - start) / runs;
      const schemaStart = Math.floor((start * changed.length) / runs);
      const schemaEnd = schemaStart + Math.ceil(changed.length * share);
      failures.push(
        ...(await verifyObjects(subject, casesOf(values, start, start + BATCH), release)),
        ...(await verifyRenders(subject, casesOf(values, start, start + BATCH), {
          release,
          mostRefused: Math.ceil(options.refusedRuns * share),
          ...(options.goReader === undefined ? {} : { goReader: options.goReader }),
        })),
        ...(await verifySchemas(subject, casesOf(values, schemaStart, schemaEnd), false)),
        ...(await verifySchemas(subject, casesOf(changed, schemaStart, schemaEnd), true)),
      );
      options.onProgress?.(Math.min(runs, start + BATCH));
    }
    const texts: string[] = [];
    for (const failure of failures.slice(0, MOST_FAILURES)) {
      texts.push(await describeFailure(chart, failure, failure.isChanged ? mutationOf(arbitrary) : arbitrary, options));
    }
    return { ...summarize(chart, values), failures: texts, values };
  } finally {
    for (const renderer of subject.renderers.values()) await renderer.close();
  }
}

/** A chart, ready to be asked of many values. */
interface Subject {
  readonly chart: Chart;
  readonly renderers: ReadonlyMap<BundledVersion, CaseRenderer>;
  readonly check: NonNullable<SchemaContext["check"]>;
}

async function createSubject(chart: Chart): Promise<Subject> {
  const renderers = new Map<BundledVersion, CaseRenderer>();
  for (const version of VERSIONS) renderers.set(version, await createCaseRenderer(chart, await findHelm({ version })));
  return { chart, renderers, check: compileSchema(chart.schema) };
}

function casesOf(values: readonly Values[], start: number, end: number): readonly Case[] {
  return values.slice(start, end).map((one, i) => ({ alias: `c${start + i}`, values: one }));
}

type Check = (cases: readonly Case[]) => Promise<readonly Disagreement[]>;

async function attempt(
  cases: readonly Case[],
  { title, isChanged = false }: { readonly title: string; readonly isChanged?: boolean },
  check: Check,
): Promise<readonly Failure[]> {
  const found = await check(cases);
  return [...new Set(found.map(({ alias }) => alias))].map((alias) => ({
    index: Number(alias.slice(1)),
    isChanged,
    title,
    check: (values) => check([{ alias, values }]),
  }));
}

async function verifyObjects({ chart }: Subject, cases: readonly Case[], release: Release) {
  return await attempt(cases, { title: "the computed objects" }, async (some) =>
    some.flatMap((one) => checkObjectsOf(chart, one, release)),
  );
}

async function verifyRenders(
  { chart, renderers }: Subject,
  cases: readonly Case[],
  options: CheckOptions & { readonly release: Release },
): Promise<readonly Failure[]> {
  const found = [...renderers].map(([version, renderer]) =>
    attempt(cases, { title: `Helm ${version}` }, (some) => checkRenders(chart, some, { renderer, ...options })),
  );
  return (await Promise.all(found)).flat();
}

async function verifySchemas(
  { chart, renderers, check }: Subject,
  cases: readonly Case[],
  isChanged: boolean,
): Promise<readonly Failure[]> {
  const found = [...renderers].map(([version, renderer]) => {
    const readable = cases.filter(({ values }) => version !== "3.17.3" || !confusesOldHelm(values));
    const title = `the schema check of Helm ${version}`;
    return attempt(readable, { title, isChanged }, (some) => checkSchemas(chart, some, { renderer, check }));
  });
  return (await Promise.all(found)).flat();
}

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
  const computed = values.map((one, i) => computeCase(chart, { alias: `c${i}`, values: one }, PLAIN));
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
