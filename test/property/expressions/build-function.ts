/** Builds functions that are trees, with parts and results of every kind, and applies them. */
import { collectList, collectMap } from "../../../generator/expression/bind.ts";
import {
  defineCheck,
  defineFunction,
  entry,
  type Param,
  param,
} from "../../../generator/expression/define-function.ts";
import { type Expression, NODE, type Operand } from "../../../generator/expression/expression.ts";
import { forEach, forEachPosition, forEachRepeated } from "../../../generator/expression/for-each.ts";
import type { TreeResult } from "../../../generator/expression/node.ts";
import type { Reference } from "../../../generator/expression/reference.ts";
import { choose, matchOrLast, when } from "../../../generator/expression/when.ts";
import { orIfEmpty, present } from "../../../generator/functions/logic.ts";
import type { ByName } from "../../../generator/functions/maps.ts";
import { text, toJson } from "../../../generator/functions/strings.ts";
import type { JsonSchema } from "../../../generator/json-schema.ts";
import { bindAround, loopAround } from "./build-bind.ts";
import { buildAny, buildList, buildMap, buildPorts, buildSteps } from "./build-collection.ts";
import { buildGuard } from "./build-documents.ts";
import { buildInteger, buildIntegerOperand, buildTest } from "./build-test.ts";
import { buildTextOperand } from "./build-text.ts";
import { model, type Port, port, type Step, step, type Values } from "./model.ts";
import { type Build, build, inside, type Plan, pickLate } from "./plan.ts";
import { add, type References, type Scope, scopeOfFunction } from "./scope.ts";

/** How many functions may be around an application of another. */
const MAX_CALLS = 2;

/** What is done with a value that the body yields: what it is, by the result of the function. */
type Yield = (plan: Plan, scope: Scope) => unknown;

/** Applies a function that yields a text: the first, or all of them joined. */
export function applyText(plan: Plan, scope: Scope): Expression<string> {
  if (scope.calls >= MAX_CALLS) return pickLate(plan, scope.strings);
  const maybeText: Yield = (a, inner) =>
    a.choice % 4 === 0 ? pickLate(inside(a, 0), inner.maybeStrings) : buildTextOperand(a, inner);
  return apply<string>(plan.choice % 2 === 0 ? "first" : "text", plan, scope, maybeText);
}

/** Applies a function that yields an integer. */
export function applyInteger(plan: Plan, scope: Scope): Expression<number> {
  if (scope.calls >= MAX_CALLS) return pickLate(plan, scope.integers);
  return apply<number>("integer", plan, scope, buildIntegerOperand);
}

/** Applies a function that yields a list of texts. */
export function applyList(plan: Plan, scope: Scope): Expression<readonly string[]> {
  if (scope.calls >= MAX_CALLS) return pickLate(plan, scope.lists);
  return apply<readonly string[]>("list", plan, scope, buildTextOperand);
}

/** Applies a function that yields a map of texts. */
export function applyMap(plan: Plan, scope: Scope): Expression<ByName<string>> {
  if (scope.calls >= MAX_CALLS) return pickLate(plan, scope.labels);
  return apply<ByName<string>>("map", plan, scope, (a, inner) =>
    entry(buildTextOperand(inside(a, 0), inner), buildTextOperand(inside(a, 1), inner)),
  );
}

/** Applies a function that yields a list or a map of anything, of what may be absent too. */
export function applyAny(plan: Plan, scope: Scope): Expression<unknown> {
  if (scope.calls >= MAX_CALLS) return pickLate(plan, scope.maybeStrings);
  if (plan.choice % 2 === 0) {
    return apply<unknown>("list", plan, scope, (a, inner) =>
      a.choice % 3 === 0 ? { any: buildAny(inside(a, 0), inner), text: "a", whole: 3 } : buildAny(a, inner),
    );
  }
  return apply<unknown>("map", plan, scope, (a, inner) =>
    entry(buildTextOperand(inside(a, 0), inner), buildAny(inside(a, 1), inner)),
  );
}

