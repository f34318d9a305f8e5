/** Builds the parts of manifests: what represents a value, for a field that may be absent, for items of a list. */
import { choose, match, matchOrLast, when } from "../../../generator/expression/when.ts";
import { toJson } from "../../../generator/functions/strings.ts";
import { spread } from "../../../generator/manifest/spread.ts";
import { bindAround, loopAround } from "./build-bind.ts";
import { buildAny, buildList, buildMap, buildObject } from "./build-collection.ts";
import { includeFields, includeList, includeMap } from "./build-define.ts";
import { buildBoolean, buildInteger, buildIntegerOperand, buildTest } from "./build-test.ts";
import { buildText, buildTextOperand, constants } from "./build-text.ts";
import { type Build, build, inside, type Plan, pick, pickLate } from "./plan.ts";
import { add, MAX_DEPTH, type Scope } from "./scope.ts";

/** Builds a part that is always there. */
export type BuildInput = (plan: Plan, scope: Scope) => unknown;

/** Builds what may represent a value in any case. */
export function buildInput(plan: Plan, scope: Scope): unknown {
  const leaves: Build<unknown>[] = [
    (a) => buildTextOperand(a, scope),
    (a) => buildIntegerOperand(a, scope),
    (a) => pickLate(a, scope.booleans),
    (a) => pickLate(a, scope.labels),
    (a) => pickLate(a, scope.lists),
    (a) => pickLate(a, scope.rules),
    (a) => pickLate(a, scope.objects),
    (a) => pick<unknown>(a, [{}, [], true, false, 0, 0.5, -1, 1e21]),
  ];
  return build<unknown>(plan, leaves, [
    ...branchesOf(plan, scope, buildInput),
    (a) => buildText(a, scope),
    (a) => buildInteger(a, scope),
    (a) => buildBoolean(a, scope),
    (a) => buildMap(a, scope),
    (a) => buildList(a, scope),
    (a) => buildObject(a, scope),
    (a) => includeMap(a, scope),
    (a) => includeList(a, scope),
    (a) => includeFields(a, scope),
    () => buildFields(plan, scope),
    () => buildExpressions(plan, scope),
    () => buildItems(plan, scope, buildInput),
    () => buildItems(plan, scope, buildInput),
    () => buildItems(plan, scope, buildTextOperand),
    (a) => pick<unknown>(a, constants),
  ]);
}

// The ways in which a part that is always there may depend on a test or a variable.
function branchesOf(plan: Plan, scope: Scope, input: BuildInput): Build<unknown>[] {
  return [
    (a, b, c) => {
      const { test, then, otherwise } = buildTest(a, scope);
      return choose(test, input(b, add(scope, then)), input(c, add(scope, otherwise)));
    },
    (a, b, c) => matchOrLast(pick(a, scope.kinds), inOrder(plan, { Job: input(b, scope), CronJob: input(c, scope) })),
    (a, b) => bindAround(a, scope, (more) => input(b, more)),
  ];
}

function inOrder<T>(plan: Plan, cases: { readonly Job: T; readonly CronJob: T }): { Job: T; CronJob: T } {
  return plan.choice % 2 === 0
    ? { Job: cases.Job, CronJob: cases.CronJob }
    : { CronJob: cases.CronJob, Job: cases.Job };
}

/** Builds what may represent a field that may be absent. */
export function buildField(plan: Plan, scope: Scope): unknown {
  const optional: Build<unknown>[] = [
    (a) => pickLate(a, scope.maybeStrings),
    (a) => pickLate(a, scope.maybeIntegers),
    (a) => pickLate(a, scope.maybeBooleans),
    (a) => pickLate(a, scope.maybeObjects),
    (a) => pickLate(a, scope.maybeClaims),
  ];
  const whenOf = (a: Plan, b: Plan, place: Scope): unknown => {
    const { test, then } = buildTest(a, place);
    return when(test, buildInput(b, add(place, then)));
  };
  const leaf: Build<unknown> = () => buildInput(plan, scope);
  return build<unknown>(
    plan,
    [leaf, leaf, ...optional],
    [
      leaf,
      leaf,
      leaf,
      ...optional,
      (a, b) => whenOf(a, b, scope),
      (a, b) => whenOf(a, b, scope),
      (a, b, c, d) => {
        const { test, then, otherwise } = buildTest(a, scope);
        const second = buildTest(c, add(scope, otherwise));
        const last = when(second.test, buildInput(d, add(add(scope, otherwise), second.then)));
        return choose(test, buildInput(b, add(scope, then)), last);
      },
      (a, b) => match(pick(a, scope.kinds), { [pick(inside(a, 1), ["Job", "CronJob"])]: buildInput(b, scope) }),
      (a, b, c) =>
        match(pick(a, scope.kinds), inOrder(plan, { Job: buildInput(b, scope), CronJob: buildInput(c, scope) })),
      (a, b, c) => bindAround(a, scope, (more) => whenOf(b, c, more)),
    ],
  );
}

