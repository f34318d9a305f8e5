/** Renders trials with both Helms, of the charts that both generators print. */
import { mergeFiles, type Values } from "../../../generator/evaluate/coalesce-values.ts";
import { type BundledVersion, findHelm } from "../../../scripts/lib/find-helm.ts";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import {
  type CaseRenderer,
  createCaseRenderer,
  type PrintedSubject,
  type Rendered,
} from "../../property/render-cases.ts";
import { once } from "../../property/subject.ts";
import { compareOutcomes, type Difference } from "../compare-outcomes.ts";
import type { ExpectedDifference } from "../expected-differences.ts";
import { type Outcome, refusedPath } from "../outcome.ts";
import type { Target } from "../side.ts";
import type { Trial, TrialRenderer } from "../trial.ts";

/** What is rendered. */
export interface HelmOptions {
  readonly base: TrialRenderer;
  readonly current: TrialRenderer;
  /** Trials that the guards admit: many are rendered in one run of Helm. */
  readonly mostRendered: number;
  /** Trials that a guard refuses: each takes runs of its own. */
  readonly mostRefused: number;
  readonly expected: readonly ExpectedDifference[];
}

/** What came out. */
export interface HelmReport {
  readonly rendered: number;
  readonly refused: number;
  readonly findings: readonly { readonly trial: Trial; readonly differences: readonly Difference[] }[];
}

const VERSIONS: readonly BundledVersion[] = ["4.1.4", "3.17.3"];
const BATCH = 60;
const RELEASE = { name: "rel", namespace: "data" };

/** Compares what both Helms render of trials that are spread over all of the given ones. */
export async function compareWithHelm(trials: readonly Trial[], options: HelmOptions): Promise<HelmReport> {
  const { base, mostRendered, mostRefused } = options;
  const kinds = Map.groupBy(trials, (trial) => base.render(trial).kind);
  const accepted = spread(kinds.get("objects") ?? [], mostRendered);
  const refused = spread(kinds.get("refusal") ?? [], mostRefused).filter((trial) => isDefined(trial, base));
  const batches = [
    ...Array.from({ length: Math.ceil(accepted.length / BATCH) }, (_, i) => accepted.slice(i * BATCH, (i + 1) * BATCH)),
    ...refused.map((trial) => [trial]),
  ];
  const findings: HelmReport["findings"][number][] = [];
  for (const version of VERSIONS) {
    const { path } = await findHelm({ version });
    const renderers = { base: await createCaseRenderer({ path }), current: await createCaseRenderer({ path }) };
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

function isDefined({ subject }: Trial, { find }: TrialRenderer): boolean {
  try {
    find(subject);
    return true;
  } catch {
    return false;
  }
}

async function compareBatch(
  trials: readonly Trial[],
  renderers: { readonly base: CaseRenderer; readonly current: CaseRenderer },
  { base, current, expected }: HelmOptions,
): Promise<HelmReport["findings"]> {
  const [own, other] = await Promise.all([
    renderBatch(trials, renderers.base, base),
    renderBatch(trials, renderers.current, current),
  ]);
  return trials.flatMap((trial, i) => {
    const differences = compareOutcomes(outcomeOf(own.get(`c${i}`)), outcomeOf(other.get(`c${i}`)));
    const isNew = differences.some(({ path }) => !expected.some((one) => one.matches(path)));
    return isNew ? [{ trial, differences }] : [];
  });
}

async function renderBatch(
  trials: readonly Trial[],
  renderer: CaseRenderer,
  { find }: TrialRenderer,
): Promise<ReadonlyMap<string, Rendered>> {
  const cases = trials.map(({ subject, options }, i) => {
    const target = find(subject);
    const { environment = "", values } = options;
    const given = mergeFiles([target.environments.get(environment) ?? {}, values]);
    return { alias: `c${i}`, subject: subjectOf(target), values: given };
  });
  return await renderer.render(cases, RELEASE);
}

const subjects = new WeakMap<Target, PrintedSubject>();

// What lies on disk stays there as long as its subject is the same.
function subjectOf(target: Target): PrintedSubject {
  const subject = subjects.get(target) ?? {
    name: target.name,
    files: once(target.files),
    given: (values: Values) => values,
  };
  subjects.set(target, subject);
  return subject;
}

function outcomeOf(rendered: Rendered | undefined): Outcome {
  if (rendered === undefined) return { kind: "crash", message: "Helm said nothing" };
  if ("manifests" in rendered) return { kind: "objects", objects: readManifests(rendered.manifests) };
  const [, message] = /execution error at \([^)]*\): (.*)/s.exec(rendered.refusal) ?? [];
  if (message === undefined) return { kind: "crash", message: rendered.refusal };
  return { kind: "refusal", message, path: refusedPath(message) };
}