/** Applies a function that picks some of the entries of a map of ports, which can be walked. */
export function applyPick(plan: Plan, scope: Scope): Expression<ByName<Port>> {
  if (scope.calls >= MAX_CALLS) return pickLate(plan, scope.ports);
  const pickPorts: (map: Expression<ByName<Port>>, wanted: Operand<string>) => Expression<ByName<Port>> =
    defineFunction({
      name: nextName(scope),
      comment: "",
      params: { pickedPorts: param<ByName<Port>>(portsSchema), wanted: param<string>({ type: "string" }) },
      result: "map",
      picks: "pickedPorts",
      body: ({ pickedPorts, wanted }) =>
        forEach(pickedPorts, (name, one) => [
          when(present(plan.choice % 2 === 0 ? one.host : wanted), entry(name, one)),
          matchOrLast(one.protocol, { TCP: entry(text`${name}-${orIfEmpty(wanted, "w")}`, one), UDP: [] }),
        ]),
    });
  return pickPorts(buildPorts(inside(plan, 0), scope), buildTextOperand(inside(plan, 1), scope));
}

/** Applies a check; most pass. */
export function applyCheck(plan: Plan, scope: Scope): unknown {
  if (scope.calls >= MAX_CALLS) return buildGuard(plan, scope);
  return apply<never>("checks", plan, scope, buildGuard);
}

const portsSchema: JsonSchema = { type: "object", additionalProperties: port as JsonSchema };
const stepsSchema: JsonSchema = { type: "object", additionalProperties: step as JsonSchema };
const textSchema: JsonSchema = { type: "string" };
const textMap: JsonSchema = { type: "object", additionalProperties: textSchema };
const textList: JsonSchema = { type: "array", items: textSchema };

/** An argument, its parameter, and what the body refers to by it. */
interface Argument {
  readonly value: Operand<unknown>;
  readonly param: Param;
  readonly references: (reference: Reference<never>) => Partial<References>;
}

function buildArgument(plan: Plan, scope: Scope): Argument {
  const kinds: Build<Argument>[] = [
    (a) => ({
      value: buildTextOperand(a, scope),
      param: param<string>(textSchema),
      references: (one) => ({ maybeStrings: [one, one] }),
    }),
    (a) => ({
      value: pickLate(a, scope.maybeStrings),
      param: param<string>(textSchema),
      references: (one) => ({ maybeStrings: [one, one] }),
    }),
    (a) => ({
      value: a.choice % 2 === 0 ? buildInteger(a, scope) : pickLate(a, scope.maybeIntegers),
      param: param<number>({ type: "integer" }),
      references: (one) => ({ maybeIntegers: [one, one] }),
    }),
    (a) => ({
      value: buildMap(a, scope),
      param: param<ByName<string>>(textMap),
      references: (one) => ({ labels: [one, one] }),
    }),
    (a) => ({
      value: buildPorts(a, scope),
      param: param<ByName<Port>>(portsSchema),
      references: (one) => ({ ports: [one, one] }),
    }),
    (a) => ({
      value: buildSteps(a, scope),
      param: param<ByName<Step>>(stepsSchema),
      references: (one) => ({ steps: [one, one] }),
    }),
  ];
  return build(plan, kinds, kinds);
}

type Wanted = TreeResult | "integer";

function nextName({ prefix, next }: Scope): string {
  return `${prefix.slice("t.".length)}f${next()}`;
}

// The first argument are all values: the body refers to them as any part does. The others are drawn.
function apply<T>(wanted: Wanted, plan: Plan, scope: Scope, one: Yield): Expression<T> {
  const [, ...others] = plan.inside;
  const args = others.slice(0, 2).map((part) => buildArgument(part, scope));
  const rest =
    plan.choice % 5 === 0
      ? [text`${buildTextOperand(inside(plan, 2), scope)}`, text`-${pickLate(plan, scope.strings)}`]
      : undefined;
  const params = Object.fromEntries(args.map((arg, i): [string, Param] => [`p${i}s`, arg.param]));
  const source = {
    name: nextName(scope),
    comment: "",
    params: {
      all: param<Values>(model as JsonSchema),
      ...params,
      ...(rest === undefined ? {} : { rests: param<readonly string[]>(textList) }),
    },
    isVariadic: rest !== undefined,
    body: (seen: Readonly<Record<string, Reference<never>>> & { readonly all: Reference<Values> }): unknown => {
      const inner = args.reduce(
        (known, arg, i) => add(known, arg.references(seen[`p${i}s`] as Reference<never>)), // one for each argument
        scopeOfFunction(scope, seen.all),
      );
      const rests = seen["rests"] as Reference<readonly string[]> | undefined;
      return buildStatements(
        inside(plan, 0),
        rests === undefined ? inner : add(inner, { lists: [rests, rests] }),
        wanted,
        one,
      );
    },
  };
  const operands = [scope.values, ...args.map(({ value }) => value), ...(rest ?? [])];
  if (wanted === "checks") return defineCheck(source as never)(...operands) as Expression<T>; // the parameters are those of the body
  const result = wanted === "integer" ? "first" : wanted;
  const typed = { ...source, result, ...(wanted === "integer" ? { type: "integer" } : {}) };
  return defineFunction(typed as never)(...operands) as Expression<T>; // likewise
}

