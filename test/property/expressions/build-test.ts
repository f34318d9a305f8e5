/** Builds expressions of booleans and of integers, and tests that show what is given. */
import type { Expression, Operand } from "../../../generator/expression/expression.ts";
import {
  and,
  eq,
  greaterThan,
  ne,
  nonEmpty,
  not,
  or,
  orElse,
  orIfEmpty,
  present,
  required,
  ternary,
} from "../../../generator/functions/logic.ts";
import { hasEntry } from "../../../generator/functions/maps.ts";
import { contains } from "../../../generator/functions/strings.ts";
import { buildAny, buildMap } from "./build-collection.ts";
import { applyInteger } from "./build-function.ts";
import { buildText, buildTextOperand } from "./build-text.ts";
import { type Build, build, inside, type Plan, pick, pickLate } from "./plan.ts";
import { add, claimFields, narrow, type References, type Scope } from "./scope.ts";

/** A test, and what may be used where it holds and where it does not. */
export interface Test {
  readonly test: Expression<boolean>;
  readonly then: Partial<References>;
  readonly otherwise: Partial<References>;
}

/** Builds a test. */
export function buildTest(plan: Plan, scope: Scope): Test {
  const plain = (test: Expression<boolean>): Test => ({ test, then: {}, otherwise: {} });
  const shows = [present, nonEmpty] as const;
  const leaves: Build<Test>[] = [
    (a) => plain(pickLate(a, scope.booleans)),
    (a, b) => {
      const reference = pickLate(a, scope.maybeStrings);
      return { test: pick(b, shows)(reference), then: { strings: [narrow(reference)] }, otherwise: {} };
    },
    (a, b) => {
      const reference = pickLate(a, scope.maybeIntegers);
      return { test: pick(b, shows)(reference), then: { integers: [narrow(reference)] }, otherwise: {} };
    },
    (a, b) => {
      const reference = pickLate(a, scope.maybeBooleans);
      return { test: pick(b, shows)(reference), then: { booleans: [narrow(reference)] }, otherwise: {} };
    },
    (a, b) => {
      const reference = pickLate(a, scope.maybeClaims);
      return { test: pick(b, shows)(reference), then: claimFields(narrow(reference)), otherwise: {} };
    },
    (a) => {
      const reference = pickLate(a, scope.maybeObjects);
      return { test: present(reference), then: { objects: [narrow(reference)] }, otherwise: {} };
    },
    // What a reference with a default holds is used again where it is not empty.
    (a) => useAgain("strings", pickLate(a, scope.strings)),
    (a) => useAgain("labels", pickLate(a, scope.labels)),
    (a) => useAgain("lists", pickLate(a, scope.lists)),
    (a) => useAgain("ports", pickLate(a, scope.ports)),
    (a) => useAgain("steps", pickLate(a, scope.steps)),
    (a) => useAgain("objects", pickLate(a, scope.objects)),
    (a) => useAgain("integers", pickLate(a, scope.integers)),
  ];
  const branches: Build<Test>[] = [
    ...leaves,
    (a, b) => plain(buildBoolean(inside(plan, 0), scope) && buildBoolean(a.inside.length > 0 ? a : b, scope)),
    (a) => invert(buildTest(a, scope)),
    (a, b) => {
      const first = buildTest(a, scope);
      const second = buildTest(b, add(scope, first.then));
      return { test: and(first.test, second.test), then: join(first.then, second.then), otherwise: {} };
    },
    (a, b) => {
      const first = buildTest(a, scope);
      const second = buildTest(b, add(scope, first.otherwise));
      return { test: or(first.test, second.test), then: {}, otherwise: join(first.otherwise, second.otherwise) };
    },
  ];
  return build(plan, leaves, branches);
}

function useAgain<K extends keyof References>(kind: K, reference: References[K][number]): Test {
  return { test: nonEmpty(reference), then: { [kind]: [reference, reference] }, otherwise: {} };
}

function invert({ test, then, otherwise }: Test): Test {
  return { test: not(test), then: otherwise, otherwise: then };
}

