/** Renders many trials with two generators, and says in what they differ and which refusals occurred. */
import fc from "fast-check";
import { readYaml } from "../../cli/yaml/read-yaml.ts";
import { coalesceValues } from "../../generator/evaluate/coalesce-values.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { compileSchema } from "../../generator/values/validate-values.ts";
import { compareOutcomes, type Difference } from "./compare-outcomes.ts";
import type { TrialSource } from "./draw-trials.ts";
import type { ExpectedDifference } from "./expected-differences.ts";
import type { Outcome } from "./outcome.ts";
import { refusalShape } from "./refusal-shape.ts";
import { shrinkTrial } from "./shrink-trial.ts";
import type { Target } from "./side.ts";
import type { Trial, TrialRenderer } from "./trial.ts";

/** What is compared, and how much. */
export interface CompareOptions {
  readonly base: TrialRenderer;
  readonly current: TrialRenderer;
  readonly seed: number;
  /** Trials that are drawn. */
  readonly runs: number;
  readonly expected: readonly ExpectedDifference[];
  /** How often each refusal that is known must occur in drawn trials (default: 20). */
  readonly leastOfEach?: number;
  readonly onProgress?: (done: number) => void;
  /**
   * Gets the trials that the schema refuses and that are rendered otherwise without it: evaluate() of the base may not
   * do then what Helm does, so only Helm can say whether the charts differ. Without it they are findings.
   */
  readonly onUnchecked?: (trial: Trial) => void;
  /** Called with trials as they are drawn. */
  readonly onTrials?: (trials: readonly Trial[]) => void;
}

/** One trial in which the generators differ unexpectedly, made small. */
export interface Finding {
  /** Repeats the draw; absent for a trial that somebody has written. */
  readonly seed?: number | undefined;
  readonly trial: Trial;
  readonly differences: readonly Difference[];
  /** In how many trials the same field differs, or the same refusal. */
  readonly count: number;
}

/** What came out. */
export interface CompareReport {
  readonly trials: number;
  /** By what the base made of the trials, and those that the schema refuses and that were rendered nevertheless. */
  readonly counts: Readonly<Record<Outcome["kind"] | "unchecked", number>>;
  /** How often each refusal occurred in drawn trials. */
  readonly shapes: ReadonlyMap<string, number>;
  /** Known refusals that occurred too rarely. */
  readonly missed: readonly string[];
  readonly findings: readonly Finding[];
  /** How often each expected difference was there. */
  readonly expected: ReadonlyMap<ExpectedDifference, number>;
}

const BATCH = 20;
const MOST_FINDINGS = 5;
const NEAR = 4;
const MOST_ATTEMPTS = 100;

/** Compares two generators on the trials of a source. */
export function compareGenerators(source: TrialSource, options: CompareOptions): CompareReport {
  const { base, seed, runs, leastOfEach = 20 } = options;
  const judge = createJudge(source, options);
  for (const trial of source.fixed) judge.add(trial, undefined);
  for (let batch = 0; judge.drawn() < runs && !judge.isEnough(); batch += 1) {
    // Each draw makes several trials: of a few, no more are drawn than are rendered.
    const numRuns = Math.min(BATCH, Math.ceil((runs - judge.drawn()) / 4));
    const trials = fc.sample(source.drawn, { seed: seed + batch, numRuns }).flat();
    for (const trial of trials.slice(0, runs - judge.drawn())) judge.add(trial, seed + batch);
    options.onProgress?.(judge.drawn());
    options.onTrials?.(trials);
  }
  // What came about too rarely is drawn more often.
  const known = groupByShape(source, base);
  for (const [shape, refused] of known) {
    for (let i = 0; i < MOST_ATTEMPTS && judge.countOf(shape) < leastOfEach && !judge.isEnough(); i += 1) {
      const trial = refused[i % refused.length];
      if (trial === undefined) break;
      for (const one of fc.sample(source.near(trial), { seed: seed + i, numRuns: NEAR })) judge.add(one, seed + i);
    }
  }
  return judge.read([...known.keys()].filter((shape) => judge.countOf(shape) < leastOfEach));
}

function groupByShape({ refused, models }: TrialSource, base: TrialRenderer): ReadonlyMap<string, readonly Trial[]> {
  const found = refused.flatMap((trial) => {
    const outcome = base.render(trial);
    return outcome.kind === "refusal" ? [{ shape: refusalShape(models, outcome.message), trial }] : [];
  });
  const groups = Map.groupBy(found, ({ shape }) => shape);
  return new Map([...groups].map(([shape, group]) => [shape, group.map(({ trial }) => trial)]));
}

