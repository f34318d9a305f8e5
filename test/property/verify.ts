/** Draws values for charts and asks of all of them whether both interpreters, both Helms and the schema agree. */
import fc from "fast-check";
import { type BundledVersion, findHelm } from "../../cli/helm/find-helm.ts";
import type { KubernetesObject } from "../../generator/mod.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import {
  type Computed,
  checkInstall,
  checkObjects,
  checkRenders,
  checkSchemas,
  computeCases,
  type Disagreement,
} from "./check-cases.ts";
import type { Drawn } from "./draw-cases.ts";
import type { GoReader } from "./go-reader.ts";
import { mutationOf } from "./mutate-values.ts";
import { oddValuesOf } from "./odd-values.ts";
import { type Case, type CaseRenderer, createCaseRenderer } from "./render-cases.ts";
import { PLAIN_RELEASE, type Release } from "./subject.ts";

/** What is drawn and tried. */
export interface VerifyOptions {
  readonly seed: number;
  /** Cases that are drawn. */
  readonly runs: number;
  /** Of how many of them, and of as many changed ones, Helm's schema check is asked. */
  readonly schemaRuns: number;
  /** How many more are rendered in which one value has any type, as no schema admits it. */
  readonly oddRuns: number;
  /** How many of those that a guard refuses are rendered. */
  readonly refusedRuns: number;
  /** How many are rendered as users install charts, each in a run of its own. */
  readonly installRuns: number;
  /** Called after each batch with what was drawn. */
  readonly onBatch?: (cases: readonly Drawn[]) => void;
  /** Reads what Helm printed once more. */
  readonly goReader?: GoReader | undefined;
  /** Milliseconds for finding a smaller case that shows a disagreement. */
  readonly shrinkTime: number;
  /** What renders them. */
  readonly helms: readonly BundledVersion[];
}

/** What came out. */
export interface Report {
  readonly accepted: number;
  readonly refused: number;
  /** Objects that were compared, by kind. */
  readonly kinds: ReadonlyMap<string, number>;
  /** One text for each disagreement: seed, values, and what the two sides say. */
  readonly failures: readonly string[];
}

const BATCH = 60;
// Short names, the longest ones, and one that is the alias of a case.
const NEWEST: readonly Release[] = [
  PLAIN_RELEASE,
  { ...PLAIN_RELEASE, name: "r".repeat(53), namespace: "n".repeat(63) },
  { ...PLAIN_RELEASE, name: "c1", namespace: "default" },
];
// A cluster that lacks fields refuses most cases: it is one of ten.
const RELEASES: readonly Release[] = [
  ...[NEWEST, NEWEST, NEWEST].flat(),
  { ...PLAIN_RELEASE, kubeVersion: "v1.34.5+k3s1" },
];
// An end to a run in which everything is wrong.
const MOST_FAILURES = 3;

/** A case that fails a check, and where it was drawn. */
interface Failure {
  readonly arbitrary: fc.Arbitrary<Drawn>;
  readonly seed: number;
  readonly index: number;
  readonly title: string;
  readonly check: Check;
}

type Check = (cases: readonly Case[]) => Promise<readonly Disagreement[]>;
type Renderers = ReadonlyMap<BundledVersion, CaseRenderer>;

/** Verifies charts that are drawn with values for them. */
export async function verify(name: string, arbitrary: fc.Arbitrary<Drawn>, options: VerifyOptions): Promise<Report> {
  const renderers = new Map<BundledVersion, CaseRenderer>();
  for (const version of options.helms) renderers.set(version, await createCaseRenderer(await findHelm({ version })));
  const tally = createTally();
  const failures: Failure[] = [];
  try {
    for (let start = 0; start < options.runs && failures.length < MOST_FAILURES; start += BATCH) {
      failures.push(...(await verifyBatch(arbitrary, { options, renderers, start, tally })));
    }
    const texts: string[] = [];
    for (const failure of failures.slice(0, MOST_FAILURES)) {
      texts.push(`${name}, ${await describeFailure(failure, options)}`);
    }
    return { ...tally.read(), failures: texts };
  } finally {
    for (const renderer of renderers.values()) await renderer.close();
  }
}

interface Batch {
  readonly options: VerifyOptions;
  readonly renderers: Renderers;
  /** The cases that were drawn before. */
  readonly start: number;
  readonly tally: Tally;
}

// Each batch has a seed of its own, so that no more of them is kept than is at work.
async function verifyBatch(arbitrary: fc.Arbitrary<Drawn>, batch: Batch): Promise<readonly Failure[]> {
  const { options, renderers, start, tally } = batch;
  const seed = options.seed + start / BATCH;
  const release = RELEASES[seed % RELEASES.length] ?? PLAIN_RELEASE;
  const size = Math.min(BATCH, options.runs - start);
  const shareOf = (all: number): number => Math.ceil((all * size) / options.runs);
  const cases = drawCases(arbitrary, seed, size);
  const changing = mutationOf(arbitrary);
  const changed = drawCases(changing, seed, Math.min(size, shareOf(options.schemaRuns)));
  const odd = oddValuesOf(arbitrary);
  const oddCases = drawCases(odd, seed, shareOf(options.oddRuns));
  const computed = computeCases(cases, release);
  tally.add(computed);
  const attempt = createAttempt(arbitrary, seed);
  const mostRefused = shareOf(options.refusedRuns);
  const found = [
    await attempt("the computed objects", cases, async (some) => checkObjectsOf(some, release, computed)),
    await attempt("the render", cases, async (some) =>
      checkRenders(some, {
        ...options,
        renderers,
        release,
        mostRefused,
        computed: computedOf(some, release, computed),
      }),
    ),
    await createAttempt(odd, seed)("the render, of a value of any type", oddCases, async (some) =>
      checkRenders(some, {
        ...options,
        renderers,
        release,
        mostRefused,
        computed: computeCases(some, release),
      }),
    ),
    await attempt("the schema", cases.slice(0, shareOf(options.schemaRuns)), (some) =>
      checkSchemas(some, { renderers }),
    ),
    await createAttempt(changing, seed)("the schema, of changed values", changed, (some) =>
      checkSchemas(some, { renderers }),
    ),
    await attempt("the install", cases.slice(0, installsOf(options, start)), (some) =>
      checkInstalls(some, { renderers, release }),
    ),
  ];
  options.onBatch?.(cases);
  return found.flat();
}