/** Builds a map of expressions. */
export function buildExpressions(plan: Plan, scope: Scope): object {
  const makes = [buildText, buildTextOfAny, buildBoolean, buildInteger, buildMap, buildList, buildObject, buildText];
  return Object.fromEntries(
    plan.inside.map((part) => [`k${scope.next()}`, pick<BuildInput>(part, makes)(part, scope)]),
  );
}

function buildTextOfAny(plan: Plan, scope: Scope): unknown {
  return toJson(buildAny(plan, scope));
}

/** Builds a map: fields, spreads among them, and one that is always there, but for one map in three. */
export function buildFields(plan: Plan, scope: Scope): object {
  const fields = plan.inside.map((part): object => {
    if (part.inside.length > 0 && part.choice % 5 === 0) return buildSpread(part, scope);
    const key = part.choice % 7 === 0 ? `k${scope.next()}${pick(inside(part, 3), constants)}` : `k${scope.next()}`;
    return Object.fromEntries([[key, buildField(part, scope)]]);
  });
  const fixed = plan.choice % 3 === 0 ? [] : [{ [`k${scope.next()}`]: pick<unknown>(plan, [1, "a", {}, []]) }];
  return Object.fromEntries([...fields, ...fixed].flatMap((field) => Object.entries(field)));
}

function buildSpread(plan: Plan, scope: Scope): object {
  const label = `s${scope.next()}`;
  const chosen = (a: Plan, b: Plan, c: Plan, place: Scope) => {
    const { test, then, otherwise } = buildTest(a, place);
    return choose<object, object>(test, buildFields(b, add(place, then)), buildFields(c, add(place, otherwise)));
  };
  return build<object>(
    plan,
    [],
    [
      (a, b) => {
        const { test, then } = buildTest(a, scope);
        return spread(label, when<object>(test, buildFields(b, add(scope, then))));
      },
      (a, b, c) => spread(label, chosen(a, b, c, scope)),
      (a, b, c, d) =>
        spread(
          label,
          bindAround(d, scope, (more) => chosen(a, b, c, more)),
        ),
      (a) => {
        const fields = includeFields({ ...a, choice: 1 + 3 * (a.choice >>> 2) }, scope);
        return scope.depth > MAX_DEPTH ? {} : spread(label, fields);
      },
    ],
  );
}

/** Builds a list. */
export function buildItems(plan: Plan, scope: Scope, input: BuildInput): readonly unknown[] {
  const items = plan.inside.map((part) => buildItem(part, scope, input));
  return plan.choice % 3 === 0 ? items : [...items, input({ choice: plan.choice, inside: [] }, scope)];
}

function buildItem(plan: Plan, scope: Scope, input: BuildInput): unknown {
  const leaf: Build<unknown> = () => input(plan, scope);
  return build<unknown>(
    plan,
    [leaf],
    [
      leaf,
      leaf,
      (a) =>
        loopAround(a, scope, (more, isChosen) => (isChosen ? input : bindItem(input))(inside(plan, 1), more)) ??
        input(a, scope),
      (a) => loopAround(a, scope, (more) => input(inside(plan, 1), more)) ?? input(a, scope),
      (a, b) => {
        const { test, then } = buildTest(a, scope);
        return when(test, buildItem(b, add(scope, then), input));
      },
      ...branchesOf(plan, scope, input),
      (a, b, c, d) => {
        const { test, then, otherwise } = buildTest(a, scope);
        const second = buildTest(c, add(scope, otherwise));
        const last = when(second.test, buildItem(d, add(add(scope, otherwise), second.then), input));
        return choose(test, input(b, add(scope, then)), last);
      },
      (a, b) => bindAround(a, scope, (more) => buildItem(b, more, input)),
    ],
  );
}

function bindItem(input: BuildInput): BuildInput {
  return (plan, scope) => buildItem(plan, scope, input);
}