function buildStatements(plan: Plan, scope: Scope, wanted: Wanted, one: Yield): unknown {
  const recurse = (part: Plan, more: Scope): unknown => buildStatements(part, more, wanted, one);
  const leaf: Build<unknown> = () => one(plan, scope);
  const name = (): string => `c${scope.next()}s`;
  return build<unknown>(
    plan,
    [leaf],
    [
      leaf,
      () => plan.inside.map((part) => recurse(part, scope)),
      () => plan.inside.map((part) => recurse(part, scope)),
      (a, b) => {
        const { test, then } = buildTest(a, scope);
        return when(test, recurse(b, add(scope, then)));
      },
      (a, b, c) => {
        const { test, then, otherwise } = buildTest(a, scope);
        return choose(test, recurse(b, add(scope, then)), recurse(c, add(scope, otherwise)));
      },
      (a, b) => loopAround(a, scope, (more) => recurse(b, more)) ?? one(b, scope),
      (a, b) => loopAround(a, scope, (more) => recurse(b, more)) ?? one(b, scope),
      (a, b) => bindAround(a, scope, (more) => recurse(b, more)),
      (a, b) => [buildGuard(a, scope), recurse(b, scope)],
      (a, b) => [applyCheck(a, scope), recurse(b, scope)],
      (a, b) => {
        const list = name();
        const items = buildStatements(a, scope, "list", buildTextOperand);
        return collectList<string, unknown>(
          list,
          items,
          (found) => recurse(b, add(scope, { lists: [found, found], maybeObjects: [] }, list)),
          textSchema,
        );
      },
      (a, b) => {
        const map = name();
        const entries = buildStatements(a, scope, "map", (part, inner) =>
          entry(buildTextOperand(inside(part, 0), inner), buildTextOperand(inside(part, 1), inner)),
        );
        return collectMap<string, unknown>(
          map,
          entries,
          (found) => recurse(b, add(scope, { labels: [found, found] }, map)),
          textSchema,
        );
      },
      (a, b) => repeatAround(a, scope, (more) => recurse(b, more)),
      (a, b) => {
        const as = `c${scope.next()}`;
        const walked = buildList(a, scope);
        if (walked[NODE].op !== "path") return one(b, scope);
        return forEachPosition(walked, (i, item) => recurse(b, add(scope, { strings: [item, toJson(i)] }, as)), { as });
      },
    ],
  );
}

function repeatAround(plan: Plan, scope: Scope, body: (scope: Scope) => unknown): unknown {
  const as = `c${scope.next()}`;
  const kinds: Build<unknown>[] = [
    (a, b) =>
      forEachRepeated(
        pickLate(a, scope.labels),
        { key: (name, label) => (b.choice % 3 === 0 ? name : label) },
        ({ name, entry: label, key, other }) => body(add(scope, { strings: [name, label, key, other] }, as)),
        { as },
      ),
    (a, b) =>
      forEachRepeated(
        pickLate(a, scope.ports),
        {
          where: (_, one) => present(b.choice % 2 === 0 ? one.host : one.protocol),
          key: (_, one) => one.protocol,
          id: (name, one) => (b.choice % 3 === 0 ? name : orIfEmpty(one.host, "")),
        },
        ({ name, key, other }) => body(add(scope, { strings: [name, key, other] }, as)),
        { as },
      ),
    (a) =>
      forEachRepeated(
        pickLate(a, scope.lists),
        { key: (_, item) => item, id: (_, item) => text`<${item}>` },
        ({ entry: item, key, other }) => body(add(scope, { strings: [item, key, other] }, as)),
        { as },
      ),
  ];
  return build(plan, kinds, kinds);
}