// Spread over the batches: all of the first one would have one release.
function installsOf({ installRuns, runs }: VerifyOptions, start: number): number {
  const done = Math.floor((installRuns * start) / runs);
  return Math.ceil((installRuns * Math.min(runs, start + BATCH)) / runs) - done;
}

function drawCases(arbitrary: fc.Arbitrary<Drawn>, seed: number, count: number): readonly Case[] {
  const drawn = count === 0 ? [] : fc.sample(arbitrary, { seed, numRuns: count });
  return drawn.map((one, i) => ({ alias: `c${i}`, ...one }));
}

function createAttempt(arbitrary: fc.Arbitrary<Drawn>, seed: number) {
  return async (title: string, cases: readonly Case[], check: Check): Promise<readonly Failure[]> => {
    const found = cases.length === 0 ? [] : await check(cases);
    const aliases = [...new Set(found.map(({ alias }) => alias))];
    return aliases.map((alias) => ({ arbitrary, seed, index: Number(alias.slice(1)), title, check }));
  };
}

// While a failure is made smaller, there are cases that nothing has been computed of.
function computedOf(
  cases: readonly Case[],
  release: Release,
  known: ReadonlyMap<string, Computed>,
): ReadonlyMap<string, Computed> {
  return cases.length === known.size ? known : computeCases(cases, release);
}

function checkObjectsOf(
  cases: readonly Case[],
  release: Release,
  known: ReadonlyMap<string, Computed>,
): readonly Disagreement[] {
  const computed = computedOf(cases, release, known);
  return cases.flatMap((one) => {
    const own = computed.get(one.alias);
    return own === undefined ? [] : checkObjects(one, own, release);
  });
}

async function checkInstalls(
  cases: readonly Case[],
  context: { readonly renderers: Renderers; readonly release: Release },
): Promise<readonly Disagreement[]> {
  const found: Disagreement[] = [];
  for (const one of cases) found.push(...(await checkInstall(one, context)));
  return found;
}

async function describeFailure(
  { arbitrary, seed, index, title, check }: Failure,
  { shrinkTime }: VerifyOptions,
): Promise<string> {
  const checkOne = async (drawn: Drawn): Promise<readonly Disagreement[]> =>
    await check([{ alias: `c${index}`, ...drawn }]);
  // fast-check's own limit alone would leave a check running: it comes when ours has made all checks pass at once.
  const end = performance.now() + shrinkTime;
  const property = fc.asyncProperty(
    arbitrary,
    async (drawn) => performance.now() > end || (await checkOne(drawn)).length === 0,
  );
  const interruptAfterTimeLimit = 2 * shrinkTime;
  const { counterexample } = await fc.check(property, { seed, path: String(index), interruptAfterTimeLimit });
  const [drawn] = counterexample ?? fc.sample(arbitrary, { seed, path: String(index), numRuns: 1 });
  if (drawn === undefined) throw new TypeError(`Cannot draw case ${index} of seed ${seed} again`);
  const found = await checkOne(drawn);
  const { definition } = drawn.subject;
  return [
    `${title}, seed ${seed}, case ${index}`,
    ...(definition === undefined ? [] : [`pipeline:\n${writeAscii(definition)}`]),
    `values:\n${writeAscii(drawn.subject.given(drawn.values))}`,
    ...found.map(
      ({ message, computed, rendered }) => `${message}\ncomputed: ${print(computed)}\nrendered: ${print(rendered)}`,
    ),
    ...(found.length === 0 ? ["found only beside other values"] : []),
  ].join("\n");
}

function print(value: unknown): string {
  return typeof value === "string"
    ? value
    : (JSON.stringify(value, (_, one) => (typeof one === "bigint" ? String(one) : one), 1) ?? "nothing");
}

/** Counts what was computed. */
interface Tally {
  readonly add: (computed: ReadonlyMap<string, Computed>) => void;
  readonly read: () => Pick<Report, "accepted" | "refused" | "kinds">;
}

function createTally(): Tally {
  const counts = new Map<string, number>();
  const tally = { accepted: 0, refused: 0 };
  return {
    add(computed) {
      for (const one of computed.values()) {
        tally["objects" in one ? "accepted" : "refused"] += 1;
        const objects = ("objects" in one ? one.objects : []) as readonly KubernetesObject[]; // checked elsewhere
        for (const { kind } of objects) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      }
    },
    read: () => ({ ...tally, kinds: new Map([...counts].sort((a, b) => b[1] - a[1]).slice(0, 16)) }),
  };
}