function join(a: Partial<References>, b: Partial<References>): Partial<References> {
  const kinds = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<keyof References>;
  return Object.fromEntries([...kinds].map((kind) => [kind, [...(a[kind] ?? []), ...(b[kind] ?? [])]]));
}

/** Builds an expression of a boolean. */
export function buildBoolean(plan: Plan, scope: Scope): Expression<boolean> {
  const recurse = (part: Plan): Expression<boolean> => buildBoolean(part, scope);
  const operand = (part: Plan): Operand<boolean> => (part.choice % 3 === 0 ? part.choice % 2 === 0 : recurse(part));
  const branches: Build<Expression<boolean>>[] = [
    (a, b) => eq<string>(buildText(a, scope), buildTextOperand(b, scope)),
    (a, b) => eq<string>(pickLate(a, scope.maybeStrings), buildTextOperand(b, scope)),
    (a, b) => ne<string>(buildText(a, scope), buildTextOperand(b, scope)),
    (a, b) => ne<string>(pickLate(a, scope.maybeStrings), buildTextOperand(b, scope)),
    (a) => eq(pick(inside(a, 0), scope.kinds), pick(inside(a, 1), ["Job", "CronJob"] as const)),
    (a, b) => ne<boolean>(recurse(a), operand(b)),
    (a, b) => eq<boolean>(pick(a, scope.maybeBooleans), operand(b)),
    (a) => present(buildAny(a, scope)),
    (a) => nonEmpty(buildAny(a, scope)),
    (a) => not(buildAny(a, scope)),
    (a) => buildTest(a, scope).test,
    (a, b) => and(recurse(a), recurse(b)),
    (a, b, c) => or(recurse(a), recurse(b), recurse(c)),
    (a, b) => greaterThan(buildInteger(a, scope), buildIntegerOperand(b, scope)),
    (a, b) => contains(buildTextOperand(a, scope), buildTextOperand(b, scope)),
    (a, b) => hasEntry(buildMap(a, scope), buildTextOperand(b, scope)),
    (a, b) => orElse(pickLate(a, scope.maybeBooleans), operand(b)),
    (a, b) => orElse(recurse(a), operand(b)),
    (a, b) => orIfEmpty(pickLate(a, scope.maybeBooleans), operand(b)),
    (a, b, c) => {
      const lazy = { ...scope, isLazy: false };
      return ternary<boolean>(buildBoolean(a, lazy), buildBoolean(b, lazy), buildBoolean(c, lazy));
    },
  ];
  if (scope.isLazy) branches.push((a, b) => required(pickLate(a, scope.maybeBooleans), buildTextOperand(b, scope)));
  return build(plan, [(a) => pickLate(a, scope.booleans)], branches);
}

/** Builds an expression of an integer. */
export function buildInteger(plan: Plan, scope: Scope): Expression<number> {
  const operand = (part: Plan): Operand<number> => buildIntegerOperand(part, scope);
  const branches: Build<Expression<number>>[] = [
    (a, b) => orElse(pickLate(a, scope.maybeIntegers), operand(b)),
    (a, b) => orElse(buildInteger(a, scope), operand(b)),
    (a, b) => orIfEmpty(pickLate(a, scope.maybeIntegers), operand(b)),
    (a, b) => orIfEmpty(buildInteger(a, scope), operand(b)),
    (a) => applyInteger(a, scope),
    (a, b, c) => {
      const lazy = { ...scope, isLazy: false };
      return ternary<number>(buildBoolean(a, lazy), buildIntegerOperand(b, lazy), buildIntegerOperand(c, lazy));
    },
  ];
  if (scope.isLazy) branches.push((a, b) => required(pickLate(a, scope.maybeIntegers), buildTextOperand(b, scope)));
  return build(plan, [(a) => pickLate(a, scope.integers)], branches);
}

/** Builds an integer constant, or an expression of an integer. */
export function buildIntegerOperand(plan: Plan, scope: Scope): Operand<number> {
  return plan.inside.length === 0 && plan.choice % 2 === 1
    ? pick(inside(plan, 0), [0, 1, 2, 1000, 1e6, 2147483647])
    : buildInteger(plan, scope);
}