interface Judge {
  readonly add: (trial: Trial, seed: number | undefined) => void;
  readonly drawn: () => number;
  readonly countOf: (shape: string) => number;
  /** Whether there are so many findings that more would tell nothing new. */
  readonly isEnough: () => boolean;
  readonly read: (missed: readonly string[]) => CompareReport;
}

function createJudge({ models }: TrialSource, options: CompareOptions): Judge {
  const { base, current, expected, onUnchecked } = options;
  const counts = { objects: 0, refusal: 0, crash: 0, unchecked: 0 };
  const shapes = new Map<string, number>();
  const met = new Map<ExpectedDifference, number>();
  const findings = new Map<string, Finding>();
  const total = { trials: 0, drawn: 0 };
  const schemas = { base: createSchemaCheck(base), current: createSchemaCheck(current) };
  const differencesOf = (trial: Trial, outcome: Outcome = base.render(trial)): readonly Difference[] => [
    ...compareOutcomes(outcome, current.render(trial)),
    ...compareSchemas(schemas.base(trial), schemas.current(trial)),
  ];
  const reasonOf = (difference: Difference): ExpectedDifference | undefined =>
    expected.find((one) => one.matches(difference));
  return {
    add(trial, seed) {
      const outcome = base.render(trial);
      total.trials += 1;
      counts[outcome.kind] += 1;
      const isUnchecked = (schemas.base(trial) ?? []).length > 0;
      if (isUnchecked) counts.unchecked += 1;
      if (seed !== undefined) {
        total.drawn += 1;
        if (outcome.kind === "refusal") {
          const shape = refusalShape(models, outcome.message);
          shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
        }
      }
      const differences = differencesOf(trial, outcome);
      for (const reason of new Set(differences.map(reasonOf))) {
        if (reason !== undefined) met.set(reason, (met.get(reason) ?? 0) + 1);
      }
      const unexpected = differences.find((found) => reasonOf(found) === undefined);
      if (unexpected === undefined) return;
      if (isUnchecked && unexpected.kind !== "schema" && onUnchecked !== undefined) return onUnchecked(trial);
      const key = keyOf(unexpected, models);
      const known = findings.get(key);
      if (known !== undefined) {
        findings.set(key, { ...known, count: known.count + 1 });
        return;
      }
      const isFound = (one: Trial): boolean =>
        differencesOf(one).some((found) => reasonOf(found) === undefined && keyOf(found, models) === key);
      const small = shrinkTrial(trial, isFound);
      findings.set(key, { seed, trial: small, differences: differencesOf(small), count: 1 });
    },
    drawn: () => total.drawn,
    countOf: (shape) => shapes.get(shape) ?? 0,
    isEnough: () => findings.size >= MOST_FINDINGS,
    read: (missed) => ({
      trials: total.trials,
      counts,
      shapes,
      missed,
      findings: [...findings.values()],
      expected: met,
    }),
  };
}

/** What differences have in common that say the same: the kind and the field of an object, or the refusal. */
function keyOf({ kind, path }: Difference, models: readonly JsonSchema[]): string {
  const place =
    kind === "objects" ? path.replace(/^\/(\S+) [^/]*\/[^/]*\//, "/$1/") : refusalShape(models, `${path}: `);
  return `${kind} ${place.replaceAll(/\/\d+/g, "/*")}`;
}

/** The paths that the printed schema of a library chart refuses; undefined for pipelines, whose schemas are made of those. */
type SchemaCheck = (trial: Trial) => readonly string[] | undefined;

function createSchemaCheck({ find }: TrialRenderer): SchemaCheck {
  const known = new Map<string, (values: object) => readonly string[]>();
  return ({ subject, options }) => {
    if (subject.kind !== "chart") return undefined;
    const check = known.get(subject.name) ?? compileCheck(find(subject));
    known.set(subject.name, check);
    return check(options.values);
  };
}

function compileCheck(target: Target): (values: object) => readonly string[] {
  const files = target.files();
  const defaults = readYaml(files.get("values.yaml") ?? "") as object; // values are a map
  const check = compileSchema(JSON.parse(files.get("values.schema.json") ?? "{}"));
  return (values) => [...new Set(check(coalesceValues(defaults, values)).map(({ path }) => path))].sort();
}

function compareSchemas(
  base: readonly string[] | undefined,
  current: readonly string[] | undefined,
): readonly Difference[] {
  const [own, other] = [(base ?? []).join(" "), (current ?? []).join(" ")];
  if (own === other) return [];
  return [{ kind: "schema", path: own || other, base: own || "admitted", current: other || "admitted" }];
}
