/** Renders trials with both Helms, of the charts that both generators print. */

import { type BundledVersion, findHelm } from "../../../cli/helm/find-helm.ts";
import { mergeFiles, type Values } from "../../../generator/evaluate/coalesce-values.ts";
import {
  type CaseRenderer,
  createCaseRenderer,
  type PrintedSubject,
  type Rendered,
} from "../../property/render-cases.ts";
import { once } from "../../property/subject.ts";
import type { Finding } from "../compare-generators.ts";
import { compareOutcomes } from "../compare-outcomes.ts";
import type { ExpectedDifference } from "../expected-differences.ts";
import type { Outcome } from "../outcome.ts";
import type { Target } from "../side.ts";
import type { Trial, TrialRenderer } from "../trial.ts";
import { readOutcome } from "./read-outcome.ts";

/** What is rendered. */
export interface HelmOptions {
  readonly base: TrialRenderer;
  readonly current: TrialRenderer;
  /** Trials that the guards admit: many are rendered in one run of Helm. */
  readonly mostRendered: number;
  /** Trials that a guard refuses: each takes runs of its own. */
  readonly mostRefused: number;
  /** Trials that are all rendered, each in a run of its own: whether Helm renders them is not known. */
  readonly alone?: readonly Trial[];
  readonly expected: readonly ExpectedDifference[];
}

/** What came out. */
export interface HelmReport {
  readonly rendered: number;
  readonly refused: number;
  readonly findings: readonly Finding[];
}

const VERSIONS: readonly BundledVersion[] = ["4.1.4", "3.17.3"];
const BATCH = 60;
// The Kubernetes that evaluate renders for unless it is told.
const RELEASE = { name: "rel", namespace: "data", kubeVersion: "1.35.0" };

/** Compares what both Helms render of trials that are spread over all of the given ones. */
export async function compareWithHelm(trials: readonly Trial[], options: HelmOptions): Promise<HelmReport> {
  const { base, current, mostRendered, mostRefused, alone = [] } = options;
  const kinds = Map.groupBy(trials, (trial) => base.render(trial).kind);
  const isPrinted = (trial: Trial): boolean => [base, current].every((side) => canPrint(trial, side));
  const accepted = spread(kinds.get("objects") ?? [], mostRendered).filter(isPrinted);
  const refused = spread(kinds.get("refusal") ?? [], mostRefused).filter(isPrinted);
  const batches = [
    ...Array.from({ length: Math.ceil(accepted.length / BATCH) }, (_, i) => accepted.slice(i * BATCH, (i + 1) * BATCH)),
    ...[...refused, ...alone].map((trial) => [trial]),
  ];
  const findings: Finding[] = [];
  for (const version of VERSIONS) {
    const { path } = await findHelm({ version });
    const renderers = {
      base: await createCaseRenderer({ path }),
      current: await createCaseRenderer({ path }),
      subjectOf: createSubjects(),
    };
    try {
      for (const batch of batches) findings.push(...(await compareBatch(batch, renderers, options)));
    } finally {
      await renderers.base.close();
      await renderers.current.close();
    }
  }
  return { rendered: accepted.length, refused: refused.length, findings };
}

function spread(trials: readonly Trial[], most: number): readonly Trial[] {
  const step = Math.max(1, trials.length / most);
  return Array.from({ length: Math.min(most, trials.length) }, (_, i) => trials[Math.floor(i * step)]).filter(
    (trial) => trial !== undefined,
  );
}

// A pipeline is not printed where it cannot be defined, or where its own values are refused; evaluate() compares those.
function canPrint({ subject }: Trial, { find }: TrialRenderer): boolean {
  try {
    return find(subject).files().size > 0;
  } catch {
    return false;
  }
}

async function compareBatch(
  trials: readonly Trial[],
  renderers: { readonly base: CaseRenderer; readonly current: CaseRenderer; readonly subjectOf: SubjectOf },
  { base, current, expected }: HelmOptions,
): Promise<readonly Finding[]> {
  const [own, other] = await Promise.all([
    renderBatch(trials, renderers.base, { find: base.find, subjectOf: renderers.subjectOf }),
    renderBatch(trials, renderers.current, { find: current.find, subjectOf: renderers.subjectOf }),
  ]);
  return trials.flatMap((trial, i) => {
    const differences = compareOutcomes(read(own, i), read(other, i));
    const isNew = differences.some((difference) => !expected.some((one) => one.matches(difference)));
    return isNew ? [{ trial, differences, count: 1 }] : [];
  });
}

async function renderBatch(
  trials: readonly Trial[],
  renderer: CaseRenderer,
  { find, subjectOf }: Pick<TrialRenderer, "find"> & { readonly subjectOf: SubjectOf },
): Promise<ReadonlyMap<string, Rendered>> {
  const cases = trials.map(({ subject, options }, i) => {
    const target = find(subject);
    const { environment = "", values } = options;
    const given = mergeFiles([target.environments.get(environment) ?? {}, values]);
    return { alias: `c${i}`, subject: subjectOf(target), values: given };
  });
  return await renderer.render(cases, RELEASE);
}

type SubjectOf = (target: Target) => PrintedSubject;

// What is on disk stays there as long as its subject is the same.
function createSubjects(): SubjectOf {
  const subjects = new WeakMap<Target, PrintedSubject>();
  return (target) => {
    const { name, files } = target;
    const subject = subjects.get(target) ?? { name, files: once(files), given: (values: Values) => values };
    subjects.set(target, subject);
    return subject;
  };
}

function read(rendered: ReadonlyMap<string, Rendered>, index: number): Outcome {
  return readOutcome(rendered.get(`c${index}`) ?? { refusal: "Helm said nothing" });
}
