/** What a part of a random manifest may refer to: references of each type, those of variables among them. */
import { chart, release } from "../../../generator/expression/built-in.ts";
import type { Expression } from "../../../generator/expression/expression.ts";
import { raw } from "../../../generator/expression/raw.ts";
import { given, type Reference } from "../../../generator/expression/reference.ts";
import type { ByName } from "../../../generator/functions/maps.ts";
import { type Claim, type Entry, type Port, type Step, type Values, type Volume, v } from "./model.ts";

/** References by the type of what they lead to, the nearest last. */
export interface References {
  readonly strings: readonly Expression<string>[];
  readonly maybeStrings: readonly Reference<string | undefined>[];
  readonly integers: readonly Expression<number>[];
  readonly maybeIntegers: readonly Reference<number | undefined>[];
  readonly booleans: readonly Expression<boolean>[];
  readonly maybeBooleans: readonly Reference<boolean | undefined>[];
  readonly kinds: readonly Expression<"Job" | "CronJob">[];
  readonly labels: readonly Reference<ByName<string>>[];
  readonly lists: readonly Reference<readonly string[]>[];
  readonly ports: readonly Reference<ByName<Port>>[];
  readonly steps: readonly Reference<ByName<Step>>[];
  readonly volumes: readonly Reference<ByName<Volume>>[];
  readonly env: readonly Reference<ByName<Entry>>[];
  readonly rules: readonly Reference<readonly Port[]>[];
  readonly port: readonly Reference<Port>[];
  readonly step: readonly Reference<Step>[];
  readonly volume: readonly Reference<Volume>[];
  readonly objects: readonly Expression<object>[];
  readonly maybeClaims: readonly Reference<Claim | undefined>[];
  readonly maybeObjects: readonly Reference<object | undefined>[];
}

/** What is known where a part is built. */
export interface Scope extends References {
  /** The variables around, with their dollar signs. */
  readonly variables: ReadonlySet<string>;
  /** How many named templates are around. */
  readonly depth: number;
  /** All values, for the functions that are applied here. */
  readonly values: Reference<Values>;
  /** How many functions are around. */
  readonly calls: number;
  /** Whether `required` may stand here. */
  readonly isLazy: boolean;
  /** Makes a number that no other part of the tree has. */
  readonly next: () => number;
  /** The start of the names of the tree's named templates. */
  readonly prefix: string;
}

const releaseName = raw<string>({
  type: "string",
  go: `printf "%s.%s" $.Release.Name "x"`,
  js: () => "r.x",
  reason: "raw text is an expression like any other",
});

/** The values and the built-in objects. */
export function createScope(prefix: string): Scope {
  let count = 0;
  return { ...values, values: v, variables: new Set(), depth: 0, calls: 0, isLazy: true, next: () => ++count, prefix };
}

/** The same root without variables, as a named template sees it. */
export function scopeOfDefine(scope: Scope, more: Partial<References>): Scope {
  return add({ ...scope, ...values, variables: new Set(), depth: scope.depth + 1, isLazy: true }, more);
}

/** How many named templates may be around an include of another. */
export const MAX_DEPTH = 1;

/** What the body of a function sees: its arguments alone, so that it includes no named templates. */
export function scopeOfFunction(scope: Scope, values: Reference<Values>): Scope {
  const { next, prefix, calls } = scope;
  const references = referencesTo(values);
  return {
    ...references,
    values,
    variables: new Set(),
    depth: MAX_DEPTH + 1,
    calls: calls + 1,
    isLazy: true,
    next,
    prefix,
  };
}

/** A scope with more references. */
export function add(scope: Scope, more: Partial<References>, ...variables: readonly string[]): Scope {
  const lists = Object.entries(more).map(([kind, references]) => [
    kind,
    [...scope[kind as keyof References], ...references],
  ]);
  return { ...scope, ...Object.fromEntries(lists), variables: new Set([...scope.variables, ...variables]) };
}

/** The fields of a port. */
export function portFields(port: Reference<Port>): Partial<References> {
  return {
    strings: [port.protocol],
    maybeStrings: [port.host],
    integers: [port.number],
    objects: [port],
    port: [port],
  };
}

/** The fields of a step. */
export function stepFields(step: Reference<Step>): Partial<References> {
  return {
    strings: [step.image],
    maybeStrings: [step.note],
    integers: [step.order],
    maybeIntegers: [step.limit],
    booleans: [step.on, step.off],
    lists: [step.args],
    labels: [step.labels],
    objects: [step],
    step: [step],
  };
}

/** The fields of a volume; its branches are there only for the type that names them. */
export function volumeFields(volume: Reference<Volume>): Partial<References> {
  return {
    strings: [volume.path],
    maybeStrings: [volume.claim, volume.empty.medium],
    volume: [volume],
    objects: [volume],
    maybeObjects: [volume.empty],
  };
}

/** The fields of a claim that is given. */
export function claimFields(claim: Reference<Claim>): Partial<References> {
  return {
    strings: [claim.size, claim.className],
    maybeStrings: [claim.label, claim.source.name, claim.source.kind],
    objects: [claim],
    maybeObjects: [claim.source],
  };
}

/** The values as a part of the tree sees them: below the root, or as an argument of a function. */
export function referencesTo(v: Reference<Values>): References {
  return {
    strings: [v.name, v.greeting, v.host, v.kind, v.level, v.limits.cpu],
    maybeStrings: [
      v.tag,
      v.note,
      v.job.deep.path,
      v.claim.size,
      v.claim.className,
      v.claim.label,
      v.claim.source.kind,
      v.limits.memory,
    ],
    integers: [v.none, v.retries, v.replicas, v.job.retries],
    maybeIntegers: [v.limit, v.deadline, v.job.limit, v.tuning.speed],
    booleans: [v.on, v.off, v.job.deep.on, v.limits.swap],
    maybeBooleans: [v.maybe],
    kinds: [v.kind],
    labels: [v.labels, v.security, v.open, v.job.deep.labels],
    lists: [v.args, v.modes],
    ports: [v.ports],
    steps: [v.steps],
    volumes: [v.volumes],
    env: [v.env],
    rules: [v.rules],
    port: [],
    step: [],
    volume: [],
    objects: [v.json, v.limits, v.job, v.ports, v.steps, v.volumes, v.env],
    maybeClaims: [v.claim],
    maybeObjects: [v.claim, v.tuning, v.claim.source],
  };
}

const own = referencesTo(v);
const values: References = { ...own, strings: [release.name, chart.name, releaseName, ...own.strings] };

/** What a test that shows a value to be given adds. */
export function narrow<T>(reference: Reference<T>): Reference<NonNullable<T>> {
  return given(reference);
}
